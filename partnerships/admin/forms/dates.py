"""Dates as people write them: form fields that read words and keep the notation."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models import DateField, URLField
from django.forms.widgets import Media
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models.fields import MomentField, OccasionField, PeriodField

LONGEST = 250


def read_one_day(text: str) -> dates.Moment:
    """Return the one day that `text` says; raise `DateError` for what is less exact."""
    found = dates.read_moment(text)
    if found.earliest != found.latest:
        raise dates.DateError(NO_DAY)
    return found


NO_DAY = gettext_noop("Give the day itself: 24 May 2018.")
#: How each kind of date is read from what people type.
READERS = {"moment": dates.read_moment, "occasion": dates.read, "period": dates.read_period, "day": read_one_day}


def understanding(kind: Any, text: str) -> dict[str, str] | dict[str, Any]:
    """Return what a typed date is understood as: in words, in notation and by its bounds."""
    try:
        value = READERS.get(kind, dates.read_moment)(text)
    except dates.DateError as error:
        return {"error": str(error)}
    words = dates.word(value, get_language() or "fr")
    return {
        "words": words,
        "notation": value.edtf,
        "bounds": bounds_in_words(value),
        "sentence": understood_sentence(value, words),
    }


def understood_sentence(value: Any, words: str) -> str:
    text = _("Understood as: %(words)s (%(notation)s).") % {"words": words, "notation": value.edtf}
    return f"{text} {bounds_in_words(value)}".strip()


def bounds_in_words(value: Any) -> str:
    """Return the outermost days of a date in words, where they say more than the date itself."""
    if all(end.earliest == end.latest for end in dates.known_moments(value)):
        return ""
    first, last = outermost_days(value)
    if first == dates.EARLIEST:
        if last == dates.LATEST:
            return ""
        return _("At the latest on %(day)s.") % {"day": day_in_words(last)}
    if last == dates.LATEST:
        return _("At the earliest on %(day)s.") % {"day": day_in_words(first)}
    return _("Between %(first)s and %(last)s.") % {"first": day_in_words(first), "last": day_in_words(last)}


def outermost_days(value: Any) -> tuple[Any, Any]:
    if isinstance(value, dates.Period):
        return value.start_earliest, value.end_latest
    return value.earliest, value.latest


def day_in_words(value: Any) -> str:
    return dates.word(dates.moment_on(value), get_language() or "fr")


def date_to_type(kind: Any, notation: str) -> str:
    """Return a date in words that are read as the same date again; else its notation, or whatever was typed."""
    try:
        value = dates.parse(notation)
        words = dates.word(value, get_language() or "fr")
        return words if READERS[kind](words).edtf == notation else notation
    except dates.DateError:
        return notation


class DateWidget(forms.TextInput):
    """A line of text with, under it, what it is understood as."""

    def __init__(self, kind: Any, attrs: Any = None) -> None:
        self.kind = kind
        super().__init__({"class": "vTextField date-in-words", "data-date-kind": kind, **(attrs or {})})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        described = understanding(self.kind, value) if value else {}
        return format_html(
            '{}<span class="understood" aria-live="polite">{}</span>',
            super().render(name, value, attrs, renderer),
            described.get("sentence", ""),
        )


class DateInWords(forms.CharField):
    """A date that is typed in words, in French or in English, or in notation."""

    kind = "moment"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = LONGEST
        kwargs["widget"] = self.shown_in()
        super().__init__(*args, **kwargs)

    def shown_in(self) -> DateWidget:
        return DateWidget(self.kind)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if text in self.empty_values:
            return ""
        try:
            return READERS[self.kind](text).edtf
        except dates.DateError as error:
            raise forms.ValidationError(error.sentence, code="date") from error

    def prepare_value(self, value: Any) -> Any:
        """Show a stored date in words, where they are read as the same date again."""
        return date_to_type(self.kind, value) if value else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or "") != self.to_python(data)
        except forms.ValidationError:
            return True


class MomentInWords(DateInWords):
    """One moment."""


class OccasionInWords(DateInWords):
    """One moment, or a first and a last day."""

    kind = "occasion"


class PeriodInWords(DateInWords):
    """A period."""

    kind = "period"


class DayWidget(DateWidget):
    """A day in words, beside the calendar of the back-office."""

    def __init__(self) -> None:
        super().__init__("day", {"class": " ".join(("vDateField", "date-in-words"))})

    @property
    def media(self) -> Media:
        return AdminDateWidget().media


class DayInWords(DateInWords):
    """One day, kept as a day."""

    kind = "day"

    def shown_in(self) -> DateWidget:
        return DayWidget()

    def clean(self, value: Any) -> date | None:
        notation = super().clean(value)
        return date.fromisoformat(notation) if notation else None

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value.isoformat() if isinstance(value, date) else value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial.isoformat() if isinstance(initial, date) else initial, data)


FORM_FIELDS = {
    DateField: {"form_class": DayInWords, "widget": None},
    MomentField: {"form_class": MomentInWords},
    OccasionField: {"form_class": OccasionInWords},
    PeriodField: {"form_class": PeriodInWords},
    URLField: {"assume_scheme": "https"},
}
