"""What the successions become once a record that was just saved is public: said in short after saving."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.editorial.beside_record import carry_out_what_fits, change_beside_record
from partnerships.editorial.previewing import let_public
from partnerships.models import Designation, PendingChange, Record, Tenure
from partnerships.pages import consequences
from partnerships.projections.up_to_date import Work, left_undone, touched
from partnerships.transactions import taken_back

from .previewing import may_see, preview_address

#: So many lines stand in the message; the preview says all of them.
MOST_LINES = 6


@contextmanager
def as_proposed(*waiting: PendingChange) -> Iterator[Work]:
    """Let the register be read as it becomes with what fits it of changes that wait; all of that is taken back."""
    with taken_back(), left_undone(), touched() as work:
        for pending in waiting:
            carry_out_what_fits(change_beside_record(pending))
        yield work


def succession_told(request: HttpRequest, record: Record, pending: PendingChange | None = None) -> SafeString | None:
    """Return what becomes of the successions once `record`, and the `pending` change, is public, if anything."""
    if not isinstance(record, Tenure | Designation):
        return None
    with as_proposed(*([pending] if pending else ())) as work:
        shown, _along = let_public(record, partial(may_see, request))
        offices = consequences.offices_of(shown, work.keys)
        after = consequences.public_reading(None, offices, Work())
    found = consequences.what_follows(consequences.public_reading(None, offices, Work()), after).offices
    lines = [(each.office, said) for each in found for said in (*each.begins, *each.ends)]
    if not lines:
        return None
    address = preview_address(record) + (f"?pending={pending.pk}" if pending else "")
    items = format_html_join("", "<li>{} · {}</li>", lines[:MOST_LINES])
    link = format_html('<a href="{}">{}</a>', address, _("Preview, and what follows"))
    return format_html("{}<ul>{}</ul>{}", _("Once it is public:"), items, link)
