"""The latest changes of the register in sentences: what was added, and what was corrected and why."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from partnerships.models import Record
from partnerships.presentation.links import link_html

from .names import enumerated


def added(records: Sequence[Record]) -> SafeString:
    """Say that records were published."""
    text = ngettext("{records} was added to the register.", "{records} were added to the register.", len(records))
    return format_html(text, records=enumerated([link_html(one) for one in records]))


def corrected_because(record: Record, fields: SafeString, reason: SafeString) -> SafeString:
    """Say what of a record was changed, and why, if anybody said so."""
    said = format_html(gettext("{record} was corrected ({fields})."), record=link_html(record), fields=fields)
    return format_html(gettext("{said} Reason: {reason}"), said=said, reason=reason) if reason else said
