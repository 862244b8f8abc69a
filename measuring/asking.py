"""One request to the site within this process, as a server would put it, and what it takes."""

import statistics
import time
from collections.abc import Callable, Mapping
from cProfile import Profile
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from measuring import urls

ROUNDS = 25
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    """What came back: its status, its headers, its text."""

    status: int
    headers: dict[str, str]
    body: bytes


class Site:
    """The site as one worker runs it; without `keeping` each page is made as if nobody had ever asked for it."""

    def __init__(self, *, keeping: bool) -> None:
        with override_settings(KEPT_PAGES_BYTES=settings.KEPT_PAGES_BYTES if keeping else 0):
            self.handler = WSGIHandler()

    def ask(self, address: str, headers: Mapping[str, str] = NOTHING) -> Answer:
        """Return the answer to GET."""
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost", **headers}
        setup_testing_defaults(environ)
        environ["wsgi.input"] = BytesIO()
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        response = self.handler(environ, lambda status, headers, *_: begun.append((status, headers)))
        body = b"".join(response)
        response.close()
        status, found = begun[0]
        return Answer(int(status[:3]), dict(found), body)

    def page(self, address: str, status: int = 200, headers: Mapping[str, str] = NOTHING) -> Answer:
        """Return the answer to GET; raise RuntimeError where it is not what is expected."""
        answer = self.ask(address, headers)
        if answer.status != status:
            raise RuntimeError(f"{address} answers {answer.status}")
        return answer


def queries(ask: Callable[[], Any]) -> int:
    """Return how many queries `ask` puts to the database."""
    connection.ensure_connection()
    with CaptureQueriesContext(connection) as captured:
        # The beginning of a request empties the log; the number counts on.
        captured.connection.queries_log.clear()
        ask()
        return len(connection.queries_log)


def calls(ask: Callable[[], Any]) -> int:
    """Return how many functions `ask` calls: the same on a machine that has other work."""
    profile = Profile(builtins=False)
    profile.runcall(ask)
    return sum(one.callcount for one in profile.getstats())


def processor(ask: Callable[[], Any], before: Callable[[], Any] | None = None, rounds: int = ROUNDS) -> float:
    """Return the median of the seconds that the processor spends on `ask`, in this process; `before` is not counted."""
    return statistics.median(_seconds(ask, before, time.process_time) for _ in range(rounds))


def clock(ask: Callable[[], Any], before: Callable[[], Any] | None = None, rounds: int = ROUNDS) -> float:
    """Return the median of the seconds that pass until `ask` is done, the database’s work included."""
    return statistics.median(_seconds(ask, before, time.perf_counter) for _ in range(rounds))


def _seconds(ask: Callable[[], Any], before: Callable[[], Any] | None, now: Callable[[], float]) -> float:
    if before is not None:
        before()
    begun = now()
    ask()
    return now() - begun


def bare(site: Site, body: bytes) -> Callable[[], Any]:
    """Return the question to the bare view that sends `body`."""

    def ask() -> None:
        urls.BODY["bytes"] = body
        site.page("/bare")

    return ask
