"""The letters with which the names of a list begin, each with its number: counted once under each content version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest
from django.db.models import Count, QuerySet
from django.db.models.functions import Substr
from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.folding import begins_with, fold
from partnerships.kept_in_process import Shelf, remembered
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline, version

from . import cursor, lists, parameters
from .filters import AskedFilters

if TYPE_CHECKING:
    from partnerships.pages import KindPage

#: The parameter that asks for names by their first letters, and how many letters it may give.
LETTER, MOST_LETTERS = "letter", 3
#: What all counts may weigh, in letters.
CAPACITY = 100_000
#: About what a count takes beside its letters.
OVERHEAD = 5

Counted = tuple[tuple[str, int], ...]
kept: Shelf[Counted] = Shelf(CAPACITY)


@dataclass(frozen=True)
class Letter:
    """Names with the same first letters: the letters, how many there are, and the query that asks for them."""

    text: str
    number: int
    query: str
    chosen: bool = False


def letters_asked(query: QueryDict) -> str:
    """Return the first letters that are asked for, as names are sorted; nothing where none are."""
    value = parameters.one(query, LETTER)
    letters = fold(value)
    if value and not 0 < len(letters) <= MOST_LETTERS:
        raise BadRequest(_("One to three letters are expected, such as “A” or “Ab”."))
    return letters


def letters_said(letters: str) -> list[str]:
    """Return the letters with which names begin, as the title of a list says them; none where none are asked for."""
    return [f"{letters.upper()}…"] if letters else []


def beginning(records: QuerySet, column: str, letters: str) -> QuerySet:
    """Return the records whose names begin with `letters`."""
    if not letters:
        return records
    return records.filter(begins_with(column, letters))


def letters_index(
    query: QueryDict, page: "KindPage", records: Callable[[], QuerySet], letter: str, asked: AskedFilters
) -> list["LetterIndex"]:
    """Return the letters by which a long list of names is entered, and those that follow a letter with many names."""
    if page.named_after or asked.unknown:
        return []
    name, found = f"sort_{language_now()}", []
    for length in range(min(len(letter) + 1, MOST_LETTERS)):
        several = names_by_letter(records, name, letter[:length], page.kind, asked.filters)
        if len(several) > 1 and sum(number for _text, number in several) > lists.PAGE_SIZE // 2:
            found.append(letter_links(query, several, letter[: length + 1]))
    return found


def names_by_letter(
    records: Callable[[], QuerySet], column: str, letters: str, kind: str, filters: timeline.Filters
) -> Counted:
    """Return how many names of `records` there are for each letter that follows `letters`."""

    def count() -> Counted:
        rows = beginning(records(), column, letters).order_by()
        rows = rows.annotate(first=Substr(column, 1, len(letters) + 1)).values_list("first")
        return tuple(sorted(rows.annotate(number=Count("pk", distinct=True))))

    key = version.stamp(), kind, column, letters, filters
    return kept.having(key, count, lambda several: len(several) + OVERHEAD)


@dataclass(frozen=True)
class LetterIndex:
    """The letters by which a list is entered, one after the other."""

    letters: Sequence[Letter]

    @cached_property
    def html(self) -> SafeString:
        """The letters as links, each with its number."""
        chosen, other = SafeString(' aria-current="true"'), SafeString("")
        found = ((one.query, chosen if one.chosen else other, one.text, one.number) for one in self.letters)
        return format_html_join("", '<li><a href="?{0}"{1} aria-label="{2} ({3})">{2}</a></li>', found)


def letter_links(query: QueryDict, several: Counted, chosen: str = "") -> LetterIndex:
    """Return the letters as links, from the first page of each on."""
    return _index(cursor.without_cursor(query).urlencode(), several, chosen)


@remembered(200)
def _index(query: str, several: Counted, chosen: str) -> LetterIndex:
    asking, found = QueryDict(query, mutable=True), []
    for text, number in several:
        if text.strip() == text and text:
            asking[LETTER] = text
            found.append(Letter(text.capitalize(), number, asking.urlencode(), text == chosen))
    return LetterIndex(found)
