"""Many clients at once, each with a connection of its own, on either database."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from partnerships import transactions


class Browser(RequestFactory):
    """A client that remembers nothing but its cookies.

    The test client takes note of every template rendered meanwhile, those of all threads.
    """

    def __init__(self, user: User) -> None:
        super().__init__()
        client = Client()
        client.force_login(user)
        self.cookies, self.handler = client.cookies, ClientHandler(enforce_csrf_checks=False)

    def request(self, **request: object) -> HttpResponse:
        return self.handler(self._base_environ(**request))


class SentForm(HTMLParser):
    """What a browser would send of the form of a page, read from its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str | list[str]] = {}
        self._select, self._area, self._text = "", "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name, value = found.get("name") or "", found.get("value") or ""
        if tag == "input" and name and found.get("type") not in ("submit", "button", "checkbox", "radio"):
            self.fields.setdefault(name, value)
        elif tag == "input" and name and "checked" in found:
            self.fields[name] = value or "on"
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in found:
            self.fields.setdefault(self._select, []).append(value)  # type: ignore[union-attr]
        elif tag == "textarea":
            self._area, self._text = name, ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # The line break after the tag is no part of the text.
            self.fields[self._area], self._area = self._text.removeprefix("\r").removeprefix("\n"), ""
        elif tag == "select":
            self._select = ""


def at_once(work: Callable[[int], object], number: int) -> list:
    """Run `work(n)` for each client n at the same time; return what each returned, or raise what one raised."""
    together = Barrier(number)

    def one(n: int) -> object:
        try:
            together.wait()
            return work(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def share(monkeypatch: pytest.MonkeyPatch, folder: Path, patience: float | None = None, **options: object) -> None:
    """Let threads share the database as it is now; SQLite's lives in memory, so they are given a copy in `folder`.

    Whoever writes waits for the others as long as on the site, or so many seconds as `patience` says.
    """
    if patience is not None:
        monkeypatch.setattr(transactions, "PATIENCE", f"{round(1000 * patience)}ms")
        options |= {"timeout": patience} if connection.vendor == "sqlite" else {}
    settings = connections.settings["default"]
    settings = {**settings, "OPTIONS": {**settings["OPTIONS"], **options}}
    if connection.vendor == "sqlite":
        settings["NAME"] = str(folder / "crowd.sqlite3")
        connection.ensure_connection()
        with closing(sqlite3.connect(settings["NAME"])) as copy:
            connection.connection.backup(copy)
            # As the register's own is: clients that all came to change it would be refused at once, not made to wait.
            copy.execute("PRAGMA journal_mode=WAL")
    # This thread keeps the settings it has, and its database in memory with them.
    monkeypatch.setitem(connections.settings, "default", settings)
