"""What is measured: pages beside a bare view that sends the same bytes, and pages as the register grows."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

from partnerships import pages_made_ahead
from partnerships.addresses import page_of
from partnerships.kept_in_process import forget
from partnerships.listing.cursor import encode
from partnerships.models import TimelineLine
from partnerships.projections.timeline import Filters, page
from partnerships.records.kinds import KINDS

from . import asking
from .asking import Site

STARTS = 3
GZIP = {"HTTP_ACCEPT_ENCODING": "gzip"}


@dataclass(frozen=True)
class Operation:
    """A page, and what it may take: of a bare view, or of what it takes in a small register."""

    name: str
    address: str
    goal: float


def of_the_fixtures() -> list[Operation]:
    """The pages that are held against a bare view: with the fixtures."""
    deep = page(Filters(detail="main"), size=50).after or ""
    return [
        Operation("timeline, first", "/en/timeline/", 15),
        Operation("timeline, deep", f"/en/timeline/?after={encode(deep)}", 15),
        Operation("timeline, everything", "/en/timeline/?detail=all", 15),
        Operation("timeline, by partner", "/en/timeline/?partner=jp", 15),
        Operation("timeline, by area", "/en/timeline/?area=cyber-defence", 15),
        Operation("timeline, by kind", "/en/timeline/?kind=visit", 15),
        Operation("Japan’s page", "/en/partners/japan/", 30),
        Operation("person", _first("person"), 15),
        Operation("office ?on=", _first("office", "?on=2018-09-01"), 15),
        Operation("visit", _first("visit"), 15),
        Operation("decision", _first("decision"), 15),
        Operation("list of decisions", "/en/decisions/", 15),
        Operation("list of people", "/en/people/", 15),
    ]


#: The records whose pages are measured: with as much on them as the fixtures have.
KEYS = {"office": "jp-head-of-mission-nato"}


def _first(kind: str, query: str = "") -> str:
    found = KINDS[kind].model._default_manager.published()
    record = found.filter(key=KEYS.get(kind, "")).first() or found.order_by("key")[0]
    return page_of(record, "en") + query


def of_the_synthetic() -> list[Operation]:
    """The pages that are held against themselves in a small register."""
    middle = TimelineLine.objects.order_by("sort")[TimelineLine.objects.count() // 2]
    return [
        Operation("timeline, first", "/en/timeline/?detail=all", 1.25),
        Operation("timeline, deep", f"/en/timeline/?detail=all&after={encode(middle.sort)}", 1.25),
        Operation("timeline, by partner", "/en/timeline/?partner=synthetic-partner-7&detail=all", 1.25),
        Operation("timeline, by area", "/en/timeline/?area=synthetic-area-7&detail=all", 1.25),
        Operation("timeline, two persons", "/en/timeline/?person=synthetic-person-3&person=synthetic-person-5", 1.5),
        Operation("timeline, two kinds", "/en/timeline/?kind=visit&kind=meeting", 1.5),
        Operation("timeline, an early day", "/en/timeline/?on=1961-03-05&detail=all", 1.5),
        Operation("timeline, a late day", "/en/timeline/?on=2024-03-05&detail=all", 1.5),
        Operation("timeline, from–to", "/en/timeline/?from=1985&to=1986&detail=all", 1.5),
        Operation("partner with area", "/en/timeline/?partner=synthetic-partner-7&area=synthetic-area-7", 1.5),
        Operation("partner with kind", "/en/timeline/?partner=synthetic-partner-7&kind=visit", 1.5),
        Operation("partner’s page", "/en/partners/synthetic-partner-7/", 1.25),
        Operation("source’s page", "/en/sources/synthetic-source-7/", 1.25),
        Operation("office ?on=", "/en/offices/synthetic-office-7/?on=1985-06-01", 1.25),
        Operation("list of decisions", "/en/decisions/", 1.25),
        Operation("list of people", "/en/people/", 1.25),
        # Of a day a small register has fewer people than a page; of ten years a page full.
        Operation("people ?on=", "/en/people/?on=1985-06-01", 1.25),
        Operation("people of ten years", "/en/people/?from=1980&to=1989", 1.25),
    ]


def compared_with_bare() -> dict[str, dict[str, float]]:
    """Return, for each operation, what it takes beside a bare view: its lines kept, first asked for, nothing kept."""
    keeping, site = Site(keeping=True), Site(keeping=False)
    found = _kept(keeping)
    first = _first_requests(keeping)
    for one in of_the_fixtures():
        ask = _asking(site, one.address)
        body = site.page(one.address).body
        count = asking.queries(ask)
        unit = asking.processor(asking.bare(site, body))
        found[one.name] = {
            "seconds": (seconds := asking.processor(ask)),
            "lines kept": seconds / unit,
            "first request": first[one.name] / unit,
            "nothing kept": asking.processor(ask, forget, rounds=9) / unit,
            "queries": count,
            "calls": asking.calls(ask) / asking.calls(asking.bare(site, body)),
            "goal": one.goal,
        }
    return found


def _first_requests(site: Site) -> dict[str, float]:
    """Return the seconds of the first request for each page after a start, when one other page was asked for."""
    taken: dict[str, list[float]] = defaultdict(list)
    for _each in range(STARTS):
        forget()
        pages_made_ahead.done = pages_made_ahead.Ahead()
        site.page("/en/sources/")
        for one in of_the_fixtures():
            taken[one.name].append(asking.processor(_asking(site, one.address), rounds=1))
    return {name: median(several) for name, several in taken.items()}


def _kept(site: Site) -> dict[str, dict[str, float]]:
    """Return what a page takes that is kept, and one that the reader has already."""
    address = "/en/timeline/"
    page_ = site.page(address, headers=GZIP)
    plain = site.page(address)
    unit = asking.processor(asking.bare(site, plain.body), rounds=200)
    known = {**GZIP, "HTTP_IF_NONE_MATCH": page_.headers["ETag"]}
    found = {}
    for name, status, headers, goal in (("page kept", 200, GZIP, 1.3), ("304", 304, known, 0.7)):

        def ask(status: int = status, headers: dict[str, str] = headers) -> Any:
            return site.page(address, status, headers)

        count = asking.queries(ask)
        seconds = asking.processor(ask, rounds=200)
        found[name] = {
            "seconds": seconds,
            "lines kept": seconds / unit,
            "first request": 0,
            "nothing kept": 0,
            "queries": count,
            "calls": asking.calls(ask) / asking.calls(asking.bare(site, plain.body)),
            "goal": goal,
        }
    return found


def growing() -> dict[str, dict[str, float]]:
    """Return, for each operation, the seconds that pass, its queries and calls of functions, its bytes, its goal."""
    site = Site(keeping=False)
    found = {}
    for one in of_the_synthetic():
        ask = _asking(site, one.address)
        ask()
        found[one.name] = {**_taken(ask), "bytes": len(site.page(one.address).body), "goal": one.goal}
    ask = _asking(site, "/sitemap.xml")
    size = len(site.page("/sitemap.xml").body)
    found["sitemap"] = {**_taken(ask, rounds=3), "bytes": size, "goal": 0}
    return found


def _taken(ask: Callable[[], Any], rounds: int = asking.ROUNDS) -> dict[str, float]:
    return {"queries": asking.queries(ask), "seconds": asking.clock(ask, rounds=rounds), "calls": asking.calls(ask)}


def _asking(site: Site, address: str) -> Callable[[], Any]:
    return lambda: site.page(address, headers=GZIP)
