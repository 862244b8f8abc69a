"""What can be a date: there is such a day, and nothing ends before it starts; anything else is refused."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.utils.translation import get_language

from .errors import DateError, _
from .moments import EARLIEST, LATEST, Edge, Moment, Period, Precision
from .sayings import Doubt, Saying
from .units import SPRING, WINTER, Unit
from .wording import word

#: How a date is marked that is about its unit, uncertain, or both.
MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


@dataclass(frozen=True)
class MomentInSentence:
    """A moment within a sentence, said in the language in which that is shown."""

    moment: Moment

    def __str__(self) -> str:
        # As the sentence itself: in English where there are no settings.
        return word(self.moment, (apps.apps_ready and get_language()) or "en")


def make_unit(year: int, month: int | None = None, day: int | None = None) -> Unit:
    """The year, month (or season, 21 to 24) or day of these numbers. Raises ``DateError`` if there is none."""
    if not 1 <= year <= LATEST.year:
        raise DateError(_("Years go from 0001 to 9999; there is no year %(year)s."), {"year": f"{year:04d}"})
    if month is None:
        return Unit(Precision.YEAR, year)
    if SPRING <= month <= WINTER and day is None:
        return Unit(Precision.SEASON, year, month)
    if not 1 <= month <= 12:
        raise DateError(
            _("There is no month %(month)s: months go from 01 to 12, seasons from 21 (spring) to 24 (winter)."),
            {"month": f"{month:02d}"},
        )
    if day is None:
        return Unit(Precision.MONTH, year, month)
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise DateError(
            _("There is no day %(day)s in that month: it has %(length)s days."),
            {"day": day, "length": length},
        )
    return Unit(Precision.DAY, year, month, day)


def make_moment(
    unit: Unit, *, approximate: bool = False, doubt: Doubt | None = None, saying: Saying | None = None
) -> Moment:
    """The moment known as finely as ``unit``, about it if ``approximate``, uncertain if there is a ``doubt``."""
    earliest, latest = unit.bounds(widened=approximate)
    notation, uncertain = unit.notation + MARKS[approximate, bool(doubt)], bool(doubt)
    return Moment(notation, earliest, latest, unit.precision, approximate, uncertain, unit, unit, saying, doubt)


def moment_on(day: date) -> Moment:
    """The moment that a day of the calendar is."""
    unit = Unit(Precision.DAY, day.year, day.month, day.day)
    return Moment(day.isoformat(), day, day, Precision.DAY, first=unit, last=unit)


def make_span(first: Unit | None, last: Unit | None, *, saying: Saying | None = None) -> Moment:
    """One unknown day from ``first`` to ``last``, both included; a side that is None is without limit.

    Two equal ends are that unit itself. Raises ``DateError`` if reversed, or without any end.
    """
    if first is not None and first == last:
        return make_moment(first)
    earliest = first.bounds()[0] if first else EARLIEST
    latest = last.bounds()[1] if last else LATEST
    notation = f"[{first.notation if first else ''}..{last.notation if last else ''}]"
    if earliest > latest:
        raise DateError(_("The span %(span)s is the wrong way round: its end comes first."), {"span": notation})
    if first and last:
        precision = Precision.SPAN
    elif first or last:
        precision = Precision.AFTER if first else Precision.BEFORE
    else:
        raise DateError(_("A span needs at least one end: [1995..1998], [..1998] or [1995..]."))
    return Moment(notation, earliest, latest, precision, first=first, last=last, saying=saying)


def make_period(start: Moment | None, end: Moment | None, start_edge: Edge, end_edge: Edge) -> Period:
    """The period between two ends. Raises ``DateError`` if the earliest start lies after the latest end."""
    if start and end and start.earliest > end.latest:
        ends = {"start": MomentInSentence(start), "end": MomentInSentence(end)}
        raise DateError(_("The period ends (%(end)s) before it starts (%(start)s)."), ends)
    return Period(f"{_side(start, start_edge)}/{_side(end, end_edge)}", start, end, start_edge, end_edge)


def _side(moment: Moment | None, edge: Edge) -> str:
    if moment:
        return moment.edtf
    return ".." if edge is Edge.OPEN else ""
