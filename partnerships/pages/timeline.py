"""What the page of the timeline says before its lines: how many there are, over which years, what is asked for."""

from collections import Counter
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.drawing import ScaleStep, scale_svg, stretch, stretches
from partnerships.kept_in_process import Shelf
from partnerships.listing import cursor, parameters
from partnerships.listing.chips import Chip, chips, closest, numbered, with_detail
from partnerships.listing.filters import AskedFilters, FilterChoice, read_filters
from partnerships.listing.timeline_page import from_years
from partnerships.listing.year_counts import MOST, Counts, lines_in_all, numbers_by_year
from partnerships.presentation.languages import language_now
from partnerships.projections import timeline, version

from .strips import years_said

#: With fewer lines than this a scale says nothing that the lines do not.
FEW = 12

#: What lies nearest to an empty answer is told in so many lines.
MOST_NEAREST = 3

#: The scales of what is asked for, up to so many characters.
kept: Shelf[SafeString] = Shelf(2 * 1024 * 1024)


@dataclass(frozen=True)
class TimelineHead:
    """How many lines match, drawn over the years, what is asked for, and the way to more or fewer."""

    number: int
    said: str
    drawn: SafeString
    chips: list[Chip]
    #: The query that asks for everything, where turning points alone are shown, or the other way round.
    other_detail: str
    #: How many lines there are then; nothing where there are none.
    other_number: str
    in_full: bool


def head(query: QueryDict, asked: AskedFilters, choices: list[FilterChoice]) -> TimelineHead:
    """Return what stands before the lines."""
    found, in_full = _counted(asked), asked.filters.detail == "all"
    other = "main" if in_full else "all"
    otherwise, more = (0, False) if asked.unknown else lines_in_all(replace(asked.filters, detail=other))
    return TimelineHead(
        number=found.total,
        said=_said(found, in_full),
        drawn=_drawn(query, found) if _is_drawn(found) else SafeString(""),
        chips=chips(query, asked, choices),
        other_detail=with_detail(query, other),
        other_number=f"{MOST}+" if more else str(otherwise or ""),
        in_full=in_full,
    )


def number_of_lines_said(asked: AskedFilters) -> str:
    """Return how many lines match, in words."""
    return _said(_counted(asked), asked.filters.detail == "all")


def _counted(asked: AskedFilters) -> Counts:
    return Counts() if asked.unknown else numbers_by_year(asked.filters)


def _is_drawn(found: Counts) -> bool:
    """Whether a scale says something: neither of a few lines, nor of more than are counted."""
    return not found.goes_on and found.total >= FEW


@dataclass(frozen=True)
class Instead:
    """What an empty answer says: how much there is without each thing asked for, and what lies nearest in time."""

    chips: list[Chip]
    nearest: list[timeline.Line]
    #: What is left out so that these are found, where no time is asked for, or nothing lies around it.
    without: Chip | None = None


def ways_on(query: QueryDict, asked: AskedFilters, choices: list[FilterChoice]) -> Instead:
    """Return the ways on from an answer that holds no line."""

    def count(without: QueryDict) -> int:
        other = read_filters(without)
        return 0 if other.unknown else numbers_by_year(other.filters).total

    found = numbered(chips(query, asked, choices), count)
    if near := _nearest(asked):
        return Instead(found, near)
    without = None if asked.unknown else closest(found)
    return Instead(found, _newest(QueryDict(without.without)) if without else [], without)


def _newest(query: QueryDict) -> list[timeline.Line]:
    """Return the newest lines of what is asked for, in their order."""
    return timeline.page(read_filters(query).filters, order="newest", size=MOST_NEAREST).lines[::-1]


def _nearest(asked: AskedFilters) -> list[timeline.Line]:
    """Return the last line before the time asked for, and the first one after it."""
    first, last = asked.span
    if asked.unknown or not asked.dated:
        return []
    timeless = replace(asked.filters, since=None, until=None, on=None)
    before = timeline.page(timeless, order="newest", after=first.isoformat(), size=1).lines if first else []
    after = timeline.page(timeless, order="oldest", after=f"{last.isoformat()}~", size=1).lines if last else []
    return [*before, *after]


def _said(found: Counts, in_full: bool) -> str:
    if found.goes_on:
        text = _("more than %(number)d lines") if in_full else _("more than %(number)d main events")
    elif in_full:
        text = ngettext("%(number)d line", "%(number)d lines", found.total)
    else:
        text = ngettext("%(number)d main event", "%(number)d main events", found.total)
    return text % {"number": min(found.total, MOST) if found.goes_on else found.total}


def _drawn(query: QueryDict, found: Counts) -> SafeString:
    """Return the scale over the lines, the same on each page of them."""
    asked = query.copy()
    for name in cursor.NAMES:
        asked.pop(name, None)
    key = version.stamp(), language_now(), found.years, asked.urlencode()
    return kept.having(key, lambda: _scale(asked, found), len)


def _scale(query: QueryDict, found: Counts) -> SafeString:
    size = stretch(year for year, _number in found.years)
    said = _("Each bar stands for %(number)d years, from the year beneath it on.") % {"number": size}
    drawn = scale_svg(_("Lines over the years"), _steps(query, found))
    caption = format_html('<figcaption class="keys">{}</figcaption>', said) if size > 1 else ""
    return format_html('<figure class="drawing">{}{}</figure>', drawn, caption)


def steps_over_years(query: QueryDict, asked: AskedFilters) -> list[ScaleStep]:
    """Return how many of the lines that match stand in each stretch of years; none where there are few, or too many."""
    found = _counted(asked)
    return _steps(query, found) if _is_drawn(found) else []


def _steps(query: QueryDict, found: Counts) -> list[ScaleStep]:
    years = [year for year, _number in found.years]
    size = stretch(years)
    together: dict[int, int] = Counter()
    for year, number in found.years:
        together[year // size * size] += number
    return [
        ScaleStep("…", 0, "", "") if first is None else _step(query, first, size, together[first])
        for first in stretches(years, size)
    ]


def _step(query: QueryDict, year: int, size: int, number: int) -> ScaleStep:
    """Return what stands in some years: it leads to the place in the list where they begin.

    Asking for these years alone would find other lines, and another number: also what only reaches into them.
    """
    first, last = max(year, 1), year + size - 1
    onward = cursor.onward_query(query, after=from_years(first, last, parameters.order(query)))
    return ScaleStep(str(first), number, f"?{onward}" if number else "", years_said(first, last, number))
