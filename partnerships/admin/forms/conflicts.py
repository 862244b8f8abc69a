"""Two people at one record: what is stored now is shown beside what was typed; nothing is lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.editorial.overtaking import Meanwhile
from partnerships.listing.parameters import is_row_number
from partnerships.records.snapshot.differences import Known
from partnerships.records.snapshot.taking import Lines

from .dates import READERS, DateInWords

LONGEST = 2000


@dataclass(frozen=True)
class ChangesOfOthers:
    """What others did while a form was open: in words, and the fields that they changed and the form did not."""

    told: str
    theirs: dict[Known, set[str]]
    now: Lines

    def fields_of(self, instance: Any) -> set[str]:
        """Return the fields of a record or part that are to say what is stored; none where that is not sure."""
        label, key = instance._meta.label_lower, instance.key
        lines = [line for line in self.now if line["model"] == label and line["fields"]["key"] == key]
        known = [names for each, names in self.theirs.items() if each[0] == label and each[-1] == key]
        return known[0] if len(lines) == len(known) == 1 else set()


def told_meanwhile(found: Meanwhile, sentence: str = "") -> SafeString:
    """Return who changed what, and when, as a list."""
    zone = timezone.get_current_timezone()
    rows = (
        _("%(who)s, %(when)s: %(what)s")
        % {
            "who": change.by_name or "–",
            "when": formats.date_format(change.at.astimezone(zone), "DATETIME_FORMAT"),
            "what": ", ".join(what),
        }
        for change, what in found.told()
    )
    return format_html("{}<ul>{}</ul>", sentence, format_html_join("", "<li>{}</li>", ((row,) for row in rows)))


def take_stored(form: Any, names: Iterable[str]) -> None:
    """Let the fields `names` of a form that is sent say what is stored: nobody typed anything else there."""
    form.data = form.data.copy()
    for name in set(names) & set(form.fields):
        field, place = form.fields[name], form.add_prefix(name)
        value = field.prepare_value(form.get_initial_for_field(field, name))
        if isinstance(value, list | tuple):
            form.data.setlist(place, [str(field.prepare_value(each)) for each in value])
        elif isinstance(value, bool):
            form.data.pop(place, None)
            if value:
                form.data[place] = "on"
        else:
            form.data[place] = "" if value is None else str(value)
    vars(form).pop("changed_data", None)


def mark_conflict(form: Any) -> None:
    """Refuse the form with a sentence, and say at each field that differs what is stored."""
    if form.kept is not None:
        take_stored(form, form.kept.fields_of(form.instance))
    form.add_error(None, format_html("{}{}", conflict_said(), form.kept.told if form.kept else ""))
    mark_stored(form)


def conflict_said() -> str:
    return _(
        "Somebody else has changed this record since you opened it. Nothing is saved yet, and your text is kept "
        "below; where it differs, the text now in the register is shown under it. Compare, then save again: what you "
        "see in the fields will then be kept."
    )


def mark_stored(form: Any) -> None:
    """Say at each field of `form` that differs from the register what the register holds."""
    for name in form.changed_data:
        if name != forms.formsets.DELETION_FIELD_NAME:
            field = form.fields[name]
            text = short_value(form.get_initial_for_field(field, name), field)
            write_under(field.widget, _("In the register now: %(text)s") % {"text": text})


def write_under(widget: Any, text: str) -> None:
    """Let a widget of one form write `text` under itself, in a table of parts too."""
    render = widget.render

    def rendered(*arguments: Any, **keywords: Any) -> SafeString:
        return format_html('{}<p class="register-stored">{}</p>', render(*arguments, **keywords), text)

    widget.render = rendered


def mark_parts(inlines: Any, kept: ChangesOfOthers | None) -> None:
    """Say the same at the fields of the parts that are stored."""
    for inline in inlines:
        for form in inline.formset.forms:
            if form.is_bound and form.instance.pk and hasattr(form, "cleaned_data"):
                if kept is not None:
                    take_stored(form, kept.fields_of(form.instance))
                mark_stored(form)
        orphans = getattr(inline.formset, "orphans", ())
        for form in inline.formset.forms[orphans.start : orphans.stop] if orphans else ():
            shown = next(iter(form.visible_fields()))
            write_under(shown.field.widget, _("Somebody else removed this part. Saving enters it anew."))


def short_value(value: Any, field: Any) -> str:
    """Return the value of a field as text, cut where it is very long."""
    return Truncator(value_in_words(value, field)).chars(LONGEST) or _("empty")


def value_in_words(value: Any, field: Any) -> str:
    """Return the value of a field as text: names of records and choices, dates in words."""
    if value in (None, "", []):
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(map(str, chosen_records(value, field)))
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    if isinstance(field, DateInWords):
        return date_text(str(value), field)
    return str(value)


def chosen_records(value: Any, field: Any) -> Any:
    """Return the records that a field of choices holds, as far as they are in the register."""
    several = value if isinstance(value, list | tuple) else [value]
    keys = [str(getattr(each, "pk", each)) for each in several]
    return field.queryset.filter(pk__in=[key for key in keys if is_row_number(key)])


def date_text(text: str, field: Any) -> str:
    """Return a date in words, or the text itself where it is none."""
    try:
        return dates.word(READERS[field.kind](text), get_language() or "fr")
    except dates.DateError:
        return text
