"""Columns of our own: a moment, a period, and text compared byte by byte."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Replace
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partnerships import dates


class BytewiseCharField(models.CharField):
    """Text whose order is that of its bytes, the same on every database."""

    def db_parameters(self, connection: Any) -> dict[str, str]:
        parameters = super().db_parameters(connection)
        parameters["collation"] = "C" if connection.vendor == "postgresql" else "BINARY"
        return parameters


class DateNotation(models.CharField):
    """A date in EDTF; the columns named in `bounds` are derived from it.

    An empty string means that the register records nothing here.
    """

    parse: Callable[[str], Any]

    if TYPE_CHECKING:

        def __new__(cls, *args: Any, bounds: Sequence[str] = (), **kwargs: Any) -> models.CharField[str]: ...

    def __init__(self, *args: Any, bounds: Sequence[str] = (), **kwargs: Any) -> None:
        self.bounds = tuple(bounds)
        kwargs.setdefault("max_length", 100)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        if self.bounds:
            kwargs["bounds"] = self.bounds
        return name, path, args, kwargs

    def read(self, value: str) -> Any:
        """Return the date that `value` writes, or None where it writes nothing.

        Raises `dates.DateError` with a sentence that says what was expected.
        """
        return type(self).parse(value) if value else None

    def validate(self, value: str, model_instance: models.Model) -> None:
        super().validate(value, model_instance)
        try:
            self.read(value)
        except dates.DateError as error:
            raise ValidationError(str(error), code="date") from error

    def columns(self, found: Any) -> tuple[date, ...]:
        """Return the bounds of what was read, or of what nothing is known about."""
        raise NotImplementedError

    def derive(self, instance: Any) -> None:
        """Fill the bounds of `instance` from its notation.

        Raises a ValidationError that names the record and the field, for those who save unchecked.
        """
        value = getattr(instance, self.attname)
        try:
            columns = self.columns(self.read(value))
        except dates.DateError as error:
            where = f"{instance._meta.model_name} {instance.key}, {self.name}: {value}"
            raise ValidationError(f"{where}: {error}", code="date") from error
        for name, column in zip(self.bounds, columns, strict=False):
            setattr(instance, name, column)


class MomentField(DateNotation):
    """One moment, such as `2018-05-24`, `2011`, `199X` or `[2017..2018-03]`."""

    description = _("A moment")
    parse = staticmethod(dates.parse_moment)

    def columns(self, moment: dates.Moment | None) -> tuple[date, ...]:
        if moment is None:
            return dates.EARLIEST, dates.LATEST
        return moment.earliest, moment.latest


def parse_occasion(text: str) -> dates.Moment | dates.Period:
    """Return the moment, or the period from a first to a last day, that `text` writes."""
    found = dates.parse(text)
    if isinstance(found, dates.Period) and not (found.start and found.end):
        raise dates.DateError(_("A day is expected here, or a first and a last day."))
    return found


class OccasionField(DateNotation):
    """One moment, or the days from one to another: `2018-05-24`, `2025-06-24/2025-06-25`."""

    description = _("A moment, or several days")
    parse = staticmethod(parse_occasion)

    def columns(self, occasion: dates.Moment | dates.Period | None) -> tuple[date, ...]:
        return (dates.EARLIEST, dates.LATEST) if occasion is None else occasion.sort_key


class PeriodField(DateNotation):
    """A period, such as `2018-07-01/2025-01`, `2014/..` (going on) or `2017/` (end not known)."""

    description = _("A period")
    parse = staticmethod(dates.parse_period)

    def columns(self, period: dates.Period | None) -> tuple[date, ...]:
        if period is None:
            return dates.EARLIEST, dates.LATEST, dates.EARLIEST, dates.LATEST
        return period.start_earliest, period.start_latest, period.end_earliest, period.end_latest


class PlaceInTime(models.Func):
    """The day at which something dated stands in reading order, and what has no day last, in either direction.

    It is written out without parameters, so that a database knows it again as that of an index.
    """

    def __init__(self, earliest: str, latest: str, *, newest: bool = False) -> None:
        super().__init__(models.F(earliest), models.F(latest), output_field=models.DateField())
        self.nowhere = dates.EARLIEST if newest else dates.LATEST

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        earliest, latest = (compiler.compile(one)[0] for one in self.get_source_expressions())
        begins, ends = f"{earliest} = '{dates.EARLIEST}'", f"{latest} = '{dates.LATEST}'"
        nowhere = f"WHEN {begins} AND {ends} THEN '{self.nowhere}'"
        return f"CASE {nowhere} WHEN {begins} THEN {latest} ELSE {earliest} END", []


class DateOrPeriod(models.Func):
    """What goes for the date of something where it has one, else for its period; written out like a place in time."""

    def __init__(self, of_date: Any, of_period: Any) -> None:
        super().__init__(models.F("date"), of_date, of_period, output_field=models.DateField())

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        date, of_date, of_period = (compiler.compile(one)[0] for one in self.get_source_expressions())
        dated = f"WHEN {date} != ''"
        return f"CASE {dated} THEN {of_date} ELSE {of_period} END", []


def in_time(**places: Sequence[Any]) -> list[models.Index]:
    """Return the indexes of a list in the order of time, `oldest` or `newest` first."""
    return [models.Index(*columns, models.F("key"), name=f"%(class)s_{order}") for order, columns in places.items()]


def label_of(column: Any) -> str:
    """Return what a column is called, with its language in words."""
    language = language_of(column)
    if not language:
        # Of a part, the record that it belongs to has no other word than that of its kind.
        is_owner = column.name in getattr(column.model, "owner_fields", ())
        return str((column.related_model._meta if is_owner else column).verbose_name)
    sentence = {"fr": gettext("%(field)s, in French"), "en": gettext("%(field)s, in English")}[language]
    return sentence % {"field": column.translated_field.verbose_name}


def language_of(column: Any) -> str:
    return column.language if hasattr(column, "translated_field") else ""


def without_blanks(name: str) -> Replace:
    """Return the column `name` without its blanks."""
    return Replace(models.F(name), models.Value(" "), models.Value(""), output_field=models.TextField())
