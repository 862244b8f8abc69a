"""The imports, to be read."""

from django.contrib import admin

from partnerships.models import Batch

from .base.decisions import JournalAdmin


@admin.register(Batch)
class BatchAdmin(JournalAdmin):
    list_display = ("id", "at", "by_name", "files", "undone_at")
    fields = ("at", "by_name", "files", "undone_at")
