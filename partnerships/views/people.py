"""What the pages of people and offices say, and whose offices a page names for a day."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnerships.models import Office, Publication, Tenure
from partnerships.offices import Span, people_possibly_in_office
from partnerships.records.visibility import shows_birth

from .facts import Section, coverage, facts, links, other_names, plain, said

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


def person(record):
    birth = [said(_("Born"), record, "birth")] if shows_birth(record) else []
    return facts(
        other_names(record),
        links(_("Nationality"), record.nationality),
        *birth,
        said(_("Died"), record, "death"),
    )


def office(record):
    several = "" if record.single_holder else _("several people hold it together")
    return facts(
        plain(_("Role"), record.get_role_display()),
        links(_("State"), record.state),
        links(_("Organisation"), record.organization),
        links(_("Post"), record.embassy, record.mission),
        links(_("Accredited to"), record.receiving_state, record.receiving_organization),
        plain(_("Holders at a time"), several),
        said(_("Existence"), record),
        *coverage(record),
    )


def this_office(record):
    return [record]


def offices_of_mission(record):
    return heads_of_missions().filter(mission=record)[:MOST_OFFICES]


def offices_of_partner(record):
    """Return the heads of the partner’s missions and those who lead its government."""
    heads = Q(heads_post=True, mission__state=record.state_id, mission__publication="published")
    leaders = Q(state=record.state_id, role__in=LEADERS)
    return Office.objects.published().filter(heads | leaders).order_by("-heads_post", "sort_en", "key")[:MOST_OFFICES]


def heads_of_missions():
    found = Office.objects.published().filter(heads_post=True, mission__publication="published")
    return found.order_by("sort_en", "key")


#: A period one side of which the sources do not give: how far it possibly reaches, the neighbours say.
ONE_SIDE_UNKNOWN = Q(period="") | Q(period__startswith="/") | Q(period__endswith="/")


def in_office(first, last):
    """Return the condition for people who possibly held an office at some time from `first` to `last`."""
    served = Tenure.objects.published().filter(never_served=False, office__publication=Publication.PUBLISHED)
    running = served.filter(start_earliest__lte=last, end_latest__gte=first)
    by_neighbours = people_possibly_in_office(running.filter(ONE_SIDE_UNKNOWN).values("office"), Span(first, last))
    return Q(pk__in=running.exclude(ONE_SIDE_UNKNOWN).values("person")) | Q(pk__in=by_neighbours)
