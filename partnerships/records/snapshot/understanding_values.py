"""What a fixture may say of a field: the type that is expected, and what the text then means."""

import re
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import Field
from django.utils.translation import gettext as _

from partnerships.models.base import target_of, tidied_value, unfit

_TIME = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_INSTANT = rf"{_DAY}T{_TIME}(Z|[+-][0-9]{{2}}:[0-9]{{2}})"
_DECIMAL = r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?"
#: A day short of what a year can hold: every time zone can show it.
_EARLIEST, _LATEST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


class WrongValue(ValueError):
    """A value of another type than the field has; the sentence says what was expected."""


def fit_for_sentence(value: Any) -> str:
    """Return `value` fit to stand in a sentence."""
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def scalar(field: Field, value: Any) -> Any:
    """Return what `value` means for `field`. Raises `WrongValue`, or Django’s `ValidationError`."""
    if value is None:
        if not field.null:
            raise WrongValue(_("null is not allowed: leave the field out."))
        return None
    expected = expected_types(field)
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        raise WrongValue(
            _("%(expected)s, not %(value)s.") % {"expected": expectation(field), "value": fit_for_sentence(value)}
        )
    if isinstance(value, float):
        value = repr(value)  # as it was written, not as the machine rounds it
    if isinstance(value, str):
        check_text(value)
        check_form(field, value)
        value = as_kept(field, value)
    meant = field.to_python(value)
    if isinstance(meant, datetime) and not _EARLIEST <= meant <= _LATEST:
        raise WrongValue(_("The year is out of range: the register knows the years 0001 to 9999."))
    return plainest(meant) if isinstance(meant, Decimal) else meant


def as_kept(field: Field, text: str) -> str:
    """Return `text` in the form in which the register keeps it. Raises `WrongValue` where nothing is left of it."""
    kept = str(tidied_value(field, text))
    if text and not kept:
        raise WrongValue(unfit(text))
    return kept


def check_form(field: Field, text: str) -> None:
    """Refuse what Python would guess at: `2018-13` is no time, and `20180524` no day."""
    form, expected = expected_form(field)
    if form and not re.fullmatch(form, text):
        raise WrongValue(_("%(expected)s, not %(value)s.") % {"expected": expected, "value": fit_for_sentence(text)})


def expected_form(field: Field) -> tuple[str, str]:
    if isinstance(field, models.DateTimeField):
        return _INSTANT, _("An instant with its zone is expected, such as “2018-05-24T12:00:00Z”")
    if isinstance(field, models.DateField):
        return _DAY, _("A day is expected (YYYY-MM-DD)")
    if isinstance(field, models.TimeField):
        return _TIME, _("A time is expected (HH:MM or HH:MM:SS)")
    return (_DECIMAL, expectation(field)) if isinstance(field, models.DecimalField) else ("", "")


def plainest(number: Decimal) -> Decimal:
    """Return `number` without idle zeros and without a sign before zero."""
    digits = max(1, len(number.as_tuple().digits))
    return number.normalize(Context(prec=digits)) if number else Decimal(0)


def check_text(text: str) -> None:
    """Refuse what no database keeps."""
    if "\x00" in text:
        raise WrongValue(_("The text holds a NUL byte."))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise WrongValue(_("The text holds half a character (a lone surrogate).")) from error


def expected_types(field: Field) -> type | tuple[type, ...]:
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.IntegerField):
        return int
    if isinstance(field, models.DecimalField):
        return (str, int, float)
    return str


def expectation(field: Field) -> str:
    """Return the start of a sentence: what is expected in `field`."""
    if isinstance(field, models.BooleanField):
        return _("true or false is expected")
    if isinstance(field, models.IntegerField):
        return _("A whole number is expected")
    if isinstance(field, models.DecimalField):
        return _("A number is expected")
    return _("A text is expected")


def wrongs_of(field: Field, value: Any, instance: models.Model) -> list[str]:
    """Return what Django’s own validation says of `value`."""
    if field.blank and value in EMPTY_VALUES:
        return []
    if isinstance(field, models.IntegerField) and not fits(field, value):
        least, most = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
        return [_("A number from %(least)s to %(most)s is expected.") % {"least": least, "most": most}]
    try:
        field.clean(value, instance)
    except ValidationError as error:
        hint = choices_hint(field) if "invalid_choice" in codes(error) else ""
        return [f"{message} {hint}".strip() for message in error.messages]
    return []


def fits(field: models.IntegerField, value: int) -> bool:
    """Whether every database can hold `value`; some would take more than others."""
    least, most = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
    return least <= value <= most


def codes(error: ValidationError) -> set[str]:
    return {each.code for each in error.error_list or () if each.code}


def choices_hint(field: Any) -> str:
    values = ", ".join(str(value) for value, _label in field.flatchoices if value != "")
    return _("Expected: %(values)s.") % {"values": values}


def natural_key_in(field: Field, value: Any) -> tuple[str, ...]:
    """Return the natural key that `value` writes. Raises `WrongValue`."""
    parts = key_length(target_of(field.model, field.name))
    if not isinstance(value, list):
        reason = _("%(expected)s, not %(value)s.")
        raise WrongValue(reason % {"expected": link_expectation(parts), "value": fit_for_sentence(value)})
    if len(value) != parts or not all(isinstance(part, str) for part in value):
        reason = _("%(expected)s, not %(value)s.")
        raise WrongValue(reason % {"expected": link_expectation(parts), "value": fit_for_sentence(value)})
    for part in value:
        check_text(part)
    return tuple(value)


def link_expectation(parts: int) -> str:
    if parts == 1:
        return _('A list with the key of a record is expected, such as ["jp"]')
    return _('A list with the key of the record and the short key is expected, such as ["a-visit", "tokyo"]')


def many(field: Field, value: Any) -> list[tuple[str, ...]]:
    """Return the natural keys of a list of records. Raises `WrongValue`."""
    if not isinstance(value, list):
        raise WrongValue(
            _('A list of keys is expected, such as [["jp"], ["kr"]], not %(value)s.')
            % {"value": fit_for_sentence(value)}
        )
    if len(value) == 1 and isinstance(value[0], str):
        raise WrongValue(
            _('A list of lists is expected, such as [["jp"], ["kr"]], not %(value)s.')
            % {"value": fit_for_sentence(value)}
        )
    keys = [natural_key_in(field, each) for each in value]
    return list(dict.fromkeys(keys))


def key_length(model: type[models.Model]) -> int:
    """Return of how many texts the natural key of `model` is made."""
    owners = getattr(model, "owner_fields", None)
    if owners is None:
        return 1
    return 2 if len(owners) == 1 else 3
