"""Lists as calendars (RFC 5545): what has known days is an event of whole days, the rest is counted."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event, vText

from partnerships.models import Progress

from .lines import OutletLine

#: A calendar holds no more events than this: a longer list is narrowed down first.
MOST = 5_000
#: How a calendar says that a visit or a meeting was not held.
_STATUS = {Progress.PLANNED: "TENTATIVE", Progress.CANCELLED: "CANCELLED"}


def calendar(lines: Iterable[OutletLine], title: str, language: str, site: str, host: str) -> bytes:
    """Return the calendar of `lines`."""
    found = Calendar()
    found.add("prodid", f"-//{host}//{title}//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    events, others = [], 0
    for line in lines:
        if line.exact and line.first and line.last and len(events) < MOST:
            events.append(_event(line, language, site, host))
        else:
            others += 1
    found.add("name", _text(title, language))
    found.add("x-wr-calname", title)
    description = _left_out(others)
    if description:
        found.add("description", _text(description, language))
        found.add("x-wr-caldesc", description)
    for event in events:
        found.add_component(event)
    return found.to_ical()


def _left_out(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "%(number)d line of the list has no exact day, and stands in no calendar.",
        "%(number)d lines of the list have no exact day, and stand in no calendar.",
        number,
    ) % {"number": number}


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
    sources = [f"{one.title} {one.url}".strip() for one in line.sources]
    return "\n".join([line.when, *([_("Sources") + ":", *sources] if sources else [])])


def _text(text: str, language: str) -> vText:
    return vText(text, params={"LANGUAGE": language})
