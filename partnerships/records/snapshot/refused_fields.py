"""In which words a field of an entry is refused that is none, and one that is missing."""

from collections.abc import Container

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from partnerships.models.base import LANGUAGES, translated_names

from .entries import Entry, fields_of, is_required, owner_columns


def unknown_field(model: type[Model], name: str) -> str:
    """Say why `name` is no field: another language, a text without language, derived, or unknown."""
    languages = _(" and ").join(LANGUAGES)
    base, _underscore, language = name.rpartition("_")
    translated = translated_names(model)
    if name in translated:
        return _("This text has a language: write %(name)s_fr or %(name)s_en.") % {"name": name}
    if base in translated:
        reason = _("The register has no language “%(language)s” here: it has %(languages)s.")
        return reason % {"language": language, "languages": languages}
    if name in {column.name for column in model._meta.concrete_fields}:
        return _("This is derived from other fields and cannot be given.")
    return _("There is no such field. Expected: %(fields)s.") % {"fields": ", ".join(fields_of(model))}


def missing_fields(entry: Entry, known: dict[str, Field], given: Container[str]) -> list[tuple[str, str]]:
    """Say of the required fields that are not `given`, and of a part without its record, that they are missing."""
    owners = owner_columns(entry.model)
    missing = [
        (name, _("This field is missing.")) for name, each in known.items() if is_required(each) and name not in given
    ]
    named = [name for name in owners if entry.links.get(name)]
    if len(owners) > 1 and len(named) != 1 and not any(name in given and not entry.links.get(name) for name in owners):
        sentence = _("A part belongs to exactly one record: give one of %(names)s.")
        missing.append((named[0] if named else "", sentence % {"names": ", ".join(owners)}))
    return missing
