"""The sentences of findings as people read them: what they tell of stands there by its name, and not by its key."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model
from django.utils.translation import get_language, get_language_info

from partnerships.models import Meeting, Participation, Record, Stop
from partnerships.models.fields import label_of
from partnerships.records.kinds import KINDS, records_named

from .findings import Finding
from .rows import possible_owners
from .rules import OTHERS, PARTS, RULES

#: A record by its kind and its key.
Named = tuple[str, str]
#: What a part is called, by how a sentence tells of it, its record and its key.
PartNames = Mapping[tuple[str, str, str], str]

#: Which parts sentences tell of.
_MODELS: dict[str, type[Model]] = {"stop": Stop, "meeting": Meeting, "part": Participation}


def sentences_with_names(findings: Collection[Finding]) -> dict[Finding, str]:
    """Return the sentence of each of `findings`, in the active language."""
    records = records_named({named for each in findings for named in records_in(each)})
    parts = part_names(findings)
    return {each: sentence_with_names(each, records, parts) for each in findings}


def sentence_with_names(finding: Finding, records: Mapping[Named, Record], parts: PartNames) -> str:
    """Return the sentence of a finding; what is not known stands there by its key."""
    if not finding.told:
        return finding.sentence
    filled = {name: _in_words(finding, name, value, records, parts) for name, value in finding.told}
    return str(RULES[finding.code].sentence) % filled


def records_in(finding: Finding) -> list[Named]:
    """Return the records of which a finding tells, beside its own."""
    told = [finding.about, *(str(value) for name, value in finding.told if name == "what")]
    return [named for each in told if all(named := kind_and_key(each))]


def kind_and_key(called: str) -> Named:
    """Return the kind and the key of a record called `kind/key`."""
    kind, _slash, key = called.partition("/")
    return kind, key


def part_names(findings: Collection[Finding]) -> dict[tuple[str, str, str], str]:
    """Return what the parts are called of which `findings` tell."""
    asked: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for each in findings:
        for name, value in each.told:
            if name in PARTS:
                asked[name, each.kind].add((each.key, str(value)))
    found: dict[tuple[str, str, str], str] = {}
    for (name, kind), several in asked.items():
        for prefix in (prefix for owner, prefix in possible_owners(_MODELS[name]) if owner == kind and prefix):
            rows: Any = (
                _MODELS[name]
                ._default_manager.filter(
                    **{f"{prefix}key__in": {key for key, _part in several}, "key__in": {part for _key, part in several}}
                )
                .annotate(owner_key=F(f"{prefix}key"))
            )
            found.update({(name, f"{kind}/{row.owner_key}", row.key): called_part(row) for row in rows})
    return found


def called_part(row: Any) -> str:
    """Return what a part is called within a sentence that says of which sort it is."""
    return str(row.where) if isinstance(row, Stop) and row.where else str(row)


def _in_words(finding: Finding, name: str, value: object, records: Mapping[Named, Record], parts: PartNames) -> object:
    if name in OTHERS:
        named = kind_and_key(finding.about)
        return str(records[named]) if named in records and named[1] == value else value
    if name == "what":
        return str(records.get(kind_and_key(str(value)), value))
    if name in PARTS:
        return parts.get((name, finding.record, str(value)), value)
    if name == "language":
        # Within a sentence French writes its languages small.
        called = get_language_info(str(value))["name_translated"]
        return called.lower() if (get_language() or "").startswith("fr") else called
    if name == "name":
        return _called_field(finding.kind, value)
    return value


def _called_field(kind: str, value: object) -> object:
    try:
        return label_of(KINDS[kind].model._meta.get_field(str(value)))
    except FieldDoesNotExist:
        return value
