"""What the page of a record is called, where the page of another one would be called the same."""

from django.utils.translation import override

from partnerships.kept_in_process import Shelf
from partnerships.models import AddressedRecord, Place, Record, State
from partnerships.presentation.days import date_of
from partnerships.presentation.languages import language_now
from partnerships.projections import search, version
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.own_words import date_in_own_words
from partnerships.records.titles import titles

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
    own = kind_of(record), record.key
    so_named = [one for one in search.so_named(name) if one.kind in KINDS and KINDS[one.kind].has_page]
    before = [one for one in so_named if _rank(one.kind, one.key) < _rank(*own)]
    if not before and not is_namesake(record, name, language):
        return name
    same = [(one.earliest, one.latest) for one in before if one.kind == own[0]]
    days = next(((one.earliest, one.latest) for one in so_named if (one.kind, one.key) == own), None)
    with override(language):
        marks = [str(record._meta.verbose_name)]
        if same:
            # By its date, or else by its key.
            marks.append(("" if days in same else _when(record)) or record.key)
    return f"{name} ({', '.join(marks)})"


def _rank(kind: str, key: str) -> tuple[int, str]:
    return KINDS[kind].place_in_search, key


def _when(record: Record) -> str:
    field = next((field for field in ("date", "period") if getattr(record, field, "")), "")
    found = date_of(record, field) if field else None
    return date_in_own_words(record, field, found, language_now()) if found else ""


def is_namesake(record: Record, name: str, language: str) -> bool:
    """Whether a page would bear the heading of another: a State, that of the partner; a place, that of its State."""
    if isinstance(record, Place) and record.state is not None:
        return name == titles(record.state, language)[0][0]
    return isinstance(record, State)
