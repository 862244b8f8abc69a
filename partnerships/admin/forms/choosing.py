"""Fields in which a record is chosen by typing its name: what was sent and is no record is shown as no choice."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest

from partnerships.listing.parameters import is_row_number


class OnlyNumbers:
    """The stock field asks the database for whatever was sent, which ends in an error where that is no number.

    It asks for each row of a form by itself, too, and to find out that none is chosen: what is `read` is not asked for.
    """

    #: The records that the row names as it is stored.
    read: Sequence[Model] = ()

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        stock: Any = self
        sent = {str(each) for each in value if is_row_number(str(each))}
        rows: Any = [each for each in self.read if str(each.pk) in sent]
        if len(rows) < len(sent):
            rows = stock.choices.queryset.using(stock.db).filter(pk__in=sent)
        needs_none = not stock.is_required and not stock.allow_multiple_selected
        options = [stock.create_option(name, "", "", False, 0)] if needs_none else []
        for row in rows:
            label = stock.choices.field.label_from_instance(row)
            options.append(stock.create_option(name, row.pk, label, sent, len(options)))
        return [(None, options, 0)]


class ChooseOne(OnlyNumbers, AutocompleteSelect):
    """A record, found by its name."""


class ChooseSeveral(OnlyNumbers, AutocompleteSelectMultiple):
    """Records, found by their names; each is taken away by itself, and no button stands among them as none of them."""

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


def take_what_is_read(form: Any) -> None:
    """Let the fields of `form` that choose records know those that are read with its row."""
    state = form.instance._state.fields_cache, getattr(form.instance, "_prefetched_objects_cache", {})
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, OnlyNumbers):
            one, several = (cache.get(name) for cache in state)
            widget.read = [one] if one is not None else several or ()


class SeveralField(ModelMultipleChoiceField):
    """Records by their numbers; the stock field asks the database for one of any length, which SQLite cannot hold."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.without_numbers_too_long(value))

    def clean(self, value: Any) -> Any:
        return super().clean(self.without_numbers_too_long(value))

    def without_numbers_too_long(self, value: Any) -> Any:
        """Refuse, in the words of the stock field, what is no number that a row can have."""
        for each in value if isinstance(value, list | tuple) else ():
            if isinstance(each, str) and not is_row_number(each):
                raise ValidationError(self.error_messages["invalid_pk_value"], code="pk", params={"pk": each})
        return value


class SeveralMixin(BaseModelAdmin):
    """A form in which several are chosen at once."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, **{"form_class": SeveralField, **keywords})


class ChoosingMixin(SeveralMixin):
    """A form in which records are chosen."""

    admin_site: AdminSite

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            keywords.setdefault("widget", ChooseOne(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **keywords)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            keywords.setdefault("widget", ChooseSeveral(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **keywords)
