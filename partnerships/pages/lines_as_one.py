"""Lines of the timeline that belong together, as one: meetings under their visit, one office that changes hands,
several offices of one State or body that change hands on one day, a mission that opens as a post becomes it, the
credentials of whoever takes office that day.

The ids of all lines stay on the page: a permanent address leads to each of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from partnerships import kept_lines
from partnerships.kept_lines import Fragment
from partnerships.projections import timeline
from partnerships.projections.timeline import Line, TimelineEntry

#: So many offices of one State or body that change hands on one day stand in one line, which unfolds.
RESHUFFLE = 3


@dataclass
class _Gathering:
    """The lines of a page by their ids, each with its HTML, and what is shown in their places: None for nothing."""

    lines: dict[str, Line]
    found: dict[str, Fragment]
    shown: dict[str, Fragment | None]
    language: str
    compact: bool

    def together(self, anchors: Sequence[str], template: str, **context: object) -> Fragment:
        name = f"partnerships/timeline/{template}.html"
        return kept_lines.lines_as_one(
            anchors, lambda: self.entries, self.language, name, context, compact=self.compact
        )

    @cached_property
    def days(self) -> list[tuple[str, list[str]]]:
        """The lines of which several begin or change hands on one day, under whose they are."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for anchor, fragment in self.found.items():
            if all(fragment.change):
                found[fragment.change].append(anchor)
        return [(whose, anchors) for (whose, _day), anchors in found.items() if len(anchors) > 1]

    @cached_property
    def entrances(self) -> list[tuple[str, str]]:
        """The lines on which somebody takes an office, each with that of the credentials presented on that day.

        Whoever succeeds somebody that day has one line with them.
        """
        starts = {line.key: (anchor, line) for anchor, line in self.lines.items() if _is(line, "start")}
        ended = {(self.found[anchor].of, _day(line)) for anchor, line in self.lines.items() if _is(line, "end")}
        found = []
        for anchor, line in self.lines.items():
            taken, start = starts.get(line.key, ("", line))
            here = bool(taken) and _is(line, "credentials") and _day(line) == _day(start)
            if here and _day(line) and (self.found[taken].of, _day(line)) not in ended:
                found.append((taken, anchor))
        return found

    @cached_property
    def entries(self) -> dict[str, TimelineEntry]:
        """The entries of all these lines, loaded at once where one of them is asked for."""
        anchors = [anchor for _whose, several in self.days for anchor in several]
        lines = [self.lines[anchor] for anchor in (*anchors, *(one for pair in self.entrances for one in pair))]
        return {entry.anchor: entry for entry in timeline.entries_of(lines)}


def _is(line: Line, moment: str) -> bool:
    return line.kind == "tenure" and line.moment == moment


def _day(line: Line) -> str:
    """The day of a line; nothing where it is not known to the day."""
    first, last, _rest = line.sort.split(" ", 2)
    return first if first == last else ""


def gathered(lines: Sequence[Line], language: str, *, compact: bool = False) -> list[Fragment]:
    """Return lines as finished HTML, in their order, those that belong together where the first of them stands."""
    several = kept_lines.lines_html(lines, language, compact=compact)
    if len(several) < len(lines):
        return several
    anchors = [str(line) for line in lines]
    found = dict(zip(anchors, several, strict=True))
    page = _Gathering(dict(zip(anchors, lines, strict=True)), found, {**found}, language, compact)
    _meetings(page)
    _entrances(page)
    _changes(page)
    return [fragment for fragment in page.shown.values() if fragment is not None]


def _meetings(page: _Gathering) -> None:
    """Set the meetings of a visit under its line, where both stand on the page."""
    visits = {line.key: anchor for anchor, line in page.lines.items() if line.kind == "visit"}
    under: dict[str, list[SafeString]] = defaultdict(list)
    for anchor, line in page.lines.items():
        visit = visits.get(page.found[anchor].of) if line.kind == "meeting" else None
        if visit:
            under[visit].append(page.found[anchor].html)
            page.shown[anchor] = None
    for anchor, meetings in under.items():
        one = page.found[anchor]
        page.shown[anchor] = Fragment(one.heading, _within(one.html, meetings))


def _within(html: SafeString, lines: Sequence[SafeString]) -> SafeString:
    head = mark_safe(html.rstrip().removesuffix("</li>"))  # noqa: S308  a part of finished HTML
    return format_html('{}<ol class="lines within">{}</ol></li>', head, _after_each_other(lines))


def _after_each_other(lines: Sequence[SafeString]) -> SafeString:
    return mark_safe("".join(lines))  # noqa: S308  finished HTML


def _entrances(page: _Gathering) -> None:
    """Say in one line that somebody presented credentials and took office on one day."""
    for taken, presented in page.entrances:
        one, whole = page.found[taken], page.together([taken, presented], "entrance")
        page.found[taken] = page.shown[taken] = replace(one, html=whole.html)
        page.shown[presented] = None


def _changes(page: _Gathering) -> None:
    """Set what begins or changes hands on one day in one line."""
    for whose, anchors in page.days:
        changes = [_change(page, several) for several in _by_what_changes(page, anchors)]
        page.shown.update(dict.fromkeys(anchors))
        if whose == "mission" or len(changes) < RESHUFFLE:
            page.shown.update(changes)
        else:
            inner = _after_each_other([fragment.html for _anchor, fragment in changes])
            page.shown[anchors[0]] = page.together(anchors, "reshuffle", changes=inner, number=len(changes))


def _by_what_changes(page: _Gathering, anchors: Sequence[str]) -> list[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for anchor in anchors:
        found[page.found[anchor].of].append(anchor)
    return list(found.values())


def _change(page: _Gathering, anchors: Sequence[str]) -> tuple[str, Fragment]:
    """The lines of one office, or of one mission, as one where they say one thing; else after each other."""
    moments = [(page.lines[one].kind, page.lines[one].moment) for one in anchors]
    if moments == [("tenure", "end"), ("tenure", "start")]:
        return anchors[0], page.together(anchors[::-1], "succession")
    if sorted(moments) == [("designation", "start"), ("mission", "start")]:
        return anchors[0], page.together(sorted(anchors), "opening")
    html = _after_each_other([page.found[one].html for one in anchors])
    return anchors[0], Fragment(page.found[anchors[0]].heading, html)
