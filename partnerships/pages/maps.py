"""Where things are: stops of visits and posts, as maps beside the lists that they picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.addresses import address
from partnerships.drawing import Map, Pin, closer
from partnerships.models import Embassy, Mission, Place, Progress, Record, Stop, Visit
from partnerships.models.base import OnEarth
from partnerships.presentation.languages import language_now
from partnerships.presentation.links import in_order, led_to
from partnerships.records import kept_rows
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public

from .blocks import Block

#: So many names are said of what is on no map.
_MOST_NAMES = 5


@dataclass(frozen=True)
class Chart(Block):
    """A map, and the names of what is not on it."""

    map: Map | None = None
    without: Sequence[str] = field(default_factory=tuple)
    #: Where places lie over one another, these once more, larger.
    closer: Map | None = None

    template = "partnerships/blocks/_map.html"

    def __bool__(self) -> bool:
        return self.map is not None


@dataclass
class _Here:
    """What stands at one place: posts, and how many visits led there."""

    place: OnEarth
    posts: list[Mission | Embassy] = field(default_factory=list)
    visits: int = 0

    @property
    def leads_to(self) -> OnEarth:
        """The post that stands there, if it is one; else the place, whose page tells of all."""
        missions = [post for post in self.posts if isinstance(post, Mission)]
        return missions[0] if len(missions) == 1 else self.place


def of_stops(stops: Iterable[Stop], *, held: bool) -> Chart:
    """Return the map of a journey, stop by stop; of one that was not held, where it was to lead."""
    found = [one for stop in stops for one in (stop.place, *in_order(stop.further_places.all()))]
    places = [one for one in found if one is not None and is_public(one)]
    located = [place for place in places if place.latitude is not None]
    without = dict.fromkeys(_named(place) for place in places if place.latitude is None)
    pins = [_pin(place, _named(place)) for place in located]
    title = _("Where the visit led") if held else _("Where the visit was to lead")
    return _chart(title, _("The same stops are in the table."), pins, list(without), True)


def of_posts(posts: Sequence[Mission | Embassy]) -> Chart:
    """Return the map of missions and embassies: each where it stands, else in its town."""
    kept_rows.beside(posts, ("place",))
    pins, without = _pins(_together(posts, ()))
    return _chart(_("Where they are"), _("The same posts are in the list."), pins, without)


def of_list(records: Iterable[Record]) -> Chart:
    """Return the map of what a list shows: posts, or where visits led."""
    several = list(records)
    if visits := [one for one in several if isinstance(one, Visit)]:
        kept_rows.beside(visits, ("stops.place", "stops.state", "stops.further_places"))
        pins, without = _pins(_together((), visits))
        return _chart(_("Where the visits led"), _("The same visits are in the list."), pins, without)
    return of_posts([one for one in several if isinstance(one, Mission | Embassy)])


def map_of_partner(posts: Sequence[Mission | Embassy], visits: Iterable[Visit]) -> Chart:
    """Return the map of where a partner’s posts are and visits led."""
    kept_rows.beside(posts, ("place",))
    # The places that have no coordinates stand in the tables with the others.
    pins, _without = _pins(_together(posts, visits))
    return _chart(_("Posts and visits"), _("The same places are in the tables of this page."), pins, ())


def _chart(title: str, about: str, pins: Sequence[Pin], without: Sequence[str], is_journey: bool = False) -> Chart:
    if not pins:
        return Chart("map", title)
    found = Map("map", title, about, pins, is_journey)
    larger = closer(found)
    if larger is not None:
        around = next((pin.name for pin in larger.pins if pin.name), "")
        larger = replace(larger, title=_("Around %(place)s") % {"place": around} if around else _("The same, larger"))
    return Chart("map", title, found, without[:_MOST_NAMES], larger)


def _together(posts: Iterable[Mission | Embassy], visits: Iterable[Visit]) -> list[_Here]:
    """Return what stands at each place; what has no place is left out."""
    found: dict[tuple[str, object], _Here] = {}
    for post in posts:
        place = post if post.latitude is not None or not is_public(post.place) else post.place
        if place is not None:
            here = found.setdefault((type(place).__name__, place.pk), _Here(place))
            here.posts.append(post)
    for visit in (one for one in visits if one.status == Progress.HELD):
        for place in (one for one in led_to(visit) if isinstance(one, Place)):
            found.setdefault((Place.__name__, place.pk), _Here(place)).visits += 1
    return list(found.values())


def _pins(several: Iterable[_Here]) -> tuple[list[Pin], list[str]]:
    """Return the pins of what has coordinates, and the names of the rest."""
    pins, without = [], []
    for here in several:
        if here.place.latitude is None:
            without.append(_named(here.place))
            continue
        said = [_named(post) for post in here.posts if post != here.place][:3]
        said += [_("and others")] if len(here.posts) > 3 else []
        if here.visits:
            said.append(ngettext("%(number)s visit", "%(number)s visits", here.visits) % {"number": here.visits})
        name = _named(here.place)
        title = _("%(place)s: %(what)s") % {"place": name, "what": ", ".join(said)} if said else name
        pins.append(_pin(here.place, title, here.leads_to, 0 if said and here.posts else here.visits))
    return pins, without


def _pin(place: OnEarth, title: str, leads_to: OnEarth | None = None, visits: int = 0) -> Pin:
    """Return the pin of a place; how many `visits` led there stands behind its name if that is all that is said."""
    name = _named(place) if isinstance(place, Place) else ""
    where = address(leads_to or place, language_now())  # pyright: ignore[reportArgumentType]
    return Pin(float(place.latitude or 0), float(place.longitude or 0), title, where, name, visits)


def _named(record: object) -> str:
    return titles(record, language_now())[0][0]  # pyright: ignore[reportArgumentType]
