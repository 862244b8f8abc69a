"""Sources."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.last_source import keep_source
from .forms.publishers import PublishedForm


@admin.register(models.Source)
class SourceAdmin(RecordAdmin):
    form = PublishedForm
    add_text = _("Add a source")
    main = (
        "title",
        "url",
        "publisher",
        "date",
        ("kind", "languages"),
        ("archive_url", "not_archived"),
        "accessed_on",
    )
    more = ("original_title", "author", "summary")
    shown = ("kind", "publisher")
    inlines = ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A source that was just entered is the one that what follows will cite."""
        super().save_model(request, obj, form, change)
        if not change:
            keep_source(request, obj)
