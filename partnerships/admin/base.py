"""What every kind of record has in common in the back-office."""

from django.contrib import admin
from django.db import IntegrityError
from django.db.models import OuterRef, Subquery
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from partnerships import dates, editorial
from partnerships.folding import fold
from partnerships.models import Alias, Change, Name
from partnerships.models.fields import DateNotation
from partnerships.records.kinds import record_of
from partnerships.records.snapshot import snapshot

from .deletion import DeletionMixin
from .fields import FORM_FIELDS, understanding
from .forms import RecordForm
from .inlines import CitationInline
from .keys import fill_slugs, unique_key
from .layout import linked, related, rows, with_fewer_icons
from .publishing import PublishingMixin
from .vanished import VanishedMixin
from .wording import WordingMixin


class RecordAdmin(PublishingMixin, VanishedMixin, DeletionMixin, WordingMixin, TranslationAdmin):
    """A kind of record: both languages side by side, dates in words, keys made by themselves."""

    form = RecordForm
    formfield_overrides = FORM_FIELDS
    show_full_result_count = False
    list_per_page = 50
    save_on_top = False
    actions = None
    change_form_template = "admin/partnerships/record.html"
    object_history_template = "admin/partnerships/history.html"
    search_fields = ("folded__contains",)
    inlines = (CitationInline,)
    #: The fields that come first, in their order; a translated one stands for both languages.
    main = ()
    #: The fields that few need.
    more = ()
    #: Columns of the list between the label and the state of publication.
    shown = ()
    #: What a filter of the list is called, where the field's own name does not say it.
    filter_titles: dict = {}
    #: Which records the label of this kind is made of.
    label_links = ()

    class Media:
        css = {"all": ("partnerships/admin.css",)}
        js = ("partnerships/admin.js",)

    # Form

    def get_fieldsets(self, request, obj=None):
        sections = [(None, {"fields": rows(self.model, self.main)})]
        if more := [*self.more, *self.wordings()]:
            sections.append((_("More"), {"fields": rows(self.model, more), "classes": ("collapse",)}))
        sections.append((_("Key, address and note"), {"fields": self.address_rows(), "classes": ("collapse",)}))
        if obj is not None:
            sections.append((_("Publication"), {"fields": self.publication_rows(obj)}))
        return sections

    def wordings(self):
        names = {field.name for field in self.model._meta.fields}
        return [name for name in ("date_wording", "period_wording") if name in names]

    def address_rows(self):
        slugs = [("slug_fr", "slug_en")] if hasattr(self.model, "slug_fr") else []
        return ["key", *slugs, "note"]

    def get_readonly_fields(self, request, obj=None):
        fields = ["publication", "published_at", "withdrawal_reason_fr", "withdrawal_reason_en"]
        if obj is not None and obj.published_at:
            fields.append("key")
        return fields

    def get_autocomplete_fields(self, request):
        return linked(self.model)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = with_fewer_icons(super().formfield_for_dbfield(db_field, request, **kwargs))
        if field is not None and (language := getattr(db_field, "language", None)):
            field.widget.attrs["lang"] = language
        return field

    # Saving

    def changeform_view(self, request, *arguments, **keywords):
        """Read the form once more where somebody saved the same key in the meantime: nothing typed is lost."""
        try:
            return super().changeform_view(request, *arguments, **keywords)
        except IntegrityError:
            return super().changeform_view(request, *arguments, **keywords)

    def get_object(self, request, object_id, from_field=None):
        """Keep others away from a record while it is saved, and remember how it stood."""
        record = super().get_object(request, object_id, from_field)
        if record is not None and request.method == "POST":
            whole = record_of(record)
            type(whole)._default_manager.select_for_update().filter(pk=whole.pk).first()
            record.refresh_from_db()
            request.snapshot_before = snapshot(record)
        return record

    def save_model(self, request, obj, form, change):
        obj.key = obj.key or unique_key(obj)
        fill_slugs(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        before = getattr(request, "snapshot_before", None) if change else None
        editorial.record_saving(form.instance, by=request.user, before=before)

    def delete_model(self, request, obj):
        before = getattr(request, "snapshot_before", None) or snapshot(obj)
        whole = record_of(obj)
        part_of_another = whole != obj
        if not part_of_another:
            editorial.record_deletion(obj, by=request.user, before=before)
        super().delete_model(request, obj)
        if part_of_another:
            editorial.record_saving(whole, by=request.user, before=before)

    # Stock entries of the log would tell the same a second time, without the contents.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None

    # List

    def get_list_display(self, request):
        names = {field.name for field in self.model._meta.fields}
        when = ["when"] if names & {"date", "period"} else []
        return ["label_shown", *when, *self.shown, "publication", "changed_at"]

    def get_list_filter(self, request):
        fields = self.model._meta.fields
        chosen = [field.name for field in fields if field.choices and field.name != "publication"]
        return ["publication", *(self.filter_of(name) for name in chosen)]

    def filter_of(self, name):
        title = self.filter_titles.get(name)
        return (name, titled(title)) if title else name

    def get_list_select_related(self, request):
        return self.listed_links() or False

    def listed_links(self):
        """Return the columns by which a line of the list names other records."""
        return [*self.label_links, *(name for name in self.shown if name in linked(self.model))]

    def get_ordering(self, request):
        return (f"sort_{(get_language() or 'fr')[:2]}", "pk")

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if getattr(request.resolver_match, "url_name", "").endswith("_changelist"):
            changes = Change.objects.filter(kind=self.opts.model_name, key=OuterRef("key")).order_by("-id")
            queryset = queryset.annotate(changed=Subquery(changes.values("at")[:1]))
            return queryset.select_related(*links) if (links := self.listed_links()) else queryset
        return queryset.select_related(*self.label_links) if self.label_links else queryset

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, fold(search_term))

    def get_search_fields(self, request):
        """Search a record's own words, its names and aliases, and those of the records it is named after."""
        found = list(self.search_fields)
        for link, model in [("", self.model), *((f"{name}__", related(self.model, name)) for name in self.label_links)]:
            found += [f"{link}folded__contains"] if link else []
            found += [f"{link}names__folded__contains"] if model._meta.model_name in Name.owner_fields else []
            found += [f"{link}aliases__folded__contains"] if model._meta.model_name in Alias.owner_fields else []
        return found

    @admin.display(description=_("label"))
    def label_shown(self, record):
        return str(record)

    @admin.display(description=_("last changed"))
    def changed_at(self, record):
        return getattr(record, "changed", None)

    @admin.display(description=_("date"))
    def when(self, record):
        return date_in_words(record)

    # Addresses

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_understood"
        return [path("understood/", self.admin_site.admin_view(understood), name=name), *super().get_urls()]


def titled(title):
    """Return the stock filter for a field with choices, under a name of its own."""

    class TitledFilter(admin.ChoicesFieldListFilter):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.title = title

    return TitledFilter


def date_in_words(record):
    """Return the record's date or period in the active language, or a dash."""
    language = get_language() or "fr"
    for name in ("date", "period"):
        field = next((field for field in record._meta.fields if field.name == name), None)
        if isinstance(field, DateNotation) and getattr(record, name):
            return dates.word(field.read(getattr(record, name)), language, capitalised=True)
    return "–"


def understood(request):
    """Say what a typed date is understood as: `?kind=moment|period&text=…`."""
    text = request.GET.get("text", "")[:500]
    if not text.strip():
        return JsonResponse({})
    return JsonResponse(understanding(request.GET.get("kind", "moment"), text))
