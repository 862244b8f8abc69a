"""What names say of themselves: their other half, and in another script their sort and language."""

from re import split
from typing import Any
from unicodedata import name as called

from django import forms
from django.forms.models import InlineForeignKeyField
from django.utils.translation import gettext_lazy as _

from partnerships.models import Name
from partnerships.records.name_halves import other_half

from .records import RecordForm

#: The language of each script that but one writes, by the word with which the names of its signs begin.
LANGUAGE_OF_SCRIPT = {"HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "GREEK": "el", "GEORGIAN": "ka"}
#: The signs that several write; and the language of the States that do, by their codes.
CHINESE = "CJK"
LANGUAGE_OF_STATE = {"JP": "ja", "KR": "ko", "CN": "zh", "TW": "zh"}

ONE_HALF = _("Family name or given name: one is enough, the other is made from the name.")


class PersonForm(RecordForm):
    """A new person; of family name and given name one is enough, where the whole name has it first or last."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and "family_name" in self.fields:
            self.fields["family_name"].help_text = ONE_HALF

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.instance.pk:
            halves = ("family_name", "given_name")
            cleaned |= zip(halves, other_half(*(cleaned.get(each) or "" for each in ("name", *halves))), strict=True)
        return cleaned


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
