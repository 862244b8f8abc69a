"""The passage by which a record was found: a few words of a text, with those that were looked for marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from partnerships.models.base import LANGUAGES
from partnerships.projections.search import words
from partnerships.records.texts import Text

#: Characters shown before and after the first word that was found.
BEFORE, AFTER = 60, 160
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Passage:
    """Some words of a text, marked, and the language they are in."""

    html: SafeString
    language: str


def passage(
    several: Iterable[Text], tokens: frozenset[str], language: str, title: str = "", *, named: bool = False
) -> Passage | None:
    """Return the passage in which most of the `tokens` stand; none of names, keys and times, nor one that says no
    more than the `title` beside it.

    It is in `language` where half as many stand there; in no other where a record is found as it is `named`.
    """
    said = _stems(title, language)
    best, most = None, 0.0
    for text in several:
        if text.names or text.is_key or text.of_another or text.of_kind or text.of_time:
            continue
        is_read = text.language in ("", language)
        if (_stems(text.text, language) <= said) if is_read else (named or text.of_sort):
            continue
        spans = list(spans_of(text.text, tokens, text.language))
        rank = len({text.text[first:last].lower() for first, last in spans}) * (2.1 if is_read else 1)
        if spans and rank > most:
            best, most = (text, spans), rank
    if best is None:
        return None
    text, spans = best
    return Passage(_cut(text.text, spans), text.language)


def _stems(text: str, language: str) -> set[str]:
    return {
        token
        for word in words.folded_words(text)
        if word not in words.ANY_STOP_WORD
        for token in words.tokens_of_word(word, (language,), as_written=False)
    }


def spans_of(text: str, tokens: frozenset[str], language: str = "") -> Iterator[tuple[int, int]]:
    """Yield where in `text` the words stand that were looked for."""
    languages = (language,) if language in LANGUAGES else LANGUAGES
    for found in _WORD.finditer(text):
        for word in words.folded_words(found[0]):
            if words.is_unspaced(word):
                continue
            if not tokens.isdisjoint(words.tokens_of_word(word, languages)) and word not in words.ANY_STOP_WORD:
                yield found.start(), found.end()
                break
        else:
            yield from _unspaced(found, tokens)


def _unspaced(found: re.Match[str], tokens: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where in a word of a script without blanks the pairs of characters stand that were looked for."""
    word, end = found[0], 0
    for here in range(len(word)):
        for length in (2, 1):
            piece = word[here : here + length]
            if len(piece) == length and here >= end and words.is_unspaced(piece) and piece in tokens:
                end = here + length
                yield found.start() + here, found.start() + end
                break


def _cut(text: str, spans: list[tuple[int, int]]) -> SafeString:
    first = max(0, spans[0][0] - BEFORE)
    last = min(len(text), spans[0][0] + AFTER)
    if first:
        first = text.find(" ", first, spans[0][0]) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", spans[0][1], last), spans[0][1])
    inside = [(start - first, end - first) for start, end in spans if end <= last]
    shown = _marked(text[first:last], inside)
    return format_html_join("", "{}", (("… " if first else "",), (shown,), (" …" if last < len(text) else "",)))


def marked_words(text: str, tokens: frozenset[str]) -> SafeString:
    """Return `text` as HTML, with the words marked that were looked for."""
    return _marked(text, list(spans_of(text, tokens)))


def _marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    pieces, place = [], 0
    for first, last in spans:
        pieces += [(text[place:first], ""), ("", text[first:last])]
        place = last
    pieces.append((text[place:], ""))
    return format_html_join("", "{}{}", ((plain, _mark(found)) for plain, found in pieces))


def _mark(found: str) -> SafeString:
    return format_html_join("", "<mark>{}</mark>", ((one,) for one in [found] if one))
