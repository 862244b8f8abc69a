"""Lines of the timeline as finished HTML, kept in the process under the content version: a line is made once.

What stands on a line may depend on the day too: a name that is borne “until now” is certain for a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import select_template
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships import dates
from partnerships.models import TimelineLine
from partnerships.projections import version
from partnerships.projections.timeline import Entry, entries_of
from partnerships.shelf import Shelf

#: What all fragments may weigh, in characters.
CAPACITY = 16 * 1024 * 1024
#: About what a fragment takes beside its text.
OVERHEAD = 500


@dataclass(frozen=True)
class Fragment:
    """The finished line, and the year or the decade under which it stands."""

    heading: str
    html: SafeString


kept: Shelf[Fragment] = Shelf(CAPACITY)


def of(lines: Sequence[TimelineLine], language: str, *, compact: bool = False) -> list[Fragment]:
    """Return `lines` as HTML, in their order, in short or in full; only those that are not kept are loaded and made."""
    if not lines:
        return []
    under = version.stamp(), dates.today(), language, compact
    found = {str(line): kept.get((under, str(line))) for line in lines}
    missing = [line for line in lines if found[str(line)] is None]
    templates: dict[str, Any] = {}
    with override(language):
        for entry in entries_of(missing):
            fragment = found[entry.anchor] = _made(entry, language, templates, compact)
            kept.put((under, entry.anchor), fragment, len(fragment.html) + OVERHEAD)
    # A line whose record is gone has none.
    return [fragment for line in lines if (fragment := found[str(line)])]


def _made(entry: Entry, language: str, templates: dict[str, Any], compact: bool) -> Fragment:
    if entry.kind not in templates:
        names = [f"partnerships/timeline/_{entry.kind}.html", "partnerships/timeline/_base.html"]
        templates[entry.kind] = select_template(names)
    return Fragment(entry.heading(language), templates[entry.kind].render({"entry": entry, "compact": compact}))
