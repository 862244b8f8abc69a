"""Where each record is found: its page in each language, or its place on the page of its owner."""

from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from django.urls import reverse
from django.utils.translation import override

from partnerships.models import Record

from .models import AddressedRecord, Meeting
from .records.kinds import KINDS, kind_of
from .records.visibility import is_public
from .records.walking import walk

#: A page shows the stops of a visit in parts: those whose order is at most this, then at most twice this, and so on.
STOPS = 25


def anchor(record: Record) -> str:
    """Return the id under which a record stands on another record's page."""
    return f"record-{kind_of(record)}-{record.key}"


def localized(name: str, language: str, **arguments: Any) -> str:
    """Return the address called `name` in `language`."""
    if list(arguments) == ["slug"]:
        return _before_the_slug(name, language) + f"{arguments['slug']}/"
    return _whole(name, language) if not arguments else _reversed(name, language, **arguments)


@cache
def _whole(name: str, language: str) -> str:
    return _reversed(name, language)


@cache
def _before_the_slug(name: str, language: str) -> str:
    """Return what all addresses called `name` begin with: asking for each by itself is a fifth of a page's time."""
    return _reversed(name, language, slug="slug").removesuffix("slug/")


def _reversed(name: str, language: str, **arguments: Any) -> str:
    with override(language):
        return reverse(name, kwargs=arguments)


def permanent(record: Record) -> str:
    """Return the record's address that never changes."""
    return f"{_permanent()}{kind_of(record)}/{quote(record.key)}"


@cache
def _permanent() -> str:
    return reverse("permanent", kwargs={"kind": "kind", "key": "key"}).removesuffix("kind/key")


def page_of(record: Record, language: str) -> str:
    """Return the address of the record's own page."""
    slug = record.slug(language) if isinstance(record, AddressedRecord) else record.key
    return localized(f"{kind_of(record)}-detail", language, slug=slug)


def address(record: Record, language: str) -> str:
    """Return where `record` is shown: on its own page, its owner's, or the timeline."""
    kind = kind_of(record)
    if KINDS[kind].has_page:
        return page_of(record, language)
    owner = owner_of(record)
    if owner is not None:
        return f"{page_of(owner, language)}{_part(record)}#{anchor(record)}"
    return on_the_timeline(record, language)


def part_of(position: int) -> int:
    """Return the part of a visit’s page on which the stop of an order stands."""
    return max(1, -(-position // STOPS))


def _part(record: Record) -> str:
    """Return the query that leads to the part of the owner’s page on which `record` stands; nothing for the first."""
    if isinstance(record, Meeting) and record.stop is not None and (part := part_of(record.stop.position)) > 1:
        return f"?rows={part}"
    return ""


def owner_of(record: Record) -> Record | None:
    """Return the first published record on whose page `record` stands in full, or None."""
    for path in KINDS[kind_of(record)].stands_on:
        for owner in sorted(walk(record, path), key=lambda found: found.key):
            if is_public(owner):
                return owner
    return None


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
