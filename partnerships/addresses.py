"""Where each record is found: its page in each language, or its place on the page of its owner."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from django.urls import reverse
from django.utils.translation import override

from partnerships.models import Record

from .kept_in_process import remembered
from .models import AddressedRecord, Page
from .models.pages import OWED
from .most_on_a_page import is_crowded, part_asked_of
from .records.kinds import KINDS, kind_of
from .records.visibility import is_public
from .records.walking import walk


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
    return f"{page_of(owner, language)}{part_asked_of(record)}#{anchor(record)}"


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
