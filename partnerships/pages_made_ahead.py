"""What is made before anybody asks for it: under a new version of the content, the pages that readers want first.

It is done once the answer that first met the version is sent, for a few seconds at most, and not after each of many
publications that follow each other: whoever asks meanwhile pays for nothing but their own page.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import zip_longest
from threading import Lock
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.utils.translation import override

from .addresses import localized, page_of
from .listing.filters import OFFERED
from .listing.option_counts import lines_by_value
from .models.base import LANGUAGES
from .pages import PAGES
from .pages.lines_as_one import gathered
from .projections import timeline, version
from .records.kinds import KINDS
from .transactions import one_read

#: A process does not begin again before so many seconds are over.
APART = 60
#: Nor does it go on for longer than this.
LONGEST = 20
#: So many of the pages last asked for, so many records of a kind, so many pages of the timeline with all their lines.
MOST_ASKED, MOST_RECORDS, MOST_LINES = 100, 100, 12

Make = Callable[[str], Any]


class Ahead:
    """What this process has made ahead: for which version, and when."""

    def __init__(self) -> None:
        self.version: tuple[object, ...] | None = None
        self.begun = 0.0
        self._lock = Lock()

    def is_due(self, found: tuple[object, ...]) -> bool:
        """Tell whether the pages of the version `found` are to be made now; whoever is told so makes them."""
        if found == self.version or not settings.MADE_AHEAD_SECONDS:
            return False
        now = time.monotonic()
        with self._lock:
            if found == self.version or (self.version is not None and now - self.begun < APART):
                return False
            self.version, self.begun = found, now
        return True


#: One for the process, whatever asks in it.
done = Ahead()


def make(asked: Iterable[str], page: Make) -> None:
    """Make what `asked` names, then the main pages and lines, as long as there is time; `page` makes an address.

    The time is that which the processor spends on it; a machine that is busy with other things ends it too.
    """
    worked, begun = time.thread_time(), time.monotonic()
    for number, step in enumerate(_steps(asked, page)):
        # To ask the processor takes long on some machines.
        if number % 4 == 0 and time.thread_time() - worked > settings.MADE_AHEAD_SECONDS:
            return
        if time.monotonic() - begun > LONGEST:
            return
        step()


def _steps(asked: Iterable[str], page: Make) -> Iterator[Callable[[], Any]]:
    for address in (*asked, *_entrances()):
        yield partial(page, address)
    for language in LANGUAGES:
        yield from _lines(language)
    # In turn: of each kind the first ones, before all of any.
    for several in zip_longest(*(_records(page.kind) for page in PAGES.values() if page.made_ahead)):
        for address in several:
            if address:
                yield partial(page, address)


def _entrances() -> list[str]:
    names = ("home", "timeline", *(f"{kind}-list" for kind in PAGES))
    return [localized(name, language) for name in names for language in LANGUAGES]


def _records(kind: str) -> Iterator[str]:
    """Yield the pages of the records of a kind; first those of which most is told, where the timeline counts that."""
    found = list(KINDS[kind].model._default_manager.published().order_by("key")[:MOST_RECORDS])
    if kind in OFFERED:
        numbers = lines_by_value(timeline.Filters(detail="main"), kind) or {}
        found.sort(key=lambda record: -numbers.get((kind, record.key), 0))
    for record in found:
        yield from (page_of(record, language) for language in LANGUAGES)


def _lines(language: str) -> Iterator[Callable[[], None]]:
    """Yield what makes the lines of each page of the timeline, from its first one on."""
    places: list[str | None] = [None]

    def lines() -> None:
        with one_read(), version.steady(), override(language):
            found = timeline.page(timeline.Filters(detail="all"), after=places[-1])
            gathered(found.lines, language)
        places.append(found.after)

    for _each in range(MOST_LINES):
        yield lines
        if places[-1] is None:
            return


def asking(request: HttpRequest, address: str) -> WSGIRequest:
    """Return the question for another address as a reader without any preference puts it, where `request` was put."""
    header = (settings.SECURE_PROXY_SSL_HEADER or ("",))[0]
    names = {"SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "HTTP_HOST", "wsgi.url_scheme", header}
    path, _, query = address.partition("?")
    told = {name: value for name, value in request.META.items() if name in names}
    said = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "wsgi.input": BytesIO()}
    return WSGIRequest({**told, **said})
