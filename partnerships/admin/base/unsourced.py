"""What goes public: as whoever publishes it saw it, and, where no source proves it, once that is said and ticked."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.editorial.published_alone import REWRITING
from partnerships.editorial.refusal import Obstacles
from partnerships.editorial.unproven import lack_of_proof
from partnerships.listing.parameters import is_row_number
from partnerships.models import Change, Publication, Record
from partnerships.records.kinds import kind_of
from partnerships.records.references import called

#: Under which name a record is ticked that is to be public without a source.
UNSOURCED = "unsourced"
#: Under which name a page says how far the history went when it was shown.
SEEN_UNTIL = "seen_until"


class Unsourced(editorial.Refused):
    """Nothing is published: some of it no source supports, and nobody has ticked it."""


def unsourced(records: Iterable[Record]) -> Iterator[tuple[str, Record, str]]:
    """Yield those of `records` that nothing proves, or not every moment of them: name, record and what it lacks."""
    for each in records:
        if each.publication != Publication.PUBLISHED and (lack := lack_of_proof(each)):
            yield called(each), each, lack


def require_sources(records: Iterable[Record], ticked: Collection[str]) -> None:
    """Refuse to publish what no source proves, but for those that are `ticked` to be published all the same."""
    if lacking := [each for name, each, _lack in unsourced(records) if name not in ticked]:
        raise Unsourced(
            _("No source supports these, or not every moment of them; tick those that are to be public all the same:"),
            lacking,
            field="unsourced",
        )


def require_unchanged(records: Iterable[Record], request: HttpRequest) -> None:
    """Refuse to publish what somebody else has written since the page was shown on which it was chosen."""
    seen = request.POST.get(SEEN_UNTIL, "")
    if not is_row_number(seen):
        return
    since = Change.objects.filter(pk__gt=seen, action__in=REWRITING).exclude(by=request.user)
    written = {*since.values_list("kind", "key")}
    if changed := [each for each in records if (kind_of(each), each.key) in written]:
        raise editorial.Refused(
            _("Somebody else has changed this since you opened this page. Look again, then decide:"), changed
        )


@contextmanager
def sources_required(records: Iterable[Record], request: HttpRequest) -> Iterator[None]:
    """Let what makes `records` public be done inside: what refuses it, and what lacks a source, is told together."""
    records, obstacles = [*records], Obstacles()
    require_unchanged(records, request)
    with obstacles.noted():
        yield
    with obstacles.noted():
        require_sources(records, request.POST.getlist(UNSOURCED))
    obstacles.refuse()


def ticked_along(behind: Iterable[Record], request: HttpRequest) -> list[Record]:
    """Return those of the records `behind` that are ticked to be published along."""
    ticked = request.POST.getlist("along")
    return [each for each in behind if called(each) in ticked]


def unsourced_context(records: Iterable[Record], request: HttpRequest) -> dict[str, Any]:
    """Return what the list of what no source proves shows, of `records` or of those that were refused just now."""
    refusal = getattr(request, "refusal", None)
    refused = [each for each in refusal.each if isinstance(each, Unsourced)] if refusal else []
    found = {name: (name, record, lack) for name, record, lack in unsourced(records)}
    for each in (record for one in refused for record in one.records):
        # A new record is refused before it is stored.
        found.setdefault(called(each), (called(each), each, ""))
    latest = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    ticked = request.POST.getlist(UNSOURCED)
    return {"unsourced": [*found.values()], "unsourced_ticked": ticked, SEEN_UNTIL: latest}
