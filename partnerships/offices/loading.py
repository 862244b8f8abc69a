"""What the holders of offices are computed from, loaded in a number of queries that the tenures do not raise.

Only what is published is ever loaded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, QuerySet

from partnerships.chunks import as_stored
from partnerships.kept_in_process import Shelf
from partnerships.models import (
    Citation,
    Designation,
    Embassy,
    Milestone,
    Mission,
    Office,
    Organization,
    Publication,
    State,
    Tenure,
)
from partnerships.records import kept_rows
from partnerships.records.compiled_questions import CompiledQuestion
from partnerships.records.visibility import is_public, public_citations

from .certainty_expires import Clock
from .tenure_facts import COLUMNS, Bounds, TenureFacts, TenureStep, day_of_source, facts_of_row

#: An embassy or a mission, by its kind and number.
Post = tuple[str, int]

#: The links of an office to its post, to the State or body that fills it, and to those that receive it.
BEHIND = ("mission", "embassy", "state", "organization", "receiving_state", "receiving_organization")

#: A citation of these fields, or of the whole tenure, shows the person in office.
SHOWING_FIELDS = ("", "person", "office", "period", "acting")
#: How many tenures are kept as they were last read.
CAPACITY = 20_000
#: What is weak or from memory supports nothing.
WEAK = (Citation.Grade.C, Citation.Grade.K)


@dataclass(frozen=True)
class Dossier:
    """Offices with their tenures, and with the posts by virtue of which somebody holds them."""

    clock: Clock
    tenures: dict[int, list[TenureFacts]] = field(default_factory=dict)
    #: The designations of each mission, and the offices that head each post.
    designations: dict[int, list[Designation]] = field(default_factory=dict)
    heads: dict[Post, list[Office]] = field(default_factory=dict)


def load_dossier(offices: Iterable[Office], clock: Clock) -> Dossier:
    """Return all that tells who held `offices`."""
    asked = [office for office in offices if is_public(office)]
    designations = _designations({mission.pk for office in asked if (mission := headed_mission(office))})
    posts = {post_of(one) for several in designations.values() for one in several}
    heads = _heads(posts)
    everywhere = {office.pk for office in asked} | {office.pk for several in heads.values() for office in several}
    return Dossier(clock, facts_by_office(everywhere), designations, heads)


def headed_mission(office: Office) -> Mission | None:
    """Return the mission that the holder of `office` heads, where the public may see it."""
    return office.mission if office.heads_post and is_public(office.mission) else None


def post_of(designation: Designation) -> Post:
    """Return the post that serves as the mission."""
    return _post(designation.embassy_id, designation.serving_mission_id)


def _post(embassy: int | None, mission: int | None) -> Post:
    return ("embassy", embassy) if embassy else ("mission", mission or 0)


def _designations(missions: set[int]) -> dict[int, list[Designation]]:
    """Return the designations of `missions`, and of the missions that serve as them, one query for each step."""
    found: dict[int, list[Designation]] = {}
    ahead = set(missions)
    while ahead:
        found |= {mission: [] for mission in ahead}
        for one in _published_designations(ahead):
            found[one.mission_id].append(one)
        served = {one.serving_mission_id for mission in ahead for one in found[mission] if one.serving_mission_id}
        ahead = served - found.keys()
    return found


def _published_designations(missions: Iterable[int]) -> list[Designation]:
    paths = ("decision.citations", "embassy", "serving_mission", "mission", "citations")
    return kept_rows.rows_where("of-missions", Designation, _designating, missions, paths)


def _designating(missions: list[int]) -> QuerySet[Designation]:
    found = Designation.objects.published().filter(mission__in=missions, mission__publication=Publication.PUBLISHED)
    public = Q(embassy__publication=Publication.PUBLISHED) | Q(serving_mission__publication=Publication.PUBLISHED)
    return found.filter(public).order_by("start_earliest", "key")


def _heads(posts: set[Post]) -> dict[Post, list[Office]]:
    by_kind = {kind: [pk for each, pk in posts if each == kind] for kind in ("embassy", "mission")}
    found: dict[Post, list[Office]] = defaultdict(list)
    if posts:
        at_posts = Q(embassy__in=by_kind["embassy"]) | Q(mission__in=by_kind["mission"])
        heads = Office.objects.published().filter(at_posts, heads_post=True).order_by("key")
        for head in kept_rows.loaded(heads, BEHIND):
            found[_post(head.embassy_id, head.mission_id)].append(head)
    return found


def published_tenures() -> QuerySet[Tenure]:
    """Return the tenures of which an answer may speak: published, of a published person in a published office."""
    return Tenure.objects.published().filter(
        never_served=False, person__publication=Publication.PUBLISHED, office__publication=Publication.PUBLISHED
    )


#: The facts of all tenures, once they are asked for; None outside of `tenures_read_once`.
_of_all: ContextVar[list[list[TenureFacts]] | None] = ContextVar("of_all", default=None)


@contextmanager
def tenures_read_once() -> Iterator[None]:
    """Let the facts of all tenures be read once inside, for all who ask: nothing is written meanwhile."""
    token = _of_all.set([])
    try:
        yield
    finally:
        _of_all.reset(token)


def facts_of_all_tenures() -> list[TenureFacts]:
    """Return the facts of all tenures that were served, public or not, in the order of time."""
    read = _of_all.get()
    if read:
        return read[0]
    found = facts_of_tenures(as_stored(Tenure.objects.filter(never_served=False)))
    if read is not None:
        read.append(found)
    return found


def facts_of_tenures(tenures: QuerySet[Tenure]) -> list[TenureFacts]:
    """Return the facts of `tenures`, in the order of time, in three queries."""
    return _facts(*_questions(tenures))


#: What the database answers of one tenure: its row, its steps, its sources.
Answered = tuple[tuple, tuple[tuple, ...], tuple[tuple, ...]]


@dataclass(frozen=True, slots=True)
class LastRead:
    """The rows last read of the tenures in an office, each with the facts made of it; and all these facts in order."""

    answers: dict[Answered, TenureFacts]
    facts: list[TenureFacts]


last_read: Shelf[LastRead] = Shelf(CAPACITY)


def facts_by_office(offices: Iterable[int]) -> dict[int, list[TenureFacts]]:
    """Return the facts of the tenures in each of `offices`, by the number of the office, in the order of time.

    Rows that are as they were last time give the very facts that they gave then, and, where all rows of an office are,
    the very list: what rests on it need not be worked out again.
    """
    wanted = list(offices)
    if not wanted:
        return {}
    rows, *others = (_question("office", place).answered(wanted) for place in range(3))
    steps, sources = (by_first(several) for several in others)
    answers: dict[int, list[Answered]] = defaultdict(list)
    for row in rows:
        answers[row[3]].append((row, steps.get(row[0], ()), sources.get(row[0], ())))
    return {office: _facts_as_read(office, found) for office, found in answers.items()}


def by_first(rows: Iterable[tuple]) -> dict[Any, tuple[tuple, ...]]:
    """Return rows by their first value."""
    found: dict[Any, list[tuple]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return {first: tuple(several) for first, several in found.items()}


def _facts_as_read(office: int, answers: list[Answered]) -> list[TenureFacts]:
    last = last_read.get(office)
    if last is not None and list(last.answers) == answers:
        return last.facts
    known = last.answers if last is not None else {}
    anew = [one for one in answers if one not in known]
    several = ([one[0] for one in anew], *([each for one in anew for each in one[place]] for place in (1, 2)))
    understood = (_question("office", place).understood(rows) for place, rows in enumerate(several))
    made = {**known, **dict(zip(anew, _facts(*understood), strict=True))}
    read = LastRead({one: made[one] for one in answers}, [made[one] for one in answers])
    last_read.put(office, read, len(read.facts))
    return read.facts


def facts_by_number(tenures: Iterable[int]) -> list[TenureFacts]:
    """Return the facts of those of the tenures of these numbers of which an answer may speak, likewise."""
    wanted = list(tenures)
    return _facts(*(_question("pk", place).put(wanted) for place in range(3))) if wanted else []


def _question(by: str, place: int) -> CompiledQuestion:
    """Return one of the questions about tenures, by the numbers of their offices, or by their own."""

    def ask(some: list[int]) -> Any:
        return _questions(published_tenures().filter(**{f"{by}__in": some}))[place]

    return kept_rows.question_worded(("facts", by, place), ask)


def _questions(tenures: QuerySet[Tenure]) -> tuple[Any, Any, Any]:
    """Return what is asked of tenures: their columns, their steps, and the sources of those whose end is not known."""
    rows = tenures.order_by("start_earliest", "start_latest", "key").values_list(*COLUMNS)
    steps = Milestone.objects.filter(tenure__in=tenures).exclude(date="")
    lasting = tenures.filter(end_earliest__lt=F("end_latest"))
    supporting = showing_in_office(public_citations().filter(tenure__in=lasting))
    return (
        rows,
        steps.values_list("tenure_id", "kind", "date_earliest", "date_latest", "date"),
        supporting.values_list(
            "tenure_id", "source__date_earliest", "source__date_latest", "source__date", "source__accessed_on"
        ),
    )


def _facts(rows: Iterable[tuple], stepped: Iterable[tuple], supporting: Iterable[tuple]) -> list[TenureFacts]:
    steps: dict[int, list[TenureStep]] = defaultdict(list)
    for tenure, kind, earliest, latest, notation in stepped:
        steps[tenure].append(TenureStep(kind, Bounds(earliest, latest, notation)))
    sources: dict[int, list[Bounds]] = defaultdict(list)
    for tenure, earliest, latest, notation, read_on in supporting:
        if when := day_of_source(earliest, latest, notation, read_on):
            sources[tenure].append(when)
    return [facts_of_row(row, steps.get(row[0], ()), sources.get(row[0], ())) for row in rows]


def by_office(tenures: Iterable[TenureFacts]) -> dict[int, list[TenureFacts]]:
    found: dict[int, list[TenureFacts]] = defaultdict(list)
    for one in tenures:
        found[one.office].append(one)
    return found


def showing_in_office(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Return those of `citations` of tenures that support that the person was in office."""
    supporting = citations.filter(stance=Citation.Stance.SUPPORTS, field__in=SHOWING_FIELDS)
    return supporting.exclude(grade__in=WEAK)


def all_behind(office: Office) -> Iterator[Office | Mission | Embassy | State | Organization]:
    """Yield the office, and all without which there is no such office: its post, its State or body, who receives it."""
    yield office
    for name in BEHIND:
        behind = getattr(office, name)
        if is_public(behind):
            yield behind
