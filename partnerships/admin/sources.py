"""Sources."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin


@admin.register(models.Source)
class SourceAdmin(RecordAdmin):
    add_text = _("Add a source")
    main = (
        "title",
        "original_title",
        "publisher",
        "author",
        ("kind", "languages"),
        "date",
        "url",
        ("archive_url", "not_archived"),
        "accessed_on",
    )
    more = ("summary",)
    shown = ("kind", "publisher")
    inlines = ()
