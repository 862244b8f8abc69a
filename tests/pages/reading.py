"""What a reader sees of a page: its answers, and its tables."""

import html5lib


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


def hrefs(client, path):
    """The addresses that a page leads to."""
    return [one.get("href") for one in _find(client, path, lambda one: one.tag == "a")]


def ids(client, path):
    """The ids on a page."""
    return [one.get("id") for one in _find(client, path, lambda one: isinstance(one.tag, str) and one.get("id"))]
