"""What a reader sees of a page: its answers, and its tables; and what its blocks say, before they are a page."""

import re
from datetime import date
from html import unescape

import html5lib
from django.http import QueryDict

from partnerships.pages.blocks import Later
from partnerships.pages.question import Question
from partnerships.presentation.values import value_html

#: The day on which blocks are asked.
TODAY = date(2026, 2, 18)


def _words(element):
    return " ".join("".join(element.itertext()).split())


def _find(client, path, wanted):
    response = client.get(path)
    assert response.status_code == 200, path
    page = html5lib.parse(response.text, namespaceHTMLElements=False)
    return [one for one in page.find(".//main").iter() if wanted(one)]


def _is(element, name):
    return name in (element.get("class") or "").split() if isinstance(element.tag, str) else False


def said(client, path):
    """The sentences in which a page answers, without the numbers of their notes."""
    found = _find(client, path, lambda one: _is(one, "said"))
    for sentence in found:
        for mark in [one for one in sentence if one.tag == "sup"]:
            sentence.remove(mark)
    return [_words(one) for one in found]


def around(client, path):
    """What a page says around its answers."""
    lists = _find(client, path, lambda one: _is(one, "around"))
    return [_words(item) for one in lists for item in one]


def looks(client, path):
    """How sure the answers of a page look."""
    found = _find(client, path, lambda one: _is(one, "answer"))
    return [one.get("class").removeprefix("answer answer-") for one in found]


def rows(client, path, key):
    """The rows of a table, each as the words of its cells."""
    tables = _find(client, path, lambda one: _is(one, f"table-{key}"))
    return [[_words(cell) for cell in row] for table in tables for row in table.find("tbody")]


def facts_of_page(client, path):
    """The facts of a page, each as its word and its value, without the numbers of notes."""
    found = []
    for one in _find(client, path, lambda one: one.tag == "dl" and _is(one, "facts")):
        for fact in one.iter("div"):
            value = fact.find("dd")
            for mark in [mark for mark in value if mark.tag == "sup"]:
                value.remove(mark)
            found.append((_words(fact.find("dt")), _words(value)))
    return found


def cards_of_page(client, path):
    """The cards on a page by their ids, each as its words."""
    return {one.get("id"): _words(one) for one in _find(client, path, lambda one: _is(one, "card"))}


def days_of_page(client, path):
    """The days that a page says, as machines read them."""
    return [one.get("datetime") for one in _find(client, path, lambda one: one.tag == "time")]


def notes_of_page(client, path):
    """What a page says of its sources, each in its words."""
    return [_words(one) for one in _find(client, path, lambda one: (one.get("id") or "").startswith("note-"))]


def hrefs(client, path):
    """The addresses that a page leads to."""
    return [one.get("href") for one in _find(client, path, lambda one: one.tag == "a")]


def ids(client, path):
    """The ids on a page."""
    return [one.get("id") for one in _find(client, path, lambda one: isinstance(one.tag, str) and one.get("id"))]


def asked(on=None, beside=None, query=""):
    """What is asked of a page: a day, another one to set beside it, the rest of its address."""
    days = (day and date.fromisoformat(day) for day in (on, beside))
    return Question(QueryDict(query), TODAY, *days)


def plain(*values):
    """Values as words, one after the other."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", " ".join(value_html(value) for value in values))).split())


def cells(several):
    """The words of each cell, without what stands beneath them."""
    return [plain(*cell.values) for cell in several]


def table_rows(table):
    """The rows of a table, each as the words of its cells."""
    return [cells(row.cells) for row in table.rows]


def facts_said(several):
    """Facts as their words and the words of their values."""
    return [(str(fact.label), plain(*fact.values)) for fact in several]


def made(content):
    """The blocks that a page says something in, by their keys: those that are made later, and what is folded away."""
    found = {}
    for block in content.blocks:
        for one in block.make() if isinstance(block, Later) else [block]:
            if one:
                found[one.key] = one
    return found


def lanes(figure):
    """The lanes of a drawing, each with its first and last years."""
    return {lane.label: [_years(mark) for mark in lane.marks] for lane in figure.strip.lanes}


def _years(mark):
    days = (mark.day,) if hasattr(mark, "day") else (mark.first, mark.last)
    return tuple(day and day.year for day in days)


def chosen_rows(client, path, place):
    """The words of one column of a table in the rows that are marked."""
    page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
    found = [row for row in page.iter("tr") if row.get("class") == "chosen"]
    return [" ".join("".join(row[place].itertext()).split()) for row in found]


def shown_on(client, path):
    """All words of the main part of a page, and the names of its drawings."""
    found = _find(client, path, lambda one: one.tag in ("main", "title") or one.get("aria-label"))
    main = html5lib.parse(client.get(path).text, namespaceHTMLElements=False).find(".//main")
    for script in main.findall(".//script"):
        script.text = ""
    return [*main.itertext(), *(one.get("aria-label") or "" for one in found)]
