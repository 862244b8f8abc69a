"""What a cell names that nobody knows: the field, what was typed there, and what of the register comes near."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, ForeignKey, Model, Q, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.folding import fold
from partnerships.models import Record
from partnerships.models.fields import label_of
from partnerships.records.snapshot.entries import Entry, Reference
from partnerships.records.snapshot.findings import FileFinding
from partnerships.records.snapshot.ordering import references, unknown_sentence

from .cells import WITHIN, in_quotation_marks

#: So many are named as near, of so many that share most with what was typed; for so many texts that are unknown.
MOST_NEAR, MOST_LOOKED_AT, MOST_TEXTS = 3, 60, 100
#: From this share of common letters on, two texts come near.
NEAR = 0.6
#: What comes so much less near than the nearest is not named beside it.
BEHIND = 0.1
#: So many words of what was typed are looked for, each by how it begins or ends: the slip is in the other half.
MOST_WORDS, HALF = 6, 4


def with_what_is_near(findings: Iterable[FileFinding], entries: list[Entry]) -> list[FileFinding]:
    """Return the findings; what is unknown as whoever typed it would say it, with what it may have meant."""
    said: dict[Reference, str] = {}
    keys = {entry.reference for entry in entries}
    told = {
        (entry.place, name, unknown_sentence(reference)): (entry.model, name, reference)
        for entry in entries
        for name, reference in references(entry)
        if name in entry.broken
    }

    def of(finding: FileFinding) -> FileFinding:
        unknown = told.get((finding.place, finding.field, finding.message))
        if unknown is None:
            return finding
        model, name, reference = unknown
        if reference not in said:
            said[reference] = near_in_words(reference, keys) if len(said) < MOST_TEXTS else ""
        return replace(finding, message=f"{unknown_in_words(model, name, reference)} {said[reference]}".strip())

    return [of(finding) for finding in findings]


def unknown_in_words(model: type[Model], name: str, reference: Reference) -> str:
    """Say in which field what was typed names nothing."""
    label = capfirst(label_of(model._meta.get_field(name)))
    typed = in_quotation_marks(WITHIN.join(reference[1]))
    sentence = _("%(field)s: %(typed)s is the key of no record, neither in the register nor in this file.")
    return sentence % {"field": label, "typed": typed}


def near_in_words(reference: Reference, keys: Iterable[Reference] = ()) -> str:
    """Say which records come near, by their names and keys; that none does, where none does."""
    model, typed = reference[0], reference[1][-1]
    found = [*_of_register(model, typed), *_of_file(model, typed, keys)]
    if not found:
        return _("Nothing comes near it.")
    return _("Near: %(records)s.") % {"records": ", ".join(found[:MOST_NEAR])}


def _of_register(model: type[Model], typed: str) -> Iterator[str]:
    if issubclass(model, Record):
        for record in near_records(model, typed):
            yield f"{in_quotation_marks(record)} ({record.key})"


def _of_file(model: type[Model], typed: str, keys: Iterable[Reference]) -> Iterator[str]:
    """Yield the keys of the rows of the file that come near."""
    for each, identity in keys:
        if each is model and identity and likeness(typed, identity[-1]) >= NEAR:
            yield _("the row “%(key)s” of this file") % {"key": identity[-1]}


def near_records(model: type[Record], typed: str) -> list[Any]:
    """Return the records, the nearest first, whose key or name comes near what was typed; drafts among them."""
    halves = {half for word in fold(typed).split()[:MOST_WORDS] for half in (word[:HALF], word[-HALF:])}
    if not halves:
        return []
    links = _named_after(model)
    columns = ("key", "folded", *(f"{link}__{column}" for link in links for column in ("key", "folded")))
    says = [reduce(or_, (Q(**{f"{column}__contains": half}) for column in columns)) for half in sorted(halves)]
    shared: Any = sum((Case(When(each, then=Value(1)), default=Value(0)) for each in says), Value(0))
    rows = model._default_manager.annotate(shared=shared).filter(shared__gt=0).order_by("-shared", "key")
    ranked = [(_nearness(typed, record), record) for record in rows.select_related(*links)[:MOST_LOOKED_AT]]
    least = max(NEAR, max((share for share, _record in ranked), default=0) - BEHIND)
    found = sorted((one for one in ranked if one[0] >= least), key=lambda one: (-one[0], one[1].key))
    return [record for _share, record in found[:MOST_NEAR]]


def _named_after(model: type[Record]) -> list[str]:
    """Return the columns by which records of a kind name those after which they are called."""
    if model.named_after is Record.named_after:
        return []
    return [field.name for field in model._meta.fields if isinstance(field, ForeignKey) and is_named(field)]


def is_named(field: ForeignKey) -> bool:
    return issubclass(field.related_model, Record)


def _nearness(typed: str, record: Record) -> float:
    texts = (record.key, record.sort_fr, record.sort_en, *record.folded_texts(), *map(str, record.named_after))
    return max(likeness(typed, text) for text in (*texts, str(record) if record.named_after else record.key))


def likeness(one: str, other: str) -> float:
    """Return how much two texts share, from 0 to 1, in whichever order their words stand."""
    pairs = [(fold(one), fold(other)), *[tuple(" ".join(sorted(fold(text).split())) for text in (one, other))]]
    return max(SequenceMatcher(None, first, second).ratio() for first, second in pairs)
