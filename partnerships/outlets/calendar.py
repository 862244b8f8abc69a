"""Lists as calendars (RFC 5545): what has known days is an event of whole days, the rest is counted."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from partnerships.models import Progress

from .lines import OutletLine

#: A calendar holds no more events than this: a longer list is narrowed down first.
MOST = 5_000
#: How a calendar says that a visit or a meeting was not held.
_STATUS = {Progress.PLANNED: "TENTATIVE", Progress.CANCELLED: "CANCELLED"}


def calendar(lines: Iterable[OutletLine], title: str, language: str, site: str, host: str, lacking: str = "") -> bytes:
    """Return the calendar of `lines`; its description says what is `lacking`."""
    found = Calendar()
    # It names what makes the calendar; what readers typed is part of the title.
    found.add("prodid", f"-//{host}//{_('Register of partnerships')}//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    events, left_out = _sorted_out(lines)
    description = " ".join(filter(None, (lacking, left_out)))
    found.add("name", _text(title, language))
    found.add("x-wr-calname", vText(title))
    if description:
        found.add("description", _text(description, language))
        found.add("x-wr-caldesc", vText(description))
    for line in events:
        found.add_component(_event(line, language, site, host))
    if not events:
        found.add_component(_utc())
    return found.to_ical()


def _sorted_out(lines: Iterable[OutletLine]) -> tuple[list[OutletLine], str]:
    """Return the lines that are events, and what is said of the others; beyond the limit nothing more is read."""
    events: list[OutletLine] = []
    inexact = undated = 0
    for line in lines:
        if not line.notation:
            undated += 1
        elif not (line.exact and line.first and line.last):
            inexact += 1
        elif len(events) < MOST:
            events.append(line)
        else:
            return events, _full()
    return events, " ".join([*_without_exact_day(inexact), *_without_date(undated)])


def _full() -> str:
    return _(
        "This calendar holds the first %(number)s events of the list; narrow the list down to have the others."
    ) % {"number": number_format(MOST, force_grouping=True)}


def _without_exact_day(number: int) -> list[str]:
    said = ngettext(
        "%(number)d line of the list has no exact day, so it is not in the calendar.",
        "%(number)d lines of the list have no exact day, so they are not in the calendar.",
        number,
    ) % {"number": number}
    return [said] if number else []


def _without_date(number: int) -> list[str]:
    said = ngettext(
        "%(number)d line of the list has no date, so it is not in the calendar.",
        "%(number)d lines of the list have no date, so they are not in the calendar.",
        number,
    ) % {"number": number}
    return [said] if number else []


def _utc() -> Timezone:
    """Return what stands in a calendar without events: it must have one component, and this one shows nothing."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  the standard wants the local time of the zone
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    standard.add("tzname", "UTC")
    zone.add_component(standard)
    return zone


def _event(line: OutletLine, language: str, site: str, host: str) -> Event:
    event = Event()
    event.add("uid", f"{line.anchor}@{host}")
    if line.published_at:
        event.add("dtstamp", line.published_at)
        event.add("last-modified", line.published_at)
    event.add("summary", _text(line.title, language))
    event.add("dtstart", line.first)
    if line.last and line.first:
        event.add("dtend", line.last + timedelta(days=1))
    if line.progress in _STATUS:
        event.add("status", _STATUS[line.progress])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("url", f"{site}{line.permanent}")
    event.add("description", _text(_said(line), language))
    if line.places:
        event.add("location", _text(", ".join(place.name for place in line.places), language))
    event.add("categories", [line.kind_name])
    return event


def _said(line: OutletLine) -> str:
    said = [line.when]
    for label, agrees in ((_("Sources:"), True), (_("Sources that disagree:"), False)):
        sources = [f"{one.title} {one.url}".strip() for one in line.sources if one.agrees is agrees]
        said += [label, *sources] if sources else []
    return "\n".join(said)


def _text(text: str, language: str) -> vText:
    return vText(text, params={"LANGUAGE": language})
