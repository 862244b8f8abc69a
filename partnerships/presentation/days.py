"""Dates and hours of records in words, each with its `<time>`: as precisely as they are known."""

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.dates import Moment, Period
from partnerships.models import Meeting
from partnerships.models.base import LANGUAGES, Derived
from partnerships.records.own_words import date_in_own_words

from .languages import language_now, marked_language, text_of


def hour_said(meeting: Meeting) -> str:
    """Return the time of a meeting in words; empty where none is recorded."""
    if meeting.time is None:
        return ""
    when = dates.parse(meeting.date) if meeting.date else None
    day = when.earliest if isinstance(when, Moment) and when.earliest == when.latest else None
    return dates.word_hour(meeting.time, language_now(), zone=meeting.time_zone, day=day)


def date_of(record: Derived, field: str) -> Period | Moment | None:
    """Return the date in `field`, or None where none is recorded."""
    notation = getattr(record, field)
    if field in ("period", "coverage") and notation:
        return dates.shown_period(notation)
    return _moment(notation)


def _moment(notation: str) -> Moment | Period | None:
    return dates.parse(notation) if notation else None


def date_html(record: Derived, field: str = "period") -> str:
    """Return a recorded date in words: what is known, and the words of its source."""
    when = date_of(record, field)
    if when:
        return when_html(when, date_in_own_words(record, field, when, language_now()))
    return marked_language(*text_of(record, f"{field}_wording", language_now())) if _has_wording(record, field) else ""


def _has_wording(record: Derived, field: str) -> bool:
    return any(hasattr(record, f"{field}_wording_{language}") for language in LANGUAGES)


def when_html(when: Moment | Period, words: str, look: str = "") -> SafeString:
    """Return the words of a date, with a `<time>` for each bound that is known; as one element of the class `look`."""
    moments = dates.known_moments(when)
    halves = _two_halves(words) if len(moments) == 2 else None
    if halves:
        first, dash, last = halves
        found = format_html("{}{}{}", _timed(moments[:1], first), dash, _timed(moments[1:], last))
    else:
        found = _timed(moments, words)
    if not look:
        return found
    if found.count("<time ") == 1 and found.startswith("<time "):
        return SafeString(found.replace("<time ", f'<time class="{look}" ', 1))
    return format_html('<span class="{}">{}</span>', look, found)


def _timed(moments: Iterable[Moment], words: str) -> SafeString:
    """Return `words` within their `<time>`; where several days bound them, these stand before, without words."""
    bounds = list(dict.fromkeys(bound for moment in moments for bound in machine_dates(moment)))
    if len(bounds) == 1:
        return format_html('<time datetime="{}">{}</time>', bounds[0], words)
    times = format_html_join("", '<time datetime="{}"></time>', ((bound,) for bound in bounds))
    return format_html("{}{}", times, words)


def machine_dates(moment: Moment) -> list[str]:
    """Return what `<time datetime>` can say of a moment: itself, else the first and the last day that it can be."""
    if exact := dates.datetime_attribute(moment):
        return [exact]
    bounds = [day for day in (moment.earliest, moment.latest) if day not in (dates.EARLIEST, dates.LATEST)]
    return list(dict.fromkeys(day.isoformat() for day in bounds))


#: What stands between the two ends of a period, in words.
_DASH = re.compile(r" – |–|(?<=\d)-(?=\d)|(?<=1er)-(?=\d)")


def _two_halves(words: str) -> tuple[str, str, str] | None:
    found = _DASH.findall(str(words))
    if len(found) != 1 or "<" in str(words):
        return None
    first, last = _DASH.split(str(words))
    return first, found[0], last
