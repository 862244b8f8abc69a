"""What readers ask for in the query of an address; what makes no sense is refused with a sentence."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.dates import Moment, Period

ORDERS = ("oldest", "newest")

#: The parameter that says which part of something long is asked for.
PART = "rows"
#: Every number of so many digits fits into the column of a row's number.
MOST_DIGITS = 18


def keys_asked(query: QueryDict, name: str) -> tuple:
    """Return the keys given for `name`, each once, in their order."""
    return tuple(dict.fromkeys(value.strip() for value in query.getlist(name) if value.strip()))


def one(query: QueryDict, name: str) -> str | None:
    """Return the value given for `name`, without the spaces around it; an empty one counts as none."""
    given = [value.strip() for value in query.getlist(name) if value.strip()]
    if len(given) > 1:
        raise BadRequest(_("“%(name)s” is asked for more than once; one value is expected.") % {"name": name})
    return given[0] if given else None


def is_row_number(text: str) -> bool:
    """Whether `text` may be the number of a row: digits, no more than the databases hold."""
    return text.isdecimal() and len(text) <= MOST_DIGITS


def time_asked(query: QueryDict, name: str) -> Moment | Period | None:
    """Return the date given for `name`, as anybody may write it, or None."""
    value = one(query, name)
    return value_understood(dates.read, value) if value else None


def day_asked(query: QueryDict, name: str = "on") -> date | None:
    """Return the one day given for `name`, or None."""
    value = one(query, name)
    return read_day(value) if value else None


def read_day(value: str) -> date:
    """Return the day that `value` writes; raise BadRequest where that is not one known day."""
    moment = value_understood(dates.read_moment, value)
    if moment.precision is not dates.Precision.DAY or moment.approximate or moment.uncertain:
        raise BadRequest(_("One day is expected, such as 2018-05-24 or 24 May 2018."))
    return moment.earliest


def value_understood(read: Callable[[str], Any], value: str) -> Any:
    try:
        return read(value)
    except dates.DateError as error:
        raise BadRequest(str(error)) from error


def order(query: QueryDict, default: str = "oldest") -> str:
    """Return the order asked for; `default` where none is."""
    value = one(query, "order")
    if value is not None and value not in ORDERS:
        raise BadRequest(_("The order is “oldest” or “newest”."))
    return value or default


def part_asked(query: QueryDict, name: str = PART, most: int = 999_999) -> int | None:
    """Return the number of the part of something long that is asked for, or None."""
    value = one(query, name)
    if value is None:
        return None
    if not value.isdecimal() or len(value) > 6 or not 1 <= int(value) <= most:
        raise BadRequest(_("There is no such part. Start again from the page without it."))
    return int(value)
