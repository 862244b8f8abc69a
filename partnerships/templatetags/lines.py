"""What the titles of lines use: names as they stand within a sentence, on the day of the line."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import inflection, presentation
from partnerships.models import Record, Tenure
from partnerships.presentation import language_now, marked
from partnerships.projections.timeline import Entry
from partnerships.records.titles import office_title, titles

register = template.Library()


@register.simple_tag
def within(record: Record, entry: Entry) -> SafeString:
    """The name of a post within a sentence: “the mission of Japan to NATO”, « la mission du Japon … »."""
    return _post(record, entry, opening=False)


@register.simple_tag
def opening(record: Record, entry: Entry) -> SafeString:
    """The name of a post at the beginning of a sentence: “The embassy of …”, « L’ambassade … »."""
    return _post(record, entry, opening=True)


def _post(record: Record, entry: Entry, *, opening: bool) -> SafeString:
    if record is None:
        return SafeString("")
    language = language_now()
    (text, found), *others = titles(record, language, entry.days)
    if found != language or others:
        return format_html("{}", presentation.name_html(record, entry.days, noted=False))
    phrase = inflection.article(text, language) + inflection.small(text)
    return format_html("{}", inflection.opening(phrase) if opening else phrase)


@register.simple_tag
def functions(tenure: Tenure) -> SafeString:
    """The office of a tenure after “as”, « fonctions »: “Ambassador of …”, « d’ambassadeur de … »."""
    language = language_now()
    text, found = office_title(tenure.office, language, tenure.is_feminine)
    if language != "fr" or found != "fr":
        return format_html("{}{}", "« " if language == "fr" else "", marked(text, found, mark=False))
    lowered = inflection.small(text)
    return format_html("{}{}", inflection.of(lowered, language), lowered)
