"""Two records of one thing beside one another: where they differ, what may be chosen there, and what is at stake."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from partnerships.models import Record
from partnerships.models.base import LANGUAGES
from partnerships.records.references import relations_to
from partnerships.records.snapshot.taking import digest_of, fixture_fields, line, snapshot
from partnerships.records.visibility import is_public

STAYS, GOES, BOTH = "stays", "goes", "both"
#: What makes a record this one, and where it stands on its way to the public: the one that stays keeps its own.
ITS_OWN = {
    *("key", "publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en"),
    *(f"slug_{language}" for language in LANGUAGES),
}


@dataclass(frozen=True)
class Choice:
    """A field in which the two differ: what each of them says, and which of the two is offered first."""

    field: Any
    stays: Any
    goes: Any

    @property
    def offered(self) -> str:
        """What is chosen where nobody chooses: what is there, the lists together."""
        if self.field.many_to_many:
            return BOTH
        return GOES if self.stays is None and means_nothing(self.field) else STAYS

    @property
    def options(self) -> tuple[str, ...]:
        return (STAYS, GOES, BOTH) if self.field.many_to_many else (STAYS, GOES)


def fields_to_choose(stays: Record, goes: Record) -> list[Choice]:
    """Return the fields in which the two records differ, in the order of their form."""
    ours, others = line(stays)["fields"], line(goes)["fields"]
    asked = (each for each in fixture_fields(type(stays)) if each.name not in ITS_OWN)
    found = (Choice(each, ours.get(each.name), others.get(each.name)) for each in asked)
    return [each for each in found if each.stays != each.goes and not (each.goes is None and means_nothing(each.field))]


def means_nothing(field: Any) -> bool:
    """Whether a snapshot that says nothing of `field` means nothing by it."""
    return field.get_default() in (None, "")


def version_of_two(stays: Record, goes: Record) -> str:
    """Return a text that differs whenever one of the two records does."""
    return digest_of([*snapshot(stays), *snapshot(goes)])


def touches_public(stays: Record, goes: Record) -> bool:
    """Whether the merge changes what the public reads."""
    return is_public(stays) or is_public(goes)


def carried_over(goes: Record) -> dict[type[Model], int]:
    """Return how many records and parts name `goes` or belong to it, by their model."""
    found: dict[type[Model], int] = {}
    for relation in relations_to(type(goes)):
        if count := relation.related_model._meta.base_manager.filter(**{relation.field.name: goes}).count():
            model = relation.related_model
            found[model] = found.get(model, 0) + count
    return found
