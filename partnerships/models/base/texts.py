"""What a text of the register may hold, and in which languages it is written."""

import re
import unicodedata

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..fields import BytewiseCharField, DateNotation

LANGUAGES = ("fr", "en")


class TitleForm(models.TextChoices):
    """In which form a title is said of somebody; only ever as a source has it."""

    MASCULINE = "masculine", pgettext_lazy("form of a title", "masculine")
    FEMININE = "feminine", pgettext_lazy("form of a title", "feminine")


validate_language = RegexValidator(
    r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    _("Write the code of a language, such as “fr”, “ja” or “ja-Latn”."),
    code="language",
)

validate_wikidata = RegexValidator(
    r"\AQ[1-9]\d*\Z",
    _("An identifier of Wikidata is a Q and a number: Q17."),
    code="wikidata",
)


#: Controls of the screen and of the direction of writing: they show nothing and hide what follows.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]")
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
#: What shows nothing at either end of a text; separators of data (U+001C to U+001F) are controls, and refused.
_BLANK = r"(?:[^\S\x1c-\x1f]|[\u200b\u2060\ufeff])"
_AROUND = re.compile(rf"\A{_BLANK}+|{_BLANK}+\Z")
_PAGE_BREAK = re.compile(rf"{_BLANK}*\f{_BLANK}*")
_LINE_END = re.compile(rf"{_BLANK}*\n{_BLANK}*")
#: All but the variants of characters in names (U+FA19), for which composing would put another character.
_COMPOSED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def translated_names(model: type[models.Model]) -> dict[str, None]:
    """Return the names, in their order, of the texts of `model` that exist in each language.

    So are called the columns without a language too, which nobody reads.
    """
    columns = model._meta.concrete_fields
    return {column.translated_field.name: None for column in columns if hasattr(column, "translated_field")}


def is_text(field: models.Field) -> bool:
    return isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices


def is_tidied(field: models.Field) -> bool:
    """Whether the texts of `field` are kept in one form; keys, slugs and dates have rules of their own."""
    return is_text(field) and not isinstance(field, BytewiseCharField | models.SlugField | DateNotation)


def tidy(text: str) -> str:
    """Return `text` in the one form in which the register keeps it.

    Lines end alike, letters and accents are composed, nothing blank stands around it, and a page break
    is the end of a paragraph.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _AROUND.sub("", _PAGE_BREAK.sub("\n\n", text))
    if unicodedata.is_normalized("NFC", text):
        return text
    return _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def tidied_value(field: models.Field, value: object) -> object:
    """Return `value` as `field` keeps it: a text tidied; in one line a page break is a space, and the end of a line.

    A form has no ends of lines in such a field: with one kept, whoever saves it would change it unawares.
    """
    if not isinstance(value, str) or not is_tidied(field):
        return value
    text = tidy(value)
    return text if isinstance(field, models.TextField) else _LINE_END.sub(" ", text)


def with_signs(text: str) -> str:
    """Return `text` with a sign where it holds a control: what is written or drawn of it can be read by everything."""
    return CONTROLS.sub("\ufffd", text)


def unfit(text: object) -> str | None:
    """Return the sentence that says why `text` cannot be shown, or None."""
    if not isinstance(text, str) or not text:
        return None
    text = tidy(text)
    if control := CONTROLS.search(text):
        return _("The text holds a control character (U+%(code)s).") % {"code": f"{ord(control[0]):04X}"}
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        return _("The text holds nothing that can be seen.")
    return None
