"""Words typed for a date that its notation cannot keep stand as its wording, in both languages."""

from typing import Any

from django import forms

from partnerships import dates
from partnerships.models.base import LANGUAGES

from .dates import READERS, DateInWords


class KeepsWords(forms.ModelForm):
    """A form whose dates keep the words in which they were typed, unless somebody words them otherwise."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            if isinstance(field, DateInWords) and cleaned.get(name):
                self._keep_words(name, field.kind, cleaned)
        return cleaned

    def _keep_words(self, name: str, kind: Any, cleaned: Any):
        typed, before = str(self[name].value() or "").strip(), self.initial.get(name) or ""
        if typed == before:
            return
        value = READERS[kind](typed)
        for language in LANGUAGES:
            wording = f"{name}_wording_{language}"
            if wording not in self.fields or wording in self.changed_data:
                continue
            current = self.initial.get(wording) or ""
            repeats = bool(before) and dates.means(current, READERS[kind](before)) if current else True
            kept = dates.kept_words(value, language)
            if repeats and kept != current:
                cleaned[wording] = kept
