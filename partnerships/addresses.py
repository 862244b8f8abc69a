"""Where each record is found: its page in each language, or its place on the page of its owner."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import override

from partnerships.models import Record

from .kept_in_process import Shelf, keeps_nothing, remembered
from .models import AddressedRecord, Meeting, Page
from .models.pages import OWED
from .projections import version
from .records.kinds import KINDS, kind_of
from .records.kinds.visits import IN_THEIR_ORDER
from .records.place_in_time import place_in_time
from .records.visibility import is_public
from .records.walking import walk

#: A page shows the stops of a visit in parts: those whose order is at most this, then at most twice this, and so on.
STOPS = 25
#: It shows its meetings at no stop in parts too, so many at a time, in this order.
OWN, OWN_ORDER = 50, (*place_in_time(Meeting), *IN_THEIR_ORDER, "key")
#: The parameter that says which of these parts is asked for.
OWN_PART = "meetings"
#: A section of a page shows no more records than this; the timeline leads to the others.
MOST_ON_A_PAGE = 30
#: The meetings of a partner, of which its page shows the latest alone.
MEETINGS_OF_A_PARTNER = 3

#: The pages on which more records stand than are shown at once, and where the meetings of such a visit are.
_crowded: Shelf[frozenset[int]] = Shelf(200_000)
_own_parts: Shelf[dict[int, int]] = Shelf(200_000)


def anchor(record: Record) -> str:
    """Return the id under which a record stands on another record's page."""
    return f"record-{kind_of(record)}-{record.key}"


def localized(name: str, language: str, **arguments: Any) -> str:
    """Return the address called `name` in `language`."""
    if list(arguments) == ["slug"]:
        return _before_the_slug(name, language) + f"{arguments['slug']}/"
    if list(arguments) == ["kind", "key"]:
        before, after = _around_the_key(name, language, arguments["kind"])
        return f"{before}{quote(arguments['key'])}{after}"
    if list(arguments) == ["office"]:
        before, after = _around_the_office(name, language)
        return f"{before}{arguments['office']}{after}"
    return _whole(name, language) if not arguments else _reversed(name, language, **arguments)


@remembered()
def _whole(name: str, language: str) -> str:
    return _reversed(name, language)


@remembered()
def _before_the_slug(name: str, language: str) -> str:
    """Return what all addresses called `name` begin with: asking for each by itself is a fifth of a page's time."""
    return _reversed(name, language, slug="slug").removesuffix("slug/")


@remembered()
def _around_the_key(name: str, language: str, kind: str) -> tuple[str, str]:
    before, _key, after = _reversed(name, language, kind=kind, key="key").rpartition("key")
    return before, after


@remembered()
def _around_the_office(name: str, language: str) -> tuple[str, str]:
    before, _slug, after = _reversed(name, language, office="one-office").rpartition("one-office")
    return before, after


def _reversed(name: str, language: str, **arguments: Any) -> str:
    with override(language):
        return reverse(name, kwargs=arguments)


def permanent(record: Record) -> str:
    """Return the record's address that never changes."""
    return f"{_permanent()}{kind_of(record)}/{quote(record.key)}"


@remembered()
def _permanent() -> str:
    return reverse("permanent", kwargs={"kind": "kind", "key": "key"}).removesuffix("kind/key")


def page_of(record: Record, language: str) -> str:
    """Return the address of the record's own page."""
    if isinstance(record, Page) and record.key in OWED:
        return localized(record.key, language)
    slug = record.slug(language) if isinstance(record, AddressedRecord) else record.key
    return localized(f"{kind_of(record)}-detail", language, slug=slug)


def address(record: Record, language: str) -> str:
    """Return where `record` is shown: on its own page, on one of its owners’, or the timeline."""
    if KINDS[kind_of(record)].has_page:
        return page_of(record, language)
    for path, owner in owners_of(record):
        if not is_crowded(record, path, owner):
            return on_page(record, owner, language)
    return on_the_timeline(record, language)


def on_page(record: Record, owner: Record, language: str) -> str:
    """Return the place of `record` on the page of its owner: in its part, where the page has several."""
    return f"{page_of(owner, language)}{_part(record)}#{anchor(record)}"


def is_crowded(record: Record, path: str, owner: Record) -> bool:
    """Whether more records of this kind stand on the page of `owner` than are shown; a visit has parts for them."""
    there = kind_of(record), kind_of(owner)
    most = MEETINGS_OF_A_PARTNER if there == ("meeting", "partner") else MOST_ON_A_PAGE
    return kind_of(owner) != "visit" and has_more(kind_of(record), path, owner.pk, most)


def has_more(kind: str, path: str, owner: int, most: int) -> bool:
    """Whether more than `most` of `kind` stand on the page of a record: of all such is known at once what is kept."""
    if not keeps_nothing():
        return owner in crowded(kind, path, most)
    # In a preview all would be counted once for each that is named.
    rows = KINDS[kind].model._default_manager.published().order_by()
    return rows.filter(**{path.replace(".", "__"): owner})[most : most + 1].exists()


def crowded(kind: str, path: str, most: int) -> frozenset[int]:
    """Return the records on whose pages more than `most` of `kind` stand, by the path that leads there."""

    def count() -> frozenset[int]:
        lookup = path.replace(".", "__")
        several = KINDS[kind].model._default_manager.published().order_by().values(lookup)
        several = several.annotate(number=Count("pk")).filter(number__gt=most).values_list(lookup, flat=True)
        return frozenset(pk for pk in several if pk is not None)

    return _crowded.having((version.stamp(), kind, path, most), count, lambda found: len(found) + 1)


def part_of(position: int) -> int:
    """Return the part of a visit’s page on which the stop of an order stands."""
    return max(1, -(-position // STOPS))


def _part(record: Record) -> str:
    """Return the query that leads to the part of the owner’s page on which `record` stands; nothing for the first."""
    if not isinstance(record, Meeting):
        return ""
    if record.stop is not None:
        return f"?rows={part}" if (part := part_of(record.stop.position)) > 1 else ""
    if record.visit is not None and has_more("meeting", "visit", record.visit.pk, OWN):
        part = _parts_of_own(record.visit.pk).get(record.pk, 1)
        return f"?{OWN_PART}={part}" if part > 1 else ""
    return ""


def _parts_of_own(visit: int) -> dict[int, int]:
    """Return on which part of its page each meeting of a visit at no stop stands."""

    def count() -> dict[int, int]:
        in_order = Meeting.objects.filter(visit=visit).order_by(*OWN_ORDER).values_list("pk", flat=True)
        return {pk: place // OWN + 1 for place, pk in enumerate(in_order)}

    return _own_parts.having((version.stamp(), visit), count, len)


def owners_of(record: Record) -> Iterator[tuple[str, Record]]:
    """Yield the published records on whose pages `record` stands in full, each with the path that leads there."""
    for path in KINDS[kind_of(record)].stands_on:
        for owner in sorted(walk(record, path), key=lambda found: found.key):
            if is_public(owner):
                yield path, owner


def on_the_timeline(record: Record, language: str) -> str:
    """Return the address of the record's line on a timeline narrowed down to its kind and date."""
    kind = kind_of(record)
    notation = getattr(record, "date", "") or getattr(record, "period", "")
    query = {"kind": kind, **({"from": notation, "to": notation} if notation else {})}
    return f"{localized('timeline', language)}?{urlencode(query)}#{kind}-{record.key}-{first_moment(record)}"


def first_moment(record: Record) -> str:
    """Return the name of the record’s first line on the timeline."""
    start, slash, _ = getattr(record, "period", "").partition("/")
    if not slash:
        return "on"
    return "end" if start in ("", "..") else "start"


def with_query(where: str, query: str) -> str:
    """Return the address `where` with the parameters of `query` that it does not set itself."""
    parts = urlsplit(where)
    own = parse_qsl(parts.query, keep_blank_values=True)
    given = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in given if name not in dict(own)]
    return parts._replace(query=urlencode([*own, *kept])).geturl()
