"""Filters of the lists: by the year, the partner, person or office concerned, and by what is missing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnerships import dates
from partnerships.editorial.waiting import unsupported, untranslated_name
from partnerships.folding import fold
from partnerships.models.fields import DateNotation
from partnerships.records.kinds import KINDS

LONGEST = 100
#: So many records that a filter names are many, or every so-manieth of all: the database is not told their numbers.
MANY, LARGE_SHARE = 2_000, 5


class TypedFilter(admin.ListFilter):
    """A filter into which one types: a list of all values would be longer than the records."""

    template = "admin/partnerships/filter_typed.html"
    parameter = ""

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: type[Model], model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.model, self.site = model, model_admin.admin_site
        self.others = [
            (name, value)
            for name, several in request.GET.lists()
            if name not in (self.parameter, "p", "e")
            for value in several
        ]
        self.text = ""
        if self.parameter in params:
            self.text = params.pop(self.parameter)[-1].strip()[:LONGEST]
            self.used_parameters[self.parameter] = self.text

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str]:
        return [self.parameter]

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        yield {"name": self.parameter, "text": self.text, "others": self.others}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(self.condition()) if self.text else queryset

    def condition(self) -> Q:
        raise NotImplementedError


class YearFilter(TypedFilter):
    """What falls into a year, as far as its date is known."""

    title, parameter = _("year"), "in_year"

    def condition(self) -> Q:
        if not (self.text.isascii() and self.text.isdecimal() and 1 <= int(self.text[:5]) <= 9999):
            return Q(pk__in=[])
        year, bounds = int(self.text), date_column(self.model).bounds  # pyright: ignore[reportOptionalMemberAccess]
        first, last = bounds[0], bounds[-1]
        within = Q(**{f"{first}__lte": date(year, 12, 31), f"{last}__gte": date(year, 1, 1)})
        return within & ~Q(**{first: dates.EARLIEST, last: dates.LATEST})


def date_column(model: type[Model]) -> DateNotation | None:
    """Return the column that says when a record of `model` was, if there is one."""
    names = {each.name: each for each in model._meta.concrete_fields}
    found = names.get("date") or names.get("period")
    return found if isinstance(found, DateNotation) else None


class ConcernFilter(TypedFilter):
    """What concerns a partner, a person or an office, by any of their names."""

    def condition(self) -> Q:
        named = KINDS[self.parameter].model
        rows = named._default_manager.order_by().values("pk")
        for word in fold(self.text).split():
            rows = rows.filter(self.site._registry[named].saying(word))
        paths = KINDS[self.model._meta.model_name or ""].concerns[self.parameter]
        # Whoever is named is looked for once, not for each path, and again where the list is counted.
        numbers = list(rows.values_list("pk", flat=True)[: MANY + 1])
        is_few = len(numbers) <= MANY and len(numbers) * LARGE_SHARE < named._default_manager.count()
        if is_few:
            rows = numbers
        if paths == (name := self.parameter,) and name in {each.name for each in self.model._meta.concrete_fields}:
            return Q(**{f"{name}__in": rows})
        # A question for each path is entered by those named; all paths in one would read the whole table.
        concerned = [self.model._default_manager.filter(**{f"{path.replace('.', '__')}__in": rows}) for path in paths]
        if is_few:
            return Q(*(("pk__in", each.values("pk")) for each in concerned), _connector=Q.OR)
        # Many concern nearly every row: each is asked by itself, and the first of the list are soon found.
        return Q(*(Exists(each.filter(pk=OuterRef("pk"))) for each in concerned), _connector=Q.OR)


class PartnerFilter(ConcernFilter):
    title, parameter = _("partner"), "partner"


class PersonFilter(ConcernFilter):
    title, parameter = _("person"), "person"


class OfficeFilter(ConcernFilter):
    title, parameter = _("office"), "office"


class MissingFilter(admin.SimpleListFilter):
    """What is missing in a record."""

    title, parameter_name = _("what is missing"), "missing"

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: type[Model], model_admin: Any) -> None:
        self.kind = KINDS[model._meta.model_name or ""]
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        found = [("source", _("a source"))] if self.kind.is_cited else []
        return [*found, ("translation", _("a name in one language"))] if untranslated_name(self.kind) else found

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "source" and self.kind.is_cited:
            return queryset.filter(unsupported(self.kind))
        missing = untranslated_name(self.kind)
        return queryset.filter(missing) if self.value() == "translation" and missing else queryset


def filters_of(model: type[Model]) -> list[Any]:
    """Return the filters that the list of `model` has beside those of its columns."""
    concerns = KINDS[model._meta.model_name or ""].concerns
    found: list[Any] = [YearFilter] if date_column(model) else []
    found += [each for each in (PartnerFilter, PersonFilter, OfficeFilter) if each.parameter in concerns]
    return [*found, MissingFilter]
