"""A document in a sentence: what it is, who published it, and when."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from partnerships.models import Source
from partnerships.presentation.days import date_html

from ..blocks import AnswerInWords
from .names import text_said


def source(record: Source, against: bool) -> AnswerInWords:
    """Say what a source is, and whether it is `against` something that the register says."""
    publisher, when = text_said(record, "publisher"), date_html(record, "date")
    kind = capfirst(record.get_kind_display())
    if publisher and when:
        text = gettext("{kind}, published by {publisher}, dated {when}.")
    elif publisher:
        text = gettext("{kind}, published by {publisher}; its date is not known.")
    elif when:
        text = gettext("{kind}, dated {when}; its publisher is not recorded.")
    else:
        text = gettext("{kind}; neither its publisher nor its date is recorded.")
    sentence = format_html(text, kind=kind, publisher=publisher, when=when)
    return AnswerInWords(sentence, [_against()] if against else [])


def publisher_and_type(record: Source) -> SafeString:
    """Who published a source, and of what type it is: “NATO, official document”."""
    parts = [text_said(record, "publisher"), format_html("{}", record.get_kind_display())]
    return format_html_join(", ", "{}", ((part,) for part in parts if part))


def _against() -> SafeString:
    return format_html("{}", gettext("On some points it contradicts the register; they are listed below."))
