"""What the home page says: the question answered in place, its story drawn and told, and the missions as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.addresses import address
from partnerships.drawing import Lane
from partnerships.listing import parameters
from partnerships.models import Designation, Mission, Office, Organization
from partnerships.presentation import language_now, link_html
from partnerships.projections import timeline
from partnerships.records.titles import titles

from .blocks import Answer, Cell, Figure, Link, Question, Table, TableRow, Turns
from .missions import decisions_lane, designations_of, heads_of_missions, service, standing, story
from .parts import timeline_link
from .representation import headship, lane
from .rows import representations
from .strips import strip

#: The home page tells of no more missions than this.
MOST_MISSIONS = 40


@dataclass(frozen=True)
class Choice:
    """One mission of the question’s list."""

    key: str
    text: str
    language: str
    chosen: bool


@dataclass(frozen=True)
class Home:
    """The home page: its heading, the question with its answer, the drawing, the story and the table."""

    title: str
    lead: SafeString
    choices: Sequence[Choice]
    on: date
    answers: Sequence[Answer]
    onward: Sequence[Link]
    figure: Figure | None
    story: Turns | None
    missions: Table


def home(query: QueryDict, today: date) -> Home:
    """Return what the home page says of the mission and the day that are asked for."""
    question = Question(query, today, parameters.day(query))
    heads = _heads()
    asked = _asked(query, heads)
    organization = _organization()
    missions = list(_missions(organization)[:MOST_MISSIONS]) if organization else []
    return Home(
        title=_title(organization),
        lead=_lead(missions, organization),
        choices=[_choice(head, asked) for head in heads],
        on=question.day,
        answers=headship(asked.office, question).answers if asked else [],
        onward=_onward(asked),
        figure=_figure(asked, question) if asked else None,
        story=_story(asked) if asked else None,
        missions=_table(missions, today),
    )


@dataclass(frozen=True)
class Head:
    """The office of the head of a mission, with the mission."""

    office: Office
    mission: Mission


def _heads() -> list[Head]:
    offices = heads_of_missions().select_related("mission__organization")[:MOST_MISSIONS]
    return [Head(office, office.mission) for office in offices if office.mission is not None]


def _asked(query: QueryDict, heads: Sequence[Head]) -> Head | None:
    """The office asked for; else the head of the mission of which most is known: the first designated one."""
    key = parameters.one(query, "mission")
    if key:
        return next((head for head in heads if head.mission.key == key), None)
    designated = set(Designation.objects.published().exclude(decision=None).values_list("mission", flat=True))
    return next((head for head in heads if head.mission.pk in designated), heads[0] if heads else None)


def _choice(head: Head, asked: Head | None) -> Choice:
    text, language = titles(head.mission, language_now())[0]
    return Choice(head.mission.key, text, language, head == asked)


def _missions(organization: Organization) -> QuerySet[Mission]:
    """The missions of partners to an organisation, by the names of their States."""
    found = Mission.objects.published().filter(organization=organization, state__publication="published")
    return found.select_related("state", "organization").order_by(f"state__sort_{language_now()}", "key")


def _organization() -> Organization | None:
    """The organisation to which most missions are accredited."""
    found = Organization.objects.published().filter(missions__publication="published")
    return found.annotate(number=Count("missions")).order_by("-number", "key").first()


def _title(organization: Organization | None) -> str:
    if organization is None:
        return _("Who represents whom, since when, by what decision")
    return _("Who represents each partner at %(organization)s, since when, by what decision") % {
        "organization": _short(organization)
    }


def _short(organization: Organization) -> str:
    return organization.read("abbreviation", language_now())[0] or titles(organization, language_now())[0][0]


def _lead(missions: Sequence[Mission], organization: Organization | None) -> SafeString:
    if organization is None:
        return format_html("{}", _("Nothing has been published yet."))
    text = _("The missions of {number} partners, each line with its source; what is not known is said. {timeline}.")
    lines = timeline.page(timeline.Filters(), size=1).entries
    since = lines[0].earliest.year if lines else None
    whole = timeline_link(_("The timeline begins in %(year)s") % {"year": since} if since else _("The timeline"))
    link = format_html('<a href="{}">{}</a>', whole.href, whole.text)
    return format_html(text, number=len({one.state.pk for one in missions}), timeline=link)


def _onward(asked: Head | None) -> list[Link]:
    if asked is None:
        return []
    return [Link(address(asked.mission, language_now()), _("All who headed this mission"))]


def _figure(asked: Head, question: Question) -> Figure:
    language = language_now()
    designations = list(designations_of(asked.mission))
    head = headship(asked.office, question)
    lanes = [
        decisions_lane(designations),
        Lane(_("Mission"), [*standing(asked.mission), *(mark for one in designations for mark in service(one))]),
        lane(head, _("Head of mission"), address(asked.office, language)),
    ]
    title = titles(asked.mission, language)[0][0]
    return Figure(
        "drawn", "", strip("strip", title, _("The same facts stand in the sentences below."), lanes, question.day)
    )


def _story(asked: Head) -> Turns:
    return story(asked.mission, list(designations_of(asked.mission)), _("How it came about"))


def _table(missions: Sequence[Mission], today: date) -> Table:
    """Return the missions: since when, served by what, and who heads them today."""
    known = [one for one in representations(missions, today, today).values()]
    rows = [TableRow([Cell([link_html(one.mission)]), one.since, one.served, one.head]) for one in known]
    columns = (_("Mission"), _("Since"), _("Served by"), _("Head today"))
    return Table("missions", _("Missions of partners"), columns, rows, labelled=True)
