"""What is typed is compared with the register before it is saved: what resembles it, and what contradicts it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse

from partnerships.admin.forms.last_source import last_source_stays
from partnerships.admin.forms.links import form_of, kind_after, when_after
from partnerships.models import Record
from partnerships.projections.up_to_date import left_undone
from partnerships.records.keys import unique_key
from partnerships.records.kinds import record_of
from partnerships.transactions import Busy, in_passing, one_write

from .after_saving import beside_record

#: With a form that is sent only to be compared, while it is being typed.
TYPED = "_typed"

#: A sentence, and the records that it is about.
Said = tuple[str, tuple[Record, ...]]
#: Why what is typed so far cannot stand in the register yet: something is missing, or makes no sense.
NOT_YET = (DatabaseError, ObjectDoesNotExist, ValidationError, ValueError)


class TypedSoFar(Exception):
    """Ends the saving of a form that is only compared: all of it is taken back."""

    def __init__(self, said: list[dict[str, Any]]) -> None:
        self.said = said
        super().__init__()


class TypingMixin(admin.ModelAdmin):
    """A form that says while it is typed what saving it would say."""

    def changeform_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        view = partial(super().changeform_view, request, *arguments, **keywords)
        if request.method != "POST" or TYPED not in request.POST:
            return view()
        try:
            with in_passing(), left_undone(), last_source_stays(request):
                return view()
        except TypedSoFar as typed:
            return JsonResponse({"said": typed.said})
        except Busy:
            # Others write just now: what was said last stays, and the script asks again.
            return JsonResponse({"said": None})

    def previewed(self, request: HttpRequest, record: Record) -> None:
        """End the saving of a form here, if it is only compared."""
        if TYPED in request.POST:
            raise TypedSoFar(for_the_script(self.said_while_typing(request, record)))
        super().previewed(request, record)  # pyright: ignore[reportAttributeAccessIssue]

    def said_while_typing(self, request: HttpRequest, record: Record) -> list[Said]:
        """Return what resembles and contradicts `record`; what its sources do not prove has a line of its own."""
        return beside_record(record, lacking=False) if record_of(record) == record else []

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **keywords: Any
    ) -> TemplateResponse:
        """Compare what stands in a form that cannot be saved yet, as far as it goes."""
        if request.method == "POST" and TYPED in request.POST:
            formsets = [each.formset for each in context["inline_admin_formsets"]]
            # What is refused as a whole is compared with nothing.
            record = None if hasattr(request, "refusal") else as_far_as_it_goes(context["adminform"].form, formsets)
            raise TypedSoFar(for_the_script(self.said_while_typing(request, record)) if record else [])
        return super().render_change_form(request, context, *arguments, **keywords)


def as_far_as_it_goes(form: Any, formsets: Iterable[Any]) -> Record | None:
    """Save what makes sense of an unfinished form, in a write that is taken back; None where that is too little.

    That others write just now says nothing of the form.
    """
    record = form.instance
    try:
        with one_write():
            record.key = record.key or unique_key(record)
            record.save()
            form._save_m2m()
    except OperationalError:
        raise
    except NOT_YET:
        return None
    for formset in formsets:
        if formset.is_valid():
            try:
                with one_write():
                    formset.save()
            except OperationalError:
                raise
            except NOT_YET:
                continue
    return record


def for_the_script(said: Iterable[Said]) -> list[dict[str, Any]]:
    """Return the same for the script of the form."""
    return [
        {
            "sentence": sentence,
            "records": [
                {"address": form_of(each), "name": str(each), "after": kind_after(each) + when_after(each)}
                for each in records
            ],
        }
        for sentence, records in said
    ]
