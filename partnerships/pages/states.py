"""What the pages of States say."""

from django.utils.translation import gettext_lazy as _

from partnerships.models import State

from .facts import Fact, Section, facts, links, other_names, plain, said, text

STATE_SECTIONS = (
    Section("partner", "state", _("Partnerships")),
    Section("mission", "state", _("Missions")),
    Section("embassy", "state", _("Embassies")),
    Section("office", "state", _("Offices")),
    Section("membership", "state", _("Frameworks and organisations")),
    Section("posting", "state", _("Postings")),
    Section("statement", "states", _("Statements")),
)


def state(record: State) -> list[Fact]:
    return facts(
        text(_("Formal name"), record, "formal_name"),
        other_names(record),
        plain(_("ISO code"), record.iso2, record.iso3),
        said(_("Existence"), record),
        links(_("Predecessors"), *record.predecessors.all()),
        links(_("Successors"), *record.successors.all()),
    )
