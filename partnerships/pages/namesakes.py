"""What the page of a record is called, where the page of another one would be called the same."""

from collections.abc import Iterator, Sequence

from django.utils.translation import override

from partnerships import dates
from partnerships.models import AddressedRecord, Place, Record, State
from partnerships.presentation import date_of, language_now
from partnerships.projections import search, version
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.titles import titles
from partnerships.shelf import Shelf

#: The names of pages that were told apart, up to so many characters, and about what one takes beside its own.
CAPACITY, OVERHEAD = 1024 * 1024, 200
kept: Shelf[str] = Shelf(CAPACITY)


def told_apart(record: AddressedRecord, name: str, language: str) -> str:
    """Return `name` for the page of a record: with its kind where a page of another record bears it as well.

    What others are about keeps the name alone: a person, not the source of that title. Of one kind, the first keeps it.
    """
    key = version.stamp(), kind_of(record), record.key, name, language
    return kept.having(key, lambda: _told(record, name, language), lambda told: len(told) + OVERHEAD)


def _told(record: AddressedRecord, name: str, language: str) -> str:
    kind = kind_of(record)
    own = _rank(kind, record.key)
    others = [each for each in search.so_named(name) if each[0] in KINDS and KINDS[each[0]].has_page]
    before = [each for each in others if _rank(*each) < own]
    if not before and not is_namesake(record, name, language):
        return name
    with override(language):
        marks = [str(record._meta.verbose_name), *_mark(record, [key for other, key in before if other == kind])]
    return f"{name} ({', '.join(marks)})"


def _rank(kind: str, key: str) -> tuple[int, str]:
    return KINDS[kind].place_in_search, key


def _mark(record: AddressedRecord, keys: Sequence[str]) -> Iterator[str]:
    """Yield what tells a record from those of its kind with `keys`: its date, or else its key."""
    if not keys:
        return
    others = type(record)._default_manager.published().filter(key__in=keys)
    said = _when(record)
    yield said if said and said not in {_when(one) for one in others} else record.key


def _when(record: Record) -> str:
    found = next((date_of(record, field) for field in ("date", "period") if getattr(record, field, "")), None)
    return dates.word(found, language_now()) if found else ""


def is_namesake(record: Record, name: str, language: str) -> bool:
    """Whether a page would bear the heading of another: a State, that of the partner; a place, that of its State."""
    if isinstance(record, Place) and record.state is not None:
        return name == titles(record.state, language)[0][0]
    return isinstance(record, State)
