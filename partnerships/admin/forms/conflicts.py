"""Two people at one record: what is stored now is shown beside what was typed; nothing is lost."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships import dates

from .dates import READERS, DateInWords

LONGEST = 2000
LONGEST_NUMBER = 19


def mark_conflict(form: Any) -> None:
    """Refuse the form with a sentence, and say at each field that differs what is stored."""
    form.add_error(
        None,
        _(
            "Somebody else has changed this record since you opened it. Nothing is saved yet, and your text is kept "
            "below; where it differs, the text now in the register stands under it. "
            "Compare, then save again: what you see in the fields will then be kept."
        ),
    )
    mark_stored(form)


def mark_stored(form: Any) -> None:
    """Say at each field of `form` that differs from the register what the register holds."""
    for name in form.changed_data:
        if name != forms.formsets.DELETION_FIELD_NAME:
            field = form.fields[name]
            text = in_words(form.get_initial_for_field(field, name), field)
            write_under(field.widget, _("In the register now: %(text)s") % {"text": text})


def write_under(widget: Any, text: str) -> None:
    """Let a widget of one form write `text` under itself, in a table of parts too."""
    render = widget.render

    def rendered(*arguments, **keywords):
        return format_html('{}<p class="register-stored">{}</p>', render(*arguments, **keywords), text)

    widget.render = rendered


def mark_parts(inlines: Any) -> None:
    """Say the same at the fields of the parts that are stored."""
    for inline in inlines:
        for form in inline.formset.forms:
            if form.is_bound and form.instance.pk and hasattr(form, "cleaned_data"):
                mark_stored(form)
        for number in getattr(inline.formset, "orphans", ()):
            shown = next(iter(inline.formset.forms[number].visible_fields()))
            write_under(shown.field.widget, _("Somebody else removed this part. Saving enters it anew."))


def in_words(value: Any, field: Any) -> str:
    """Return the value of a field as text, cut where it is very long."""
    return Truncator(words(value, field)).chars(LONGEST) or _("empty")


def words(value: Any, field: Any) -> str:
    """Return the value of a field as text: names of records and choices, dates in words."""
    if value in (None, "", []):
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(map(str, chosen(value, field)))
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(field, DateInWords):
        return date_in_words(value, field)
    return str(value)


def chosen(value: Any, field: Any) -> Any:
    """Return the records that a field of choices holds, as far as they are in the register."""
    several = value if isinstance(value, list | tuple) else [value]
    keys = [str(getattr(each, "pk", each)) for each in several]
    return field.queryset.filter(pk__in=[key for key in keys if key.isdecimal() and len(key) < LONGEST_NUMBER])


def date_in_words(text: str, field: Any) -> str:
    """Return a date in words, or the text itself where it is none."""
    try:
        return dates.word(READERS[field.kind](text), get_language() or "fr")
    except dates.DateError:
        return text
