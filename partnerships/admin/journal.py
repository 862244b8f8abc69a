"""The history and the imports, to be read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from partnerships.models import Batch, Change

from .base.questions import ForgivingMixin
from .base.wording import WordingMixin


class JournalAdmin(ForgivingMixin, WordingMixin, admin.ModelAdmin):
    """Something that is written by the register itself: nobody edits it."""

    show_full_result_count = False
    list_select_related = ("by",)
    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Change)
class ChangeAdmin(JournalAdmin):
    list_display = ("at", "kind", "key", "action", "by")
    list_filter = ("action", "kind")
    search_fields = ("key",)
    fields = ("at", "by", "kind", "key", "action", "batch", "before", "after")


@admin.register(Batch)
class BatchAdmin(JournalAdmin):
    list_display = ("id", "at", "by", "files", "undone_at")
    fields = ("at", "by", "files", "undone_at")
