"""What was written in one go, an import or a merge: what it did, and the way back."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.editorial.called_then import name_of_changed
from partnerships.editorial.own_sentences import worded_anew
from partnerships.editorial.pending_changes import take_back_with
from partnerships.editorial.roles import PUBLISHERS
from partnerships.exchange.undoing import undo
from partnerships.gleaning.drafting import DOCUMENT
from partnerships.models import Batch, Change, PendingChange, Source
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import KINDS, records_named
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.transactions import one_write

from .base.forgiving_addresses import AnsweringList
from .base.to_decide import ToDecideAdmin, kind_in_words

#: The page of a batch lists no more changes than this.
MOST_CHANGES = 100


@admin.register(Batch)
class BatchAdmin(ToDecideAdmin):
    """Imports and merges, to be read; whoever may publish takes one back."""

    list_display = ("number_shown", "at", "by_name", "what_shown", "undone_at")
    fields = ("at",)
    template = "admin/partnerships/batch.html"

    def get_changelist(self, request: HttpRequest, **keywords: Any) -> type[AnsweringList]:
        """Return the list without the record of each row: a batch is about many."""
        return AnsweringList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        merged = Change.objects.filter(batch=OuterRef("pk"), action=Change.Action.MERGE).order_by("pk")
        entered = Change.objects.filter(batch=OuterRef("pk"), kind="source").order_by("pk").values("key")[:1]
        rows = super().get_queryset(request).annotate(merged=Subquery(merged.values("comment")[:1]), entered=entered)
        source = Source.objects.filter(key=OuterRef("entered"))
        titles = {f"entered_{code}": Subquery(source.values(f"title_{code}")[:1]) for code in LANGUAGES}
        return rows.annotate(**titles)

    @admin.display(description=gettext_lazy("number"), ordering="id")
    def number_shown(self, batch: Batch) -> int:
        return batch.pk

    @admin.display(description=gettext_lazy("what it was"))
    def what_shown(self, batch: Any) -> str:
        if batch.files == [DOCUMENT]:
            own = (get_language() or LANGUAGES[0])[:2]
            titles = (getattr(batch, f"entered_{code}") for code in (own, *LANGUAGES))
            title = next(filter(None, titles), None)
            return _("From the document “%(title)s”") % {"title": title} if title else _("From a document")
        return ", ".join(batch.files) or worded_anew(batch.merged or "")

    def rights(self, request: HttpRequest, row: Batch) -> list[str]:
        return ["undo"] if request.user.has_perm(PUBLISHERS) else []

    def steps(self, request: HttpRequest, row: Batch) -> list[str]:
        return self.rights(request, row) if row.undone_at is None else []

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        return {"undo": take_back_batch}

    def contents(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        changes = row.changes.filter(kind__in=KINDS).order_by("pk")
        shown = [*changes[:MOST_CHANGES]]
        proposed = [*row.proposals.filter(state__in=PendingChange.OPEN).order_by("pk")]
        known = records_named((each.kind, each.key) for each in (*shown, *proposed))
        return {
            "what": self.what_shown(row),
            "changes": [
                (kind_in_words(change), change, name_of_changed(change, known.get((change.kind, change.key))))
                for change in shown
            ],
            "number": changes.count(),
            "proposed": [(each, known.get((each.kind, each.key)) or each.key) for each in proposed],
        }


def refusal_with_records(refused: NothingWritten) -> editorial.Refused:
    """Return why a batch is not taken back, with the records that stand in the way, where these are all it says."""
    first, *called = refused.sentences
    pairs = [(kind, key) for kind, slash, key in (each.partition("/") for each in called) if slash and kind in KINDS]
    known = records_named(pairs)
    if called and len(known) == len(called):
        return editorial.Refused(first, [known[pair] for pair in pairs])
    return editorial.Refused(" ".join(refused.sentences))


@one_write()
def take_back_batch(request: HttpRequest, row: Batch) -> str:
    by: Any = request.user
    try:
        undo(row.pk, by=by)
    except NothingWritten as refused:
        raise refusal_with_records(refused) from refused
    done = _("It is undone: each record is again as it was before.")
    if number := take_back_with(row, by=by):
        waited = ngettext(
            "One change that it proposed is taken back as well.",
            "The %(number)s changes that it proposed are taken back as well.",
            number,
        )
        done = f"{done} {waited % {'number': number}}"
    return done
