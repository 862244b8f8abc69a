"""Who is said to have held an office on which days: in their own right, or by virtue of another office.

The ambassador of a designated embassy is thereby head of the mission. That is computed, never stored: the claims to the
mission's own office are its own tenures, joined with those of the head of the designated post, for the days of the
designation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from partnerships.kept_in_process import Shelf
from partnerships.models import Designation, Office

from .coverage import checked_until
from .days import ALWAYS, NEVER, Days, Span, days, days_of
from .days_of_one_tenure import TenureDays, tenure_days
from .existence import certain_span, certainly_held, doubtless, existed, possible_span
from .loading import CAPACITY, Dossier, headed_mission, post_of
from .tenure_facts import TenureFacts
from .tenures_bounding_each_other import beside_one_another


@dataclass(frozen=True, slots=True)
class DesignationLink:
    """A designation, and the office that heads the designated post."""

    designation: Designation
    office: Office


@dataclass(frozen=True, slots=True)
class Claim:
    """That one person held an office: the days on which certainly, and those on which possibly (these among them).

    On its `open` days the register cannot say whether the person did. A claim by virtue of another
    office comes `through` designations, the nearest to the tenure first.
    """

    ran: TenureDays
    certain: Days
    possible: Days
    open: Days
    #: The days on which the record contradicts itself, and those on which somebody may hold it in their own right.
    in_doubt: Days = NEVER
    rivalled: Days = NEVER
    #: The days on which the tenure itself is certain, and those on which the designations certainly are in force.
    served: Days = NEVER
    in_force: Days = ALWAYS
    through: tuple[DesignationLink, ...] = ()

    @property
    def tenure(self) -> TenureFacts:
        return self.ran.tenure


@dataclass(frozen=True)
class OwnClaims:
    """The claims to an office in one's own right: of which facts, and what else they rest on."""

    facts: list[TenureFacts]
    beside: tuple[object, ...]
    #: The days of each tenure by its own record alone.
    ran: list[TenureDays]
    claims: list[Claim]

    @cached_property
    def alone(self) -> list[Claim]:
        """The same, in order, each person named once on a day: where nobody holds it by virtue of another office."""
        return _each_person_once(sorted(self.claims, key=_order))


kept_claims: Shelf[OwnClaims] = Shelf(CAPACITY)


def claims_on(office: Office, dossier: Dossier, asked: frozenset[int] = frozenset()) -> list[Claim]:
    """Return all claims to `office`, each person named once on a day.

    An own certain holder removes derived ones, an own possible one makes derived certain ones possible.
    """
    found = _own(office, dossier)
    derived = list(_derived(office, dossier, asked | {office.pk}))
    if not derived:
        return found.alone
    own = found.claims
    surely = days(span for claim in own for span in claim.certain)
    perhaps = days(span for claim in own for span in claim.possible)
    beside = [_beside_own(claim, surely, perhaps) for claim in derived]
    return _each_person_once(sorted([*own, *beside], key=_order))


def _order(claim: Claim) -> tuple:
    spans = claim.possible.spans
    return (not spans, spans[:1], claim.tenure.key)


def _own(office: Office, dossier: Dossier) -> OwnClaims:
    """Return the own claims, those that were worked out last where they rest on the same."""
    facts, key = dossier.tenures.get(office.pk, []), (office.pk, dossier.clock)
    checked, here, surely = checked_until(office, dossier.clock), existed(office), doubtless(office)
    beside = checked, here, surely, office.single_holder
    found = kept_claims.get(key)
    if found is None or found.facts is not facts or found.beside != beside:
        last = found if found is not None and found.beside == beside else None
        alone = {id(one.tenure): one for one in last.ran} if last else {}
        known = {id(claim.ran): claim for claim in last.claims} if last else {}
        ran = [alone.get(id(one)) or tenure_days(one, dossier.clock, checked_until=checked) for one in facts]
        several = beside_one_another(ran, single_holder=office.single_holder)
        found = OwnClaims(
            facts, beside, ran, [known.get(id(one)) or _claim(one, days_of(here), surely) for one in several]
        )
        kept_claims.put(key, found, len(facts))
    return found


def _claim(one: TenureDays, here: Days, surely: Span) -> Claim:
    certain = certainly_held(one, here, surely)
    return Claim(
        ran=one,
        certain=certain,
        possible=one.possible_days & here,
        open=one.open_days & here,
        in_doubt=one.in_doubt & here,
        served=certain,
    )


def _derived(office: Office, dossier: Dossier, asked: frozenset[int]) -> Iterator[Claim]:
    """Yield the claims to `office` of those whose post serves as its mission."""
    mission = headed_mission(office)
    if mission is None:
        return
    here = days_of(existed(office))
    for designation in dossier.designations.get(mission.pk, []):
        certain = days_of(certain_span(designation, dossier.clock)) & here
        possible = days_of(possible_span(designation)) & here
        for head in dossier.heads.get(post_of(designation), []):
            if head.pk not in asked:
                for claim in claims_on(head, dossier, asked):
                    yield _cut(claim, DesignationLink(designation, head), certain, possible)


def _cut(claim: Claim, link: DesignationLink, certain: Days, possible: Days) -> Claim:
    return Claim(
        ran=claim.ran,
        certain=claim.certain & certain,
        possible=claim.possible & possible,
        open=claim.open & possible,
        in_doubt=claim.in_doubt & possible,
        rivalled=claim.rivalled & possible,
        served=claim.served,
        in_force=claim.in_force & certain,
        through=(*claim.through, link),
    )


def _beside_own(claim: Claim, surely: Days, perhaps: Days) -> Claim:
    possible = claim.possible - surely
    return replace(
        claim, certain=claim.certain - perhaps, possible=possible, rivalled=claim.rivalled | (possible & perhaps)
    )


def _each_person_once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims so that on no day two of them name the same person, the certain one first."""
    by_person: dict[int, list[Claim]] = defaultdict(list)
    in_order = list(claims)
    for claim in in_order:
        by_person[claim.tenure.person].append(claim)
    if len(by_person) == len(in_order):
        return in_order
    once = {}
    for several in by_person.values():
        alone = several if len(several) == 1 else _apart(several)
        once |= {id(claim): new for claim, new in zip(several, alone, strict=True)}
    return [once[id(claim)] for claim in in_order]


def _apart(several: list[Claim]) -> list[Claim]:
    if not _meet(several):
        return several
    surely, apart = NEVER, []
    for claim in several:
        apart.append(replace(claim, certain=claim.certain - surely))
        surely |= claim.certain
    taken, found = surely, []
    for claim in apart:
        found.append(replace(claim, possible=claim.certain | (claim.possible - taken)))
        taken |= claim.possible
    return found


def _meet(several: list[Claim]) -> bool:
    spans = sorted(span for claim in several for span in claim.possible)
    return any(after.first <= before.last for before, after in pairwise(spans))
