"""What templates use to show the blocks of a page: values of cells, numbered notes, drawings."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from partnerships import presentation
from partnerships.drawing import Strip, strip_svg
from partnerships.models import Citation, Source
from partnerships.pages.notes import NOTES, Notes
from partnerships.records import wordings

register = template.Library()


@register.filter
def values(several: Iterable[object]) -> SafeString:
    """The values of a cell, separated by commas."""
    return presentation.joined(several)


@register.simple_tag(takes_context=True)
def notes(context: Context, citations: Iterable[Citation], most: int | None = None) -> SafeString:
    """The small numbers of the sources of something, at most `most`; the page lists them at its end."""
    return context[NOTES].marks(citations, most) if citations else SafeString("")


@register.simple_tag(takes_context=True)
def page_notes(context: Context) -> Notes:
    """The notes of the page so far: what stands before it on the page."""
    return context[NOTES]


@register.filter
def described(source: Source) -> SafeString:
    """Publisher, type and date of a source."""
    language = presentation.language_now()
    when = presentation.date_of(source, "date")
    parts = [
        presentation.marked(*presentation.text_of(source, "publisher", language), mark=False),
        conditional_escape(source.get_kind_display()),
        conditional_escape(wordings.said(source, "date", when, language)) if when else "",
    ]
    return format_html_join(", ", "{}", ((part,) for part in parts if part))


@register.simple_tag
def strip(drawn: Strip) -> SafeString:
    """A strip as SVG."""
    return strip_svg(drawn)
