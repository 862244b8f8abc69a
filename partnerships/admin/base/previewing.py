"""Preview: the form is saved, the public's page read off, and everything taken back; what follows is said with it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language, override

from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.admin.forms.last_source import last_source_stays
from partnerships.admin.forms.links import form_of, refusal_told
from partnerships.admin.forms.pictures import held_pictures
from partnerships.editorial import Refused
from partnerships.editorial.beside_record import carry_out, change_beside_record
from partnerships.editorial.previewing import let_public
from partnerships.kept_in_process import nothing_kept
from partnerships.listing.parameters import is_row_number
from partnerships.models import PendingChange, Record
from partnerships.models.base import LANGUAGES
from partnerships.pages import consequences
from partnerships.projections.up_to_date import Work, touched
from partnerships.records.kinds import kind_of, record_of
from partnerships.transactions import one_write, taken_back
from partnerships.views.previews import Preview, lines_now, page_text, preview, show_preview

#: The button of the form; its value is the language.
BUTTON = "_preview"


class Previewed(Exception):
    """Ends the saving of a form that is only to be looked at."""

    def __init__(self, preview: Preview, touched: Work, offices: list[str]) -> None:
        self.preview, self.touched, self.offices = preview, touched, offices
        super().__init__()


class PreviewingMixin(ShownMixin):
    """A record that can be looked at as the public would see it, before anything is saved."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *arguments: Any, **keywords: Any
    ) -> HttpResponse:
        view = partial(super().changeform_view, request, object_id, *arguments, **keywords)
        if request.method != "POST" or BUTTON not in request.POST:
            return view()
        record = self.get_object(request, object_id) if object_id else None
        request.offices_before = consequences.offices_of(previewed_record(record))  # pyright: ignore[reportAttributeAccessIssue]
        request.lines_before = lines_until_now(request, record)  # pyright: ignore[reportAttributeAccessIssue]
        try:
            with last_source_stays(request), nothing_kept(), touched() as request.touched:  # pyright: ignore[reportAttributeAccessIssue]
                return view()
        except Previewed as found:
            return self.answered(request, previewed_record(record), found, {})

    def previewed(self, request: HttpRequest, record: Record) -> None:
        """End the saving of a form here, if only its preview is asked for."""
        if BUTTON in request.POST:
            # In the other language the form is sent again, without its files.
            request.POST = request.POST.copy()
            request.POST.update(held_pictures(request.FILES))
            before = request.offices_before, request.lines_before  # pyright: ignore[reportAttributeAccessIssue]
            raise self.read_off(request, record, request.touched, *before)  # pyright: ignore[reportAttributeAccessIssue]

    def read_off(
        self, request: HttpRequest, record: Record, work: Work, before: list[str], lines: set[str]
    ) -> Previewed:
        """Return what the public would read if `record` were public as it stands now."""
        shown, along = let_public(record, partial(may_see, request))
        offices = list(dict.fromkeys((*before, *consequences.offices_of(shown, work.keys))))
        with override(language_asked(request)):
            state = consequences.public_reading(shown, offices, work, text_of_page=partial(page_text, request))
            return Previewed(preview(request, shown, along, state, lines), work, offices)

    def answered(
        self, request: HttpRequest, record: Record | None, found: Previewed, others: dict[str, str]
    ) -> HttpResponse:
        """Answer with a preview beside what the public reads now."""
        with override(language_asked(request)):
            known, read = found.preview.state.pages, partial(page_text, request)
            with nothing_kept():
                before = consequences.public_reading(record, found.offices, found.touched, known, read)
            follows = consequences.what_follows(before, found.preview.state)
            return show_preview(request, found.preview, follows, others)

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the record as it is stored, or with the pending change that is asked for, as the public would see it."""
        with one_write():
            record = self.get_object(request, object_id)
            if record is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # pyright: ignore[reportAttributeAccessIssue]
            if not self.has_view_or_change_permission(request, record):  # pyright: ignore[reportAttributeAccessIssue]
                raise PermissionDenied
            whole, pending = previewed_record(record), asked_pending(request)
            before, lines = consequences.offices_of(whole), lines_until_now(request, whole)
            try:
                with taken_back(), touched() as work:
                    if pending is not None:
                        proposed = change_beside_record(pending)
                        carry_out(proposed.now, proposed.differences)
                    found = self.read_off(request, type(record)._default_manager.get(pk=record.pk), work, before, lines)
            except Refused as refusal:
                messages.error(request, refusal_told(refusal))
                return HttpResponseRedirect(form_of(record))
            query = f"&pending={pending.pk}" if pending else ""
            others = {
                code: f"{request.path}?language={code}{query}" for code in LANGUAGES if code != language_asked(request)
            }
            return self.answered(request, whole, found, others)

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        own = path("<path:object_id>/preview/", self.admin_site.admin_view(self.preview_view), name=name)
        return [own, *super().get_urls()]

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        may = self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)
        stored = {"preview_address": preview_address(obj)} if obj is not None else {}
        return {**super().beside_form(request, context, obj), "may_preview": may, **stored}


def lines_until_now(request: HttpRequest, record: Record | None) -> set[str]:
    """Return the lines of the timeline that the public reads of a record now, as HTML in the language asked for."""
    with override(language_asked(request)):
        return {line.html for line in lines_now(previewed_record(record))}


def previewed_record(record: Record | None) -> Record | None:
    return record and (record_of(record) or record)


def preview_address(record: Record) -> str:
    return reverse(f"admin:partnerships_{kind_of(record)}_preview", args=[record.pk])


def language_asked(request: HttpRequest) -> str:
    """Return the language in which a preview is asked for; that of the back-office where none is."""
    asked = request.POST.get(BUTTON) or request.GET.get("language", "")
    return asked if asked in LANGUAGES else (get_language() or LANGUAGES[0])[:2]


def may_see(request: HttpRequest, record: Record) -> bool:
    """Whether whoever asks may see a record that would be published along."""
    return request.user.has_perm(f"partnerships.view_{kind_of(record)}")


def asked_pending(request: HttpRequest) -> PendingChange | None:
    """Return the pending change that is asked for, of a record or proposed beside it, if whoever asks may see it."""
    number = request.GET.get("pending", "")
    if not is_row_number(number) or not request.user.has_perm("partnerships.view_pendingchange"):
        return None
    return PendingChange.objects.filter(pk=number, state__in=PendingChange.OPEN).first()
