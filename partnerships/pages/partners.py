"""What the pages of partners, States, organisations, places and frameworks say."""

from django.utils.translation import gettext_lazy as _

from .facts import Section, coordinates, facts, links, other_names, plain, said, text

PARTNER_SECTIONS = (
    Section("mission", "state", _("Missions"), "state_id"),
    Section("membership", "state", _("Frameworks and organisations"), "state_id"),
    Section("posting", "state", _("Postings"), "state_id"),
    Section("activity", "partners", _("Practical cooperation")),
    Section("meeting", "partners", _("Meetings")),
    Section("statement", "partners", _("Statements")),
)
STATE_SECTIONS = (
    Section("partner", "state", _("Partnerships")),
    Section("mission", "state", _("Missions")),
    Section("embassy", "state", _("Embassies")),
    Section("office", "state", _("Offices")),
    Section("membership", "state", _("Frameworks and organisations")),
    Section("posting", "state", _("Postings")),
)
ORGANIZATION_SECTIONS = (
    Section("organization", "parent", _("Bodies")),
    Section("office", "organization", _("Offices")),
    Section("framework", "organization", _("Frameworks")),
    Section("partner", "organization", _("Partners")),
    Section("mission", "organization", _("Missions")),
    Section("membership", "organization", _("Members")),
    Section("posting", "organization", _("Postings")),
    Section("activity", "organization", _("Practical cooperation")),
    Section("meeting", "organization", _("Meetings")),
    Section("statement", "organizations", _("Statements")),
)
PLACE_SECTIONS = (
    Section("embassy", "place", _("Embassies")),
    Section("mission", "place", _("Missions")),
    Section("organization", "seat", _("Organisations seated here")),
    Section("activity", "place", _("Practical cooperation")),
    Section("meeting", "place", _("Meetings")),
)
FRAMEWORK_SECTIONS = (
    Section("membership", "framework", _("Participants")),
    Section("statement", "frameworks", _("Statements")),
)


def partner(record):
    return facts(
        links(_("State"), record.state),
        links(_("Partner of"), record.organization),
        said(_("Partnership"), record),
    )


def state(record):
    return facts(
        text(_("Formal name"), record, "formal_name"),
        other_names(record),
        plain(_("ISO code"), record.iso2, record.iso3),
        said(_("Existence"), record),
        links(_("Predecessors"), *record.predecessors.all()),
        links(_("Successors"), *record.successors.all()),
    )


def organization(record):
    return facts(
        text(_("Abbreviation"), record, "abbreviation"),
        other_names(record),
        links(_("Part of"), record.parent),
        links(_("Seat"), record.seat),
        said(_("Existence"), record),
    )


def place(record):
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        other_names(record),
        links(_("State"), record.state),
        coordinates(record),
    )


def framework(record):
    return facts(
        text(_("Abbreviation"), record, "abbreviation"),
        links(_("Organisation"), record.organization),
        said(_("In use"), record),
    )
