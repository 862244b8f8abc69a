"""What is asked of a list, as words that can each be taken back: one chip for each value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from django.http import QueryDict
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.presentation.languages import language_now

from . import cursor
from .filters import AskedFilters, FilterChoice, choices

#: Of what is asked for so much is taken away to see what is found, one by one, and two by two.
MOST_ALONE, MOST_IN_PAIRS = 12, 5


@dataclass(frozen=True)
class Chip:
    """One thing asked for: its words, the language they are in, and the query without it."""

    text: str
    language: str
    without: str
    #: How much is found without it; told where nothing is found with it, and something is without.
    number: int | None = None
    #: How many things it takes back at once.
    takes_back: int = 1
    #: "from" or "to", where it is a bound of the time.
    bound: str = ""


def numbered(several: Iterable[Chip], count: Callable[[QueryDict], int]) -> list[Chip]:
    """Return chips with how much is found without each, those first without which most is found.

    Where nothing is found without any of them, two that are taken back together come first.
    """
    given = list(several)
    helping = _counted(given[:MOST_ALONE], count)
    if not helping:
        helping = _counted([_both(*pair) for pair in combinations(given[:MOST_IN_PAIRS], 2)], count)
    without = {chip.without for chip in helping}
    return [*helping, *(chip for chip in given if chip.without not in without)]


def closest(several: Iterable[Chip]) -> Chip | None:
    """Return what is to be taken back so that as little as possible is found beside what is asked for."""
    return min((chip for chip in several if chip.number), key=lambda chip: chip.number or 0, default=None)


def _counted(several: Iterable[Chip], count: Callable[[QueryDict], int]) -> list[Chip]:
    """Return those chips without which something is found, with how much it is."""
    found = [replace(chip, number=number) for chip in several if (number := count(QueryDict(chip.without)))]
    return sorted(found, key=lambda chip: -(chip.number or 0))


def _both(one: Chip, other: Chip) -> Chip:
    """Return what takes two things back at once."""
    query, left = QueryDict(one.without, mutable=True), QueryDict(other.without)
    for name, values in list(query.lists()):
        query.setlist(name, [value for value in values if value in left.getlist(name)])
    language = one.language if one.language == other.language else language_now()
    return Chip(f"{one.text}, {other.text}", language, query.urlencode(), takes_back=2)


def chips(query: QueryDict, asked: AskedFilters, offered: Iterable[FilterChoice]) -> list[Chip]:
    """Return a chip for each value that `query` asks for, in the order of the form."""
    found = [
        Chip(option.text, option.language, _without(query, choice.parameter, option.value))
        for choice in offered
        for option in choice.chosen
    ]
    language = language_now()
    times = (
        ("from", asked.since, _bound(asked.filters.since, last=False)),
        ("to", asked.until, _bound(asked.filters.until, last=True)),
        ("on", asked.filters.on, asked.filters.on and _("on %(when)s") % {"when": _day(asked.filters.on.isoformat())}),
    )
    for name, value, text in times:
        if value:
            found.append(Chip(str(text), language, _without(query, name), bound="" if name == "on" else name))
    return found


def narrowed_title(title: str, query: QueryDict, asked: AskedFilters, *further: str) -> str:
    """Return what a list is called by itself: its title, with what it is narrowed down to."""
    return title_with(title, chips(query, asked, choices(asked, ())), *further)


def title_with(title: str, several: Iterable[Chip], *further: str) -> str:
    """Return the title of a list with what is asked of it."""
    values = list[str]()
    since = ""
    for chip in several:
        if chip.bound == "to" and since:
            values[-1] = _("%(since)s %(until)s") % {"since": since, "until": chip.text}
        else:
            values.append(chip.text)
        since = chip.text if chip.bound == "from" else ""
    values += further
    return _("%(list)s: %(values)s") % {"list": title, "values": ", ".join(values)} if values else title


def _bound(value: dates.Moment | dates.Period | None, *, last: bool) -> str:
    """Return a bound of the time asked for, as it was understood; of a period, its end on that side."""
    end = (value.end if last else value.start) if isinstance(value, dates.Period) else value
    if end is None:
        return dates.word(value, language_now()) if value else ""
    return dates.word_bound(end, language_now(), last=last)


def _day(text: str) -> str:
    return dates.word(dates.parse_moment(text), language_now())


def _without(query: QueryDict, name: str, value: str = "") -> str:
    """Return the query without one value of a parameter, from its first page on."""
    found = cursor.without_cursor(query)
    if not found.getlist(name):
        return found.urlencode()
    kept = [one for one in found.getlist(name) if value and one.strip() != value]
    found.setlist(name, kept)
    return found.urlencode()


def with_detail(query: QueryDict, detail: str) -> str:
    """Return the query that asks for turning points alone, or for everything."""
    found = cursor.without_cursor(query)
    found["detail"] = detail
    return found.urlencode()
