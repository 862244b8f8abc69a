"""When what is found was: what lies nearest to a time, what has a day at all, what came first."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date

from partnerships.dates import EARLIEST, LATEST

from .best_hits import Found, Hit, documents_of


def nearest_hits(hits: Sequence[Hit], first: date | None, last: date | None) -> list[Hit]:
    """Return the last of some records before a time, and the first one after it."""
    wanted, before, after = {(hit.kind, hit.key): hit for hit in hits}, [], []
    for kind, key, begins, ends in documents_of(hits).values_list("kind", "key", "earliest", "latest"):
        if (kind, key) in wanted and first is not None and ends < first:
            before.append((ends, kind, key))
        if (kind, key) in wanted and last is not None and begins > last:
            after.append((begins, kind, key))
    nearest_ones = [*([max(before)] if before else []), *([min(after)] if after else [])]
    return [wanted[kind, key] for _day, kind, key in nearest_ones]


def any_dated(hits: Sequence[Hit]) -> bool:
    """Whether one of some records has a date of its own."""
    wanted = {(hit.kind, hit.key) for hit in hits}
    dated = documents_of(hits).exclude(earliest=EARLIEST, latest=LATEST).values_list("kind", "key")
    return any(name in wanted for name in dated)


def in_order_of_time(found: Sequence[Found], kinds: Container[str]) -> list[Found]:
    """Return what is found, the records of some kinds in the order of their days where they answer alike."""
    hits = [hit for each in found if each.kind in kinds for hit in each.hits]
    days = {
        (kind, key): when for kind, key, *when in documents_of(hits).values_list("kind", "key", "earliest", "latest")
    }

    def place(hit: Hit) -> tuple[int, list[date], str]:
        return hit.how, days.get((hit.kind, hit.key), [EARLIEST, LATEST]), hit.sort

    return [replace(each, hits=tuple(sorted(each.hits, key=place))) if each.kind in kinds else each for each in found]
