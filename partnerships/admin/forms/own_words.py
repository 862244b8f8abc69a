"""Words typed for a date that its notation cannot keep stand as its wording, in both languages."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from partnerships import dates
from partnerships.models.base import LANGUAGES

from .dates import READERS, DateInWords, date_to_type


class KeepsWords(forms.ModelForm):
    """A form whose dates keep the words in which they were typed, unless somebody words them otherwise."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Note what is wrong; what is wrong with a column that the form does not show is said above it."""
        if field is None and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                if name in self.fields or name == NON_FIELD_ERRORS:
                    super().add_error(name if name in self.fields else None, errors)
                else:
                    label = self.instance._meta.get_field(name).verbose_name
                    for problem in ValidationError(errors).messages:
                        super().add_error(None, _("%(field)s: %(problem)s") % {"field": label, "problem": problem})
        else:
            super().add_error(field, error)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            if isinstance(field, DateInWords) and field.kind != "day" and cleaned.get(name):
                self._keep_words(name, field.kind, cleaned)
        return cleaned

    def _keep_words(self, name: str, kind: Any, cleaned: Any) -> None:
        typed, before = str(self[name].value() or "").strip(), self.initial.get(name) or ""
        if typed in (before, date_to_type(kind, before)):
            return
        value = READERS[kind](typed)
        for language in LANGUAGES:
            wording = f"{name}_wording_{language}"
            if wording not in self.fields or wording in self.changed_data:
                continue
            current = self.initial.get(wording) or ""
            kept = dates.wording_to_keep(value, language, before, current)
            if kept != current:
                cleaned[wording] = kept
