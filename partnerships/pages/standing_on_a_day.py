"""What stood on the days that a reader asks for: certainly, possibly, or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnerships import dates
from partnerships.dates import Certainty
from partnerships.models.base import Lasting
from partnerships.presentation.languages import language_now

from .question import Question


@dataclass(frozen=True)
class Number:
    """How many things stood on a day: for certain, and how many more possibly."""

    certain: int = 0
    possible: int = 0


def certainty_on(record: Lasting, day: date, today: date) -> Certainty:
    """Return whether a record stood on a day; of one without a period that is not known."""
    return _certainty(record.period, day, today)


def _certainty(period: str, day: date, today: date) -> Certainty:
    return dates.contains(dates.parse_period(period), day, today=today) if period else Certainty.POSSIBLY


def number_on(periods: Iterable[str], day: date, today: date) -> Number:
    """Return how many of some periods contain a day."""
    found = [_certainty(period, day, today) for period in periods]
    return Number(found.count(Certainty.CERTAINLY), found.count(Certainty.POSSIBLY))


def possibly_stood(days: Iterable[date]) -> Q:
    """Return the condition under which a record possibly stood on one of `days`."""
    return reduce(or_, (Q(start_earliest__lte=day, end_latest__gte=day) for day in days))


def days_asked(question: Question | None) -> list[date]:
    """Return the days that a reader asks for, or none where a page answers for today alone."""
    return question.days if question is not None and (question.on or question.beside) else []


def day_columns(days: Sequence[date]) -> list[str]:
    """Return the words of a column for each of `days`."""
    words = [dates.word(dates.moment_on(day), language_now()) for day in days]
    return [_("On %(day)s") % {"day": word} for word in words]


def standing_said(record: Lasting, day: date, today: date) -> str:
    """Return in a word whether a record stood on a day."""
    return {
        Certainty.CERTAINLY: pgettext("of something on a day", "yes"),
        Certainty.POSSIBLY: pgettext("of something on a day", "possibly"),
        Certainty.NOT: pgettext("of something on a day", "no"),
    }[certainty_on(record, day, today)]
