"""What the pages of missions and embassies say."""

from django.utils.translation import gettext_lazy as _

from partnerships.models import Embassy, Mission

from .facts import Fact, Section, coverage, facts, links, plain, reached, said

MISSION_SECTIONS = (
    Section("designation", "mission", _("Posts that serve as this mission")),
    Section("designation", "serving_mission", _("Missions that this mission serves as")),
    Section("office", "mission", _("Offices")),
    Section("statement", "missions", _("Statements")),
)
EMBASSY_SECTIONS = (
    Section("office", "embassy", _("Offices")),
    Section("designation", "embassy", _("Missions that this embassy serves as")),
)


def mission(record: Mission) -> list[Fact]:
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        links(_("Sending State"), record.state),
        links(_("Accredited to"), record.organization),
        links(_("Place"), record.place),
        *reached(record),
        said(_("Period"), record),
        *coverage(record),
    )


def embassy(record: Embassy) -> list[Fact]:
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        links(_("Sending State"), record.state),
        links(_("Receiving State"), record.receiving_state),
        links(_("Place"), record.place),
        *reached(record),
        said(_("Period"), record),
    )
