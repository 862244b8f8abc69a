"""A form is shown from one read and saved in one write, with its history; what is refused stays on the screen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext as _

from partnerships import editorial
from partnerships.admin.forms.records import RecordForm
from partnerships.editorial.changes_in_words import capitalized
from partnerships.editorial.refusal import NotNow
from partnerships.models import Record
from partnerships.models.fields import label_of, language_of
from partnerships.records.keys import fill_slugs, unique_key
from partnerships.records.kinds import record_of
from partnerships.records.snapshot.taking import snapshot
from partnerships.transactions import Busy, one_read, one_write

from .proposing import TAKEN_UP

#: With what was typed when a log-in had ended: to be shown, not saved.
AGAIN = "_again"
#: Its value where that was kept by the browser, and not sent before.
TYPED = "typed"

READING = ("GET", "HEAD", "OPTIONS")


class OneTransactionMixin(admin.ModelAdmin):
    """Pages whose version and text come from one read, and forms whose checks and acts are one write."""

    def changeform_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return in_one(request, partial(super().changeform_view, request, *arguments, **keywords))

    def delete_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return in_one(request, partial(super().delete_view, request, *arguments, **keywords))

    def history_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return in_one(request, partial(super().history_view, request, *arguments, **keywords))


class SavingMixin(OneTransactionMixin):
    """A record saved with its parts and its history, or not at all."""

    def changeform_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        view = partial(super().changeform_view, request, *arguments, **keywords)
        if request.method == "POST" and AGAIN in request.POST:
            sentence = _("Your log-in had ended, and nothing is saved yet. This is what you had typed: save it again.")
            if request.POST[AGAIN] == TYPED:
                sentence = _(
                    "This is what you had typed before, and nothing of it is saved yet: look at it, and save it."
                )
            return shown_again(request, view, NotNow(sentence))
        try:
            return view()
        except IntegrityError:
            # Somebody saved the same key in the meantime: the form is read once more, and nothing typed is lost.
            return self.read_once_more(request, view)
        except Busy:
            sentence = _(
                "Others are saving to the register just now. Nothing of yours is saved yet: save again in a moment."
            )
            return shown_again(request, view, NotNow(sentence))
        except ValidationError as refused:
            # Judged at the end of the write, all of which is taken back.
            return shown_again(request, view, editorial.Refused(" ".join(refused.messages)))
        except editorial.Refused as refusal:
            return shown_again(request, view, refusal)

    def read_once_more(self, request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
        try:
            return view()
        except IntegrityError:
            sentence = _("Somebody else has saved this meanwhile. Nothing is saved yet: look at it, and save again.")
            return shown_again(request, view, NotNow(sentence))

    def get_form(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> type[RecordForm]:
        # Of what a form only shows, the label has its language in words too.
        columns = (each for each in self.model._meta.fields if language_of(each))
        labels = {each.name: capitalized(label_of(each)) for each in columns}
        form = super().get_form(request, *arguments, **{"labels": labels, **keywords})
        form.refusal = getattr(request, "refusal", None)  # pyright: ignore[reportAttributeAccessIssue]
        form.is_merged = getattr(request, "overtaken", None) is not None  # pyright: ignore[reportAttributeAccessIssue]
        form.kept = getattr(request, "kept", None)  # pyright: ignore[reportAttributeAccessIssue]
        return form  # pyright: ignore[reportReturnType]

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Record | None:
        """Remember how a record stood before it is changed."""
        record = super().get_object(request, object_id, from_field)  # pyright: ignore[reportArgumentType]
        if record is not None and request.method == "POST":
            request.snapshot_before = snapshot(record)  # pyright: ignore[reportAttributeAccessIssue]
        return record

    def save_model(self, request: HttpRequest, obj: Record, form: RecordForm, change: bool) -> None:
        obj.key = obj.key or unique_key(obj)
        fill_slugs(obj, form.changed_data if change else None)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: RecordForm, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # pyright: ignore[reportArgumentType]
        editorial.require_public_names(form.instance)
        before = getattr(request, "snapshot_before", None) if change else None
        seen, _typed = getattr(request, "typed_over", (None, None))
        written = editorial.record_saving(form.instance, by=request.user, before=before, seen=seen)  # pyright: ignore[reportArgumentType]
        self.flag_if_alone(request, form.instance, written)  # pyright: ignore[reportAttributeAccessIssue]

    def delete_model(self, request: HttpRequest, obj: Record) -> None:
        before = getattr(request, "snapshot_before", None) or snapshot(obj)
        whole = record_of(obj)
        part_of_another = whole != obj
        if not part_of_another:
            request.deletion = editorial.record_deletion(obj, by=request.user, before=before)  # pyright: ignore[reportArgumentType, reportAttributeAccessIssue]
        super().delete_model(request, obj)
        if part_of_another:
            editorial.record_saving(whole, by=request.user, before=before)  # pyright: ignore[reportArgumentType]

    # Stock entries of the log would tell the same a second time, without the contents.
    def log_addition(self, request: HttpRequest, obj: Model, message: object) -> None:
        return None

    def log_change(self, request: HttpRequest, obj: Model, message: object) -> None:
        return None

    def log_deletions(self, request: HttpRequest, queryset: object) -> None:
        return None


def in_one(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer of `view`, rendered while what it reads stands still."""
    reads = (request.method in READING or hasattr(request, "refusal")) and TAKEN_UP not in request.GET
    with one_read() if reads else one_write():
        answer = view()
        return answer.render() if isinstance(answer, SimpleTemplateResponse) else answer


def shown_again(request: HttpRequest, view: Callable[[], HttpResponse], refusal: editorial.Refused) -> HttpResponse:
    """Return the form as it was typed, with what stands against it; nothing is written."""
    request.refusal = refusal  # pyright: ignore[reportAttributeAccessIssue]
    for file in request.FILES.values():
        # It was read once already.
        file.seek(0)
    return view()
