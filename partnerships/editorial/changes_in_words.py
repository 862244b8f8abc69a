"""What changed in a record, in words: dates as dates, people as names, each text with its language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Field, Model, TimeField
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships import dates, pictures
from partnerships.models import Citation, Picture, Record
from partnerships.models.base import LANGUAGES, target_of
from partnerships.models.fields import DateNotation, label_of, language_of
from partnerships.models.sources import moments_of
from partnerships.records.snapshot.differences import CHANGE, Difference, Known, hangs_on, known_as
from partnerships.records.snapshot.entries import BY_LABEL
from partnerships.records.snapshot.findings import FileFinding, NothingWritten
from partnerships.records.snapshot.taking import Lines

#: By which of its fields a part is called; the first ones that say something.
CALLED = {
    "stop": ("position", "place", "state"),
    "meeting": ("kind", "title_fr", "title_en", "date"),
    "participation": ("person", "office", "state", "organization", "styled_fr", "styled_en"),
    "citation": ("source", "locator"),
    "milestone": ("kind", "date"),
    "beneficiary": ("state",),
    "name": ("text",),
    "alias": ("text",),
    "picture": ("caption_fr", "caption_en", "credit"),
}
MOST_CALLED = 2
#: The same for a record that comes or goes as a whole.
OF_RECORDS = ("title_fr", "title_en", "name_fr", "name_en", "person", "office", "state", "name")
#: Fields of a part that say only where it stands.
PLACING = ("key",)
#: Fields that a step of publication changes, which says so itself.
OF_STEPS = ("publication", "published_at")
#: Fields that say of a picture what is seen in it.
MEASURED: dict[Any, tuple[str, ...]] = {Picture: ("width", "height")}
#: From so many words on, two texts are shown as they are: to compare them would take longer than to read them.
MOST_WORDS = 4_000
_WORD = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")

#: A piece of a text, and whether it is in both, or in this one alone.
Piece = tuple[str, bool]


@dataclass(frozen=True)
class DifferenceInWords:
    """One difference in words."""

    name: str
    action: str
    #: Which part it is about; empty for the record itself.
    part: str
    label: str = ""
    language: str = ""
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    #: What an added or removed part says, field by field: label, text, language.
    says: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Wording:
    """Words for the lines of a record; each record that they name is asked for once."""

    #: Where parts are found that a line names: the snapshots themselves.
    lines: dict[tuple, dict] = field(default_factory=dict)
    #: How wide the pictures are of which the snapshots tell.
    widths: dict[str, int] = field(default_factory=dict)
    _names: dict[tuple, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *snapshots: Lines | None) -> "Wording":
        found = [line for lines in snapshots for line in lines or ()]
        pictured = (line["fields"] for line in found if BY_LABEL[line["model"]] is Picture)
        widths = {fields.get("file"): fields.get("width") or 0 for fields in pictured}
        return cls({known_as(line): line for line in found}, widths)

    def say(self, difference: Difference) -> DifferenceInWords:
        """Return `difference` in words."""
        if difference.action == CHANGE:
            return self._changed(difference)
        says = [text for line in difference.lines for text in self.content(line, among=difference.lines)]
        return DifferenceInWords(difference.name, difference.action, self.placed(difference.lines[0]), says=tuple(says))

    def say_all(self, differences: Iterable[Difference]) -> list[DifferenceInWords]:
        return [self.say(each) for each in differences]

    def _changed(self, difference: Difference) -> DifferenceInWords:
        column = difference.model._meta.get_field(difference.field)
        owner = self.lines.get(difference.known)
        before, after = (self.value(column, value, owner) for value in (difference.before, difference.after))
        shown = compared_texts(before, after)
        part = self.placed(owner) if owner and not self._is_record(difference) else ""
        return DifferenceInWords(
            difference.name, CHANGE, part, capitalized(label_of(column)), language_of(column), *shown
        )

    @staticmethod
    def same(line: dict, known: Known) -> bool:
        """Whether `line` is the record or part that is known so."""
        return known_as(line) == known

    def _is_record(self, difference: Difference) -> bool:
        return next(iter(self.lines), None) == difference.known

    def called(self, line: dict) -> str:
        """Return what kind of part a line is, and what it is called: “Citation: Joint press statement, p. 3”."""
        model, fields = BY_LABEL[line["model"]], line["fields"]
        columns = {each.name: each for each in model._meta.fields}
        names = CALLED.get(model._meta.model_name or "", OF_RECORDS)
        told = (columns[name] for name in in_own_language(names, fields) if name in columns)
        texts = [text for column in told if (text := self.value(column, fields.get(column.name), line))]
        kind = capitalized(model._meta.verbose_name)
        return _("%(kind)s: %(name)s") % {"kind": kind, "name": ", ".join(texts[:MOST_CALLED])} if texts else kind

    def placed(self, line: dict, within: Iterable[Known] | None = None) -> str:
        """Return what a part is called after the parts that it stands in: “Stop: 1, Tokyo › Meeting: Talks › …”.

        Only those `within` are named, where they are given: what is said beneath one of them needs no more.
        """
        first, known = next(iter(self.lines), None), hangs_on(line)
        owner = next((each for each in known if each in self.lines and each != first), None)
        if owner is None or (within is not None and owner not in within):
            return self.called(line)
        return f"{self.placed(self.lines[owner], within)} › {self.called(line)}"

    def content(self, line: dict, among: Iterable[dict] = ()) -> Iterable[tuple[str, str, str]]:
        """Yield what a line says, field by field; the owners that are at hand are not said again."""
        model = BY_LABEL[line["model"]]
        known = [known_as(each) for each in among] or [known_as(line)]
        if known_as(line) != known[0]:
            yield "", self.placed(line, known[1:]), ""
        for name, value in line["fields"].items():
            if name not in (*PLACING, *MEASURED.get(model, ()), *getattr(model, "owner_fields", ()), "visit"):
                column = model._meta.get_field(name)
                yield capitalized(label_of(column)), self.value(column, value, line), language_of(column)

    def value(self, column: Any, value: Any, line: dict | None = None) -> str:
        """Return what a fixture says of a column, in words; an empty text for nothing."""
        if column.many_to_many:
            return "\n".join(sorted(self.name(column, natural) for natural in value or ()))
        if column.remote_field:
            return self.name(column, value) if value else ""
        value = column.get_default() if value is None else value
        if value in (None, ""):
            return ""
        if column.model is Citation and column.name == "field" and line:
            return cited_field(line, value)
        if column.model is Picture and column.name == "file":
            return f"{value}_{pictures.widths(self.widths.get(value, 0))[0]}"
        return plain_words(column, value)

    def call(self, line: dict, name: str) -> None:
        """Let the record of a line be called so wherever it is named: the register no longer has it."""
        self._names[(BY_LABEL[line["model"]], line["fields"]["key"])] = name

    def name(self, column: Field, natural: list[str]) -> str:
        """Return what the record or part with this natural key is called; its key where it is no more."""
        model = target_of(column.model, column.name)
        place = (model, *natural)
        if place not in self._names:
            self._names[place] = self._asked(model, natural)
        return self._names[place]

    def _asked(self, model: type[Any], natural: list[str]) -> str:
        owners = getattr(model, "owner_fields", ())
        known = (model._meta.label_lower, *owners[:1], *natural)
        if owners and known in self.lines:
            return self.called(self.lines[known])
        try:
            return str(model._default_manager.get_by_natural_key(*natural))
        except model.DoesNotExist:
            return natural[-1]


def changed_in_short(differences: Iterable[Difference]) -> list[str]:
    """Return what differs, each field of the record and each kind of part once; nothing is asked of the register."""
    said = []
    for each in differences:
        if each.field in OF_STEPS:
            continue
        column = each.model._meta.get_field(each.field) if each.action == CHANGE else None
        own = column is not None and issubclass(each.model, Record)
        said.append(capitalized(label_of(column) if own else each.model._meta.verbose_name))
    return list(dict.fromkeys(said))


def in_own_language(names: Iterable[str], fields: dict[str, Any]) -> Iterator[str]:
    """Yield the names of fields; of a text in both languages, once, the one in the reader’s where it is there."""
    own, told = (get_language() or LANGUAGES[0])[:2], set()
    for name in names:
        stem, _mark, language = name.rpartition("_")
        if language not in LANGUAGES:
            yield name
        elif stem not in told and (
            text := next((f"{stem}_{each}" for each in (own, *LANGUAGES) if fields.get(f"{stem}_{each}")), "")
        ):
            told.add(stem)
            yield text


def capitalized(text: object) -> str:
    return str(capfirst(str(text)))


def plain_words(column: Field, value: Any) -> str:
    """Return a value that names no record, in words."""
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))  # pyright: ignore[reportAttributeAccessIssue]
    if isinstance(column, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(column, DateNotation):
        return date_value_in_words(column, value)
    if isinstance(column, DateTimeField):
        return formats.date_format(
            column.to_python(value).astimezone(timezone.get_current_timezone()), "DATETIME_FORMAT"
        )
    if isinstance(column, DateField):
        return formats.date_format(column.to_python(value), "DATE_FORMAT")
    if isinstance(column, TimeField):
        return formats.time_format(column.to_python(value), "TIME_FORMAT")
    return str(value)


def date_value_in_words(column: DateNotation, value: str) -> str:
    try:
        return dates.word(column.read(value), get_language() or "fr")
    except dates.DateError:
        return value


def cited_field(line: dict, name: str) -> str:
    """Return what the field or the moment is called that a citation is about."""
    owner = next((owner for owner in Citation.owner_fields if owner in line["fields"]), None)
    if owner is None:
        return name
    model: type[Model] = target_of(Citation, owner)
    if name in (moments := moments_of(model)):
        return moments[name]
    found = {each.name: each for each in (*model._meta.fields, *model._meta.many_to_many)}
    return label_of(found[name]) if name in found else name


def refusal_in_words(refusal: NothingWritten) -> str:
    """Return why a text cannot be written, each field by its name; nothing of files, which nobody has sent."""
    return " ".join(_finding(each) for each in refusal.findings) or " ".join(refusal.sentences)


def _finding(finding: FileFinding) -> str:
    model = BY_LABEL.get("partnerships." + finding.record.split(" ")[-1].split("/")[0])
    names = {column.name: column for column in model._meta.get_fields()} if model is not None else {}
    column = names.get(finding.field)
    if column is None or not hasattr(column, "verbose_name"):
        return finding.message
    return _("%(place)s: %(message)s") % {"place": capitalized(label_of(column)), "message": finding.message}


def compared_texts(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts in pieces, each with whether the other text lacks it."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if not old or not new or len(old) + len(new) > MOST_WORDS:
        return tuple((text, True) for text in [before] if text), tuple((text, True) for text in [after] if text)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.quick_ratio() < 0.4:
        return ((before, True),), ((after, True),)
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for tag, first, last, start, end in matcher.get_opcodes():
        for side, text in zip(pieces, ("".join(old[first:last]), "".join(new[start:end])), strict=True):
            if text:
                side.append((text, tag != "equal"))
    return tuple(pieces[0]), tuple(pieces[1])
