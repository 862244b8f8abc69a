"""The numbered notes of a page: each source stands once, at the end; what rests on it carries its number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from partnerships import dates
from partnerships.kept_in_process import Shelf
from partnerships.markup import without_tags
from partnerships.models import Citation, Source
from partnerships.presentation.days import date_of
from partnerships.presentation.languages import language_name, language_now, marked_language, text_of
from partnerships.presentation.links import link_html
from partnerships.presentation.values import Address, field_called, value_html
from partnerships.projections import version
from partnerships.records.own_words import date_in_own_words
from partnerships.records.visibility import is_public
from partnerships.records.web_addresses import host_of, linkable

from .sentences.names import enumerated
from .sentences.times import value_said

#: Under this name the context of a page carries its notes.
NOTES = "notes_of_the_page"

#: The sources as notes say them, up to so many characters.
kept: Shelf[SafeString] = Shelf(4 * 1024 * 1024)


@dataclass
class Note:
    """One source, with the citations that name it on this page."""

    number: int
    source: Source
    citations: list[Citation] = field(default_factory=list)
    #: The numbers of the citations.
    known: set[int] = field(default_factory=set)

    def take(self, citation: Citation) -> None:
        """Note that a citation names the source too."""
        if citation.pk not in self.known:
            self.known.add(citation.pk)
            self.citations.append(citation)

    @property
    def anchor(self) -> str:
        return f"note-{self.number}"

    @property
    def said(self) -> SafeString:
        """The source with what tells what it is: the same on every page that names it."""
        key = version.stamp(), language_now(), self.source.pk
        return kept.having(key, lambda: _said(self.source), len)

    @property
    def about(self) -> SafeString:
        """Everything that is said of it here: the source, the places in it, and the remarks."""
        key = version.stamp(), language_now(), tuple(one.pk for one in self.citations)
        return kept.having(key, self._about, len)

    def _about(self) -> SafeString:
        parts = (self.said, conditional_escape(", ".join(self.places)), where_read(self.source))
        said = format_html_join(", ", "{}", ((part,) for part in parts if part))
        return format_html("{}{}", said, _joined(self.remarks))

    @property
    def disagrees(self) -> bool:
        """Whether a citation here contradicts the register."""
        return any(one.stance == Citation.Stance.CONTRADICTS for one in self.citations)

    @property
    def remarks(self) -> list["Remark"]:
        """What is to be said of single citations: other values, and remarks; each once."""
        return list(dict.fromkeys(one for citation in self.citations if (one := _remark(citation)) is not None))

    @property
    def places(self) -> list[str]:
        """The places in the source, each once."""
        return list(dict.fromkeys(one.locator for one in self.citations if one.locator))


def _joined(remarks: Iterable["Remark"]) -> SafeString:
    """Return remarks as sentences, what disagrees marked."""
    found, ends = SafeString(""), False
    for one in remarks:
        if one.disagrees:
            # Behind a sentence it is one of its own: no dash stands behind a full stop.
            dash, text = ("", SafeString(capfirst(one.text))) if ends else (" –", one.text)
            found = format_html('{}{} <span class="disagree">{}</span>', found, dash, text)
        else:
            found = format_html("{}{} {}", found, "" if ends else ".", one.text)
        # A remark is a sentence already where it was written as one.
        ends = without_tags(one.text).rstrip().endswith((".", "!", "?", "…"))
    return found


def _said(source: Source) -> SafeString:
    about = source_details(source)
    return format_html("{}, {}", link_html(source), about) if about else link_html(source)


def source_details(source: Source) -> SafeString:
    """Publisher, type, date and languages of a source."""
    language = language_now()
    when = date_of(source, "date")
    parts = [
        marked_language(*text_of(source, "publisher", language), mark=False),
        conditional_escape(source.get_kind_display()),
        conditional_escape(date_in_own_words(source, "date", when, language)) if when else "",
        enumerated([_in_language(code) for code in source.languages.split()]),
    ]
    return format_html_join(", ", "{}", ((part,) for part in parts if part))


def _in_language(code: str) -> SafeString:
    return format_html(gettext("in {language}"), language=language_name(code))


def where_read(source: Source) -> SafeString:
    """When somebody read the document, and where it is: by its own address, and as a copy that stays."""
    read_on = source.accessed_on and dates.word(dates.moment_on(source.accessed_on), language_now())
    parts = [
        format_html(gettext("consulted on {day}"), day=read_on) if read_on else "",
        value_html(Address(source.url, host_of(source.url))) if linkable(source.url) else "",
        value_html(Address(source.archive_url, gettext("archived copy"))) if linkable(source.archive_url) else "",
    ]
    return format_html_join(", ", "{}", ((part,) for part in parts if part))


def _quality(citation: Citation) -> tuple[bool, bool, str]:
    """What supports comes before what contradicts, the best grade first."""
    return citation.stance == Citation.Stance.CONTRADICTS, not citation.grade, citation.grade


@dataclass(frozen=True)
class Remark:
    """A sentence about a citation, in its language."""

    text: SafeString
    disagrees: bool = False


def _remark(citation: Citation) -> Remark | None:
    """What a citation says for itself: another value, of which field, and its remark."""
    disagrees = citation.stance == Citation.Stance.CONTRADICTS
    value = format_html("{}{}", _field(citation), value_said(citation)) if citation.value else SafeString("")
    if disagrees:
        value = _otherwise(citation, value)
    text = marked_language(*text_of(citation, "remark", language_now()))
    said = format_html_join(". ", "{}", ((part,) for part in (value, text) if part))
    if end := "" if value else _end(citation):
        said = format_html("{} {}", end, said) if said else format_html("{}", end)
    return Remark(said, disagrees) if said else None


def _end(citation: Citation) -> str:
    """Which end of something a source bears, where it bears that alone."""
    return {"start": gettext("For the beginning."), "end": gettext("For the end.")}.get(citation.field, "")


def _otherwise(citation: Citation, value: SafeString) -> SafeString:
    """What a source says that disagrees: another date, or another value of a field that it names."""
    if not value:
        return format_html("{}", gettext("gives another value"))
    when = _day_given(citation)
    if when is None:
        return format_html(gettext("gives another value ({})"), value)
    return format_html(gettext("gives another date: {}"), when)


def _day_given(citation: Citation) -> SafeString | None:
    """The moment that a source gives for the date of a record, in words: « le 3 mai 2016 »; None for all else."""
    if citation.field != "date":
        return None
    try:
        when = dates.parse(citation.value)
    except dates.DateError:
        return None
    is_day = isinstance(when, dates.Moment) and when.edtf == when.earliest.isoformat()
    before = "le " if is_day and language_now() == "fr" else ""
    return format_html("{}{}", before, dates.word(when, language_now()))


def _field(citation: Citation) -> SafeString:
    name = field_called(citation)
    if not name:
        return SafeString("")
    return format_html("{}{} ", name, "\u00a0:" if language_now() == "fr" else ":")


class Notes:
    """The notes of one page, numbered in the order in which the page first needs them."""

    def __init__(self) -> None:
        self._notes: dict[int, Note] = {}

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)

    def numbers(self, citations: Iterable[Citation]) -> list[Note]:
        """Return the notes of `citations`, each once, in the order of their numbers."""
        found: dict[int, Note] = {}
        for citation in citations:
            if is_public(citation.source):
                note = self._notes.get(citation.source_id)
                if note is None:
                    note = self._notes[citation.source_id] = Note(len(self._notes) + 1, citation.source)
                note.take(citation)
                found[note.number] = note
        return [found[number] for number in sorted(found)]

    def of_the_record(self, citations: Iterable[Citation]) -> SafeString:
        """Return the numbers of the sources of the record as a whole, where one of them stands nowhere before."""
        new = any(is_public(one.source) and one.source_id not in self._notes for one in citations)
        marks = self.marks(citations)
        if not new:
            return SafeString("")
        colon = "\u00a0:" if language_now() == "fr" else ":"
        return format_html('<p class="quiet">{}{} {}</p>', gettext("Sources of this record"), colon, marks)

    def marks(self, citations: Iterable[Citation], most: int | None = None) -> SafeString:
        """Return the small numbers that lead to the notes, the best `most` of them; what disagrees is said in words."""
        several = sorted(citations, key=_quality)[:most]
        notes = self.numbers(several)
        if not notes:
            return SafeString("")
        against = {one.source_id for one in several if one.stance == Citation.Stance.CONTRADICTS}
        marks = SafeString(f'<sup class="notes-here">{" ".join(_ranges(notes))}</sup>')
        other = next((note for note in notes if note.source.pk in against), None)
        if other is None:
            return marks
        return format_html('{} <a class="disagree" href="#{}">{}</a>', marks, other.anchor, gettext("sources disagree"))


def _ranges(notes: Sequence[Note]) -> Iterator[str]:
    """Yield the numbers of `notes` as links, those after one another as “4–8”."""
    for _apart, several in groupby(enumerate(notes), key=lambda placed: placed[1].number - placed[0]):
        run = [note for _place, note in several]
        if len(run) > 1:
            yield f'<a href="#{run[0].anchor}" class="range">{run[0].number}–{run[-1].number}</a>'
        else:
            yield f'<a href="#{run[0].anchor}">{run[0].number}</a>'
