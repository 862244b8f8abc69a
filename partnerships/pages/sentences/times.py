"""When, within a sentence: days, periods and how a sentence begins that says when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from partnerships import dates
from partnerships.dates import Edge, Manner, Moment, Period, Precision
from partnerships.models import Citation, Mission, Office, Tenure
from partnerships.models.base import Derived
from partnerships.offices import ByVirtueOf, Holder, PossiblyBefore, Sighting, SuccessionRow, Verdict
from partnerships.presentation.days import date_html, date_of, when_html
from partnerships.presentation.languages import language_now
from partnerships.records.own_words import wordings_of

from ..question import Question


def day_said(day: date) -> SafeString:
    """A day in words, with its `<time>`."""
    moment = dates.moment_on(day)
    return when_html(moment, dates.word(moment, language_now()))


def possibly_on(day: date) -> SafeString:
    """That a row answers for a day no more than possibly."""
    return format_html(gettext("On {day}: possibly."), day=day_said(day))


def sighted(sighting: Sighting) -> SafeString:
    """The moment at which somebody was seen in office, in words."""
    moment = dates.parse_moment(sighting.when.notation)
    if moment.precision is Precision.SPAN:
        said = _said_of(sighting.tenure, sighting.by_virtue_of)
        moment = next((one for one in said if one == moment), moment)
    return when_html(moment, dates.word(moment, language_now()))


def served_until(sighting: Sighting) -> SafeString:
    """Until when somebody certainly was in office, in the words of the end that is known: “until 2019”."""
    end = _of_bound(sighting, "earliest")
    return _spanning(Period(f"/{end.edtf}", None, end, Edge.UNKNOWN, Edge.KNOWN), end) if end else SafeString("")


def served_from(sighting: Sighting) -> SafeString:
    """Since when somebody certainly was in office, in the words of the beginning that is known: “from 2018”."""
    start = _of_bound(sighting, "latest")
    return _spanning(Period(f"{start.edtf}/..", start, None, Edge.KNOWN, Edge.OPEN), start) if start else SafeString("")


def _of_bound(sighting: Sighting, bound: str) -> Moment | None:
    """The moment, known less finely than to the day, that a sighting only bounds: no source gives that day."""
    tenure, virtue = sighting.tenure, sighting.by_virtue_of
    stated = [
        tenure.period,
        *(one.date for one in tenure.milestones.all()),
        virtue.designation.period if virtue else "",
    ]
    moments = [one for notation in stated if notation for one in dates.known_moments(dates.parse(notation))]
    told = (one for one in (*_said_of(tenure, virtue), *moments) if one.earliest != one.latest)
    return next((one for one in told if getattr(one, bound) == sighting.when.earliest), None)


def _spanning(period: Period, limit: Moment) -> SafeString:
    """A period in words, as it was said of days that are over; nothing where they do not say “until” or “from”."""
    words = dates.word(period, language_now(), today=date.min)
    return SafeString("") if words.startswith(dates.word(limit, language_now())) else when_html(period, words)


def held_when(row: SuccessionRow) -> SafeString:
    """When somebody held an office: “since …” only as long as that is certain, else when they were last seen there."""
    period = period_told(row.period, row.holder)
    last = row.holder.last_seen if row.holder else None
    lasts = row.answer is not Verdict.CERTAIN or period.end_edge is not Edge.OPEN or row.last >= dates.today()
    if lasts or last is None or period.start is None:
        return when_html(period, dates.word(period, language_now()))
    start = when_html(period.start, dates.word(period.start, language_now()))
    if dates.parse_moment(last.when.notation) == period.start:
        return format_html(gettext("{start}, not seen since"), start=start)
    return format_html(gettext("{start}, last seen {day}"), start=start, day=sighted(last))


def before_first(row: SuccessionRow) -> SafeString:
    """The time before a row, by the day, month or year with which that begins: “before 1 July 2018”."""
    start = period_told(row.period, row.holder).start
    unit = start and (start.last if start.precision is Precision.BEFORE else start.first if _is_plain(start) else None)
    if unit is None:
        return format_html("{}", gettext("before that"))
    named = dates.word(dates.parse_moment(unit.notation), "en")
    return format_html("{}", dates.word(dates.read(f"before {named}"), language_now()))


def ends_in_words(row: SuccessionRow) -> bool:
    """Whether the end of a row is told in words, of which the days that bound it are no part: “early 2019”."""
    end = period_told(row.period, row.holder).end
    return end is not None and end.saying is not None


def after_that() -> SafeString:
    """The time after a row of which the end is told in words."""
    return format_html("{}", gettext("after that"))


def when_opening(record: Derived, field: str = "period") -> SafeString:
    """How a sentence begins that says when: “On 24 May 2018”, “Soon after 24 May 2018”, “Early 1990s:”."""
    when = date_of(record, field)
    if when is None:
        return SafeString("")
    language = language_now()
    wordings = wordings_of(record, field)
    return opened(dates.as_said(when, wordings, language), dates.word_with_wordings(when, wordings, language))


def opened(when: Moment | Period, words: str) -> SafeString:
    """How a sentence begins that says `when` in these `words`."""
    if isinstance(when, Period) and when.start and (when.is_single or _is_one_day(when)):
        when = when.start
    if isinstance(when, Period):
        if (ends := two_days(when.edtf)) and words == dates.word(when, language_now()):
            return format_html(gettext("From {first} to {last}"), first=ends[0], last=ends[1])
        if when.start and when.end_edge is Edge.UNKNOWN and _is_plain(when.start):
            # Said as what is to come is, which begins and whose end nobody knows either.
            onwards = dates.word(dates.parse_period(f"{when.start.edtf}/.."), language_now(), today=date.min)
            comma = "," if language_now() == "fr" else ""
            return format_html("{}{}", when_html(when, capfirst(onwards) or ""), comma)
        return _headed(when, words)
    as_known = words.startswith(dates.word(when, language_now()))
    if is_unit(when, Precision.DAY) and as_known:
        return format_html(gettext("On {day}"), day=when_html(when, words))
    if _is_plain(when) and as_known:
        return format_html(gettext("In {month}"), month=when_html(when, words))
    if when.saying and when.saying.manner in (Manner.AFTER, Manner.BEFORE) and not when.uncertain:
        comma = "," if language_now() == "fr" else ""
        return format_html("{}{}", when_html(when, capfirst(words) or ""), comma)
    return _headed(when, words)


def period_told(notation: str, holder: Holder | PossiblyBefore | None) -> Period:
    """The period of a row, its ends as the records say them from which they follow."""
    period = dates.parse_period(notation)
    if holder is None or not (period.start or period.end):
        return period
    said = _said_of(holder.tenure, holder.by_virtue_of)
    days = (period.start_earliest, period.end_latest)
    whole = next((one for one in said if period.start and period.end and (one.earliest, one.latest) == days), None)
    if whole is None:
        return dates.with_moments_said(period, said)
    stated = dates.parse_period(holder.tenure.period or "/")
    # Somebody of whom no more is known than that they left “soon after 24 May”.
    is_end = stated.start is None and stated.end == whole
    return Period(f"/{whole.edtf}", None, whole, Edge.UNKNOWN, Edge.KNOWN) if is_end else dates.as_period(whole)


def _said_of(tenure: Tenure, by_virtue_of: ByVirtueOf | None) -> list[Moment]:
    """The moments of a tenure, of its milestones and of a designation, as far as their sources word them."""
    worded = [(tenure, "period"), *((one, "date") for one in tenure.milestones.all())]
    if by_virtue_of:
        worded.append((by_virtue_of.designation, "period"))
    language = language_now()
    return [said for record, field in worded for said in dates.moments_said(wordings_of(record, field), language)]


def is_unit(moment: Moment, precision: Precision) -> bool:
    """Whether it is one day, or one month and so on, without any sign."""
    return moment.precision is precision and not moment.approximate and not moment.uncertain


def _is_plain(moment: Moment) -> bool:
    """Whether it is one day, month or year without any sign."""
    return any(is_unit(moment, one) for one in (Precision.DAY, Precision.MONTH, Precision.YEAR))


def _is_one_day(when: Period) -> bool:
    """Whether a period that was given by two ends begins and ends on one day."""
    return when.start is not None and when.start == when.end and is_unit(when.start, Precision.DAY)


def two_days(notation: str) -> tuple[SafeString, SafeString] | None:
    """The first and the last day of a period, the first saying no more than it must; None where either is no day."""
    when = dates.parse(notation) if notation else None
    if not isinstance(when, Period) or when.is_single or _is_one_day(when) or not when.start or not when.end:
        return None
    return _two(when.start, when.end) if all(is_unit(end, Precision.DAY) for end in (when.start, when.end)) else None


def covered_said(record: Mission | Office) -> SafeString:
    """For which days the register claims to know every holder."""
    when = dates.parse_period(record.coverage)
    if when.start and when.end_edge is Edge.OPEN:
        return format_html(gettext("complete {}; before that, what sources show"), date_html(record, "coverage"))
    if not when.start and when.end:
        until = replace(when, start_edge=Edge.UNKNOWN)
        said = when_html(until, dates.word(until, language_now()))
        return format_html(gettext("complete {}; after that, what sources show"), said)
    if not when.start or not when.end or not is_unit(when.start, Precision.DAY) or not is_unit(when.end, Precision.DAY):
        return format_html(gettext("complete for {}; otherwise what sources show"), date_html(record, "coverage"))
    if when.start == when.end:
        return format_html(gettext("complete for {}; otherwise what sources show"), day_said(when.start.earliest))
    first, last = _two(when.start, when.end)
    text = gettext("complete from {first} to {last}; before and after, what sources show")
    return format_html(text, first=first, last=last)


def _two(first: Moment, last: Moment) -> tuple[SafeString, SafeString]:
    """Two days, of which the first says no more than it must."""
    begins, ends = (dates.word(one, language_now()).split() for one in (first, last))
    tail = list(ends)
    while len(begins) > 1 and begins[-1] == tail[-1]:
        begins, tail = begins[:-1], tail[:-1]
    return when_html(first, " ".join(begins)), when_html(last, " ".join(ends))


def _headed(when: Moment | Period, words: str) -> SafeString:
    colon = "\u00a0:" if language_now() == "fr" else ":"
    return format_html("{}{}", when_html(when, capfirst(words) or ""), colon)


def value_said(citation: Citation) -> str:
    """The value that a source gives: a date in words, other values as they stand."""
    try:
        return dates.word(dates.parse(citation.value), language_now())
    except dates.DateError:
        return citation.value


def dated(title: str, question: Question) -> str:
    """The title of a page, with the days for which it answers where a reader asked for them; plain text."""
    return _dated(title, [dates.word(dates.moment_on(day), language_now()) for day in _asked_for(question)])


def heading_dated(title: str, question: Question) -> SafeString:
    """The same as a heading, in which no line ends within a day."""
    return SafeString(_dated(escape(title), [day_said(day) for day in _asked_for(question)]))


def _asked_for(question: Question) -> Sequence[date]:
    return () if question.on is None and question.beside is None else question.days


def _dated(title: str, days: Sequence[str]) -> str:
    if not days:
        return title
    if len(days) == 1:
        return gettext("%(title)s on %(day)s") % {"title": title, "day": days[0]}
    return gettext("%(title)s on %(first)s and on %(second)s") % {"title": title, "first": days[0], "second": days[1]}


def between_days(question: Question) -> str:
    """What a table says that shows the time between two days alone; nothing where there are not two."""
    if len(question.days) < 2:
        return ""
    first, second = (dates.word(dates.moment_on(day), language_now()) for day in question.days)
    return gettext("Only from %(first)s to %(second)s:") % {"first": first, "second": second}
