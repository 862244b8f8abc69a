"""What is said once a record is saved, before anybody else sees it: what resembles or contradicts it, what it lacks."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnerships.admin.forms.links import merging_address, with_dated_records
from partnerships.consistency.of_record import contradictions_in_words
from partnerships.editorial.joined import joined_to
from partnerships.editorial.resembling import Notice, notices
from partnerships.editorial.roles import MERGERS
from partnerships.editorial.scheduling import no_longer_as_decided
from partnerships.models import Record, Tenure
from partnerships.records.kinds import record_of
from partnerships.records.visibility import is_public

from .consequences import as_proposed, succession_told

#: The buttons that take a record away from the public: what it would lack there is of no use to whoever presses one.
AWAY = {"_return", "_withdraw"}


class NoticingMixin(admin.ModelAdmin):
    """A record whose saving says what had better be looked at, each with a link."""

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        answer = super().response_add(request, obj, post_url_continue)
        self.notice(request, obj, new=True)
        return answer

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        was_public = is_public(obj)
        answer = super().response_change(request, obj)
        self.notice(request, obj, new=not was_public)
        return answer

    def notice(self, request: HttpRequest, saved: Record, *, new: bool = False) -> None:
        """Say what had better be looked at, of a record that is on its way to the public, or was entered just now."""
        if AWAY & {*request.POST}:
            return
        # A step may have been taken with it, of which the form's own copy knows nothing.
        record = type(saved)._default_manager.filter(pk=saved.pk).first()
        if record is None:
            return
        public = is_public(record)
        if record_of(record) != record or (public and not new):
            return
        if no_longer_as_decided(record):
            sentence = _(
                "A time was set at which this was to be published automatically. It has changed since: a reviewer "
                "must look at it again and set the time anew."
            )
            messages.warning(request, sentence)
        if not public and (told := succession_told(request, record)):
            messages.info(request, told)
        with as_proposed(*joined_to(record)):
            # That no source supports what is public now, its publication has said.
            noticed = notices(record)
            said = _told(record, noticed, lacking=not public)
        if IS_POPUP_VAR in request.POST:
            # It is read above the next page of the form that opened the window: there “this record” is another one.
            said = [(sentence, others or (record,)) for sentence, others in said]
        warn(request, said)
        if told := doubles_told(request, record, noticed):
            messages.info(request, told)


def doubles_told(request: HttpRequest, record: Record, noticed: Iterable[Notice]) -> SafeString | None:
    """Return the way on which a record that may be in the register twice is made one with one that it resembles."""
    if isinstance(record, Tenure) or not request.user.has_perm(MERGERS):
        return None
    others = dict.fromkeys(other for each in noticed for other in each.records)
    ways = [(merging_address(other, record), other) for other in others]
    items = format_html_join("", '<li><a href="{}">{}</a></li>', ways)
    return (
        format_html("{}<ul>{}</ul>", _("If it is the same, use the one there is, and merge this one into it:"), items)
        if ways
        else None
    )


def beside_record(record: Record, *, lacking: bool) -> list[tuple[str, tuple[Record, ...]]]:
    """Return what had better be looked at of `record` as it is stored, and the records that each of it is about.

    What no source proves is told if `lacking`.
    """
    return _told(record, notices(record), lacking=lacking)


def _told(record: Record, noticed: Iterable[Notice], *, lacking: bool) -> list[tuple[str, tuple[Record, ...]]]:
    seen = ((each.sentence, each.records) for each in noticed if each.records or lacking)
    return [*seen, *contradictions_in_words(record)]


def warn(request: HttpRequest, said: Iterable[tuple[str, tuple[Record, ...]]]) -> None:
    """Say above the next page what had better be looked at, each with links."""
    for sentence, others in said:
        messages.warning(request, with_dated_records(sentence, others))
