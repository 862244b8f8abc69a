"""What the pages of areas say."""

from django.utils.translation import gettext_lazy as _

from partnerships.models import Area

from .facts import Fact, Section, facts, links

AREA_SECTIONS = (
    Section("area", "parent", _("Areas within it")),
    Section("activity", "areas", _("Practical cooperation")),
    Section("statement", "areas", _("Statements")),
)


def area(record: Area) -> list[Fact]:
    return facts(links(_("Part of"), record.parent))
