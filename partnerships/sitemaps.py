"""The map of the site for search engines: every public page, with its twin in the other language.

One map while it is short; else an index of parts, each of which begins after a key. Written out, since a part names
twenty thousand addresses.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from .addresses import localized
from .models import Page
from .models.base import LANGUAGES
from .pages.about_the_register import STANDING
from .records.kinds import KINDS, Kind
from .views.rendering import site

#: So many records stand in one part, each with an address in every language.
SIZE = 10_000
PAGED = {kind.name: kind for kind in KINDS.values() if kind.has_page}
#: The part that names the pages which are not of one record.
PAGES = "pages"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

#: The addresses of one page, in the order of the languages.
Addresses = tuple[str, ...]


def sitemap(request: HttpRequest) -> HttpResponse:
    """The map; an index of its parts where it is too long for one."""
    starts = {name: _starts(kind) for name, kind in PAGED.items()}
    if all(len(several) < 2 for several in starts.values()):
        kinds = (address for kind in PAGED.values() for address in _records(kind, ""))
        return _map(site(request), [*_pages(), *kinds])
    parts = [(PAGES, ""), *((name, start) for name, several in starts.items() for start in several)]
    return _index(site(request), parts)


def section(request: HttpRequest, section: str) -> HttpResponse:
    """One part of the map: the records of a kind after a key."""
    if section == PAGES:
        return _map(site(request), _pages())
    if section not in PAGED:
        raise Http404
    return _map(site(request), islice(_records(PAGED[section], request.GET.get("after", "")), SIZE))


def _pages() -> Iterator[Addresses]:
    names = ("home", "timeline", "compare", *STANDING, *(f"{name}-list" for name in PAGED))
    return (tuple(localized(name, language) for language in LANGUAGES) for name in names)


def _starts(kind: Kind) -> list[str]:
    """Return after which keys the parts of a kind begin."""
    keys = kind.model._default_manager.published().order_by("key").values_list("key", flat=True)
    found = list(keys)
    return ["", *found[SIZE - 1 : -1 : SIZE]] if found else []


def _records(kind: Kind, after: str) -> Iterator[Addresses]:
    slugs = [f"slug_{language}" for language in LANGUAGES]
    begin = [localized(f"{kind.name}-detail", language, slug="").removesuffix("/") for language in LANGUAGES]
    found = kind.model._default_manager.published().filter(key__gt=after).order_by("key")
    if kind.model is Page:
        found = found.exclude(key__in=STANDING)
    for key, *own in found.values_list("key", *slugs)[:SIZE]:
        yield tuple(f"{start}{slug or key}/" for start, slug in zip(begin, own, strict=True))


def _map(host: str, pages: Iterable[Addresses]) -> HttpResponse:
    host = escape(host)
    text = "".join(_entries(host, addresses) for addresses in pages)
    return _xml(f"{_HEAD}<urlset {_NAMES}>\n{text}</urlset>\n")


def _entries(host: str, addresses: Addresses) -> str:
    """Return a page in each language, with all its addresses beside it."""
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{host}{address}"/>'
        for language, address in (*zip(LANGUAGES, addresses, strict=True), ("x-default", addresses[0]))
    )
    return "".join(f"<url><loc>{host}{address}</loc>{twins}</url>\n" for address in addresses)


def _index(host: str, parts: Iterable[tuple[str, str]]) -> HttpResponse:
    found = []
    for name, start in parts:
        query = f"?after={start}" if start else ""
        where = f"{host}{reverse('sitemap-section', kwargs={'section': name})}{query}"
        found.append(f"<sitemap><loc>{escape(where)}</loc></sitemap>\n")
    return _xml(f"{_HEAD}<sitemapindex {_NAMES}>\n{''.join(found)}</sitemapindex>\n")


def _xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml", headers={"X-Robots-Tag": "noindex"})
