"""Sources."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin


@admin.register(models.Source)
class SourceAdmin(RecordAdmin):
    main = ("title", "publisher", ("kind", "languages"), "date", "url", ("archive_url", "accessed_on"))
    more = ("summary",)
    shown = ("kind", "publisher")
    inlines = ()
