"""The one place that listens to signals: it fills what is derived, whoever writes.

Stock `loaddata` calls neither `save()` nor validation, so derived columns are filled before every save, raw ones too.
What depends on a row is asked before and after it changes, from both sides of a link; the lines are written anew and
the content version is raised in the same transaction.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from partnerships.models import AddressedRecord, FormerAddress, Record
from partnerships.models.base import (
    Derived,
    Tie,
    rows_changed,
    rows_changing,
    target_of,
    ties_changed,
)
from partnerships.records import fence
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.visibility import FOR_STAFF, is_public, public_rows, published

from .dependents import Keys, dependents_of, keys_of, links_between_many, own_keys, reaching
from .former_addresses import ADDRESS_COLUMNS, addresses_of, keep_former_addresses
from .up_to_date import Asking, bring_up_to_date

#: Columns that no public page shows.
UNSEEN = {*FOR_STAFF, "folded"}


def _together(*several: Keys) -> Keys:
    found: Keys = defaultdict(set)
    for keys in several:
        for kind, some in keys.items():
            found[kind] |= some
    return found


# One row that is saved


@dataclass
class Saving:
    """What was true of a row before it was saved."""

    stored: dict[str, Any] | None
    changed: set[str]
    keys: Keys
    seen: bool


@receiver(pre_save)
def before_saving(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if not isinstance(instance, Derived):
        return
    instance.derive()
    stored = _stored(type(instance), instance.pk) if instance.pk else None
    changed = {name for name, value in (stored or {}).items() if value != getattr(instance, name)}
    if stored and isinstance(instance, AddressedRecord):
        keep_former_addresses(sender, stored, {name: getattr(instance, name) for name in ADDRESS_COLUMNS})
    keys = dependents_of(sender, changed, [instance.pk]) if stored else defaultdict(set)
    if stored and changed - UNSEEN:
        keys = _together(keys, _own(sender, stored["key"]))
    seen = bool(stored and changed - UNSEEN and _public_before(sender, stored))
    instance._saving = Saving(stored, changed, keys, seen)  # pyright: ignore[reportAttributeAccessIssue]


def _stored(model: type[Derived], pk: int) -> dict[str, Any] | None:
    """Return the columns of a row as they stand; the managers of translated models leave the languages out."""
    return QuerySet(model).filter(pk=pk).values(*(each.attname for each in model.columns())).first()


@receiver(post_save)
def after_saving(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    saving = vars(instance).pop("_saving", None)
    if saving is None or (saving.stored and not saving.changed):
        return
    created = saving.stored is None
    is_read = bool(created or saving.changed - UNSEEN)
    seen = saving.seen or (is_read and _is_seen(instance))
    fence.note_saved(instance, None if created else saving.changed, (saving.stored or {}).get("publication"))
    if created and not seen and not reaching(sender, None):
        # Nothing names it yet, and of what the public may not see nothing is kept.
        return
    asking = Asking(sender, None if created else frozenset(saving.changed))
    own: Keys = {}
    if isinstance(instance, Record) and is_read:
        own = own_keys(sender, instance.key) if created else _own(sender, instance.key)
    bring_up_to_date(_together(saving.keys, own), seen=seen, saved=(asking, instance.pk))


def _own(model: type[Model], key: str) -> Keys:
    return {kind_of(model): {key}} if kind_of(model) in KINDS else {}


def _public_before(model: type[Model], stored: dict[str, Any]) -> bool:
    return is_public(model(**stored))


def _is_seen(instance: Model) -> bool:
    try:
        return is_public(instance)
    except ObjectDoesNotExist:
        return True


@receiver([post_save, post_delete], sender=FormerAddress)
def former_address_changed(sender: type[Model], instance: FormerAddress, **kwargs: Any) -> None:
    """An old address of a public record leads somewhere else from now on."""
    if instance.kind in KINDS and published(KINDS[instance.kind].model).filter(key=instance.key).exists():
        bring_up_to_date({}, seen=True)


# One row that is deleted


@receiver(pre_delete)
def before_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Derived):
        keys = dependents_of(sender, None, [instance.pk])
        own = _own(sender, instance.key) if isinstance(instance, Record) else {}
        instance._deleting = _together(keys, own), _is_seen(instance)  # pyright: ignore[reportAttributeAccessIssue]


@receiver(post_delete)
def after_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if found := vars(instance).pop("_deleting", None):
        keys, seen = found
        bring_up_to_date(keys, seen=seen)


# Rows that are changed together


@receiver(rows_changing)
def before_changing(
    sender: type[Model], ids: list[int], kept: dict[str, Any], columns: set[str], **kwargs: Any
) -> None:
    kept["keys"] = _of_rows(sender, ids, columns)
    kept["seen"] = bool(columns - UNSEEN) and _any_public(sender, ids)
    kept["addresses"] = addresses_of(sender, ids) if columns & {*ADDRESS_COLUMNS} else {}


@receiver(rows_changed)
def after_changing(
    sender: type[Model], ids: list[int], kept: dict[str, Any], columns: set[str] | None, **kwargs: Any
) -> None:
    keys = _together(kept.get("keys", {}), _of_rows(sender, ids, columns))
    if before := kept.get("addresses"):
        for pk, now in addresses_of(sender, ids).items():
            keep_former_addresses(sender, before[pk], now)
    is_read = columns is None or bool(columns - UNSEEN)
    seen = kept.get("seen", False) or (is_read and _any_public(sender, ids))
    fence.note_rows(sender, ids, columns, public=seen)
    bring_up_to_date(keys, seen=seen)


def _of_rows(model: type[Model], ids: list[int], columns: set[str] | None) -> Keys:
    keys = dependents_of(model, columns, ids)
    if kind_of(model) in KINDS and (columns is None or columns - UNSEEN):
        own = model._meta.base_manager.filter(pk__in=ids).values_list("key", flat=True)
        keys = _together(keys, {kind_of(model): set(own)})
    return keys


def _any_public(model: type[Model], ids: Iterable[int]) -> bool:
    return public_rows(model).filter(pk__in=ids).exists()


# A link between many


@receiver(ties_changed)
def links_changed(sender: type[Model], lost: set[Tie], made: set[Tie], **kwargs: Any) -> None:
    """Renew the lines that go along links between many, from whichever side and in whatever way they were changed."""
    changed = lost | made
    if not changed:
        return
    model, link = fence.tables()[sender]
    here, there = {own for own, _ in changed}, {named for _, named in changed}
    seen = _any_public(model, here) or _any_public(target_of(model, link.name), there)
    if seen and made:
        fence.note_ties(sender, made)
    found: Keys = defaultdict(set)
    for each in links_between_many().get(sender, ()):
        found = _together(found, keys_of([each], here if each.named else there))
    bring_up_to_date(found, seen=seen)
