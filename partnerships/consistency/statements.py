"""Statements: counts of one day that cannot both be so, and counts that their texts do not give."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from django.db.models import F, QuerySet

from partnerships.chunks import as_stored
from partnerships.models import Statement

from .findings import Finding
from .rows import findings, is_concerned, rows_beside_it, rows_of_it
from .rules import RULES
from .texts import numbers_in

Qualifier = Statement.Qualifier


_BETWEEN_DIGITS = re.compile("(?<=[0-9])[ \u00a0\u202f,.](?=[0-9]{3})")
#: What numbers from ten on are made of in words.
_IN_WORDS = re.compile(
    r"\b(?:ten|eleven|twelve|dozens?|scores?|hundreds?|thousands?|dix|dizaines?|douzaines?|cent|centaines?|mille)\b"
    r"|teen\b|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)[iy]"
    r"|onze|douze|treize|quatorze|quinze|seize|vingt|trent|quarant|cinquant|soixant",
    re.IGNORECASE,
)


class _Counted(NamedTuple):
    """A statement, and the least and the most that it counts."""

    pk: int
    key: str
    least: float
    most: float


def check() -> Iterator[Finding]:
    """Find counts of one day, about the same records, that have no number in common."""
    if is_concerned(Statement):
        yield from _counts()
        yield from _against_their_texts()
        yield from _agreeing()


def _against_their_texts() -> Iterator[Finding]:
    """Find counts of which the text gives other numbers alone, in digits; in words it may give that of the count."""
    rows = rows_of_it(Statement.objects.filter(count__gte=10)).order_by("key")
    for pk, key, count, french, english in as_stored(rows).values_list("pk", "key", "count", "text_fr", "text_en"):
        text = f"{french or ''} {english or ''}"
        numbers = numbers_in(text)
        if numbers and str(count) not in _BETWEEN_DIGITS.sub("", text) and not _IN_WORDS.search(text):
            said = ", ".join(map(str, sorted(numbers)))
            yield RULES["count-not-in-text"].finding("statement", pk, key, "count", text=said)


def _agreeing() -> Iterator[Finding]:
    """Find statements that are said to contradict one another, and count the same."""
    same = {f"contradicts__{name}": F(name) for name in ("count", "qualifier", "date", "period")}
    rows = Statement.objects.exclude(count=None).filter(**same)
    yield from findings(rows, "counts-agree", field="contradicts", told={"target": "contradicts__key"})


def _counts() -> Iterator[Finding]:
    rows = rows_beside_it(Statement.objects.exclude(count=None).exclude(date="", period=""), "date", "period")
    of_one_time: dict[tuple[str, str], list[_Counted]] = defaultdict(list)
    for pk, key, date, period, count, qualifier in rows.order_by("key").values_list(
        "pk", "key", "date", "period", "count", "qualifier"
    ):
        of_one_time[date, period].append(_Counted(pk, key, *_range(count, qualifier)))
    if all(len(several) == 1 for several in of_one_time.values()):
        return
    subjects = _subjects(rows)
    said = set(Statement.contradicts.through.objects.values_list("from_statement", "to_statement"))
    for several in of_one_time.values():
        before: dict[frozenset, list[_Counted]] = defaultdict(list)
        for one in several:
            about = frozenset(subjects[one.pk])
            apart = (other for other in before[about] if _are_apart(one, other) and (one.pk, other.pk) not in said)
            if about and (other := next(apart, None)):
                yield RULES["counts-disagree"].finding("statement", one.pk, one.key, "count", target=other.key)
            before[about].append(one)


def _range(count: int, qualifier: str) -> tuple[float, float]:
    """Return the least and the most that a count can be; “about” may be any number."""
    if qualifier == Qualifier.ABOUT:
        return 0, inf
    if qualifier == Qualifier.MORE_THAN:
        return count + 1, inf
    return (0, count - 1) if qualifier == Qualifier.LESS_THAN else (count, count)


def _are_apart(one: _Counted, other: _Counted) -> bool:
    return one.most < other.least or other.most < one.least


def _subjects(rows: QuerySet) -> dict[int, set[tuple[str, int]]]:
    """Return the records that each of `rows` is about."""
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for link in Statement._meta.many_to_many:
        if link.related_model is not Statement:
            named = rows.order_by().filter(**{f"{link.name}__isnull": False})
            for pk, number in named.values_list("pk", link.name):
                found[pk].add((link.name, number))
    return found
