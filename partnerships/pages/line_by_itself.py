"""One line of the timeline by itself: what it says, where it stands; for whoever cites it or reports an error in it."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urlencode

from django.utils.html import strip_tags

from partnerships import dates, kept_lines
from partnerships.addresses import localized, permanent
from partnerships.models import Record, TimelineLine
from partnerships.projections import timeline
from partnerships.records.kinds import kind_of

_TITLE = re.compile(r'<p class="line-title">(.*?)</p>', re.DOTALL)


@dataclass(frozen=True)
class OneLine:
    """A line of the timeline: its moment of its record, and what it says in one language."""

    moment: str
    anchor: str
    title: str
    when: str
    #: The days between which it stands.
    earliest: date
    latest: date

    @property
    def said(self) -> str:
        """The line as one text."""
        return f"{self.when} – {self.title}"

    def permanent(self, record: Record) -> str:
        """Return the address of the line that never changes."""
        return f"{permanent(record)}?line={self.moment}"


def line_title(html: str) -> str:
    """Return the title of a finished line, as a text."""
    found = _TITLE.search(html)
    return " ".join(unescape(strip_tags(found[1] if found else html)).split())


def line_of(record: Record, moment: str, language: str) -> OneLine | None:
    """Return the public line of a moment of `record`; nothing where it has none."""
    rows = TimelineLine.objects.filter(kind=kind_of(record), key=record.key, moment=moment)
    place = rows.values_list("sort", flat=True).first()
    lines = [timeline.Line.at(place)] if place else []
    entry = next(iter(timeline.entries_of(lines)), None)
    if entry is None:
        return None
    (fragment,) = kept_lines.lines_html(lines, language, compact=True)
    return OneLine(
        moment=moment,
        anchor=entry.anchor,
        title=line_title(fragment.html),
        when=str(entry.wording(language)),
        earliest=entry.earliest,
        latest=entry.latest,
    )


def place_of_line(record: Record, line: OneLine, language: str) -> str:
    """Return where a line stands on the timeline, narrowed down to its kind and its days."""
    query = {"kind": kind_of(record)}
    if line.earliest != dates.EARLIEST:
        query["from"] = line.earliest.isoformat()
    if line.latest != dates.LATEST:
        query["to"] = line.latest.isoformat()
    return f"{localized('timeline', language)}?{urlencode(query)}#{line.anchor}"
