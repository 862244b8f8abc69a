"""The sections of a page as its blocks: each folded away, with its number."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from partnerships.addresses import localized, on_page, on_the_timeline, owners_of, page_of
from partnerships.listing.filters import KEYS
from partnerships.models import Record
from partnerships.presentation.languages import language_now
from partnerships.records.kinds import KINDS, kind_of, standing_on

from . import PAGES
from .blocks import Fold, Link, Records
from .participants import attach_participants
from .sections import Section, section_of

#: The parameters of the timeline that ask for what concerns a record, by the kind of that.
ASKED_BY = {kind_of(model): parameter for parameter, model in KEYS.items()}


def folds(page_kind: str, record: Record, sections: Iterable[Section]) -> list[Fold]:
    """Return the sections of a page that are not empty, each folded away, each under an id of its own."""
    found: dict[str, Fold] = {}
    for section in sections:
        records = section.records(record)
        if records:
            key = section.kind if f"{section.kind}-all" not in found else f"{section.kind}-{section.path}"
            found[f"{key}-all"] = _fold(key, page_kind, record, section, records)
    return list(found.values())


def _fold(key: str, page_kind: str, record: Record, section: Section, records: list) -> Fold:
    if section.kind == "meeting":
        attach_participants(records)
    title, number = str(section.title), len(records)
    more = _more(page_kind, record, section) if number > section.most else ()
    card = () if KINDS[section.kind].has_page else card_of(section.kind)
    block = Records(key, title, section.kind, section.shown(records), card, more)
    return Fold(f"{key}-all", title, (block,), min(number, section.most), number > section.most)


def place_of(record: Record, language: str) -> str:
    """Return where a record stands: its line on the timeline, where its owners’ pages show others alone."""
    owner = page_holding(record)
    if owner is None:
        return on_the_timeline(record, language)
    return page_of(record, language) if owner is record else on_page(record, owner, language)


def page_holding(record: Record) -> Record | None:
    """Return the record on whose page `record` stands: itself where it has one, or none."""
    if KINDS[kind_of(record)].has_page:
        return record
    return next((owner for _path, owner in owners_of(record) if _stands_on(owner, record)), None)


def _stands_on(owner: Record, record: Record) -> bool:
    """Whether the page of `owner` shows `record` among those of its kind; a visit shows its meetings in parts."""
    kind = kind_of(record)
    if kind_of(owner) == "visit":
        return True
    own = [section for section in PAGES[kind_of(owner)].all_sections if section.kind == kind]
    own = own or [section_of(found, path) for found, path in standing_on(kind_of(owner)) if found.name == kind]
    return any(section.shows(owner, record) for section in own)


def card_of(kind: str) -> tuple[str, ...]:
    """Return the templates of the full content of a record: that of its kind, else the common one."""
    return (f"partnerships/cards/_{kind}.html", "partnerships/cards/_record.html")


def _more(page_kind: str, record: Record, section: Section) -> tuple[Link, ...]:
    """Return where the rest of a section is found: the timeline, where it can ask for it."""
    asked = {ASKED_BY[page_kind]: record.key} if page_kind in ASKED_BY else {}
    if asked and page_kind not in KINDS[section.kind].concerns:
        return ()
    query = urlencode({"kind": section.kind, **asked})
    return (Link(f"{localized('timeline', language_now())}?{query}", _("More on the timeline")),)
