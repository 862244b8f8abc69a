"""What every kind of record has in common in the back-office."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from partnerships.admin.forms.choosing import ChoosingMixin
from partnerships.admin.forms.dates import FORM_FIELDS, understanding
from partnerships.admin.forms.layout import FormRows, field_in_language, form_rows, linking_names, with_fewer_icons
from partnerships.admin.forms.parts import CitationInline, PictureInline, remember_source
from partnerships.admin.forms.proof import proof_of_typed
from partnerships.admin.forms.records import RecordForm
from partnerships.editorial.allowed_steps import is_protected
from partnerships.models import Picture

from .after_saving import NoticingMixin
from .deletion import DeletionMixin
from .forgiving_addresses import ForgivingMixin
from .lists import ListMixin
from .many_at_once import ManyMixin
from .merging import MergingMixin
from .opened import OpenedMixin
from .overtaking import OvertakingMixin
from .previewing import PreviewingMixin
from .proposing import ProposingMixin
from .publishing import PublishingMixin
from .reading import ReadingMixin
from .saved_filters import SavedFiltersMixin
from .saving import SavingMixin
from .spreadsheets import SpreadsheetMixin
from .vanished import VanishedMixin
from .while_typing import TypingMixin
from .wording import WordingMixin


class RecordAdmin(
    ForgivingMixin,
    TypingMixin,
    MergingMixin,
    SavingMixin,
    PreviewingMixin,
    ProposingMixin,
    OvertakingMixin,
    NoticingMixin,
    ManyMixin,
    SpreadsheetMixin,
    SavedFiltersMixin,
    ListMixin,
    PublishingMixin,
    OpenedMixin,
    ReadingMixin,
    VanishedMixin,
    DeletionMixin,
    WordingMixin,
    ChoosingMixin,
    TranslationAdmin,
):
    """A kind of record: both languages side by side, dates in words, keys made by themselves."""

    form = RecordForm
    formfield_overrides = FORM_FIELDS
    save_on_top = False
    change_form_template = "admin/partnerships/record.html"
    object_history_template = "admin/partnerships/history.html"
    inlines = (CitationInline,)
    #: The fields that come first, in their order; a translated one stands for both languages.
    main = ()
    #: The fields that few need.
    more = ()

    class Media:
        css = {"all": ("partnerships/admin.css",)}
        js = ("partnerships/admin.js",)

    # Form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[tuple[Any, dict[str, Any]]]:
        sections: list[tuple[Any, dict[str, Any]]] = [(None, {"fields": form_rows(self.model, self.main)})]
        if more := [*self.more, *self.wordings()]:
            sections.append((_("More"), {"fields": form_rows(self.model, more), "classes": ("collapse",)}))
        sections.append((_("Key, address and note"), {"fields": self.address_rows(), "classes": ("collapse",)}))
        if obj is not None:
            sections.append((_("Publication"), {"fields": self.publication_rows(obj)}))
        return sections

    def wordings(self) -> list[str]:
        names = {field.name for field in self.model._meta.fields}
        return [name for name in ("date_wording", "period_wording", "weight") if name in names]

    def address_rows(self) -> list[Any]:
        slugs = [("slug_fr", "slug_en")] if hasattr(self.model, "slug_fr") else []
        return FormRows(["key", *slugs, "note"])

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = ["publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en"]
        if obj is not None and (obj.published_at or is_protected(obj)):
            fields.append("key")
        return fields

    def get_autocomplete_fields(self, request: HttpRequest) -> list[Any]:
        return linking_names(self.model)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return field_in_language(with_fewer_icons(super().formfield_for_dbfield(db_field, request, **kwargs)), db_field)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        remember_source(request, formset)

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """The parts of a record, and its pictures where its kind has such."""
        pictured = self.opts.model_name in Picture.owner_fields
        return [*self.inlines, *((PictureInline,) if pictured else ())]

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_understood"
        return [path("understood/", self.admin_site.admin_view(self.understood_view), name=name), *super().get_urls()]

    def understood_view(self, request: HttpRequest) -> HttpResponse:
        """Say what a typed date is understood as; with `?kind=proof`, what the typed sources do not prove."""
        if request.GET.get("kind") == "proof":
            return JsonResponse({"sentence": proof_of_typed(self.model, request.GET)})
        return date_understood(request)


def date_understood(request: HttpRequest) -> HttpResponse:
    """Say what a typed date is understood as: `?kind=moment|period&text=…`."""
    text = request.GET.get("text", "")[:500]
    if not text.strip():
        return JsonResponse({})
    return JsonResponse(understanding(request.GET.get("kind", "moment"), text))
