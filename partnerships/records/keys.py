"""Keys that nobody has to type: made from what a record says."""

from collections.abc import Collection
from typing import Any

from django.utils.text import slugify

from partnerships import dates
from partnerships.folding import fold
from partnerships.models import FormerAddress, Participation, Record
from partnerships.models.base import LANGUAGES, found_at

LONGEST = {"record": 120, "part": 80}


def slug_of(text: str, longest: int = 80) -> str:
    """Return `text` as a key: folded, hyphens for spaces, cut at a word."""
    slug = slugify(fold(text or "")).strip("-_").replace("_", "-")
    if len(slug) <= longest:
        return slug
    return slug[:longest].rsplit("-", 1)[0] or slug[:longest]


def text_of(record: Any, name: str) -> str:
    """Return the English text, else the French one."""
    return next((text for code in reversed(LANGUAGES) if (text := getattr(record, f"{name}_{code}", None))), "")


def start_of(record: Any) -> str:
    """Return the year, year and month, or day on which a record begins, as far as it is known."""
    notation = getattr(record, "date", "") or getattr(record, "period", "")
    moment = dates.parse(notation) if notation else None
    moment = getattr(moment, "start", moment)
    if moment is None or moment.precision not in ("day", "month", "year"):  # pyright: ignore[reportAttributeAccessIssue]
        return ""
    return moment.edtf.strip("~?%")


def year_of(record: Any) -> str:
    return start_of(record)[:4]


def joined(*words) -> str:
    return "-".join(word for word in words if word)


def named_key(record: Any) -> str:
    return slug_of(text_of(record, "name"))


def titled_key(record: Any) -> str:
    return joined(start_of(record), slug_of(text_of(record, "title")))


def between(record: Any, first: Any, *others) -> str:
    """Return the keys of two records that this one stands between."""
    second = next((target for name in others if (target := getattr(record, name))), None)
    return joined(getattr(record, first).key, second.key if second else "")


#: Where the name or the title of a record, with its date, is not what its key is made of.
SUGGESTIONS = {
    "state": lambda state: state.iso2.lower() or named_key(state),
    "organization": lambda body: slug_of(text_of(body, "abbreviation")) or named_key(body),
    "framework": lambda framework: slug_of(text_of(framework, "abbreviation")) or named_key(framework),
    "partner": lambda partner: partner.state.key,
    "membership": lambda membership: between(membership, "state", "framework", "organization"),
    "embassy": lambda embassy: between(embassy, "state", "receiving_state"),
    "mission": lambda mission: between(mission, "state", "organization"),
    "designation": lambda act: joined(act.mission.key, year_of(act)),
    "person": lambda person: slug_of(f"{person.family_name} {person.given_name}") or slug_of(person.name),
    "tenure": lambda tenure: joined(tenure.person.key, tenure.office.key, year_of(tenure)),
    "posting": lambda posting: joined(posting.state.key, posting.organization.key, year_of(posting)),
    "statement": lambda statement: joined(start_of(statement), slug_of(text_of(statement, "text"), 50)),
    "source": lambda source: joined(
        slug_of(text_of(source, "publisher"), 30), start_of(source), slug_of(text_of(source, "title"), 60)
    ),
}

#: Where a part says what it is better than by its kind and a number.
PART_SUGGESTIONS = {
    "name": lambda name: slug_of(name.text) or joined(name.kind, slug_of(name.language)),
    "alias": lambda alias: slug_of(alias.text),
    "milestone": lambda milestone: milestone.kind,
    "stop": lambda stop: stop.where.key,
    "participation": lambda taken: key_of(taken) or slug_of(text_of(taken, "styled")),
    "beneficiary": lambda helped: helped.state.key,
    "picture": lambda shown: slug_of(text_of(shown, "caption"), 40),
    "citation": lambda citation: joined(citation.source.key[:70].strip("-"), slug_of(citation.field)),
}


def key_of(taken: Participation) -> str:
    """Return the key of whoever took part; an empty text where the source only styles them."""
    named = taken.person or taken.office or taken.state or taken.organization
    return named.key if named else ""


def suggested_key(record: Any) -> str:
    """Return a key for `record` from its label, its date and the records it names; not yet unique."""
    kind = record._meta.model_name
    makes = SUGGESTIONS.get(kind) or (named_key if hasattr(record, "name_fr") else titled_key)
    return slug_of(makes(record), LONGEST["record"]) or kind


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
