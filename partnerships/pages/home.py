"""What the home page says: the question answered in place, its story drawn and told, and the missions as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships import dates, inflection
from partnerships.addresses import address, localized
from partnerships.drawing import Lane
from partnerships.listing import parameters
from partnerships.models import (
    Mission,
    Office,
    Organization,
    Partner,
    Publication,
    Statement,
    Tenure,
)
from partnerships.own_site import publisher
from partnerships.presentation.languages import language_now, marked_language
from partnerships.projections import timeline
from partnerships.records import place_in_time
from partnerships.records.titles import titles
from partnerships.records.visibility import shown_column

from . import sentences
from .blocks import AnswerInWords, Cell, Figure, Link, Table, TableRow, Turns
from .headships import headship_elsewhere
from .how_a_mission_came_about import how_it_came_about
from .latest_published import LatestChange, latest_changes
from .list_tables import representations
from .missions import decisions_lane, designations_of, heads_of_missions, mission_said, posts_drawn
from .question import Question
from .section_tables import to_list
from .strips import strip
from .succession_lane import lane
from .turning_points import timeline_link

#: What the home page is asked for, and its picture with it.
ASKED = ("mission", "on")
#: The home page tells of no more missions than this.
MOST_MISSIONS = 40
#: Its table shows no more missions than this.
MOST_ROWS = 6


@dataclass(frozen=True)
class MissionChoice:
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
    choices: Sequence[MissionChoice]
    on: date
    #: The question in words, where a reader put it.
    question: str
    answers: Sequence[AnswerInWords]
    onward: Sequence[Link]
    figure: Figure | None
    story: Turns | None
    missions: Table
    #: How many missions are recorded, and how many there are said to be.
    complete: SafeString
    #: What was published, and corrected, last.
    changes: Sequence[LatestChange]


def home_content(query: QueryDict, today: date) -> Home:
    """Return what the home page says of the mission and the day that are asked for."""
    question = Question(query, today, parameters.day_asked(query))
    heads = _heads()
    asked = _asked(query, heads)
    organization = _organization()
    missions = list(_missions(organization)[:MOST_MISSIONS]) if organization else []
    return Home(
        title=_title(organization),
        lead=_lead(missions, organization, today),
        choices=[_choice(head, asked) for head in heads],
        on=question.day,
        question=sentences.question_put(asked.mission, question.day, today) if asked and (query.keys() & ASKED) else "",
        answers=_answers(asked, question) if asked else [],
        onward=_onward(asked, question),
        figure=_figure(asked, question) if asked else None,
        story=how_it_came_about(asked.mission, asked.office) if asked else None,
        missions=_table(missions, organization, today),
        complete=_completeness(organization, missions),
        changes=latest_changes(),
    )


@dataclass(frozen=True)
class MissionHead:
    """A mission, with the office of its head where one is on record."""

    mission: Mission
    office: Office | None = None


def _heads() -> list[MissionHead]:
    """The missions of the register by the names of their States; first those that have an office of a head, if many."""
    name = f"sort_{language_now()}"
    order = shown_column(f"state__{name}"), name, "key"
    offices = {one.mission_id: one for one in heads_of_missions()[:MOST_MISSIONS][::-1]}
    missions = Mission.objects.published().select_related("state", "organization")
    some = list(missions.order_by(*order)[:MOST_MISSIONS])
    if len(some) == MOST_MISSIONS:
        some = list(missions.filter(pk__in=offices).order_by(*order))
    return [MissionHead(one, offices.get(one.pk)) for one in some]


def _answers(asked: MissionHead, question: Question) -> Sequence[AnswerInWords]:
    if asked.office is not None:
        return headship_elsewhere(asked.office, question).answers
    return [mission_said(asked.mission, designations_of(asked.mission), question.day, question.today)]


def _asked(query: QueryDict, heads: Sequence[MissionHead]) -> MissionHead | None:
    """The office asked for; else the head of the mission of which most is known, in either language the same."""
    key = parameters.one(query, "mission")
    if key:
        return next((head for head in heads if head.mission.key == key), None)
    known = _tenures_behind()
    return min(heads, key=lambda head: (-known.get(head.mission.pk, 0), head.mission.key), default=None)


def mission_of_first_page() -> Mission | None:
    """Return the mission that the first page tells of where none is asked for."""
    head = _asked(QueryDict(), _heads())
    return head.mission if head else None


def _tenures_behind() -> dict[int, int]:
    """How many tenures at the embassies designated by a decision stand behind each mission: as many in any language."""
    mission = "office__embassy__designations__mission"
    found = Tenure.objects.published().filter(
        office__heads_post=True,
        office__embassy__designations__publication=Publication.PUBLISHED,
        office__embassy__designations__decision__isnull=False,
    )
    return dict(found.order_by().values_list(mission).annotate(number=Count("pk")))


def _choice(head: MissionHead, asked: MissionHead | None) -> MissionChoice:
    text, language = titles(head.mission, language_now())[0]
    return MissionChoice(head.mission.key, text, language, head == asked)


def _missions(organization: Organization) -> QuerySet[Mission]:
    """The missions of partners to an organisation, in the order in which they opened."""
    found = Mission.objects.published().filter(organization=organization, state__publication="published")
    return found.select_related("state", "organization").order_by(*place_in_time.place_in_time(Mission), "key")


def _organization() -> Organization | None:
    """The organisation to which most missions are accredited."""
    found = Organization.objects.published().filter(missions__publication="published")
    return found.annotate(number=Count("missions")).order_by("-number", "key").first()


def _title(organization: Organization | None) -> str:
    if organization is None:
        return _("Who represents whom, since when, by what decision")
    return _("Who represents each partner at %(organization)s, since when, by what decision") % {
        "organization": _short(organization, "de")
    }


def _short(organization: Organization, before: str = "") -> str:
    """An organisation within a sentence, by its abbreviation; `before`, what French says before it."""
    language = language_now()
    text = organization.read("abbreviation", language)[0] or titles(organization, language)[0][0]
    phrase = inflection.article(text, language) + text
    return inflection.with_preposition(before, phrase) if before and language == "fr" else phrase


def _lead(missions: Sequence[Mission], organization: Organization | None, today: date) -> SafeString:
    whole = timeline_link(_("The whole timeline"))
    link = format_html('<a href="{}">{}</a>', whole.href, whole.text)
    if organization is None:
        if not timeline.has_more_lines_than(0):
            return format_html("{}", _("Nothing has been published yet."))
        text = _(
            "No mission to an organisation is recorded yet in this register, published by {publisher}; each fact has "
            "its source, and what is not known is marked as such. {timeline}."
        )
        return format_html(text, publisher=publisher(), timeline=link)
    states = {one.state.pk for one in missions}
    text = ngettext(
        "The mission of one partner of {organization}, from {first} to {last}, recorded by {publisher}; each fact has "
        "its source, and what is not known is marked as such. {timeline}.",
        "The missions of {number} partners of {organization}, from {first} to {last}, recorded by {publisher}; "
        "each fact has its source, and what is not known is marked as such. {timeline}.",
        len(states),
    )
    partners = Partner.objects.published().filter(state__in=states, organization=organization)
    first = partners.exclude(start_earliest=dates.EARLIEST).aggregate(first=Min("start_earliest"))["first"]
    return format_html(
        text,
        number=len(states),
        organization=_short(organization, "de"),
        first=(first or today).year,
        last=today.year,
        publisher=publisher(),
        timeline=link,
    )


def _onward(asked: MissionHead | None, question: Question) -> list[Link]:
    if asked is None:
        return []
    cited = ("office", asked.office.key) if asked.office else ("mission", asked.mission.key)
    cite = localized("cite", language_now(), kind=cited[0], key=cited[1])
    page, day, today = address(asked.mission, language_now()), question.day.isoformat(), question.today.isoformat()
    then_and_now = [Link(f"{page}?on={day}&and={today}", _("Compare with today"))] if day != today else []
    return [
        Link(page, _("All who headed this mission") if asked.office else _("The page of this mission")),
        *then_and_now,
        Link(f"{cite}?on={day}", _("Cite this answer")),
    ]


def _figure(asked: MissionHead, question: Question) -> Figure:
    language = language_now()
    designations = list(designations_of(asked.mission))
    lanes = [decisions_lane(designations), Lane(_("Mission"), posts_drawn([asked.mission], designations))]
    if asked.office is not None:
        head = headship_elsewhere(asked.office, question)
        lanes.append(lane(head, _("Head of mission"), address(asked.office, language)))
    title = titles(asked.mission, language)[0][0]
    return Figure(
        "drawn", title, strip("strip", title, _("The same facts are told in the sentences below."), lanes, question.day)
    )


def _completeness(organization: Organization | None, missions: Sequence[Mission]) -> SafeString:
    """How many missions are recorded, and how many there are by what has been said of them."""
    if organization is None or not missions:
        return SafeString("")
    said = Statement.objects.published().filter(organizations=organization)
    return sentences.missions_recorded(missions, said.filter(partners=None, frameworks=None, states=None))


def _table(missions: Sequence[Mission], organization: Organization | None, today: date) -> Table:
    """Return the missions of which most is known: whose, since when, by virtue of what, and who heads them today."""
    known = representations(missions, today, today)
    told = sorted(known.values(), key=lambda one: not one.served.aside)[:MOST_ROWS]
    rows = [
        TableRow(
            [
                Cell([_of_state(one.mission)]),
                one.since,
                Cell(one.served.aside or one.served.values),
                one.head,
            ]
        )
        for one in known.values()
        if one in told
    ]
    columns = (_("Partner"), _("Mission since"), _("Decision"), _("Head today"))
    every = _("All %(number)d missions, in the order in which they opened") % {"number": len(known)}
    body = {"body": organization.key} if organization else {}
    more = [to_list("mission", every, **body, order="oldest")] if len(known) > len(rows) else []
    return Table("missions", _("Missions of partners"), columns, rows, more, labelled=True)


def _of_state(mission: Mission) -> SafeString:
    """The mission of a State, by the name of the State."""
    language = language_now()
    name = marked_language(*titles(mission.state, language)[0], mark=False)
    return format_html('<a href="{}">{}</a>', address(mission, language), name)
