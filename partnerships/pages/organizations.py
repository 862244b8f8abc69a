"""What the pages of organisations and frameworks say."""

from django.utils.translation import gettext_lazy as _

from partnerships.models import Framework, Organization

from .facts import Fact, Section, facts, links, other_names, said, text

ORGANIZATION_SECTIONS = (
    Section("organization", "parent", _("Bodies")),
    Section("office", "organization", _("Offices")),
    Section("framework", "organization", _("Frameworks")),
    Section("partner", "organization", _("Partners")),
    Section("mission", "organization", _("Missions")),
    Section("membership", "organization", _("Members")),
    Section("posting", "organization", _("Postings")),
    Section("activity", "organization", _("Practical cooperation")),
    Section("meeting", "organization", _("Meetings"), elsewhere=("stop", "visit")),
    Section("statement", "organizations", _("Statements")),
)


FRAMEWORK_SECTIONS = (
    Section("membership", "framework", _("Participants")),
    Section("statement", "frameworks", _("Statements")),
)


def organization(record: Organization) -> list[Fact]:
    return facts(
        text(_("Abbreviation"), record, "abbreviation"),
        other_names(record),
        links(_("Part of"), record.parent),
        links(_("Seat"), record.seat),
        said(_("Existence"), record),
    )


def framework(record: Framework) -> list[Fact]:
    return facts(
        text(_("Abbreviation"), record, "abbreviation"),
        links(_("Organisation"), record.organization),
        said(_("In use"), record),
    )
