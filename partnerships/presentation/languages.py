"""The language of the page, and of the texts on it: a text in another one says so."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext, gettext_noop

from partnerships.models.base import LANGUAGES, Derived


def language_now() -> str:
    """Return the language of the page."""
    return (get_language() or LANGUAGES[0])[:2]


def text_of(record: Derived, field: str, language: str) -> tuple[str, str]:
    """Return the text of a record or a part, and the language it is in."""
    return record.read(field, language)


def marked_language(text: str, found: str, mark: bool = True) -> SafeString:
    """Return `text` as HTML; in another language than the page’s it says so."""
    if not text:
        return SafeString("")
    if found == language_now():
        return format_html("{}", text)
    note = format_html(' <small class="untranslated">{}</small>', not_translated(found)) if mark else ""
    return format_html('<span lang="{}">{}</span>{}', found, text, note)


def not_translated(found: Any) -> str:
    """Return the note that a text stands in another language than the page’s."""
    if found in LANGUAGES:
        return gettext("(in English)") if found == "en" else gettext("(in French)")
    return f"({language_name(found)})"


def in_its_language(lines: SafeString, found: str) -> SafeString:
    """Return several paragraphs, marked as a whole where they are in another language than the page."""
    if found == language_now():
        return lines
    note = format_html('<p class="untranslated"><small>{}</small></p>', not_translated(found))
    return format_html('<div lang="{}">{}</div>{}', found, lines, note)


#: Languages that Django does not name.
OTHER_LANGUAGES = {
    "la": gettext_noop("Latin"),
    "mt": gettext_noop("Maltese"),
    "ps": gettext_noop("Pashto"),
    "zh": gettext_noop("Chinese"),
}


def language_name(code: str) -> str:
    """Return what a language is called in the language of the page; its code where nobody knows."""
    base = code.partition("-")[0]
    if base in OTHER_LANGUAGES:
        name = gettext(OTHER_LANGUAGES[base])
    else:
        try:
            name = str(get_language_info(base)["name_translated"])
        except KeyError:
            return code
    # French writes the names of languages small.
    return name.lower() if language_now() == "fr" else name
