"""The list of a kind of record: its columns, filters, order and search."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Collate
from django.db.models.lookups import Contains
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import smart_split, unescape_string_literal
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from partnerships.admin.forms.layout import linking_names, related
from partnerships.admin.forms.links import date_in_words
from partnerships.folding import fold, is_unspaced
from partnerships.models import Alias, Change, Name, PendingChange
from partnerships.models.fields import without_blanks
from partnerships.records.kinds import KINDS
from partnerships.records.place_in_time import place_in_time

from .filters import filters_of
from .forgiving_addresses import LONGEST_SOUGHT, AnsweringList

#: So many records are suggested: whoever does not find theirs among them types a word more.
MOST_SUGGESTED = 50


class ListMixin(admin.ModelAdmin):
    """A list that is quick however long it is, and that finds what people type."""

    show_full_result_count = False
    list_per_page = 50
    search_fields = ("folded__contains",)
    #: Columns of the list between the label and the state of publication.
    shown = ()
    #: What a filter of the list is called, where the field's own name does not say it.
    filter_titles: dict = {}

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        names = {field.name for field in self.model._meta.fields}
        when = ["when"] if names & {"date", "period"} else []
        return ["label_shown", *when, *self.shown, "publication_shown", "changed_at"]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        fields = self.model._meta.fields
        chosen = [field.name for field in fields if field.choices and field.name != "publication"]
        return ["publication", *filters_of(self.model), *(self.filter_of(name) for name in chosen)]

    def filter_of(self, name: str) -> tuple[Any, type[admin.ChoicesFieldListFilter]] | Any:
        title = self.filter_titles.get(name)
        return (name, titled(title)) if title else name

    def get_list_select_related(self, request: HttpRequest) -> list[str] | bool:
        return self.listed_links() or False

    @property
    def label_links(self) -> list[str]:
        """The paths to the records of which the label of this kind is made, as Django writes them."""
        return names_after(self.model)

    def listed_links(self) -> list[str]:
        """Return the paths by which a line of the list names other records, and what these are named after."""
        shown = [name for name in self.shown if name in linking_names(self.model)]
        behind = (f"{name}__{path}" for name in shown for path in names_after(related(self.model, name)))
        return list(dict.fromkeys((*self.label_links, *shown, *behind)))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return (f"sort_{(get_language() or 'fr')[:2]}", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        if getattr(request.resolver_match, "url_name", "").endswith("_changelist"):
            own = {"kind": self.opts.model_name, "key": key_in_history()}
            changes = Change.objects.filter(**own).order_by("-id")
            waiting = PendingChange.objects.filter(**own, state=PendingChange.State.WAITING)
            queryset = queryset.annotate(changed=Subquery(changes.values("at")[:1]), waits=Exists(waiting))
            return queryset.select_related(*links) if (links := self.listed_links()) else queryset
        return queryset.select_related(*self.label_links) if self.label_links else queryset

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search a record's own words, its names and aliases, and those of the records it is named after."""
        for bit in smart_split(fold(search_term[:LONGEST_SOUGHT])):
            quoted = bit[:1] in "\"'" and bit[:1] == bit[-1:] and len(bit) > 1
            queryset = queryset.filter(self.saying(unescape_string_literal(bit) if quoted else bit))
        return queryset, False

    def saying(self, word: str) -> Q:
        """Return the condition for records that say `word`: by numbers, so that nothing is joined, or found twice."""
        found = says_or_is_called(self.model, word)
        for name in (one for one in self.label_links if "__" not in one):
            named = related(self.model, name)
            found |= Q(**{f"{name}__in": named._default_manager.filter(says_or_is_called(named, word)).values("pk")})
        return found

    def get_changelist(self, request: HttpRequest, **keywords: Any) -> type[ChangeList]:
        return QuickList

    def get_paginator(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> Paginator:
        suggests = getattr(request.resolver_match, "url_name", "") == "autocomplete"
        return (FewPages if suggests else self.paginator)(*arguments, **keywords)

    # By what these two are sorted, the list says: it depends on the language, on the kind, and on the direction.
    @admin.display(description=_("label"), ordering="pk")
    def label_shown(self, record: Any) -> str:
        return str(record)

    @admin.display(description=_("publication"), ordering="publication")
    def publication_shown(self, record: Any) -> str | None:
        """Return where a record stands, and whether a change of it waits for a second person."""
        state = record.get_publication_display() or None
        return gettext("%(state)s, a change waits") % {"state": state} if getattr(record, "waits", False) else state

    @admin.display(description=_("last changed"))
    def changed_at(self, record: Any) -> Any:
        return getattr(record, "changed", None)

    @admin.display(description=_("date"), ordering="pk")
    def when(self, record: Any) -> str:
        return date_in_words(record)


def key_in_history() -> Any:
    """Return the key of a record as the history holds it.

    Records sort theirs byte by byte; compared so, the keys of the history are found along none of its indexes on
    PostgreSQL, which reads all changes of the kind for each record.
    """
    return Collate(OuterRef("key"), "default") if connection.vendor == "postgresql" else OuterRef("key")


def names_after(model: type[Model]) -> list[str]:
    """Return the paths to what records of `model` are named after, as Django writes them."""
    return [path.replace(".", "__") for path in KINDS[model._meta.model_name or ""].named_by]


def says_or_is_called(model: type[Model], word: str) -> Q:
    """Return the condition for records of `model` that say `word` of themselves, or are called so."""
    says, kind = saying_folded(word), model._meta.model_name or ""
    found = says
    for part in (Name, Alias):
        if kind in part.owner_fields:
            rows = part.objects.filter(says, **{f"{kind}__isnull": False})
            found |= Q(pk__in=rows.values(kind))
    return found


def saying_folded(word: str) -> Q:
    """Return the condition for rows that say `word`; in a script without blanks, also where one stands within it."""
    found = Q(folded__contains=word)
    return found | Q(Contains(without_blanks("folded"), word)) if is_unspaced(word) else found


class QuickList(AnsweringList):
    """A list that does not look for everything twice, where what is sought fits on one page."""

    def get_ordering_field(self, field_name: Any) -> Any:
        """Return by what a column is sorted: labels as they are listed, dates so that what has none stands last."""
        if field_name == "label_shown":
            return f"sort_{(get_language() or 'fr')[:2]}"
        if field_name == "when":
            column = list(self.list_display).index(field_name)
            return place_in_time(self.model, newest=f"-{column}" in self.params.get(ORDER_VAR, "").split("."))[0]
        return super().get_ordering_field(field_name)

    def get_results(self, request: HttpRequest) -> None:
        numbers = self.numbers_found() if self.page_num == 1 else None
        if numbers is None or len(numbers) > self.list_per_page:
            super().get_results(request)
            self.result_list = self.rows_of(list(self.result_list.values_list("pk", flat=True)))
            return
        rows = self.root_queryset.filter(pk__in=numbers).order_by(*self.get_ordering(request, self.queryset))
        found = list(rows) if numbers else []
        self.result_list: Any = found
        self.result_count, self.full_result_count = len(found), None
        self.show_full_result_count, self.show_admin_actions = False, True
        self.can_show_all, self.multi_page = True, False
        self.paginator = self.model_admin.get_paginator(request, found, self.list_per_page)  # pyright: ignore[reportArgumentType]

    def numbers_found(self) -> list[int] | None:
        """Return the numbers of what is sought, as many as fit on one page and one more; None where nothing is.

        In no order: where few are found, all rows would be read one after the other along the index of the order.
        """
        if not self.query and not self.has_active_filters:  # pyright: ignore[reportAttributeAccessIssue]
            return None
        return list(self.queryset.order_by().values_list("pk", flat=True)[: self.list_per_page + 1])

    def rows_of(self, numbers: list[int]) -> list[Any]:
        """Return the rows with these numbers, in their order.

        What is sorted, or passed over, is so whole: with all that a line shows, each line would be made for that.
        """
        rows = self.root_queryset.filter(pk__in=numbers).in_bulk()
        return [rows[number] for number in numbers if number in rows]


class FewPages(Paginator):
    """Pages of suggestions: nobody turns so many that all of them had to be counted."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        if isinstance(rows, list):
            return len(rows)
        return rows.order_by()[:MOST_SUGGESTED].count()


class NewestFirst:
    """A list in the order of time, the newest first."""

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-date_earliest", "-pk")


def titled(title: str) -> type[admin.ChoicesFieldListFilter]:
    """Return the stock filter for a field with choices, under a name of its own."""

    class TitledFilter(admin.ChoicesFieldListFilter):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.title = title

    return TitledFilter
