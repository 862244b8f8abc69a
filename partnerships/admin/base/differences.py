"""Differences in words, as pages show them: under their parts, with what clashes; what is one step with a record."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.admin.forms.links import linked_record
from partnerships.editorial.beside_record import ChangeBesideRecord, change_beside_record
from partnerships.editorial.changes_in_words import Wording
from partnerships.editorial.joined import joined_to
from partnerships.editorial.own_sentences import CHANGED_SINCE_OPENED
from partnerships.models import PendingChange, Record, Tenure
from partnerships.records.kinds import records_named
from partnerships.records.snapshot.taking import Lines

#: Under which name a form says which changes its reader saw that are one step with its record.
SEEN = "joined"


def by_part(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the rows under the part that they are about, those of the record itself under an empty text."""
    ordered = sorted(rows, key=lambda row: bool(row["said"].part))
    return [(part, list(several)) for part, several in groupby(ordered, key=lambda row: row["said"].part)]


def shown_rows(found: ChangeBesideRecord, ticked: list[str] | None) -> list[dict[str, Any]]:
    """Return each difference in words, with whether it clashes, is done, is ticked; and what the register says now."""
    wording = Wording.of(found.pending.before, found.pending.after, found.now)
    clashing, done = (found.clashing, found.done) if found.pending.is_open else (set(), set())
    rows = []
    for difference in found.differences:
        said = wording.say(difference)
        rows.append(
            {
                "said": said,
                "clashes": said.name in clashing,
                "done": said.name in done,
                "ticked": said.name in ticked if ticked is not None else said.name not in clashing,
                "now": now_in_words(wording, found.now, difference) if said.name in clashing else "",
            }
        )
    return rows


def now_in_words(wording: Wording, now: Lines, difference: Any) -> str:
    """Return what the register says now in the place of a difference that clashes."""
    line = next((line for line in now if wording.same(line, difference.known)), None)
    if line is None:
        return _("Somebody else has removed this part.")
    if not difference.field:
        return _("Somebody else has changed this part.")
    column = difference.model._meta.get_field(difference.field)
    return wording.value(column, line["fields"].get(difference.field), line) or _("empty")


def joined_context(request: HttpRequest, record: Record) -> dict[str, Any]:
    """Return what the form of `record` shows of the changes that are one step with it."""
    found = [change_beside_record(each) for each in joined_to(record)]
    return {
        "joined": [
            {
                "pending": each.pending,
                "link": linked_record(each.record) if each.record else each.pending.key,
                "record": each.record,
                "parts": by_part(shown_rows(each, None)),
                "own": each.pending.author_id == request.user.pk,
            }
            for each in found
        ],
        "joined_seen": _seen(found),
    }


def require_seen(request: HttpRequest, record: Record) -> None:
    """Refuse to publish `record` with another change than the one that its reader saw, or has just typed."""
    if getattr(request, "proposed_beside", None) is not None:
        return
    if request.POST.get(SEEN, "") != _seen(map(change_beside_record, joined_to(record))):
        raise editorial.Refused(str(CHANGED_SINCE_OPENED))


def _seen(found: Iterable[ChangeBesideRecord]) -> str:
    return " ".join(each.version_by_itself for each in found)


def joined_links(records: Iterable[Record]) -> dict[Record, list[tuple[PendingChange, Any]]]:
    """Return the changes that are one step with some of `records`, each with its own record."""
    tenures = {each.pk: each for each in records if isinstance(each, Tenure)}
    joined = [*joined_to(*tenures.values())]
    named = records_named((each.kind, each.key) for each in joined)
    found: dict[Record, list[tuple[PendingChange, Any]]] = {}
    for each in joined:
        found.setdefault(tenures[each.successor_id], []).append((each, named.get((each.kind, each.key))))
    return found
