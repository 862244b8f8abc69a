"""What the pages of organisations and frameworks say: their partners and participants, their bodies and offices."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.models import Framework, Organization
from partnerships.presentation.days import date_html
from partnerships.presentation.languages import language_now, text_of
from partnerships.presentation.links import link_html
from partnerships.presentation.values import ShownText
from partnerships.projections import timeline
from partnerships.records.visibility import is_public

from . import sentences
from .blocks import AnswerInWords, Cell, Content
from .facts import Fact, date_fact, facts, link_fact, other_names, text_fact, wikidata_fact
from .question import Question
from .section_tables import folded_away, itself, members_table, offices_table, records_table, to_list
from .sections import Section
from .standing_on_a_day import days_asked
from .turning_points import timeline_link, turning_points

_BODIES = Section("organization", "parent", gettext_lazy("Bodies"))
_OFFICES = Section("office", "organization", gettext_lazy("Offices"))
_FRAMEWORKS = Section("framework", "organization", gettext_lazy("Frameworks"))
_PARTNERS = Section("partner", "organization", gettext_lazy("Partners"))
_MISSIONS = Section("mission", "organization", gettext_lazy("Missions"))
_MEMBERS = Section("membership", "organization", gettext_lazy("Members"))
_PARTICIPANTS = Section("membership", "framework", gettext_lazy("Participants"))

ORGANIZATION_SECTIONS = (
    Section("posting", "organization", gettext_lazy("Postings")),
    Section("activity", "organization", gettext_lazy("Practical cooperation")),
    Section("meeting", "organization", gettext_lazy("Meetings"), elsewhere=("stop", "visit")),
    Section("statement", "organizations", gettext_lazy("Statements")),
)

FRAMEWORK_SECTIONS = (Section("statement", "frameworks", gettext_lazy("Statements")),)
#: The kinds that stand on these pages as tables.
TABLES = ("membership",)


def organization_facts(record: Organization) -> list[Fact]:
    return facts(
        text_fact(gettext_lazy("Abbreviation"), record, "abbreviation"),
        other_names(record),
        link_fact(gettext_lazy("Part of"), record.parent),
        link_fact(gettext_lazy("Seat"), record.seat),
        date_fact(gettext_lazy("Existence"), record),
        wikidata_fact(record),
    )


def content(record: Organization, question: Question) -> Content:
    """What the page of an organisation says, in its order."""
    offices = offices_table(_OFFICES, record, question, more=[to_list("office", _("All offices"), body=record.key)])
    everything = timeline_link(_("The whole timeline"), body=record.key, detail="all")
    partners, missions = (section.number(record) for section in (_PARTNERS, _MISSIONS))
    answers = _answers(record, partners, missions, question)
    on = {"on": question.on.isoformat()} if question.on and not question.beside else {}
    return Content(
        answers=answers,
        asks_for_day=bool(offices or partners or missions),
        line=_line(record, is_told=bool(answers) and not partners and not missions),
        blocks=[
            offices,
            records_table(
                _PARTNERS,
                record,
                (_("Partner"), itself),
                more=[to_list("partner", _("All partners"), body=record.key, **on)],
                question=question,
            ),
            records_table(
                _MISSIONS,
                record,
                (_("Mission"), itself),
                more=[to_list("mission", _("All missions"), body=record.key, **on)],
                question=question,
            ),
            folded_away(records_table(_BODIES, record, (_("Body"), itself), question=question)),
            folded_away(records_table(_FRAMEWORKS, record, (_("Framework"), itself), question=question)),
            turning_points(timeline.Filters(body=(record.key,), detail="main"), [everything]),
            folded_away(members_table(_MEMBERS, record, _("Member"), lambda one: one.state)),
        ],
    )


def _answers(record: Organization, partners: int, missions: int, question: Question) -> list[AnswerInWords]:
    """How many partners and missions it had on each day asked for; else what is said of it for no day."""
    if (partners or missions) and (days := days_asked(question)):
        today = question.today
        counted = [(day, *(one.number_on(record, day, today) for one in (_PARTNERS, _MISSIONS))) for day in days]
        return [sentences.organization_on(record, several, posts, day, today) for day, several, posts in counted]
    answer = sentences.organization(record, partners, missions)
    return [answer] if answer else []


def _line(record: Organization, *, is_told: bool) -> list[Cell]:
    """Return what stands beneath the answer, which told already of what it is a body, or not."""
    found = [Cell([ShownText(record, "abbreviation")])] if text_of(record, "abbreviation", language_now())[0] else []
    if is_public(record.parent) and not is_told:
        found.append(Cell([_("part of:"), link_html(record.parent)]))
    if is_public(record.seat):
        found.append(Cell([link_html(record.seat)]))
    if when := date_html(record):
        found.append(Cell([when], citations=list(record.citations.all())))
    return found


def framework_facts(record: Framework) -> list[Fact]:
    return facts(
        text_fact(gettext_lazy("Abbreviation"), record, "abbreviation"),
        link_fact(gettext_lazy("Organisation"), record.organization),
        date_fact(gettext_lazy("In use"), record),
    )


def framework_content(record: Framework, question: Question) -> Content:
    """What the page of a framework says, in its order."""
    line = [Cell([link_html(record.organization)])] if is_public(record.organization) else []
    if when := date_html(record):
        line.append(Cell([when], citations=list(record.citations.all())))
    answer = sentences.framework(record, _PARTICIPANTS.records(record))
    return Content(
        answers=[answer] if answer else [],
        line=line,
        blocks=[
            members_table(_PARTICIPANTS, record, _("Participant"), lambda one: one.state),
            turning_points(timeline.Filters(related=(("framework", record.key),), detail="main"), []),
        ],
    )
