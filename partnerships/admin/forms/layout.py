"""Which fields stand beside one another: the two languages of a text in one row."""

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Model
from django.forms import SelectMultiple

from partnerships.editorial.changes_in_words import capitalized, label_of, language_of
from partnerships.models import Record
from partnerships.models.base import LANGUAGES, translated_names


class FormRows(list[Any]):
    """The rows of a section; what stands beside another in its row is in it as well, so that its error opens it."""

    def __contains__(self, name: object) -> bool:
        return any(name == row or (isinstance(row, tuple) and name in row) for row in self)


def pair(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{language}" for language in LANGUAGES)


def form_rows(model: type[Model], names: Any) -> FormRows:
    """Return the rows of a form: a translated text is a row of its own, both languages side by side."""
    texts = translated_names(model)
    return FormRows(pair(name) if name in texts else name for name in names)


def related(model: type[Model], name: str) -> Any:
    """Return the model of the records that the column `name` of `model` names."""
    return model._meta.get_field(name).related_model


def with_fewer_icons(field: Any) -> Any:
    """Return a form field without the cross that deletes what it names, and with one icon to open it."""
    widget = getattr(field, "widget", None)
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget.can_delete_related = False
        widget.can_view_related = widget.can_view_related and not widget.can_change_related
        # Each record chosen has its own cross; one for all of them would stand within the list and be no line of it.
        if isinstance(widget.widget, SelectMultiple):
            widget.widget.is_required = True
    return field


def field_in_language(field: Any, column: Any) -> Any:
    """Return the form field of a text in one language, with the language in its label and in its mark."""
    if field is not None and (language := language_of(column)):
        field.widget.attrs["lang"] = language
        field.label = capitalized(label_of(column))
    return field


def linking_names(model: type[Model]) -> list[Any]:
    """Return the names of the columns and links of `model` that name records."""
    fields = (*model._meta.fields, *model._meta.many_to_many)
    return [field.name for field in fields if field.remote_field and issubclass(field.related_model, Record)]
