"""The history in words: what one change changed, and the way back."""

import json
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import editorial
from partnerships.editorial.called_then import name_of_changed
from partnerships.editorial.changes_in_words import Wording
from partnerships.editorial.history import changes_of
from partnerships.editorial.overtaking import Meanwhile
from partnerships.editorial.published_alone import REWRITING
from partnerships.editorial.restoring import merged_with, standing_as
from partnerships.models import Change, PendingChange
from partnerships.records.key_words import slug_of
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.differences import differences_between
from partnerships.records.snapshot.taking import digest_of, snapshot

from .base.differences import by_part
from .base.merging import merge_context
from .base.proposing import said_of_waiting
from .base.to_decide import KindFilter, ToDecideAdmin, kind_in_words, record_of_change
from .forms.conflicts import told_meanwhile
from .forms.links import linked_record

#: Of so many changes it is told that an earlier text takes their place.
MOST_TOLD = 20


@admin.register(Change)
class ChangeAdmin(ToDecideAdmin):
    """Every change of every record, to be read in words; what it left can be restored."""

    list_display = ("at", "kind_shown", "record_shown", "action_shown", "by_name")
    list_filter = ("action", KindFilter)
    search_fields = ("key",)
    fields = ("at",)
    template = "admin/partnerships/change.html"

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_shown(self, change: Change) -> str:
        return kind_in_words(change)

    @admin.display(description=gettext_lazy("record"), ordering="key")
    def record_shown(self, change: Change) -> str:
        return name_of_changed(change, getattr(change, "record_now", None))

    @admin.display(description=gettext_lazy("action"), ordering="action")
    def action_shown(self, change: Change) -> str:
        return change.get_action_display()

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Find by keys, by the words of which keys are made, and what was deleted by any of its words."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term:
            return found, may_repeat
        # SQLite keeps letters beyond ASCII in JSON as they are escaped.
        words = {search_term, json.dumps(search_term)[1:-1]}
        gone = Q(action=Change.Action.DELETE) & reduce(or_, (Q(before__icontains=each) for each in words))
        slug = slug_of(search_term)
        named = Q(key__contains=slug) if slug else Q()
        return found | queryset.filter(named | gone), may_repeat

    def steps(self, request: HttpRequest, row: Change) -> list[str]:
        """Return “restore”, and “undo”, where that would change something."""
        record = record_of_change(row) if row.kind in KINDS else None
        now = snapshot(record) if record is not None else []
        idle = {
            "restore": bool(now) and now == row.after,
            # Nothing is undone of what came, went, or took a step alone.
            "undo": not (now and row.before and row.after) or standing_as(row.before, now) == now,
        }
        return [name for name in self.rights(request, row) if not idle[name]]

    def rights(self, request: HttpRequest, row: Change) -> list[str]:
        """Return “restore” and “undo” for those who may write the record, or enter it anew where it was deleted."""
        if row.kind not in KINDS or not (row.after or row.before):
            return []
        site: Any = self.admin_site
        record_admin = site.get_model_admin(KINDS[row.kind].model)
        record = record_of_change(row)
        if record is None and merged_with(row):
            return []
        may = (
            record_admin.has_change_permission(request, record) if record else record_admin.has_add_permission(request)
        )
        return ["restore", "undo"] if may else []

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {"restore": restore, "undo": restore_before}

    def contents(self, request: HttpRequest, row: Change) -> dict[str, Any]:
        before, after = row.before or [], row.after or []
        known = row.kind in KINDS
        wording = Wording.of(before, after)
        found = differences_between(before, after) if known else []
        record = record_of_change(row) if known else None
        now = snapshot(record) if record is not None else []
        later = [*changes_of(record).filter(pk__gt=row.pk, action__in=REWRITING)[:MOST_TOLD]] if record else []
        return {
            "version": digest_of(now),
            "since": told_meanwhile(Meanwhile(after, now, later[::-1])) if later else "",
            "record": record,
            "record_link": linked_record(record) if record else f"{name_of_changed(row, None)} ({kind_in_words(row)})",
            "merged": [linked_record(each) for each in merged_with(row)] if known and record is None else [],
            "reports": list(row.reports.order_by("-id")),  # pyright: ignore[reportAttributeAccessIssue]
            "parts": by_part([{"said": said} for said in wording.say_all(found)]),
            **merge_context(row),
        }


def restore_before(request: HttpRequest, row: Change) -> str:
    return restore(request, row, before=True)


def restore(request: HttpRequest, row: Change, *, before: bool = False) -> str:
    gone = record_of_change(row) is None
    version = request.POST.get("version")
    done = editorial.restore(row, by=request.user, undo=before, version=version)  # pyright: ignore[reportArgumentType]
    if isinstance(done, PendingChange):
        return said_of_waiting(record_of_change(row), done)
    sentence = _("“{record}” is back, as a draft.") if gone else _("“{record}” is again as it was then.")
    return format_html(sentence, record=linked_record(done))
