"""One cell: a field of a record in words, and what somebody typed there as a fixture says it."""

import re
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, DecimalField, Field, IntegerField, ManyToManyField
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models.base import LANGUAGES
from partnerships.models.fields import DateNotation, MomentField, OccasionField, PeriodField
from partnerships.records.snapshot.understanding_values import WrongValue

from .as_excel_writes import may_be_saved_as, with_decimal_point, with_whole_year
from .longest_cell import fitting

#: Between the keys of several records, and between the two parts of a key.
BETWEEN, WITHIN = " | ", "/"
READERS = {MomentField: dates.read_moment, OccasionField: dates.read, PeriodField: dates.read_period}
YES, NO = ("yes", "oui", "true", "vrai", "1", "x"), ("no", "non", "false", "faux", "0")


def cell_text(field: Field, value: Any) -> str:
    """Return what stands in a cell for what a fixture says of `field`."""
    if isinstance(field, ManyToManyField):
        return BETWEEN.join(WITHIN.join(natural) for natural in value or ())
    if field.remote_field:
        return WITHIN.join(value or ())
    value = field.get_default() if value is None else value
    if value is None or value == "":
        return ""
    if isinstance(field, DateNotation):
        return date_for_cell(field, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))  # pyright: ignore[reportAttributeAccessIssue]
    if isinstance(field, BooleanField):
        return _("yes") if value else _("no")
    return str(value)


def date_for_cell(field: DateNotation, notation: str) -> str:
    """Return a date in words, if those words mean it exactly; else in notation."""
    try:
        words = dates.word(field.read(notation), (get_language() or LANGUAGES[0])[:2])
        return words if READERS[type(field)](words).edtf == notation else notation
    except dates.DateError:
        return notation


def same(cell: str, text: str, *, is_western: bool = False) -> bool:
    """Whether a cell still says what stood there: spreadsheets change the ends of lines, of texts, and some letters."""
    cell, text = fitting(cell).strip(), fitting(text).strip()
    return cell == text or (is_western and may_be_saved_as(text, cell))


def cell_value(field: Field, cell: str) -> Any:
    """Return what a fixture says of `field` for what stands in a cell; None for nothing. Raises `WrongValue`."""
    text = fitting(cell).strip()
    if not text:
        return [] if isinstance(field, ManyToManyField) else None
    if isinstance(field, ManyToManyField):
        return sorted(each.strip().split(WITHIN) for each in re.split(r"[|\n]", text) if each.strip())
    if field.remote_field:
        return text.split(WITHIN)
    if isinstance(field, DateNotation):
        return date_meant(field, text).edtf
    return _plain(field, text)


def _plain(field: Field, text: str) -> Any:
    if field.choices:
        return read_choice(field, text)
    if isinstance(field, BooleanField):
        return read_boolean(text)
    if isinstance(field, IntegerField) and re.fullmatch(r"[+-]?\d{1,18}", text):
        return int(text)
    if isinstance(field, DecimalField):
        return with_decimal_point(field, text)
    if isinstance(field, DateField) and not isinstance(field, DateTimeField):
        return day_in_cell(text)
    return text


def date_meant(field: DateNotation, text: str) -> dates.Moment | dates.Period:
    """Return the date that a cell says."""
    try:
        return READERS[type(field)](with_whole_year(text))
    except dates.DateError as error:
        raise WrongValue(str(error)) from error


def day_in_cell(text: str) -> str:
    """Return the day that a cell says, as a fixture writes it; what is none as it stands, to be refused as such."""
    try:
        moment = dates.read_moment(with_whole_year(text))
    except dates.DateError as error:
        raise WrongValue(str(error)) from error
    return moment.edtf


def read_choice(field: Any, text: str) -> str:
    """Return the choice whose name, in either language and gender, or whose value stands in the cell."""
    wanted, found = text.casefold(), set()
    for language in LANGUAGES:
        with override(language):
            for value, label in field.flatchoices:
                said = str(label).casefold()
                if wanted in (str(value), said, said.removesuffix("e")):
                    found.add(value)
    if len(found) != 1:
        labels = ", ".join(in_quotation_marks(label) for _value, label in field.flatchoices)
        raise WrongValue(_("One of these is expected: %(labels)s.") % {"labels": labels})
    return found.pop()


def in_quotation_marks(text: object) -> str:
    """Return a text in the quotation marks of the reader."""
    return _("“%(text)s”") % {"text": text}


def read_boolean(text: str) -> bool:
    if text.casefold() in (*YES, _("yes")):
        return True
    if text.casefold() in (*NO, _("no")):
        return False
    raise WrongValue(_("“yes” or “no” is expected."))
