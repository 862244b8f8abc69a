"""The stock command: before, each file is read as an import reads it; at the end, the rules of publishing are asked."""

import io
import os
import re
import zlib
from codecs import BOM_UTF8 as BOM
from collections import defaultdict
from collections.abc import Iterable, Iterator
from lzma import LZMAError
from typing import Any
from zipfile import BadZipFile

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.management.base import CommandError
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, IntegrityError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from modeltranslation.management.commands.loaddata import Command as StockCommand

from partnerships.chunks import AT_ONCE, chunks
from partnerships.consistency.twice import taken_addresses
from partnerships.exchange import importing
from partnerships.exchange.input_files import file_content, limited
from partnerships.exchange.reading import Reading, counted_once
from partnerships.exchange.scanning import scan
from partnerships.models import Picture, Publication, Record
from partnerships.models.base import LEADS_BACK, Derived
from partnerships.models.pictures import UNSAID, unsaid
from partnerships.projections.up_to_date import bring_up_to_date, deferred
from partnerships.records.completeness import incomplete, lacks
from partnerships.records.kinds import KINDS, record_of
from partnerships.records.loops import leading_back, own_links
from partnerships.records.references import called, naming_sentence, published_naming_unpublished
from partnerships.records.snapshot.entries import BY_LABEL, Entry, line_name, owner_columns
from partnerships.records.snapshot.findings import FileFinding, PlaceInFile, first_findings
from partnerships.records.snapshot.ordering import references
from partnerships.records.snapshot.understanding import understood_object
from partnerships.records.snapshot.understanding_values import fit_for_sentence
from partnerships.records.visibility import public_rows
from partnerships.transactions import one_write

#: A number that a row can have.
NUMBER = re.compile(r"[0-9]{1,18}")
#: The forms that are read before, as an import reads them.
FORMS = ("json", "jsonl")
#: So many mistakes of a file are told.
MOST = 50


class Command(StockCommand):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        self.read: list[Entry] = []
        try:
            with one_write(), deferred():
                before, wrong = named_too_early(), wrong_in_itself()
                super().handle(*fixture_labels, **options)
                # What the public sees tells by itself that it is another; no history tells of drafts.
                bring_up_to_date({}, seen=any(map(is_draft, self.read)))
                refuse(named_too_early() - before)
                refuse_wrong(wrong_in_itself() - wrong)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        except (DeserializationError, DatabaseError, ObjectDoesNotExist, UnicodeDecodeError) as error:
            raise CommandError(self.refusal(error)) from error

    def refusal(self, error: Exception) -> str:
        """Return what an import says of what was read, where a rule of the register was broken; else what is wrong."""
        broken = isinstance(error, (DeserializationError, IntegrityError, ObjectDoesNotExist))
        found = importing.run(Reading(entries=counted_once(self.read))).findings if broken else []
        found = found or (list(named_before_their_lines(self.read)) if broken else [])
        return nothing_loaded(found) if found else error_in_words(error)

    def load_label(self, fixture_label: str) -> None:
        """Load the fixtures of one name, each read before as an import reads it."""
        fixtures: Any = self.find_fixtures(fixture_label)
        for file, _folder, _name in fixtures:
            _base, form, packing = self.parse_name(os.path.basename(file))
            if form not in FORMS:
                said = _("The register is loaded from JSON and JSON Lines, packed or not; this is %(form)s.")
                raise CommandError(f"{file}: {said % {'form': form}}")
            self.read += refuse_misread(file, self.content_of(file, packing), is_lines=form == "jsonl")
        super().load_label(fixture_label)

    def content_of(self, file: str, packing: str | None) -> bytes:
        """Return what a fixture holds, unpacked."""
        openers: dict[str, Any] = self.compression_formats  # pyright: ignore[reportAttributeAccessIssue]
        try:
            content = file_content(file)
            if packing == "stdin":
                # Standard input is read once: the stock command is given the same again.
                openers["stdin"] = (lambda *_unasked: io.BytesIO(content), None)
            elif packing:
                opener, mode = openers[packing]
                with opener(file, mode) as packed:
                    content = limited(packed.open(packed.namelist()[0]) if packing == "zip" else packed)
        except (OSError, ValueError, EOFError, LZMAError, BadZipFile, zlib.error) as error:
            raise CommandError(_("%(place)s: %(message)s") % {"place": file, "message": error}) from error
        return content


def is_draft(entry: Entry) -> bool:
    """Whether an entry is a record that is not public."""
    return issubclass(entry.model, Record) and entry.values.get("publication") != Publication.PUBLISHED


def refuse_misread(file: str, content: bytes, *, is_lines: bool) -> list[Entry]:
    """Return what a file says; refuse what the stock command would not understand, or take for something else."""
    entries: list[Entry] = []
    if found := list(misread(file, content, entries, is_lines=is_lines)):
        raise CommandError(nothing_loaded(found))
    return entries


def nothing_loaded(found: list[FileFinding]) -> str:
    return "\n".join([*map(str, first_findings(found, MOST)), str(_("Nothing is loaded."))])


def misread(file: str, content: bytes, entries: list[Entry], *, is_lines: bool) -> Iterator[FileFinding]:
    """Yield what an import would say of the lines of the register by themselves; the numbers of rows are no matter.

    What they say is put into `entries`.
    """
    scanned, numbered = scan(file, content), []
    yield from scanned.findings
    if scanned.objects and content.removeprefix(BOM).lstrip().startswith(b"[") is is_lines:
        yield FileFinding(
            PlaceInFile(file), _("A file .json holds one list of objects, a file .jsonl one on each line.")
        )
    for place, value in scanned.objects:
        label = value.get("model") if isinstance(value, dict) else None
        if isinstance(label, str) and label.lower() not in BY_LABEL:
            continue  # of something else than the register
        problem, entry = understood_object(place, value)
        if entry is None:
            yield FileFinding(place, problem)
        else:
            entries.append(entry)
            number = value.get("pk") or value["fields"].get("id")
            numbered.append((number, entry))
            if number is not None and not NUMBER.fullmatch(str(number)):
                said = _("%(expected)s, not %(value)s.")
                entry.find(
                    said % {"expected": _("A whole number is expected"), "value": fit_for_sentence(number)}, "key"
                )
    find_overwritten(numbered)
    for entry in counted_once(entries):
        if issubclass(entry.model, Derived):
            for name, said in wrong_by_itself(entry.model(**entry.values)).items():
                entry.find(said, name)
        entry.findings = [finding for finding in entry.findings if finding.field != "pk"]
        yield from entry.findings


def named_before_their_lines(entries: Iterable[Entry]) -> Iterator[FileFinding]:
    """Yield which lines cannot be without a record that only a later line makes; an import takes any order."""
    entries = list(entries)
    place = {entry.reference: number for number, entry in reversed([*enumerate(entries)])}
    for number, entry in enumerate(entries):
        for name, reference in references(entry):
            required = not entry.model._meta.get_field(name).null or name in owner_columns(entry.model)
            if name in entry.links and required and place.get(reference, -1) > number:
                said = _("“%(name)s” stands further on: put it before, or take “import_register”.")
                yield FileFinding(entry.place, said % {"name": line_name(*reference)}, entry.name, name)


def find_overwritten(numbered: Iterable[tuple[object, Entry]]) -> None:
    """Note which lines give the number of another row, that of a line before them too: it would be lost."""
    by_model: dict[type[Model], list[tuple[int, Entry]]] = defaultdict(list)
    for number, entry in numbered:
        if entry.identity and issubclass(entry.model, Derived) and NUMBER.fullmatch(str(number)):
            by_model[entry.model].append((int(str(number)), entry))
    for model, lines in by_model.items():
        named: dict[int, tuple[str, ...]] = {}
        for some in chunks({number for number, _entry in lines}, AT_ONCE):
            named |= {row.pk: row.natural_key() for row in QuerySet(model).filter(pk__in=some)}
        for number, entry in lines:
            other = named.setdefault(number, entry.identity or ())
            if other != entry.identity:
                said = _("The number %(number)s is that of another record, which would be lost: %(record)s.")
                entry.find(said % {"number": number, "record": line_name(model, other)}, "key")


def wrong_by_itself(row: Derived) -> dict[str, str]:
    """Return what a form or an import says of `row` whatever else the register holds, by the field."""
    try:
        row.check_itself()
    except ValidationError as error:
        return {name: " ".join(messages) for name, messages in error.message_dict.items()}
    return {}


def error_in_words(error: Exception) -> str:
    """Return what is wrong with a fixture; the stock sentences sometimes break off before they say it."""
    cause = error.__cause__ or error
    if isinstance(cause, UnicodeDecodeError):
        return _("A fixture is not UTF-8 text; “import_register” says which one and the line.")
    if "BOM" in str(cause):
        reason = _("The file begins with a byte-order mark; “import_register” takes it.")
        return f"{error}{reason}" if str(error).endswith(": ") else reason
    return f"{error}{cause}" if str(error).rstrip().endswith(":") and cause is not error else str(error)


def named_too_early() -> set[tuple[str, str]]:
    """Return each published record that names an unpublished one, with that one."""
    return {(called(record), called(target)) for record, target in published_naming_unpublished()}


def refuse(pairs: set[tuple[str, str]]) -> None:
    """Refuse what a load has made of the register, where the public would read of what it may not see."""
    if pairs:
        remedy = _(
            "Nothing is loaded. Publish what is named, in these fixtures or before, or leave what names it a draft; "
            "“import_register” says the file and the line of each."
        )
        raise CommandError("\n".join([*(naming_sentence(*pair) for pair in sorted(pairs)), remedy]))


def wrong_in_itself() -> set[tuple[str, str]]:
    """Return each record that leads back to itself, stands where another does, or lacks its name or date; with why."""
    found = set()
    for name, kind in KINDS.items():
        for link in own_links(kind.model):
            keys = kind.model._default_manager.filter(pk__in=leading_back(link)).values_list("key", flat=True)
            found |= {(f"{name}/{key}", str(LEADS_BACK)) for key in keys}
        for record in incomplete(kind.model):
            found |= {(f"{name}/{record.key}", sentence) for _field, sentence in lacks(record)}
    found |= {(finding.record, finding.sentence) for finding in taken_addresses()}
    for picture in public_rows(Picture).filter(unsaid()):
        found.add((called(record_of(picture) or picture), str(UNSAID)))
    return found


def refuse_wrong(found: set[tuple[str, str]]) -> None:
    """Refuse what no form would have taken."""
    if found:
        remedy = _("Nothing is loaded. “import_register” says the file and the line of each.")
        raise CommandError("\n".join([*(f"{record}: {sentence}" for record, sentence in sorted(found)), remedy]))
