"""From a line to an entry: everything that can be said of it without looking at the database."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, ForeignKey, ManyToManyField, Model
from django.utils.translation import gettext as _

from partnerships import models

from .entries import BY_LABEL, Entry, fields_of, owner_columns
from .findings import PlaceInFile
from .refused_fields import missing_fields, unknown_field
from .understanding_values import WrongValue, fit_for_sentence, many, natural_key_in, scalar, wrongs_of


def understood_object(place: PlaceInFile, value: Any) -> tuple[str, Entry | None]:
    """Return what one object says; or why it is none, and nothing."""
    problem, entry = begin(place, value)
    if entry is not None:
        read_fields(entry, value["fields"])
        refuse_other_names(entry, value)
    return problem, entry


def begin(place: PlaceInFile, value: Any) -> tuple[str, Entry | None]:
    if not isinstance(value, dict):
        return _("An object with “model” and “fields” is expected, not %(value)s.") % {
            "value": fit_for_sentence(value)
        }, None
    label = value.get("model")
    if not isinstance(label, str):
        return _("“model” is missing, such as “partnerships.decision”."), None
    model = BY_LABEL.get(label.lower())
    if model is None:
        return _("There is no model “%(label)s”.") % {"label": label[:60]}, None
    if not isinstance(value.get("fields"), dict):
        return _("“fields” is missing: an object with the fields of the record."), None
    return "", Entry(place, model)


def refuse_other_names(entry: Entry, value: dict) -> None:
    if "pk" in value or "id" in value["fields"]:
        entry.find(_("Database numbers are not accepted: a record is known by its key alone."), "pk")
    for name in value:
        if name not in ("model", "fields", "pk"):
            entry.find(_("Beside “model” and “fields” nothing is expected."), str(name)[:60])


def read_fields(entry: Entry, given: dict[str, Any]) -> None:
    """Read the fields; first those that make the natural key, so that findings can name the record."""
    known, blank = fields_of(entry.model), entry.model()
    problems: list[tuple[str, str]] = []
    for name, value in given.items():
        if name in known:
            problems += [(name, sentence) for sentence in read_field(entry, known[name], value, blank)]
        elif name != "id":
            problems.append((name, unknown_field(entry.model, name)))
    problems += missing_fields(entry, known, given)
    entry.identity = identity_of(entry)
    entry.broken |= {name for name, _sentence in problems if name in known}
    for name, sentence in problems:
        entry.find(sentence, name[:60])


def read_field(entry: Entry, each: Field, value: Any, blank: Model) -> list[str]:
    """Read one field into the entry; return what is wrong with it. `blank` is an empty row, for its validators."""
    try:
        if isinstance(each, ManyToManyField):
            entry.many[each.name] = many(each, value)
        elif isinstance(each, ForeignKey):
            entry.links[each.name] = read_link(each, value)
        else:
            entry.values[each.name] = meant = scalar(each, value)
            return drop_wrong(entry, each, wrongs_of(each, meant, blank))
    except WrongValue as error:
        return [str(error)]
    except ValidationError as error:
        return drop_wrong(entry, each, error.messages)
    return []


def drop_wrong(entry: Entry, each: Field, messages: list[str]) -> list[str]:
    """Forget a value that is wrong; keys are kept, because others name the record by them."""
    if messages and each.name != "key":
        entry.values.pop(each.name, None)
    return messages


def read_link(each: ForeignKey, value: Any) -> tuple[str, ...] | None:
    if value is None and each.null:
        return None
    return natural_key_in(each, value)


def identity_of(entry: Entry) -> tuple[str, ...] | None:
    """Return the natural key of the entry, or None where it cannot be told."""
    if entry.model is models.FormerAddress:
        identity = tuple(entry.values.get(name, "") for name in ("kind", "language", "slug"))
        return identity if all(identity) else None
    key, owners = entry.values.get("key"), owner_columns(entry.model)
    if not key or not owners:
        return (key,) if key else None
    named = [(name, entry.links[name]) for name in owners if entry.links.get(name)]
    if len(named) != 1:
        return None
    name, owner = named[0]
    return (*([name] if len(owners) > 1 else []), *(owner or ()), key)
