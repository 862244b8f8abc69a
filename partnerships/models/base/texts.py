"""What a text of the register may hold, and in which languages it is written."""

import re
import unicodedata

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("fr", "en")

validate_language = RegexValidator(
    r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    _("Write the code of a language, such as “fr”, “ja” or “ja-Latn”."),
    code="language",
)


#: Controls of the screen and of the direction of writing: they show nothing and hide what follows.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]")
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def is_text(field: models.Field) -> bool:
    return isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices


def unfit(text: object) -> str | None:
    """Return the sentence that says why `text` cannot be shown, or None."""
    if not isinstance(text, str) or not text:
        return None
    if control := _CONTROLS.search(text):
        return _("The text holds a control character (U+%(code)s).") % {"code": f"{ord(control[0]):04X}"}
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        return _("The text holds nothing that can be seen.")
    return None
