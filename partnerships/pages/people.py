"""What the pages of people and offices say, and whose offices a page names for a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from partnerships.models import Mission, Office, Partner, Person
from partnerships.offices import Answer, holders
from partnerships.records.titles import load_names
from partnerships.records.visibility import shows_birth

from .facts import Fact, Section, coverage, facts, links, other_names, plain, said, text

PERSON_SECTIONS = (
    Section("tenure", "person", _("Offices held")),
    Section("posting", "person", _("Postings")),
    Section("statement", "people", _("Statements")),
)
OFFICE_SECTIONS = (Section("tenure", "office", _("Holders")),)

#: A page names the holders of no more offices than this.
MOST_OFFICES = 8
LEADERS = (
    Office.Role.HEAD_OF_STATE,
    Office.Role.HEAD_OF_GOVERNMENT,
    Office.Role.FOREIGN_MINISTER,
    Office.Role.DEFENCE_MINISTER,
)


def person(record: Person) -> list[Fact]:
    birth = [said(_("Born"), record, "birth")] if shows_birth(record) else []
    return facts(
        text(_("Honorific"), record, "honorific"),
        text(_("Suffix"), record, "suffix"),
        other_names(record),
        links(_("Nationality"), record.nationality),
        *birth,
        said(_("Died"), record, "death"),
    )


def office(record: Office) -> list[Fact]:
    several = "" if record.single_holder else _("several people hold it together")
    return facts(
        text(_("In the feminine"), record, "title_feminine"),
        plain(_("Role"), record.get_role_display()),
        links(_("State"), record.state),
        links(_("Organisation"), record.organization),
        links(_("Post"), record.embassy, record.mission),
        links(_("Accredited to"), record.receiving_state, record.receiving_organization),
        plain(_("Holders at a time"), several),
        said(_("Existence"), record),
        *coverage(record),
    )


def this_office(record: Office) -> list:
    return [record]


def offices_of_mission(record: Mission) -> QuerySet[Office]:
    return heads_of_missions().filter(mission=record)[:MOST_OFFICES]


def offices_of_partner(record: Partner) -> QuerySet[Office]:
    """Return the heads of the partner’s missions and those who lead its government."""
    heads = Q(heads_post=True, mission__state=record.state_id, mission__publication="published")
    leaders = Q(state=record.state_id, role__in=LEADERS)
    return Office.objects.published().filter(heads | leaders).order_by("-heads_post", "sort_en", "key")[:MOST_OFFICES]


def heads_of_missions() -> QuerySet[Office]:
    found = Office.objects.published().filter(heads_post=True, mission__publication="published")
    return found.order_by("sort_en", "key")


def answers_for(offices: Iterable[Office], on: date) -> list[Answer]:
    """Return who held each of `offices` on the day `on`, with the names they bore then."""
    answers = [holders(office, on) for office in offices]
    load_names(holder.person for answer in answers for holder in (*answer.certain, *answer.possible))
    return answers
