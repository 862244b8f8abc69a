"""What is read and decided on a page of its own: what waits for a second person, and the history."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partnerships import editorial
from partnerships.admin.forms.links import refusal_told
from partnerships.editorial.waiting import list_titles
from partnerships.folding import fold
from partnerships.models import Change
from partnerships.records.kinds import KINDS, record_named, records_named

from .forgiving_addresses import AnsweringList, ForgivingMixin
from .lists import names_after
from .saving import in_one
from .wording import WordingMixin

#: Under which name a page that was opened from a list is told how that was narrowed down: Django calls it so.
NARROWED = "_changelist_filters"
#: What people write on such a page.
WORDS = ("comment", "reason", "answer")


class KindFilter(admin.SimpleListFilter):
    """The kinds of record of which a journal tells, in words."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        told = model_admin.model._default_manager.order_by().values_list("kind", flat=True).distinct()
        words = [(kind, str(capfirst(KINDS[kind].model._meta.verbose_name))) for kind in told if kind in KINDS]
        return sorted(words, key=lambda pair: fold(pair[1]))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(kind=self.value()) if self.value() else queryset


def decided_filter(name: str, said: Any, open_: Any, done: Any) -> tuple[str, type[admin.EmptyFieldListFilter]]:
    """Return a filter by whether the moment of a decision stands there yet, in words."""

    class DecidedFilter(admin.EmptyFieldListFilter):
        def __init__(self, *arguments: Any, **keywords: Any) -> None:
            super().__init__(*arguments, **keywords)
            self.title = said

        def choices(self, changelist: Any) -> Any:
            for choice, word in zip(super().choices(changelist), (None, open_, done), strict=True):
                yield choice if word is None else {**choice, "display": word}

    return name, DecidedFilter


def waits_filter(lists: Callable[[Any], Mapping[str, QuerySet]]) -> type[admin.SimpleListFilter]:
    """Return a filter of a list by what waits for its reader; `lists` gives the rows that wait, by name."""

    class WaitsFilter(admin.SimpleListFilter):
        title, parameter_name = _("what waits"), "waits"

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
            return [(name, list_titles()[name]) for name in lists(request.user)]

        def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
            found = lists(request.user).get(self.value() or "")
            return queryset if found is None else queryset.filter(pk__in=found.order_by().values("pk"))

    return WaitsFilter


class RecordsListed(AnsweringList):
    """Rows with the records that they are about, and what these are named after, in a few queries however many."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows: list[Any] = list(self.result_list)
        about = [(row, row if hasattr(row, "kind") else row.change) for row in rows]
        known = records_named((told.kind, told.key) for _row, told in about if told.kind in KINDS)
        for model in {type(record) for record in known.values()}:
            alike = [record for record in known.values() if type(record) is model]
            prefetch_related_objects(alike, *names_after(model))
        for row, told in about:
            row.record_now = known.get((told.kind, told.key))
        self.result_list = rows


class JournalAdmin(ForgivingMixin, WordingMixin, admin.ModelAdmin):
    """Something that is written by the register itself: nobody edits it."""

    show_full_result_count = False
    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ToDecideAdmin(JournalAdmin):
    """Something to be read and decided on a page of its own; nobody edits its columns."""

    actions = None
    template = ""

    def get_changelist(self, request: HttpRequest, **keywords: Any) -> type[AnsweringList]:
        return RecordsListed

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        try:
            return in_one(request, lambda: self.decision_view(request, object_id))
        except ValidationError as refused:
            # Judged at the end of the write, all of which is taken back.
            sentence = " ".join(refused.messages)
            return in_one(request, lambda: self.decision_view(request, object_id, sentence))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the page of the row, which says all that became of it: the stock page shows columns, and nothing."""
        return HttpResponseRedirect(reverse(f"admin:partnerships_{self.opts.model_name}_change", args=[object_id]))

    def decision_view(self, request: HttpRequest, object_id: str | None, refusal: str | None = None) -> HttpResponse:
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # pyright: ignore[reportAttributeAccessIssue]
        if request.method == "POST" and refusal is None:
            try:
                return self.decided(request, row)
            except editorial.Refused as refused:
                refusal = refusal_told(refused)
        return self.page(request, row, refusal)

    def decided(self, request: HttpRequest, row: Any) -> HttpResponse:
        """Do what the button says, and lead on; where somebody else was first, what the button does refuses."""
        name = next((name for name in self.rights(request, row) if f"_{name}" in request.POST), None)
        if name is None:
            raise PermissionDenied
        sentence = self.buttons()[name](request, row)
        self.message_user(request, sentence, messages.SUCCESS)
        back, narrowed = reverse(f"admin:partnerships_{self.opts.model_name}_changelist"), request.GET.get(NARROWED)
        return HttpResponseRedirect(f"{back}?{narrowed}" if narrowed else back)

    def page(self, request: HttpRequest, row: Any, refusal: str | None) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(str(self.opts.verbose_name)),
            "opts": self.opts,
            "row": row,
            "refusal": refusal,
            "steps": self.steps(request, row),
            "typed": request.POST,
            "left_over": [request.POST[name] for name in WORDS if request.POST.get(name, "").strip()],
            **self.contents(request, row),
        }
        return TemplateResponse(request, self.template, context)

    def buttons(self) -> dict[str, Callable[[HttpRequest, Any], str]]:
        raise NotImplementedError

    def rights(self, request: HttpRequest, row: Any) -> list[str]:
        """Return the buttons that whoever asks may press on such a page, be it decided already or not."""
        return self.steps(request, row)

    def steps(self, request: HttpRequest, row: Any) -> list[str]:
        """Return the buttons that the page shows now."""
        raise NotImplementedError

    def contents(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        raise NotImplementedError


def kind_in_words(change: Change) -> str:
    """Return what kind of record a change is about; its name in the code where that is no kind of record."""
    found = KINDS.get(change.kind)
    return str(capfirst(str(found.model._meta.verbose_name))) if found else change.kind


def record_of_change(change: Change) -> Any:
    return record_named(change.kind, change.key)
