"""Names within a sentence, with what a language says before them, and several of them one after the other."""

import re
from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from partnerships import inflection
from partnerships.addresses import address
from partnerships.inflection import small
from partnerships.models import Place, Record, State, Tenure
from partnerships.models.base import Derived
from partnerships.offices import Holder, NamedHolder
from partnerships.presentation.languages import language_now, marked_language, text_of
from partnerships.presentation.links import link_html, separator
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, public


def acting_said(holder: Holder | NamedHolder) -> SafeString:
    """That somebody stood in: “ (acting)”, as the tenure calls it; nothing of all others."""
    word = Tenure._meta.get_field("acting").verbose_name
    return format_html(" ({})", word) if holder.acting else SafeString("")


def name_preposition(text: str) -> str:
    """What French says before a name for “of”, and “en sa qualité”; nothing in English."""
    return inflection.office_preposition(text, language_now())


def charge_of(record: Record | None) -> SafeString:
    """A post within a sentence, with its article: “the mission of …”, « l’ambassade de … »."""
    if record is None or not is_public(record):
        return link_html(record)
    language = language_now()
    text, found = titles(record, language)[0]
    if found != language:
        return format_html('<a href="{}">{}</a>', address(record, language), marked_language(text, found, mark=False))
    return format_html('{}<a href="{}">{}</a>', article_of(text), address(record, language), small(text))


def capital(phrase: SafeString) -> SafeString:
    """A phrase as it opens a sentence: its first letter large, within a link too."""
    return mark_safe(re.sub(r"^((?:<[^>]*>)*)(\w)", _raised, phrase))  # noqa: S308  it is HTML already


def _raised(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2].upper()}"


def body_said(record: Record) -> SafeString:
    """A body within a sentence: its name keeps its capital."""
    if not is_public(record):
        return link_html(record)
    language = language_now()
    text, found = titles(record, language)[0]
    article = article_of(text) if found == language else ""
    return format_html(
        '{}<a href="{}">{}</a>', article, address(record, language), marked_language(text, found, mark=False)
    )


def of_body(record: Record) -> SafeString:
    """A body after what French says for “of”: « de l’OTAN », « du Conseil »; in English its name with its article."""
    language = language_now()
    text, found = titles(record, language)[0]
    if language != "fr" or found != "fr" or not is_public(record):
        return body_said(record)
    phrase = inflection.with_preposition("de", article_of(text) + text)
    head = phrase.removesuffix(text)
    return format_html('{}<a href="{}">{}</a>', head, address(record, language), text)


def to_place(place: Place | State) -> SafeString:
    """Where somebody went: its name; in French with its preposition, “à Tokyo”, “au siège de l’OTAN”, “au Caire”."""
    language = language_now()
    text, found = titles(place, language)[0]
    if isinstance(place, State) and found == language and is_public(place):
        before = inflection.in_state(text) if language == "fr" else inflection.state_article(text, language)
        return format_html("{}{}", before, link_html(place))
    if language != "fr" or found != "fr" or not is_public(place):
        return link_html(place)
    before, name = _before_place(text)
    return format_html('{}<a href="{}">{}</a>', before, address(place, language), name)


def at_place(place: Place) -> SafeString:
    """The place itself within a sentence of its own page, without a link: “Tokyo”, « à Tokyo », « au Caire »."""
    language = language_now()
    text, found = titles(place, language)[0]
    if language != "fr" or found != "fr":
        return marked_language(text, found, mark=False)
    return format_html("{}{}", *_before_place(text))


def _before_place(text: str) -> tuple[str, str]:
    """What French says before the name of a place, and that name."""
    article, name = article_of(text), text
    if article:
        name = small(text)
    elif text.startswith(("Le ", "Les ")):
        article, name = text.split(" ", 1)[0].lower() + " ", text.split(" ", 1)[1]
    return {"le ": "au ", "les ": "aux "}.get(article, f"à {article}"), name


def article_of(text: str) -> str:
    """The article of a name; none for what French calls by a word that is not among those known."""
    return inflection.article(text, language_now())


def enumerated(parts: Sequence[SafeString]) -> SafeString:
    """Parts one after the other, “and” before the last."""
    if len(parts) < 2:
        return parts[0] if parts else SafeString("")
    head = format_html_join(", ", "{}", ((part,) for part in parts[:-1]))
    return format_html(gettext("{} and {}"), head, parts[-1])


def set_apart(parts: Iterable[SafeString]) -> SafeString:
    """Parts one after the other with semicolons between them, as each language spaces them."""
    semicolon = "\u202f; " if language_now() == "fr" else "; "
    return format_html_join(semicolon, "{}", ((part,) for part in parts))


def named(records: Iterable[Record], most: int = 4, *, small_letters: bool = False) -> SafeString:
    """The first of `records` that the public may see, as links, and how many others there are.

    With `small_letters` where their names are common ones: areas of cooperation.
    """
    shown = public(records)
    link = _small_link if small_letters else link_html
    parts = and_others([link(one) for one in shown[:most]], len(shown) - most)
    between = separator(parts)
    return enumerated(parts) if between == ", " else format_html_join(between, "{}", ((part,) for part in parts))


def _small_link(record: Record) -> SafeString:
    language = language_now()
    text, found = titles(record, language)[0]
    said = marked_language(small(text) if found == language else text, found, mark=False)
    return format_html('<a href="{}">{}</a>', address(record, language), said)


def and_others(parts: Sequence[SafeString], rest: int) -> list[SafeString]:
    """Parts of an enumeration, and how many others there are, if there are any."""
    others = ngettext("{number} other", "{number} others", rest)
    return [*parts, format_html(others, number=rest)] if rest > 0 else [*parts]


def state_said(record: Record) -> SafeString:
    """A State, or what bears its name, within a sentence: “the United Arab Emirates”, « le Japon »."""
    return format_html("{}{}", _state_article(*titles(record, language_now())[0]), link_html(record))


def _state_article(text: str, found: str) -> str:
    return inflection.state_article(text, found) if found == language_now() else ""


def of_states(states: Iterable[Record]) -> SafeString:
    """States one after the other, each after what French says for “of”: « de la Géorgie, du Japon et d’Israël »."""
    language, parts = language_now(), []
    for one in public(states):
        text, found = titles(one, language)[0]
        article = _state_article(text, found)
        before = inflection.with_preposition("de", article + text).removesuffix(text) if language == "fr" else article
        parts.append(format_html("{}{}", before, link_html(one)))
    return enumerated(parts)


def text_said(record: Derived, field: str) -> SafeString:
    """A text of a record or a part, marked where it stands in the other language."""
    return marked_language(*text_of(record, field, language_now()), mark=False)
