"""What the page of a partner says: who represents it, since when, and what has passed since."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.drawing import Lane, Look, Strip
from partnerships.kept_in_process import Shelf, remembered
from partnerships.models import (
    Agreement,
    Designation,
    Embassy,
    Membership,
    Mission,
    Office,
    Partner,
    Record,
    Visit,
)
from partnerships.most_on_a_page import MEETINGS_OF_A_PARTNER
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.projections import timeline, version
from partnerships.records import kept_rows, place_in_time
from partnerships.records.kinds import ON_THE_TIMELINE, kind_of
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from . import kept_blocks, maps, sentences
from .blocks import AnswerInWords, Block, Cell, Content, Figure, Fold, Later, Link, Records
from .common_tables import agreements_table, visits_table
from .coverage import coverage_said
from .facts import Fact
from .headships import Headship, answers, headship_elsewhere, offices
from .missions import decisions_naming, posts_drawn
from .participants import PARTICIPANTS
from .question import Question
from .section_tables import folded_away, offices_table, to_list
from .sections import Section
from .strips import journey_mark, lane_of_moments, moment_mark, partnership_bar, strip
from .succession_lane import lane
from .succession_table import headship_table
from .turning_points import timeline_link, turning_points_with_heads, turns_between

R = TypeVar("R", bound=Record)

PARTNER_SECTIONS = (
    Section("membership", "state", gettext_lazy("Frameworks and organisations"), "state_id"),
    Section("posting", "state", gettext_lazy("Postings"), "state_id"),
    Section("activity", "partners", gettext_lazy("Practical cooperation")),
    Section(
        "meeting",
        "partners",
        gettext_lazy("Meetings"),
        elsewhere=("stop", "visit"),
        fewer=MEETINGS_OF_A_PARTNER,
        newest=True,
    ),
    Section("statement", "partners", gettext_lazy("Statements")),
)

_OFFICES = Section("office", "state", gettext_lazy("People in office"), "state_id")

#: The kinds whose turning points stand in a table of their own.
_TABLES = ("visit", "tenure")
_TURNS = tuple(kind for kind in ON_THE_TIMELINE if kind not in _TABLES)
#: A table shows the latest of them; that of agreements is folded away.
LATEST, LATEST_AGREEMENTS = 3, 6
#: Who is in office in the State is told of so many offices.
SOME_OFFICES = 6
#: A page reads no more records of one kind than this.
MOST = 30

#: The lanes of the drawings that no day changes, so many marks in all.
kept: Shelf[tuple[list[Lane], list[Lane]]] = Shelf(20_000)


def partner_facts(record: Partner) -> list[Fact]:
    """Nothing: what is recorded of a partnership stands in one line beneath the answer."""
    return []


def content(record: Partner, question: Question) -> Content:
    """What the page of a partner says, in its order."""
    heads = [headship_elsewhere(office, question) for office in _heads(record)]
    visits, agreements = remembered()(lambda: _visits(record)), remembered()(lambda: _agreements(record))
    whole = timeline_link(_("The whole timeline"), partner=record.key, detail="all")
    return Content(
        answers=answers(heads) or _said_on(record, question),
        asks_for_day=True,
        line=_line(record, heads, is_asked=question.on is not None),
        blocks=[
            turns_between(question, _happening(record, heads), [("partner", record.key)]),
            kept_blocks.kept_blocks(
                record,
                "of-the-day",
                lambda: (
                    Figure("drawn", "", _drawn(record, question, heads, visits, agreements)),
                    headship_table(heads, "heads", _("Heads of mission")),
                ),
                question.key,
            ),
            _turns(record, question, whole, offices(heads)),
            kept_blocks.kept_blocks(record, "acts", lambda: _acts(record, visits(), agreements(), bool(heads))),
            kept_blocks.kept_blocks(record, "in-office", lambda: _in_office(record, question, heads), question.key),
        ],
    )


def _said_on(record: Partner, question: Question) -> list[AnswerInWords]:
    """What is said of a partner that has no head of mission on record, on each day that is asked for."""
    today = question.today
    return [
        kept_blocks.kept_answer(record, "said", lambda day=day: _said(record, day, today), day) for day in question.days
    ]


def _said(record: Partner, day: date, today: date) -> AnswerInWords:
    memberships, missions, designations = _memberships(record), _own_missions(record), _designations(record)
    for several in (memberships, missions, designations):
        kept_rows.beside(several, ("citations",))
    decisions = decisions_naming([record.pk])
    return sentences.partnership_on(record, memberships, missions, designations, decisions, (day, today))


def _happening(record: Partner, heads: Sequence[Headship]) -> list[timeline.Filters]:
    """Return what asks for the turning points of a partner, and for everything of those who headed its missions."""
    found = [timeline.Filters(partner=(record.key,), detail="main")]
    return found + ([timeline.Filters(office=offices(heads))] if heads else [])


def _turns(record: Partner, question: Question, whole: Link, heads: Sequence[str]) -> Later | None:
    """The turning points; none where what happened between two days stands in their place."""
    if question.beside is not None:
        return None
    filters = timeline.Filters(partner=(record.key,), kind=_TURNS, detail="main")
    return kept_blocks.kept_blocks(record, "turns", lambda: (turning_points_with_heads(filters, heads, [whole]),))


def _acts(
    record: Partner, visits: Sequence[Visit], agreements: Sequence[Agreement], are_headed: bool
) -> Iterator[Block]:
    """Who visited whom, what was signed: the latest of each; its missions, and all of it on a map."""
    latest = visits[-LATEST:]
    kept_rows.beside(latest, [f"participations.{name}" for name in PARTICIPANTS])
    yield visits_table(latest, _all(record, visits, LATEST, "visit", _("All visits")))
    signed = agreements[-LATEST_AGREEMENTS:]
    every = _all(record, agreements, LATEST_AGREEMENTS, "agreement", _("All agreements"))
    yield folded_away(agreements_table(signed, every))
    missions = _own_missions(record)
    if len(missions) > 1 or not are_headed:
        # A single one is named, and linked, by the answer.
        yield Fold(
            "mission-all", _("Missions"), [Records("mission", _("Missions"), "mission", missions)], len(missions)
        )
    yield Fold("places", _("Map"), [maps.map_of_partner([*missions, *_embassies(record)], visits)])


def _in_office(record: Partner, question: Question, heads: Sequence[Headship]) -> tuple[Block]:
    """Who held the other offices of the State on the day that the page answers for."""
    every = [to_list("office", _("All offices"), partner=record.key)]
    table = offices_table(_OFFICES, record, question, every, besides=[head.office for head in heads], most=SOME_OFFICES)
    return (Fold("office-all", table.title, [table], len(table.rows), goes_on=bool(table.more)),)


def _embassies(record: Partner) -> list[Embassy]:
    """The embassies that serve as the partner’s missions."""
    serving = (one.embassy for one in _designations(record))
    return list({one.pk: one for one in serving if one is not None and is_public(one)}.values())


def _all(record: Partner, found: Sequence, most: int, kind: str, words: str) -> list[Link]:
    """The way to all of what a table shows the latest of, with their number as far as it is read."""
    counted = f"{words} ({len(found)})" if len(found) < MOST else words
    return [timeline_link(counted, partner=record.key, kind=kind)] if len(found) > most else []


def _heads(record: Partner) -> list[Office]:
    """The offices of the heads of the partner’s missions to the organisation."""
    name = f"sort_{language_now()}"

    def ask() -> QuerySet[Office]:
        missions = _missions(record).values("pk")
        found = Office.objects.published().filter(heads_post=True, mission__in=missions)
        return found.order_by(name, "key")[:MOST]

    return kept_rows.once((record.pk, name), Office, ask, ("mission", "embassy"))


def _missions(record: Partner, states: Sequence[int] = ()) -> QuerySet[Mission]:
    """The missions of the partner to the organisation; of `states` where a question is put for any."""
    found = Mission.objects.published().filter(organization=record.organization_id)
    return found.filter(state__in=states or [record.state_id])


def _own_missions(record: Partner) -> list[Mission]:
    name = f"sort_{language_now()}"

    def ask(states: list[int]) -> QuerySet[Mission]:
        return _missions(record, states).order_by(name, "key")[:MOST]

    return kept_rows.rows_where(("of a partner", record.organization_id, name), Mission, ask, [record.state_id or 0])


def _designations(record: Partner) -> list[Designation]:
    def ask(states: list[int]) -> QuerySet[Designation]:
        found = Designation.objects.published().filter(mission__in=_missions(record, states).values("pk"))
        return found.order_by(*place_in_time.place_in_time(Designation), "key")

    paths = "mission", "embassy", "serving_mission", "decision"
    return kept_rows.rows_where(
        ("of a partner", record.organization_id), Designation, ask, [record.state_id or 0], paths
    )


VISIT_PATHS = ("areas", "stops.place", "stops.state", "stops.further_places", "citations")


def _visits(record: Partner) -> list[Visit]:
    return _newest_last(record, Visit.objects.published(), VISIT_PATHS)


def _agreements(record: Partner) -> list[Agreement]:
    return _newest_last(record, Agreement.objects.published(), ("citations",))


def _newest_last(record: Partner, published: QuerySet[R], paths: Sequence[str]) -> list[R]:
    """The latest of the records of a kind that concern the partner, in the order of time, with what `paths` lead to."""
    model = published.model

    def ask(numbers: list[int]) -> QuerySet[R]:
        places = (one.desc() for one in place_in_time.place_in_time(model, newest=True))
        return published.filter(pk__in=numbers).order_by(*places, "-key")[:MOST]

    newest = kept_rows.keyed(model, timeline.first_keys(kind_of(model), "partner", record.key, MOST, newest=True))
    found = kept_rows.rows_where(("newest",), model, ask, [one.pk for one in newest], paths)
    return found[::-1]


def _line(record: Partner, heads: Sequence[Headship], *, is_asked: bool) -> list[Cell]:
    """Since when it is a partner, unless the answer has just said so, in which frameworks, when it was last checked."""
    found = []
    if heads or is_asked:
        partner = format_html(_("Partner of {}"), sentences.of_body(record.organization))
        found.append(Cell([partner, date_html(record)], citations=list(record.citations.all())))
    if is_public(record.state):
        found.append(Cell([format_html(_("State: {}"), link_html(record.state))]))
    found += [Cell([link_html(one.framework)]) for one in _memberships(record) if one.framework is not None]
    found += [Cell([one]) for one in coverage_said(*(head.office for head in heads), of_heads=True)]
    return found


def _memberships(record: Partner) -> list[Membership]:
    def ask() -> QuerySet[Membership]:
        found = Membership.objects.published().filter(state=record.state_id, framework__publication="published")
        return found.order_by(*place_in_time.place_in_time(Membership), "key")[:6]

    return kept_rows.once(record.pk, Membership, ask, ("framework",))


def _drawn(
    record: Partner,
    question: Question,
    heads: Sequence[Headship],
    visits: Callable[[], Sequence[Visit]],
    agreements: Callable[[], Sequence[Agreement]],
) -> Strip:
    key = version.stamp(), question.today, language_now(), record.pk
    above, below = kept.having(key, lambda: _lanes(record, visits(), agreements()), _weight)
    lanes = [*above, *(lane(head, _("Head of mission"), "#heads") for head in heads), *below]
    name = titles(record, language_now())[0][0]
    title = _("%(partner)s and the organisation, over time") % {"partner": name}
    return strip("strip", title, _("The same facts are in the tables below."), lanes, *question.days)


def _weight(lanes: tuple[list[Lane], list[Lane]]) -> int:
    return sum(len(one.marks) for several in lanes for one in several)


def _lanes(record: Partner, visits: Sequence[Visit], agreements: Sequence[Agreement]) -> tuple[list[Lane], list[Lane]]:
    """Return the lanes above those of the heads, and those below: the same whatever day is asked for."""
    acts, journeys = (
        timeline.Filters(partner=(record.key,), kind=kinds) for kinds in (("decision", "agreement"), ("visit",))
    )
    lines = timeline.page(replace(acts, kind=("decision",)), size=MOST)
    decided = [mark for entry in lines.entries for mark in moment_mark(entry.record, Look.TURNING)]
    signed = [mark for one in agreements for mark in moment_mark(one)]
    travelled = [mark for one in visits for mark in journey_mark(one)]
    above = [
        Lane(_("Partnership"), list(partnership_bar(record))),
        Lane(_("Mission"), posts_drawn(_own_missions(record), _designations(record))),
    ]
    all_acts, all_journeys = lines.after is None and len(agreements) < MOST, len(visits) < MOST
    return above, [
        lane_of_moments(_("Decisions and agreements"), [*decided, *signed], acts, is_whole=all_acts),
        lane_of_moments(_("Visits"), travelled, journeys, is_whole=all_journeys),
    ]
