"""What the page of an area of cooperation says: of what it is a part, and how cooperation in it came about."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.models import Area
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from partnerships.presentation.links import link_html
from partnerships.projections import timeline
from partnerships.records.visibility import is_public, public

from . import sentences
from .blocks import Cell, Content
from .facts import Fact, facts, link_fact
from .question import Question
from .sections import Section
from .turning_points import timeline_link, turning_points

_WITHIN = Section("area", "parent", gettext_lazy("Areas within it"))

AREA_SECTIONS = (
    Section("activity", "areas", gettext_lazy("Practical cooperation")),
    Section("statement", "areas", gettext_lazy("Statements")),
)


def area_facts(record: Area) -> list[Fact]:
    return facts(link_fact(gettext_lazy("Part of"), record.parent))


def content(record: Area, question: Question) -> Content:
    """What the page of an area says, in its order."""
    line = [Cell([_("part of:"), link_html(record.parent)])] if is_public(record.parent) else []
    within = public(_WITHIN.records(record))[:MOST_ON_A_PAGE]
    if within:
        line.append(Cell([_("within it:"), *(link_html(one) for one in within)]))
    everything = timeline_link(_("The whole timeline"), area=record.key, detail="all")
    first, last = (_end(record, order) for order in ("oldest", "newest"))
    answer = sentences.area(first, last)
    return Content(
        answers=[answer] if answer else [],
        line=line,
        blocks=[turning_points(timeline.Filters(area=(record.key,), detail="main"), [everything])],
    )


def _end(record: Area, order: str) -> timeline.TimelineEntry | None:
    """The first or the last line of an area."""
    entries = timeline.page(timeline.Filters(area=(record.key,)), order=order, size=1).entries
    return entries[0] if entries else None
