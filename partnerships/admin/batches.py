"""What was written in one go, an import or a merge: what it did, and the way back."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import editorial
from partnerships.editorial.roles import PUBLISHERS
from partnerships.exchange.undoing import undo
from partnerships.models import Batch, Change
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.findings import NothingWritten

from .base.decisions import ToDecideAdmin, kind_in_words

#: The page of a batch lists no more changes than this.
MOST_CHANGES = 100


@admin.register(Batch)
class BatchAdmin(ToDecideAdmin):
    """Imports and merges, to be read; whoever may publish takes one back."""

    list_display = ("id", "at", "by_name", "what_shown", "undone_at")
    fields = ("at",)
    template = "admin/partnerships/batch.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        merged = Change.objects.filter(batch=OuterRef("pk"), action=Change.Action.MERGE).order_by("pk")
        return super().get_queryset(request).annotate(merged=Subquery(merged.values("comment")[:1]))

    @admin.display(description=gettext_lazy("what it was"))
    def what_shown(self, batch: Any) -> str:
        return ", ".join(batch.files) or batch.merged or ""

    def rights(self, request: HttpRequest, row: Batch) -> list[str]:
        return ["undo"] if request.user.has_perm(PUBLISHERS) else []

    def steps(self, request: HttpRequest, row: Batch) -> list[str]:
        return self.rights(request, row) if row.undone_at is None else []

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {"undo": take_back_batch}

    def contents(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        changes = row.changes.filter(kind__in=KINDS).order_by("pk")
        return {
            "what": self.what_shown(row),
            "changes": [(kind_in_words(change), change) for change in changes[:MOST_CHANGES]],
            "number": changes.count(),
        }


def take_back_batch(request: HttpRequest, row: Batch) -> str:
    try:
        undo(row.pk, by=request.user)  # pyright: ignore[reportArgumentType]
    except NothingWritten as refused:
        raise editorial.Refused(" ".join(refused.sentences)) from refused
    return _("It is taken back: each record says again what it said before.")
