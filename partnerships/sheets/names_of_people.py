"""The name of a new person in a table, where it stands in two columns."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from partnerships.models import Person
from partnerships.records.name_halves import other_half, whole_name
from partnerships.records.snapshot.understanding_values import WrongValue


def complete_name(person: Person, fields: dict[str, Any], cells: Mapping[str, str]) -> None:
    """Make the name of a new person from its halves, or a half from the name; raise `WrongValue` if nobody can."""
    name, halves = person.name, (person.family_name, person.given_name)
    if name and person.given_name and "family_name" not in cells and f" {person.given_name} " not in f" {name} ":
        # « Nom », « Prénom »: beside a given name alone, the name is the family name.
        name, halves = "", (name, person.given_name)
    if all(halves) and not name:
        name = whole_name(*halves, person.nationality.iso2 if person.nationality else "")
        if not name:
            raise WrongValue(_("Write the whole name too, in its order: here the family name may come first."))
    person.name, (person.family_name, person.given_name) = name, other_half(name, *halves)
    made = {each: getattr(person, each) for each in ("name", "family_name", "given_name")}
    fields.update({each: text for each, text in made.items() if text})
