"""What the pages of places say."""

from django.utils.translation import gettext_lazy as _

from .facts import Section, coordinates, facts, links, other_names, plain

PLACE_SECTIONS = (
    Section("embassy", "place", _("Embassies")),
    Section("mission", "place", _("Missions")),
    Section("organization", "seat", _("Organisations seated here")),
    Section("activity", "place", _("Practical cooperation")),
    Section("meeting", "place", _("Meetings"), elsewhere=("stop", "visit")),
)


def place(record):
    return facts(
        plain(_("Kind"), record.get_kind_display()),
        other_names(record),
        links(_("State"), record.state),
        coordinates(record),
    )
