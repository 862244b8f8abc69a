"""A name in another script: of which sort it is, and in which language, is known of the script and of its State."""

from re import split
from typing import Any
from unicodedata import name as called

from django import forms
from django.forms.models import InlineForeignKeyField

from partnerships.models import Name

#: The language of each script that but one writes, by the word with which the names of its signs begin.
LANGUAGE_OF_SCRIPT = {"HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "GREEK": "el", "GEORGIAN": "ka"}
#: The signs that several write; and the language of the States that do, by their codes.
CHINESE = "CJK"
LANGUAGE_OF_STATE = {"JP": "ja", "KR": "ko", "CN": "zh", "TW": "zh"}


class NameForm(forms.ModelForm):
    """A new name; where nobody says of which sort it is, and in which language, both are taken from its script."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        scripts = scripts_of(cleaned.get("text") or "")
        if self.instance.pk or not scripts or "LATIN" in scripts or "kind" in self.changed_data:
            return cleaned
        cleaned["kind"] = Name.Kind.NATIVE
        cleaned["language"] = cleaned.get("language") or self.language_of(scripts)
        return cleaned

    def language_of(self, scripts: set[str]) -> str:
        """Return the language that these scripts write; an empty text where they may write several."""
        found = {LANGUAGE_OF_SCRIPT.get(script, "") for script in scripts - {CHINESE}}
        if scripts == {CHINESE}:
            fields = self.fields.values()
            owner = next(each.parent_instance for each in fields if isinstance(each, InlineForeignKeyField))
            state = getattr(owner, "nationality", None) or getattr(owner, "state", owner)
            found = {LANGUAGE_OF_STATE.get(getattr(state, "iso2", ""), "")}
        return found.pop() if len(found) == 1 else ""


def scripts_of(text: str) -> set[str]:
    """Return the scripts in which a name is written, by the word with which the names of its letters begin."""
    begun = {split(r"[ -]", called(letter, ""))[0] for letter in text if letter.isalpha()}
    return {CHINESE if word == "IDEOGRAPHIC" else word for word in begun}
