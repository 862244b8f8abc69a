"""From claims to holders: the people, tenures and sources that an answer names, loaded at once."""

from collections.abc import Iterable, Iterator
from datetime import date

from partnerships.dates import LATEST
from partnerships.models import Citation, Record, Tenure
from partnerships.records import kept_rows

from .answer import ByVirtueOf, Holder, PossiblyBefore, Sighting, Unnamed
from .claims import Claim
from .days import Span
from .grounds import Bare, Ground, grounds_of, public_decision, records_of
from .held_or_vacant import Verdict
from .reason_codes import Reason
from .sightings import SeenInOffice, Sign
from .tenure_facts import day_of_source


class Cast:
    """Everybody whom an answer names, with their tenures and sources."""

    def __init__(self, claims: Iterable[Claim], bares: Iterable[Bare] = ()) -> None:
        several = list(bares)
        named = [*claims, *(claim for bare in several for claim in bare.claims)]
        self._tenures = load_tenures({claim.tenure.pk for claim in named})
        _load_citations(records_of(ground for bare in several for ground in bare.grounds))

    def holder(
        self, claim: Claim, verdict: Verdict, span: Span, last: SeenInOffice | None, today: date = LATEST
    ) -> Holder:
        """Return who holds the office by `claim` on the days of `span`, and why; it is asked on `today`."""
        tenure = self._tenures[claim.tenure.pk]
        return Holder(
            person=tenure.person,
            tenure=tenure,
            acting=tenure.acting,
            by_virtue_of=virtue_of(claim),
            citations=tuple(self._citations(claim)),
            reasons=tuple(self._reason(ground) for ground in grounds_of(claim, verdict, span, today)),
            last_seen=self.sighting(last, claim) if last else None,
        )

    def unnamed(self, bare: Bare) -> Unnamed:
        """Return what is said of days without anybody certain."""
        last = self.sighting(*bare.last) if bare.last else None
        following = self.sighting(*bare.next) if bare.next else None
        cited = [citation for ground in bare.grounds for record in ground.records for citation in cited_by(record)]
        shown = [citation for sighting in (last, following) if sighting for citation in sighting.citations]
        reasons = tuple(self._reason(ground) for ground in bare.grounds)
        return Unnamed(reasons, tuple(dict.fromkeys([*cited, *shown])), last, following, self._before(bare))

    def _before(self, bare: Bare) -> PossiblyBefore | None:
        stretch, period = bare.before or (None, "")
        if stretch is None or stretch.claim is None:
            return None
        tenure = self._tenures[stretch.claim.tenure.pk]
        return PossiblyBefore(tenure, virtue_of(stretch.claim), stretch.days.first, period)

    def sighting(self, seen: SeenInOffice, claim: Claim) -> Sighting:
        """Return when somebody was in the office, with the sources that can bear it."""
        tenure = self._tenures[claim.tenure.pk]
        citations = [one for one in tenure.citations.all() if _bears(one, seen)]
        return Sighting(seen.when, seen.sign, tenure.person, tenure, virtue_of(claim), tuple(citations))

    def _reason(self, ground: Ground) -> Reason:
        tenures = (self._tenures[claim.tenure.pk] for claim in ground.claims)
        return Reason(ground.code, (*ground.records, *tenures), ground.when)

    def _citations(self, claim: Claim) -> Iterator[Citation]:
        yield from self._tenures[claim.tenure.pk].citations.all()
        for link in claim.through:
            yield from cited_by(link.designation)
            if decision := public_decision(link.designation):
                yield from cited_by(decision)


def virtue_of(claim: Claim) -> ByVirtueOf | None:
    """Return the designation nearest to the office by which `claim` derives, with its office and decision."""
    if not claim.through:
        return None
    link = claim.through[-1]
    return ByVirtueOf(link.designation, link.office, public_decision(link.designation))


def load_tenures(keys: set[int]) -> dict[int, Tenure]:
    """Return the tenures of these numbers, with the people, offices and sources that an answer names."""
    found = kept_rows.rows_by_number(Tenure, sorted(keys))
    kept_rows.beside(found.values(), ("person", "office", "citations"))
    return found


def _load_citations(records: list[Record]) -> None:
    by_model: dict[type, list[Record]] = {}
    for record in records:
        by_model.setdefault(type(record), []).append(record)
    for several in by_model.values():
        kept_rows.beside(several, ("citations",))


def cited_by(record: Record) -> Iterable[Citation]:
    """Return the citations of `record` that were loaded with it: those that the public may see."""
    return record.citations.all()


def _bears(citation: Citation, seen: SeenInOffice) -> bool:
    """Whether a source can prove what it is cited for: it supports it, and was not written before."""
    source = citation.source
    if citation.stance != Citation.Stance.SUPPORTS:
        return False
    if seen.sign is Sign.SOURCE:
        return day_of_source(source.date_earliest, source.date_latest, source.date, source.accessed_on) == seen.when
    return citation.can_bear(seen.when.earliest)
