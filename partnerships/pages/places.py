"""What the page of a place says: which posts and organisations are there, and what took place."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from partnerships.models import Agreement, Area, Organization, Place, Progress, Record, Stop, Visit
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import link_html
from partnerships.projections import timeline
from partnerships.records import kept_rows, place_in_time
from partnerships.records.kinds import ON_THE_TIMELINE, owner_paths
from partnerships.records.visibility import is_public, published

from . import sentences
from .blocks import Cell, Content
from .facts import Fact, coordinates, facts, link_fact, other_names, value_fact
from .question import Question
from .section_tables import folded_away, itself, records_table
from .sections import Section
from .turning_points import turning_points

#: An answer names no more of what was agreed somewhere than this.
MOST = 10
#: Nor tells more of what else took place than this.
MOST_TOLD = 4
#: What an answer tells before that, each in its own words.
TOLD_FIRST = ("embassy", "mission", "visit", "agreement")

_EMBASSIES = Section("embassy", "place", gettext_lazy("Embassies"))
_MISSIONS = Section("mission", "place", gettext_lazy("Missions"))
_SEATED = Section("organization", "seat", gettext_lazy("Organisations seated here"))

_RESIDENTS = Section("tenure", "residence", gettext_lazy("Those who resided here"), fewer=MOST)

PLACE_SECTIONS = (
    Section("activity", "place", gettext_lazy("Practical cooperation")),
    Section("meeting", "place", gettext_lazy("Meetings"), elsewhere=("stop", "visit")),
    _RESIDENTS,
)


def place_facts(record: Place) -> list[Fact]:
    return facts(
        value_fact(gettext_lazy("Kind"), record.get_kind_display()),
        other_names(record),
        link_fact(gettext_lazy("State"), record.state),
        coordinates(record),
    )


def content(record: Place, question: Question) -> Content:
    """What the page of a place says, in its order."""
    line = [Cell([record.get_kind_display()])]
    if is_public(record.state):
        line.append(Cell([link_html(record.state)]))
    posts = _EMBASSIES.number(record) + _MISSIONS.number(record)
    led_here = Q(stops__place=record)
    if further := list(Stop.objects.filter(further_places=record).values_list("visit_id", flat=True)):
        led_here |= Q(pk__in=further)
    visits = Visit.objects.published().filter(led_here, status=Progress.HELD).distinct()
    signed = (
        Agreement.objects.published()
        .filter(place=record)
        .order_by(*place_in_time.place_in_time(Agreement), "key")[:MOST]
    )
    areas = Area.objects.published().filter(visits__in=visits).distinct().order_by(f"sort_{language_now()}", "key")
    number = 0 if posts else visits.count()
    return Content(
        answers=[
            sentences.place(
                record, posts, number, kept_rows.loaded(signed, ()), list(areas[:MOST]), lambda: _others(record)
            )
        ],
        line=line,
        blocks=[
            records_table(
                _EMBASSIES,
                record,
                (_("Embassy"), itself),
                (pgettext("of an embassy", "Sending State"), lambda one: one.state),
            ),
            folded_away(
                records_table(
                    _MISSIONS, record, (_("Mission"), itself), (_("Accredited to"), lambda one: one.organization)
                )
            ),
            records_table(_SEATED, record, (_("Organisation"), itself)),
            turning_points(timeline.Filters(related=(("place", record.key),), detail="main"), []),
        ],
    )


def _others(record: Place) -> tuple[list[Organization], list[Record]]:
    """The bodies seated in a place, and the latest of what else took place there."""
    happened: list[Record] = []
    for kind in ON_THE_TIMELINE.values():
        if "place" in kind.concerns.get("place", ()) and kind.name not in TOLD_FIRST:
            found = published(kind.model).filter(place=record).order_by(*place_in_time.place_in_time(kind.model), "key")
            happened += kept_rows.loaded(found[:MOST], owner_paths(kind.model))
    return _SEATED.records(record), (happened or _RESIDENTS.records(record))[:MOST_TOLD]
