"""What is said once a record is saved, before anybody else sees it: what resembles or contradicts it, what it lacks."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partnerships.admin.forms.links import with_dated_records
from partnerships.consistency.of_record import contradictions_in_words
from partnerships.editorial.resembling import notices
from partnerships.editorial.scheduling import no_longer_as_decided
from partnerships.models import Record
from partnerships.records.kinds import record_of
from partnerships.records.visibility import is_public

from .following import succession_told


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
        # A step may have been taken with it, of which the form's own copy knows nothing.
        record = type(saved)._default_manager.filter(pk=saved.pk).first()
        if record is None:
            return
        public = is_public(record)
        if record_of(record) != record or (public and not new):
            return
        if no_longer_as_decided(record):
            sentence = _(
                "A moment was set at which this goes public by itself. It says something else now: "
                "a reviewer looks at it again, and sets the moment anew."
            )
            messages.warning(request, sentence)
        if not public and (told := succession_told(request, record)):
            messages.info(request, told)
        # That no source supports what is public now, its publication has said.
        warn(request, beside_record(record, lacking=not public))


def beside_record(record: Record, *, lacking: bool) -> list[tuple[str, tuple[Record, ...]]]:
    """Return what had better be looked at of `record` as it is stored, and the records that each of it is about.

    What no source proves is told if `lacking`.
    """
    seen = ((each.sentence, each.records) for each in notices(record) if each.records or lacking)
    return [*seen, *contradictions_in_words(record)]


def warn(request: HttpRequest, said: Iterable[tuple[str, tuple[Record, ...]]]) -> None:
    """Say above the next page what had better be looked at, each with links."""
    for sentence, others in said:
        messages.warning(request, with_dated_records(sentence, others))
