"""Lines of the timeline as finished HTML, kept in the process under the content version: a line is made once.

What stands on a line may depend on the day too: a name that is borne “until now” is certain for a time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import select_template
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.kept_in_process import Shelf
from partnerships.models import Designation, Meeting, Mission, Tenure
from partnerships.projections import version
from partnerships.projections.timeline import Line, TimelineEntry, entries_of

#: What all fragments may weigh, in characters.
CAPACITY = 16 * 1024 * 1024
#: About what a fragment takes beside its text.
OVERHEAD = 500


@dataclass(frozen=True)
class Fragment:
    """The finished line, the year or the decade under which it stands, and with which other lines it belongs."""

    heading: str
    html: SafeString
    #: The key of what lines have in common that belong together: the visit, the office, the mission.
    of: str = ""
    #: Where something begins or changes hands: whose it is, and when.
    change: tuple[str, str] = ("", "")


kept: Shelf[Fragment] = Shelf(CAPACITY)


def lines_html(
    lines: Sequence[Line],
    language: str,
    *,
    compact: bool = False,
    keep: bool = True,
    entries: Mapping[str, TimelineEntry] | None = None,
) -> list[Fragment]:
    """Return `lines` as HTML, in their order, in short or in full; only those that are not kept are loaded and made.

    Without `keep` what is made is not kept: a long stream would push out what pages ask for again. Whoever has the
    `entries` loaded gives them, by their ids.
    """
    if not lines:
        return []
    under = _under(language, compact)
    anchors = [str(line) for line in lines]
    found = dict(zip(anchors, kept.several([(under, anchor) for anchor in anchors]), strict=True))
    missing = [line for line, anchor in zip(lines, anchors, strict=True) if found[anchor] is None]
    if not missing:
        return [fragment for fragment in found.values() if fragment]
    templates: dict[str, Any] = {}
    with override(language):
        for entry in entries_of(missing) if entries is None else [entries[str(line)] for line in missing]:
            fragment = found[entry.anchor] = _made(entry, language, templates, compact)
            if keep:
                kept.put((under, entry.anchor), fragment, _weight(fragment))
    # A line whose record is gone has none.
    return [fragment for fragment in found.values() if fragment]


def lines_as_one(
    anchors: Sequence[str],
    load: Callable[[], dict[str, TimelineEntry]],
    language: str,
    template: str,
    context: dict[str, Any],
    *,
    compact: bool = False,
) -> Fragment:
    """Return the lines with the ids `anchors` as one, made by `template` of their entries, and kept like each of them.

    `load` gives the entries by their ids; it is called where the line is not kept.
    """

    def made() -> Fragment:
        entries = [load()[anchor] for anchor in anchors]
        cited = [one for entry in entries for one in entry.citations]
        first = replace(entries[0], citations=cited, proven=any(entry.proven for entry in entries))
        shown = {"entries": entries, "entry": first, "compact": compact, **context}
        with override(language):
            return Fragment(first.heading(language), SafeString(select_template([template]).render(shown)))

    return kept.having((_under(language, compact), template, *anchors), made, _weight)


def _weight(fragment: Fragment) -> int:
    return len(fragment.html) + OVERHEAD


def _under(language: str, compact: bool) -> tuple:
    return version.stamp(), language, compact


def _made(entry: TimelineEntry, language: str, templates: dict[str, Any], compact: bool) -> Fragment:
    if entry.kind not in templates:
        names = [f"partnerships/timeline/_{entry.kind}.html", "partnerships/timeline/_base.html"]
        templates[entry.kind] = select_template(names)
    html = templates[entry.kind].render({"entry": entry, "compact": compact})
    return Fragment(entry.heading(language), html, _of(entry), _change(entry))


def _of(entry: TimelineEntry) -> str:
    record = entry.record
    if isinstance(record, Meeting):
        return record.owner.key if record.owner else ""
    if isinstance(record, Mission):
        return record.key
    if isinstance(record, Designation):
        return record.mission.key if record.mission else ""
    return record.office.key if isinstance(record, Tenure) else ""


def _change(entry: TimelineEntry) -> tuple[str, str]:
    """Whose office changes hands on which day; nothing where the day is not known."""
    record = entry.record
    if isinstance(record, Designation | Mission) and entry.moment == "start":
        return "mission", f"{entry.earliest} {entry.latest}"
    if not isinstance(record, Tenure) or entry.moment not in ("start", "end") or entry.earliest != entry.latest:
        return "", ""
    office = record.office
    # What belongs to no State and to no body changes hands by itself: two such offices have nothing in common.
    whose = office.state or office.organization or office
    return str((type(whose).__name__, whose.pk)), entry.earliest.isoformat()
