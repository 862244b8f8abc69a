"""A page of the timeline as an address asks for it: its lines, and the links to those before and after them."""

from dataclasses import dataclass

from django.http import QueryDict

from partnerships.projections import timeline

from . import cursor, parameters


@dataclass(frozen=True)
class Lines:
    """Some lines, those that stand apart from them, and the queries of the pages before and after."""

    entries: list[timeline.Line]
    apart: list[timeline.Line]
    earlier: str = ""
    later: str = ""


def page_of_lines(query: QueryDict, filters: timeline.Filters, order: str | None = None) -> Lines:
    """Return the page of lines that the cursors and the order of `query` ask for."""
    after, before = places_asked(query)
    found = timeline.page(filters, order=order or parameters.order(query), after=after, before=before)
    return Lines(
        found.lines,
        found.apart,
        cursor.onward_query(query, before=found.before and cursor.encode(found.before)),
        cursor.onward_query(query, after=found.after and cursor.encode(found.after)),
    )


def from_years(first: int, last: int, order: str = "oldest") -> str:
    """Return the cursor of the page that begins with the lines of some years, in either order."""
    # A line of a year comes after the bare number; nothing of it comes after the mark.
    return cursor.encode(f"{last:04}~" if order == "newest" else f"{max(first, 0):04}")


def places_asked(query: QueryDict) -> tuple[str | None, str | None]:
    """Return the places after and before which to go on; raise BadRequest for what is none."""
    after, before = (place and _place(place) for place in cursor.cursors_asked(query))
    return after, before


def _place(text: str) -> str:
    (place,) = cursor.decode(text)
    if not place[:4].isdigit():
        raise cursor.refused_cursor()
    return place
