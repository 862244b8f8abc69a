"""What a merge did, in words: for whoever confirms it, and for whoever reads its history."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language

from partnerships.models import Change
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import label_of, language_of
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.differences import differences_between
from partnerships.records.snapshot.entries import BY_LABEL
from partnerships.records.snapshot.taking import Lines, fixture_fields

from .changes_in_words import DifferenceInWords, Wording
from .merge_choices import ITS_OWN

#: Of so many records that name the one that stays it is told what changed in them.
MOST_TOLD = 100


@dataclass(frozen=True)
class MergedField:
    """A field in which the two differed: what each said, and what the record says since."""

    label: str
    language: str
    stayed: str
    went: str
    since: str


@dataclass(frozen=True)
class ToldMerge:
    """What was chosen, what came over, and what went."""

    #: What the two were called, and what the one that stays is called since.
    names: dict[str, str]
    chosen: list[MergedField]
    #: The parts that the record gained or lost.
    parts: list[DifferenceInWords]
    #: The changes of other records, which name the one that stays, with what changed in each.
    moved: list[tuple[Change, list[DifferenceInWords]]]
    number: int
    #: What the record that is no more said, with its parts.
    gone: list[DifferenceInWords]


def merge_in_words(change: Change) -> ToldMerge | None:
    """Return what the merge did of which `change` tells, if it is of the record that stays."""
    if change.batch is None:
        return None
    others = change.batch.changes.exclude(pk=change.pk).order_by("pk")
    gone = others.filter(action=Change.Action.MERGE, kind=change.kind, merged_into=change.key).first()
    if gone is None:
        return None
    stayed, went, since = (lines or [] for lines in (change.before, gone.before, change.after))
    moved = others.filter(kind__in=KINDS).exclude(pk=gone.pk)
    return ToldMerge(
        names={"stayed": named_then(stayed), "went": named_then(went), "since": named_then(since)},
        chosen=[*chosen_fields(stayed, went, since)],
        parts=[said for said in _said(stayed, since, went) if said.part],
        moved=[(each, _said(each.before or [], each.after or [], went)) for each in moved[:MOST_TOLD]],
        number=moved.count(),
        gone=_said(went, []),
    )


def named_then(lines: Lines) -> str:
    """Return what a record was called, as its snapshot says, in the language of the reader where it can."""
    fields, label = lines[0]["fields"], getattr(BY_LABEL[lines[0]["model"]], "label_field", "")
    own = (get_language() or LANGUAGES[0])[:2]
    names = [fields.get(f"{label}_{language}") for language in sorted(LANGUAGES, key=own.__ne__)]
    return next(filter(None, (*names, fields.get("name"))), "") or Wording.of(lines).called(lines[0])


def chosen_fields(stayed: Lines, went: Lines, since: Lines) -> Iterator[MergedField]:
    """Yield the fields in which two records differed, in the order of their form."""
    wording = Wording.of(stayed, went, since)
    three = [lines[0] for lines in (stayed, went, since)]
    for column in fixture_fields(BY_LABEL[since[0]["model"]]):
        values = [line["fields"].get(column.name) for line in three]
        if column.name not in ITS_OWN and values[0] != values[1]:
            texts = [wording.value(column, value, line) for value, line in zip(values, three, strict=True)]
            yield MergedField(str(capfirst(label_of(column))), language_of(column), *texts)


def _said(before: Lines, after: Lines, gone: Lines | None = None) -> list[DifferenceInWords]:
    """Return what differs in words; the record that is no more is called as it was."""
    wording = Wording.of(before, after)
    if gone:
        wording.call(gone[0], named_then(gone))
    return wording.say_all(differences_between(before, after))
