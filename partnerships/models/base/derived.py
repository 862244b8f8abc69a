"""Rows some of whose columns follow from the others."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import class_prepared
from django.dispatch import Signal, receiver

from partnerships.transactions import one_write

from ..fields import DateNotation
from .texts import LANGUAGES, is_text, is_tidied, tidied_value, translated_names, unfit

#: Sent with the `ids` of rows of a model that are changed together, before and after, and with what is `kept` between;
#: of rows that are new, only after. `columns` are those that are set and, after, those that follow; new rows have none.
rows_changing, rows_changed = Signal(), Signal()


#: How many rows are brought up to date in one statement.
CHUNK = 100


D = TypeVar("D", bound="Derived")


class DerivedQuerySet(models.QuerySet[D]):
    """Rows that are never changed behind the back of what follows from them."""

    def update(self, **columns: Any) -> int:
        """Change all rows at once, and what follows from it, as a save does; return how many there are."""
        with one_write(savepoint=False):
            ids = list(self.order_by().values_list("pk", flat=True))
            kept: dict[str, Any] = {}
            set_here = {column for name in columns for column in self._set_by(name)}
            rows_changing.send(self.model, ids=ids, kept=kept, columns=set_here)
            done = super().update(**columns)
            changed = set_here | self._derive_anew(ids)
            rows_changed.send(self.model, ids=ids, kept=kept, columns=changed)
        return done

    update.alters_data = True

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows with their parts, and what follows from them, in one transaction."""
        with one_write(savepoint=False):
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def bulk_create(self, objs: Iterable[D], batch_size: int | None = None, **options: Any) -> list[D]:
        """Write new rows at once, with what is derived from them.

        Raises a ValueError for conflicts that are to be ignored: nobody could say which rows are written.
        """
        if any(options.values()):
            raise ValueError("bulk_create() of records and parts ignores and updates nothing.")
        rows = list(objs)
        for row in rows:
            row.derive()
        with one_write(savepoint=False):
            super().bulk_create(rows, batch_size)
            rows_changed.send(self.model, ids=[row.pk for row in rows], kept={}, columns=None)
        return rows

    bulk_create.alters_data = True

    def _set_by(self, name: str) -> list[str]:
        """Return the columns that are set by `name`: a text without its language may be set in either."""
        in_languages = [f"{name}_{language}" for language in LANGUAGES] if name in translated_names(self.model) else []
        return in_languages or [self.model._meta.get_field(name).attname]

    def _derive_anew(self, ids: list[int]) -> set[str]:
        """Tidy the texts and bring the derived columns up to date; return the names of those that have changed."""
        columns = [field.attname for field in self.model.columns()]
        plain, others, changed = models.QuerySet(self.model), [], set()
        for row in plain.filter(pk__in=ids):
            before = {name: getattr(row, name) for name in columns}
            row.derive()
            if names := {name for name in columns if getattr(row, name) != before[name]}:
                others.append(row)
                changed |= names
        if changed:
            plain.bulk_update(others, sorted(changed), batch_size=CHUNK)
        return changed


class Derived(models.Model):
    """A row some of whose columns follow from the others."""

    #: The texts of the class itself (those of its bases are said there) that exist in French and in English.
    bilingual: tuple[str, ...] = ()
    #: Known by it among its like.
    key: "models.CharField[str]"

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, and what follows from it, in one transaction."""
        with one_write(savepoint=False):
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the row with its parts, and what follows from it, in one transaction."""
        with one_write(savepoint=False):
            return super().delete(*args, **kwargs)

    def natural_key(self) -> tuple[str, ...]:
        """Return the texts by which a fixture names the row."""
        raise NotImplementedError

    def derive(self) -> None:
        """Fill the derived columns; called before every save, raw ones too."""
        for field in self._meta.concrete_fields:
            if isinstance(field, DateNotation):
                field.derive(self)
            elif is_tidied(field):
                setattr(self, field.attname, tidied_value(field, getattr(self, field.attname)))
        for name in self.translated_columns():
            if getattr(self, name) == "":
                setattr(self, name, None)

    def clean(self) -> None:
        super().clean()
        self.check_itself()

    def check_itself(self) -> None:
        """Refuse what cannot stand whatever else there is: texts that the eye cannot see or that upset the line.

        Raises a ValidationError that names the fields.
        """
        found = {each.name: unfit(getattr(self, each.name)) for each in self.columns() if is_text(each)}
        if errors := {name: sentence for name, sentence in found.items() if sentence}:
            raise ValidationError({**errors})

    def read(self, field: str, language: str) -> tuple[str, str]:
        """Return a text and the language it is in: `language` where it exists, else the other.

        `("", language)` where neither exists. Fields without languages are taken as they stand.
        """
        if not hasattr(self, f"{field}_{language}"):
            return getattr(self, field) or "", language
        for candidate in (language, *(code for code in LANGUAGES if code != language)):
            if value := getattr(self, f"{field}_{candidate}"):
                return value, candidate
        return "", language

    @classmethod
    def columns(cls) -> "list[models.Field]":
        """Return the columns that are read: of a bilingual text those of its languages, not the base column."""
        every = cls._meta.concrete_fields
        unread = {each.translated_field.attname for each in every if hasattr(each, "translated_field")}
        return [each for each in every if each.attname not in unread]

    @classmethod
    def translated_columns(cls) -> list[str]:
        """Return the names of the columns that hold one language (`title_fr`)."""
        return [field.name for field in cls._meta.concrete_fields if hasattr(field, "translated_field")]


@receiver(class_prepared)
def leave_no_way_around(sender: type[models.Model], **kwargs: Any) -> None:
    """Let Django itself write rows, where one is added to what it names, by the manager that tells of it."""
    if issubclass(sender, Derived):
        sender._meta.base_manager_name = "objects"
