"""What the page of a mission says: who headed it, since when, and by virtue of which designation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships import dates
from partnerships.addresses import address
from partnerships.drawing import Bar, Lane, Look, Mark, Strip
from partnerships.kept_in_process import remembered
from partnerships.models import Decision, Designation, Mission, Office, Partner
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.projections import timeline
from partnerships.records import kept_rows, place_in_time
from partnerships.records.kinds import ON_THE_TIMELINE
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, shown_column

from . import kept_blocks, sentences
from .blocks import AnswerInWords, Cell, Content, Figure, Table, Turns
from .common_tables import serving_table
from .coverage import coverage_said
from .facts import Fact, coverage_facts, date_fact, facts, link_fact, reached, value_fact
from .headships import Headship, answers, headship_elsewhere, offices
from .question import Question
from .sections import Section
from .standing_on_a_day import days_asked
from .strips import moment_mark, period_bar, strip
from .succession_lane import lane
from .succession_table import headship_table
from .turning_points import turning_points_of, turns_between

MISSION_SECTIONS = (
    Section("designation", "mission", gettext_lazy("Designations, with their dates and sources")),
    Section("designation", "serving_mission", gettext_lazy("Other missions entrusted to this mission")),
    Section("office", "mission", gettext_lazy("Offices")),
    Section("statement", "missions", gettext_lazy("Statements")),
)

_TURNS = tuple(kind for kind in ON_THE_TIMELINE if kind != "tenure")
#: A page names the holders of no more offices than this.
MOST_OFFICES = 8
#: Nor names more decisions about its partner.
MOST_DECISIONS = 8


def mission_facts(record: Mission) -> list[Fact]:
    return facts(
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        link_fact(gettext_lazy("Sending State"), record.state),
        link_fact(gettext_lazy("Accredited to"), record.organization),
        link_fact(gettext_lazy("Place"), record.place),
        *reached(record),
        date_fact(gettext_lazy("Period"), record),
        *coverage_facts(record),
    )


def heads_of_missions() -> QuerySet[Office]:
    """The offices of the heads of missions that the public may see, by the names of their States."""
    found = Office.objects.published().filter(heads_post=True, mission__publication="published")
    name = f"sort_{language_now()}"
    return found.order_by(shown_column(f"mission__state__{name}"), name, "key")


def heads_at(missions: Iterable[int], most: int | None = None) -> list[Office]:
    """Return the offices of the heads of `missions`, at most so many, with the posts that they head."""

    def ask(some: list[int]) -> QuerySet[Office]:
        return heads_of_missions().filter(mission__in=some)[:most]

    return kept_rows.rows_where(("heads", language_now(), most), Office, ask, missions, ("mission", "embassy"))


def content(record: Mission, question: Question) -> Content:
    """What the page of a mission says, in its order."""
    heads = [headship_elsewhere(office, question) for office in heads_at([record.pk], MOST_OFFICES)]
    designations = remembered()(lambda: designations_of(record))
    return Content(
        answers=answers(heads) or _said_on(record, question, designations),
        asks_for_day=True,
        line=_line(record, heads),
        blocks=[
            _changes(record, question, heads),
            kept_blocks.kept_blocks(
                record,
                "of-the-day",
                lambda: (
                    Figure("drawn", "", _drawn(record, question, heads, designations())),
                    headship_table(heads, "heads", _("Heads of mission")),
                ),
                question.key,
            ),
            kept_blocks.kept_blocks(
                record,
                "acts",
                lambda: (designations_table(designations()), story(record, designations(), _("Turning points"))),
            ),
        ],
    )


def _said_on(
    record: Mission, question: Question, designations: Callable[[], Sequence[Designation]]
) -> list[AnswerInWords]:
    """What is said of a mission that has no head on record; on each day, where days are asked for."""
    days: Sequence[date | None] = days_asked(question) or [None]
    return [
        kept_blocks.kept_answer(
            record, "said", lambda day=day: mission_said(record, designations(), day, question.today), day
        )
        for day in days
    ]


def mission_said(record: Mission, designations: Sequence[Designation], day: date | None, today: date) -> AnswerInWords:
    """What is said of a mission that has no head on record, on a day or on none."""
    partners = Partner.objects.published().filter(state=record.state, organization=record.organization)
    decisions = decisions_naming(partners.values_list("pk", flat=True))
    if day is None:
        return sentences.mission(record, designations, decisions)
    return sentences.mission_on(record, designations, decisions, day, today)


def decisions_naming(partners: Iterable[int]) -> list[Decision]:
    """Return the decisions that name one of some partners, in their order."""

    def ask(some: list[int]) -> QuerySet[Decision]:
        found = Decision.objects.published().filter(partners__in=some).distinct()
        return found.order_by(*place_in_time.place_in_time(Decision), "key")[:MOST_DECISIONS]

    return kept_rows.rows_where("naming-partners", Decision, ask, partners)


def _changes(record: Mission, question: Question, heads: Sequence[Headship]) -> Turns | None:
    """Return what happened between two days: the turning points of a mission, and everything of those who headed it."""
    if len(question.days) < 2:
        return None
    asked = [timeline.Filters(related=(("mission", record.key),), detail="main")]
    asked += [timeline.Filters(office=offices(heads))] if heads else []
    state, body = record.state, record.organization
    partners = Partner.objects.published().filter(state=state, organization=body).values_list("key", flat=True)
    return turns_between(question, asked, [("partner", key) for key in partners[:1]])


def story(record: Mission, designations: Sequence[Designation], title: str) -> Turns:
    """The turning points of a mission, and the decisions on which its designations rest; its heads have a table."""
    decisions = {one.decision.key: one.decision for one in designations if one.decision and is_public(one.decision)}
    asked = [timeline.Filters(related=(("mission", record.key),), kind=_TURNS, detail="main")]
    asked += [timeline.Filters(related=(("decision", key),), kind=("decision",)) for key in decisions]
    return turning_points_of(asked, [], title)


def decisions_lane(designations: Sequence[Designation]) -> Lane:
    """The decisions on which designations rest, drawn."""
    decisions = {one.decision.pk: one.decision for one in designations if one.decision and is_public(one.decision)}
    # They are few: there is room for their dates beneath them.
    drawn = [
        replace(mark, name=dates.word(dates.parse(one.date), language_now()))
        for one in decisions.values()
        for mark in moment_mark(one, Look.TURNING)
    ]
    return Lane(_("Decisions"), drawn)


def designations_of(record: Mission) -> list[Designation]:
    """The designations by which posts serve as a mission, in their order."""

    def ask(missions: list[int]) -> QuerySet[Designation]:
        found = Designation.objects.published().filter(mission__in=missions)
        return found.order_by(*place_in_time.place_in_time(Designation), "key")

    paths = ("mission", "embassy", "serving_mission", "decision.follows", "citations")
    return kept_rows.rows_where("of-a-mission", Designation, ask, [record.pk], paths)


def designations_table(designations: Sequence[Designation]) -> Table:
    """Return which post served as which mission, since when, and on the ground of which decision."""
    posts = [(one, one.post) for one in designations if one.post is not None and is_public(one.post)]
    return serving_table("designations", _("Designations"), _("Post that serves as the mission"), posts)


def _line(record: Mission, heads: Sequence[Headship]) -> list[Cell]:
    found = [
        Cell([link_html(record.state)]),
        Cell([format_html(_("accredited to {}"), sentences.of_body(record.organization))]),
    ]
    if when := date_html(record):
        found.append(Cell([when], citations=list(record.citations.all())))
    covered = coverage_said(record, *(head.office for head in heads), of_heads=True)
    return [*found, *(Cell([one]) for one in covered)]


def _drawn(
    record: Mission, question: Question, heads: Sequence[Headship], designations: Sequence[Designation]
) -> Strip:
    language = language_now()
    name = titles(record, language)[0][0]
    lanes = [
        decisions_lane(designations),
        Lane(_("Mission"), posts_drawn([record], designations)),
        *(lane(head, _("Head of mission"), "#heads") for head in heads),
    ]
    return strip("strip", name, _("The same facts are in the tables below."), lanes, *question.days)


def posts_drawn(missions: Iterable[Mission], designations: Iterable[Designation]) -> list[Mark]:
    """Return the days on which missions stood, and over them those on which another post served as one.

    A post of its own has a look of its own only where something else has not, and stands out beside that.
    """
    served = [mark for one in designations for mark in _service(one)]
    look = Look.OTHER if served else Look.FULL
    own = [mark for one in missions for mark in _days_of_standing(one, look)]
    return [*(mark for mark in own if not any(_covers(one, mark) for one in served)), *served]


def _covers(above: Mark, beneath: Mark) -> bool:
    """Whether nothing of one bar is seen beneath another."""
    if not isinstance(above, Bar) or not isinstance(beneath, Bar):
        return False
    begins = above.first is None or (beneath.first is not None and above.first <= beneath.first)
    return begins and (above.last is None or (beneath.last is not None and above.last >= beneath.last))


def _days_of_standing(record: Mission, look: Look) -> Iterator[Mark]:
    return period_bar(record, "", titles(record, language_now())[0][0], address(record, language_now()), look)


def _service(designation: Designation) -> Iterator[Mark]:
    post = designation.post
    if post is None or not is_public(post):
        return iter(())
    word = _("the embassy") if designation.embassy_id else _("another mission")
    return period_bar(designation, word, titles(post, language_now())[0][0], address(designation, language_now()))
