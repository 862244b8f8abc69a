"""The tables of links between many: a row of one is never written behind the back of what follows from it."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.signals import class_prepared
from django.dispatch import Signal, receiver

from partnerships.transactions import one_write

#: A link: what names, and what is named.
Tie = tuple[int, int]

#: Sent by a table whose rows are written together, with the pairs that are `lost` and those that are `made`.
ties_changed = Signal()


def is_tie(model: type[models.Model]) -> bool:
    """Whether the rows of `model` are links between many."""
    return bool(model._meta.auto_created) and model._meta.app_label == "partnerships" and model._meta.apps is apps


def ends(table: type[models.Model]) -> tuple[str, str]:
    """Return the columns of a table of links: what names, and what is named."""
    own, named = (each.attname for each in table._meta.concrete_fields if isinstance(each, models.ForeignKey))
    return own, named


def pair_of(row: models.Model) -> Tie:
    own, named = (getattr(row, name) for name in ends(type(row)))
    return own, named


def pairs_of(table: type[models.Model], ids: Iterable[int]) -> set[Tie]:
    """Return the pairs in rows of a table of links."""
    return set(models.QuerySet(table).filter(pk__in=[*ids]).values_list(*ends(table)))


class TieQuerySet(models.QuerySet):
    """Links between many: `add()`, `remove()`, `set()` and `clear()` of a record write them as everybody does."""

    def update(self, **columns: Any) -> int:
        with one_write(savepoint=False):
            ids = [*self.order_by().values_list("pk", flat=True)]
            before = pairs_of(self.model, ids)
            done = super().update(**columns)
            after = pairs_of(self.model, ids)
            ties_changed.send(self.model, lost=before - after, made=after - before)
        return done

    update.alters_data = True

    def delete(self) -> tuple[int, dict[str, int]]:
        with one_write(savepoint=False):
            lost = set(self.order_by().values_list(*ends(self.model)))
            done = super().delete()
            ties_changed.send(self.model, lost=lost, made=set())
        return done

    delete.alters_data = True
    delete.queryset_only = True

    def bulk_create(
        self, objs: Iterable[Any], batch_size: int | None = None, ignore_conflicts: bool = False, **options: Any
    ) -> list[Any]:
        """Write links at once; those that exist may be ignored, and no row is overwritten."""
        if any(options.values()):
            raise ValueError(f"bulk_create: {options}")
        rows = list(objs)
        made = {pair_of(row) for row in rows}
        with one_write(savepoint=False):
            if ignore_conflicts:
                made -= self._existing(made)
            done = super().bulk_create(rows, batch_size, ignore_conflicts)
            ties_changed.send(self.model, lost=set(), made=made)
        return done

    bulk_create.alters_data = True

    def _existing(self, pairs: set[Tie]) -> set[Tie]:
        own, named = ends(self.model)
        rows = self.filter(**{f"{own}__in": {here for here, _ in pairs}, f"{named}__in": {there for _, there in pairs}})
        return set(rows.values_list(own, named))


#: How Django writes one row, which it shows nobody.
_WRITE_ONE = vars(models.Model)["_save_table"]


def _save_table(row: models.Model, *arguments: Any, **options: Any) -> bool:
    """Write one link, whoever does; Django sends no signal for such rows, and a fixture passes by `save()`."""
    with one_write(savepoint=False):
        table = type(row)
        before = pairs_of(table, [row.pk] if row.pk else [])
        updated = _WRITE_ONE(row, *arguments, **options)
        after = {pair_of(row)}
        ties_changed.send(table, lost=before - after, made=after - before)
    return updated


def _delete(row: models.Model, *arguments: Any, **options: Any) -> tuple[int, dict[str, int]]:
    with one_write(savepoint=False):
        lost = {pair_of(row)}
        done = models.Model.delete(row, *arguments, **options)
        ties_changed.send(type(row), lost=lost, made=set())
    return done


@receiver(class_prepared)
def leave_no_way_around_ties(sender: type[models.Model], **kwargs: Any) -> None:
    """Give each table of links rows and a manager by which whatever follows from a link is told of it."""
    if is_tie(sender):
        sender._meta.local_managers.clear()
        sender.add_to_class("objects", models.Manager.from_queryset(TieQuerySet)())
        sender._meta.base_manager_name = "objects"
        sender._save_table, sender.delete = _save_table, _delete  # pyright: ignore[reportAttributeAccessIssue]
