"""Keys that nobody has to type: made from what a record says."""

from collections.abc import Collection
from typing import Any

from partnerships.models import FormerAddress, Participation, Record
from partnerships.models.base import LANGUAGES, found_at

from .key_words import joined, key_text, slug_of
from .kinds import KINDS

LONGEST = {"record": 120, "part": 80}

#: Where a part says what it is better than by its kind and a number.
PART_SUGGESTIONS = {
    "name": lambda name: slug_of(name.text) or joined(name.kind, slug_of(name.language)),
    "alias": lambda alias: slug_of(alias.text),
    "milestone": lambda milestone: milestone.kind,
    "stop": lambda stop: stop.where.key,
    "participation": lambda taken: key_of(taken) or slug_of(key_text(taken, "styled")),
    "beneficiary": lambda helped: helped.state.key,
    "picture": lambda shown: slug_of(key_text(shown, "caption"), 40),
    "citation": lambda citation: joined(citation.source.key[:70].strip("-"), slug_of(citation.field)),
}


def key_of(taken: Participation) -> str:
    """Return the key of whoever took part; an empty text where the source only styles them."""
    named = taken.person or taken.office or taken.state or taken.organization
    return named.key if named else ""


def suggested_key(record: Any) -> str:
    """Return a key for `record` from its label, its date and the records it names; not yet unique."""
    kind = record._meta.model_name
    return slug_of(KINDS[kind].makes_key(record), LONGEST["record"]) or kind


def free(wanted: Any, taken: Any) -> str:
    """Return `wanted`, or `wanted-2`, `wanted-3`… as soon as `taken` does not hold."""
    number, key = 1, wanted
    while taken(key):
        number += 1
        key = f"{wanted}-{number}"
    return key


def unique_key(record: Any, wanted: Any = None) -> str:
    others = type(record)._default_manager.exclude(pk=record.pk)
    former = FormerAddress.objects.filter(kind=record._meta.model_name).exclude(key=record.key)

    def taken(key: str) -> bool:
        return others.filter(key=key).exists() or former.filter(slug=key).exists()

    return free(wanted or suggested_key(record), taken)


def part_key(part: Any, taken: Any) -> str:
    """Return a short key for `part` that is not among `taken`."""
    kind = part._meta.model_name
    suggested = PART_SUGGESTIONS[kind](part) if kind in PART_SUGGESTIONS else ""
    wanted = slug_of(suggested, LONGEST["part"]) or kind
    return free(wanted, taken.__contains__)


def fill_slugs(record: Record, changed: Collection[str] | None = None) -> None:
    """Make the missing part of the address in each language in which the record has a name.

    With `changed`, the fields of the form that say something else now, only where its name is among them:
    a record that is saved as it stands keeps its addresses.
    """
    for language in LANGUAGES:
        name = f"slug_{language}"
        if not hasattr(record, name) or getattr(record, name):
            continue
        if changed is None or {record.label_field, f"{record.label_field}_{language}"} & set(changed):
            setattr(record, name, free_slug(record, language, label_in(record, language)))


def label_in(record: Any, language: str) -> str:
    if record._meta.model_name == "person":
        return record.name
    return getattr(record, f"{record.label_field}_{language}", None) or ""


def free_slug(record: Any, language: str, text: str) -> str | None:
    wanted = slug_of(text, LONGEST["record"])
    others = type(record)._default_manager.exclude(pk=record.pk)
    former = FormerAddress.objects.filter(kind=record._meta.model_name, language=language).exclude(key=record.key)

    def taken(slug: str) -> bool:
        return others.filter(found_at(language, slug)).exists() or former.filter(slug=slug).exists()

    return free(wanted, taken) if wanted else None
