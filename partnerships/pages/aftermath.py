"""What followed from a decision: designations, heads of mission thereby, later decisions; as a table, and drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.drawing import Lane, Look, Strip
from partnerships.models import Decision, Designation, Mission
from partnerships.offices import SuccessionRow
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.records import kept_rows, place_in_time
from partnerships.records.titles import titles
from partnerships.records.visibility import public

from . import sentences
from .blocks import Cell, Table, TableRow
from .headships import Headship, headship_elsewhere
from .missions import heads_at, posts_drawn
from .question import Question
from .strips import moment_mark, strip
from .succession_lane import lane
from .succession_table import when

#: A page follows no more designations than this, and draws the heads of no more missions.
MOST, MOST_DRAWN = 40, 2
#: A chain of decisions is followed no further than this.
STEPS = 6


@dataclass(frozen=True)
class Aftermath:
    """What followed from a decision, read once for everything that its page says of it."""

    decision: Decision
    question: Question
    designations: Sequence[Designation]
    later: Sequence[Decision]
    #: The missions of the partners that it names for which it designated no post.
    others: Sequence[Mission] = ()

    @cached_property
    def heads(self) -> list[Headship]:
        """The heads of the first missions that the decision designated posts for."""
        missions = {one.mission_id for one in self.designations[:MOST_DRAWN]}
        offices = heads_at(missions)
        return [headship_elsewhere(office, self.question) for office in offices]

    def __bool__(self) -> bool:
        return bool(self.designations or self.later)


def aftermath(record: Decision, question: Question) -> Aftermath:
    """Return what followed from a decision."""
    designations = _designations(record)
    return Aftermath(record, question, designations, list(_later(record)), _others(record, designations))


def _others(record: Decision, designations: Sequence[Designation]) -> list[Mission]:
    """The missions of further partners of a decision that designates posts, for which no post is designated, but for
    those that stood before it."""
    if not designations:
        return []
    organizations = {one.mission.organization_id for one in designations if one.mission is not None}  # pyright: ignore[reportAttributeAccessIssue]
    found = Mission.objects.published().filter(
        state__partnerships__in=public(record.partners.all()),
        organization__in=organizations,
        start_earliest__gte=record.date_earliest,
    )
    found = found.exclude(designations__publication="published").distinct()
    found = found.order_by(*place_in_time.place_in_time(Mission), "key")
    return kept_rows.loaded(found[: max(MOST - len(designations), 0)], ("citations",))


def _designations(record: Decision) -> list[Designation]:

    def ask(decisions: list[int]) -> QuerySet[Designation]:
        found = Designation.objects.published().filter(decision__in=decisions, mission__publication="published")
        return found.order_by(*place_in_time.place_in_time(Designation), "key")[:MOST]

    paths = ("mission", "embassy", "serving_mission", "citations")
    return kept_rows.rows_where("of-a-decision", Designation, ask, [record.pk], paths)


def _later(record: Decision) -> Iterator[Decision]:
    """The decisions that follow this one, and those that follow them; a query for each step."""
    before = [record.pk]
    for _step in range(STEPS):
        several = kept_rows.rows_where("following", Decision, _following, before, ("body", "citations"))
        yield from several
        before = [one.pk for one in several]
        if not before:
            return


def _following(decisions: list[int]) -> QuerySet[Decision]:
    found = Decision.objects.published().filter(follows__in=decisions)
    return found.order_by(*place_in_time.place_in_time(Decision), "key")[:MOST]


def aftermath_table(found: Aftermath) -> Table:
    """Return what followed, in its order."""
    rows: list[tuple[date, TableRow]] = []
    rows += [
        (dates.reading_place(one.start_earliest, one.start_latest)[0], _designation(one)) for one in found.designations
    ]
    rows += [(dates.reading_place(one.start_earliest, one.start_latest)[0], _mission(one)) for one in found.others]
    rows += [(dates.reading_place(one.date_earliest, one.date_latest)[0], _decision(one)) for one in found.later]
    rows += [(row.first, _head(head, row)) for head in found.heads for row in _thereby(found, head)]
    ordered = [row for _day, row in sorted(rows, key=lambda one: one[0])]
    return Table("aftermath", _("What followed"), (_("When"), _("What"), _("How")), ordered)


def _designation(one: Designation) -> TableRow:
    what = format_html(
        _("{post} serves as {mission}"), post=sentences.charge_of(one.post), mission=sentences.charge_of(one.mission)
    )
    return TableRow(
        [Cell([date_html(one)]), Cell([what], citations=list(one.citations.all())), Cell([_("designation")])]
    )


def _mission(one: Mission) -> TableRow:
    how = [_("mission, no designation recorded")]
    what = [sentences.charge_of(one)]
    return TableRow([Cell([date_html(one)]), Cell(what, citations=list(one.citations.all())), Cell(how)])


def _decision(one: Decision) -> TableRow:
    how = [_("later decision")]
    return TableRow(
        [Cell([date_html(one, "date")]), Cell([link_html(one)], citations=list(one.citations.all())), Cell(how)]
    )


def _thereby(found: Aftermath, head: Headship) -> Iterator[SuccessionRow]:
    """The rows of those who headed a mission by virtue of one of the designations."""
    own = {one.pk for one in found.designations}
    for row in head.rows:
        if row.holder and row.holder.by_virtue_of and row.holder.by_virtue_of.designation.pk in own:
            yield row


def _head(head: Headship, row: SuccessionRow) -> TableRow:
    who = link_html(row.holder.person, (row.first, row.first)) if row.holder else ""
    certain = row.answer == "certain"
    what = format_html(
        _("{who} heads {mission}") if certain else _("possibly {who} heads {mission}"),
        who=who,
        mission=sentences.charge(head.office),
    )
    office = row.holder.by_virtue_of.office if row.holder and row.holder.by_virtue_of else None
    how = [sentences.office_said(office, feminine=row.holder.tenure.is_feminine)] if office and row.holder else []
    return TableRow(
        [Cell([when(row)]), Cell([what], citations=row.citations), Cell(how)], "" if certain else "not-known"
    )


def aftermath_strip(found: Aftermath) -> Strip | None:
    """Return the decision and what followed, drawn; nothing where nothing followed."""
    if not found:
        return None
    language = language_now()
    chain = [one for one in (found.decision.follows, found.decision, *found.later) if one is not None]
    decided = [mark for one in chain if one.publication == "published" for mark in moment_mark(one, Look.TURNING)]
    missions = {one.mission_id: one.mission for one in found.designations}
    lanes = [
        Lane(_("Decisions"), decided),
        Lane(
            _("Missions") if len(missions) > 1 else _("Mission"),
            posts_drawn(missions.values(), found.designations),
        ),
        *(lane(head, _("Head of mission"), "#aftermath") for head in found.heads),
    ]
    day = found.question.on
    title = titles(found.decision, language)[0][0]
    return strip("strip", title, _("The same facts are in the table below."), lanes, day)
