"""The lines that say who heads a mission by virtue of another office: “thereby becomes head of the mission”.

Nobody types them and nobody can edit them: they follow from tenures and designations, as `offices` computes who holds
what. They stand on the timeline as moments of the tenure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from partnerships import dates
from partnerships.models import (
    Citation,
    Decision,
    Designation,
    Mission,
    Office,
    Partner,
    Publication,
    Tenure,
    TimelineFacet,
)
from partnerships.offices import Thereby, held_by_virtue
from partnerships.offices.grounds import public_decision
from partnerships.offices.thereby_begun_and_ended import ToldEnd
from partnerships.records import kept_rows
from partnerships.records.kinds import FURTHER, MAIN, THEREBY

from .line import Line
from .line_columns import Facets, line_columns

#: What the moments of these lines begin with, and how those of an end, and of a sign alone, are told apart.
PREFIX, END, SEEN = "thereby-", "-end", "-seen"
#: The condition for these lines among all.
DERIVED = Q(moment__startswith=PREFIX)

KIND = "tenure"
_SAID = ("", END, SEEN)


@dataclass(frozen=True)
class DerivedLine:
    """One such line: the beginning or the end of one headship, or when somebody was first seen in it."""

    key: str
    moment: str
    held: Thereby
    told: ToldEnd
    ends: bool
    weight: str
    facets: Facets = field(default_factory=set)

    @cached_property
    def when(self) -> dates.Moment:
        return dates.parse_moment(self.told.when.notation)

    @property
    def content(self) -> tuple:
        """What the index keeps of it."""
        return line_columns(KIND, self.key, self.moment, self.when, self.weight, ends=self.ends)

    @property
    def is_sighting(self) -> bool:
        """Whether it tells no beginning, only that somebody was seen."""
        return self.told is self.held.seen

    @property
    def office(self) -> Office:
        return self.held.office

    @property
    def designation(self) -> Designation:
        """The designation by which the post serves as the mission that is headed."""
        return self.held.claim.through[-1].designation

    @property
    def by_virtue_of(self) -> Office:
        """The office by virtue of which the other is held: that of the head of the post."""
        return self.held.claim.through[-1].office

    @property
    def decision(self) -> Decision | None:
        """The decision on which the designation rests, as far as the public may see it."""
        return public_decision(self.designation)


def with_those_served(keys: Iterable[str]) -> list[str]:
    """Return the keys of missions with those of the missions that they serve as, and so on."""
    found = set(keys)
    ahead = set(Mission.objects.filter(key__in=found).values_list("pk", flat=True))
    known = set(ahead)
    while ahead:
        served = Mission.objects.filter(designations__serving_mission__in=ahead).exclude(pk__in=known)
        pairs = dict(served.values_list("pk", "key"))
        found |= set(pairs.values())
        ahead = set(pairs)
        known |= ahead
    return sorted(found)


def all_missions() -> Iterator[str]:
    """Yield the keys of the missions that a post is designated for."""
    served = Mission.objects.filter(publication=Publication.PUBLISHED, designations__publication=Publication.PUBLISHED)
    yield from served.order_by("key").values_list("key", flat=True).distinct()


def derived_lines(missions: Iterable[str]) -> list[DerivedLine]:
    """Return the lines that are derived for the missions of these keys, in a number of queries that is the same."""
    served = {one.pk: one for one in _missions(missions)}
    several = [held for held in held_by_virtue(served) if held.begun or held.ended or held.seen] if served else []
    return list(_lines(several, served)) if several else []


def of_lines(lines: Iterable[Line]) -> dict[tuple[str, str], DerivedLine]:
    """Return what those of `lines` say that are derived, by tenure and moment."""
    derived = [line.sort for line in lines if line.moment.startswith(PREFIX)]
    if not derived:
        return {}
    facets = TimelineFacet.objects.filter(facet=THEREBY.name, line__sort__in=derived)
    missions = facets.order_by("value").values_list("value", flat=True).distinct()
    return {(one.key, one.moment): one for one in derived_lines(missions)}


def _missions(keys: Iterable[str]) -> Iterable[Mission]:
    designated = Q(designations__publication=Publication.PUBLISHED)
    found = Mission.objects.filter(designated, key__in=list(keys), publication=Publication.PUBLISHED).distinct()
    return kept_rows.loaded(found, ("state", "organization"))


def _lines(several: list[Thereby], missions: dict[int, Mission]) -> Iterator[DerivedLine]:
    shared = _Shared(several, missions)
    taken: set[tuple[str, str]] = set()
    told: set[tuple] = set()
    for held in several:
        tenure = held.claim.tenure
        what = (tenure.pk, held.claim.through[-1].designation.pk, held.days)
        if what in told:
            # Where a mission has two offices of a head, who heads it is said once.
            continue
        told.add(what)
        name = _free(taken, tenure.key, f"{PREFIX}{held.claim.through[-1].designation.key}")
        facets, weight = shared.facets(held), shared.weight(held)
        if held.begun:
            yield DerivedLine(tenure.key, name, held, held.begun, False, weight, facets)
        if held.ended:
            yield DerivedLine(tenure.key, f"{name}{END}", held, held.ended, True, weight, facets)
        if held.seen:
            further = shared.weight(held, FURTHER)
            yield DerivedLine(tenure.key, f"{name}{SEEN}", held, held.seen, False, further, facets)


def _free(taken: set[tuple[str, str]], tenure: str, wanted: str) -> str:
    """Return a name for the moments of one headship that no other of the same tenure has."""
    name, number = wanted, 1
    while {(tenure, f"{name}{what}") for what in _SAID} & taken:
        number += 1
        name = f"{wanted}-{number}"
    taken |= {(tenure, f"{name}{what}") for what in _SAID}
    return name


class _Shared:
    """What lines of several missions are found under, loaded at once."""

    def __init__(self, several: list[Thereby], missions: dict[int, Mission]) -> None:
        self._missions = missions
        tenures = Tenure.objects.filter(pk__in={held.claim.tenure.pk for held in several})
        columns = tenures.values_list("pk", "person__key", "weight")
        self._tenures = {pk: (person, weight) for pk, person, weight in columns}
        self._sources = _by_first(
            Citation.objects.published().filter(tenure__in=list(self._tenures)).values_list("tenure", "source__key")
        )
        states = {mission.state.pk for mission in missions.values()}
        self._partners = _by_first(Partner.objects.filter(state__in=states).values_list("state", "key"))

    def weight(self, held: Thereby, usual: str = MAIN) -> str:
        return self._tenures[held.claim.tenure.pk][1] or usual

    def facets(self, held: Thereby) -> Facets:
        mission, tenure = self._missions[held.office.mission_id or 0], held.claim.tenure
        found = {(THEREBY.name, mission.key), (KIND, tenure.key), ("person", self._tenures[tenure.pk][0])}
        found |= {("state", mission.state.key), ("organization", mission.organization.key), ("office", held.office.key)}
        found |= {("mission", mission.key), *(("partner", key) for key in self._partners[mission.state.pk])}
        found |= {("source", key) for key in self._sources[tenure.pk]}
        for link in held.claim.through:
            found |= {("office", link.office.key), *_of_designation(link.designation)}
        return found


def _by_first(pairs: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _of_designation(designation: Designation) -> Iterator[tuple[str, str]]:
    """Yield what a designation leads to: the post, the decision, and the sources of both."""
    yield "designation", designation.key
    if designation.embassy is not None:
        yield "embassy", designation.embassy.key
    if designation.serving_mission is not None:
        yield "mission", designation.serving_mission.key
    yield from (("source", one.source.key) for one in designation.citations.all())
    if decision := public_decision(designation):
        yield "decision", decision.key
        yield from (("source", one.source.key) for one in decision.citations.all())
