"""The one place that listens to signals: it fills what is derived, whoever writes.

Stock `loaddata` calls neither `save()` nor validation, so derived columns are filled before every save, raw ones too.
What depends on a row is asked before and after it changes, from both sides of a link; the lines are written anew and
the content version is raised in the same transaction.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete, pre_save
from django.dispatch import receiver

from partnerships.chunks import chunks
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
from partnerships.records.kinds import KINDS, SERVICE, WRITTEN, kind_of
from partnerships.records.visibility import FOR_STAFF, is_public, public_rows, published
from partnerships.transactions import one_write

from . import possible_service, version
from .dependents import Keys, keys_of, lines_taking, links_between_many, own_keys, reaching
from .former_addresses import ADDRESS_COLUMNS, addresses_of, keep_former_addresses
from .search import index as search_index
from .timeline import index

#: How this version of the code lays out the indexes.
LAYOUT = 10_000 * possible_service.LAYOUT + 100 * index.LAYOUT + search_index.LAYOUT

#: What makes each of them anew, by the place of its layout in the number.
REBUILDS: dict[int, Callable[[], object]] = {
    1: search_index.rebuild,
    100: index.rebuild,
    10_000: possible_service.rebuild,
}

CHUNK = 500

#: Columns that no public page shows.
UNSEEN = {*FOR_STAFF, "folded"}


@dataclass(frozen=True)
class Asking:
    """Whose dependents are asked for together: rows of a model that are new, or some of whose columns `changed`."""

    model: type[Model]
    changed: frozenset[str] | None


@dataclass
class Work:
    """What is to be brought up to date at the end of a transaction."""

    keys: Keys = field(default_factory=lambda: defaultdict(set))
    seen: bool = False
    #: Rows that are saved, whose dependents are asked for at the end, of many in one query.
    saved: dict[Asking, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, keys: Keys, *, seen: bool) -> None:
        for kind, several in keys.items():
            self.keys[kind] |= several
        self.seen = self.seen or seen

    def ask(self) -> None:
        """Add what takes something from the rows that were saved, as they are now."""
        for asking, ids in self.saved.items():
            for some in chunks(sorted(ids), CHUNK):
                self.add(_dependents(asking.model, asking.changed, some, created=asking.changed is None), seen=False)
        self.saved.clear()


_waiting: ContextVar[Work | None] = ContextVar("waiting", default=None)
_touched: ContextVar[Work | None] = ContextVar("touched", default=None)


@contextmanager
def touched() -> Iterator[Work]:
    """Yield an account of the changes made inside: what was written anew for them, and whether the public sees any."""
    work = Work()
    token = _touched.set(work)
    try:
        yield work
    finally:
        _touched.reset(token)


@contextmanager
def deferred() -> Iterator[None]:
    """Bring everything up to date once, at the end of a transaction that writes many rows."""
    if _waiting.get() is not None:
        yield
        return
    work = Work()
    token = _waiting.set(work)
    try:
        with one_write():
            yield
            _carry_out(work)
    finally:
        _waiting.reset(token)


@contextmanager
def left_undone() -> Iterator[None]:
    """Bring nothing up to date: for what is written to be looked at and taken back, where no index is read."""
    token = _waiting.set(Work())
    try:
        yield
    finally:
        _waiting.reset(token)


def _note(keys: Keys, *, seen: bool, saved: tuple[Asking, int] | None = None) -> None:
    work, heard = _waiting.get() or Work(), _touched.get()
    for each in (work, heard):
        if each is not None:
            each.add(keys, seen=seen)
            if saved:
                asking, pk = saved
                each.saved[asking].add(pk)
    if heard is not None:
        heard.ask()
    if _waiting.get() is None:
        _carry_out(work)


def _carry_out(work: Work) -> None:
    work.ask()
    changed = {kind: sorted(keys) for kind, keys in work.keys.items()}
    index.refresh({kind: keys for kind, keys in changed.items() if kind in WRITTEN})
    search_index.refresh({kind: keys for kind, keys in changed.items() if kind in KINDS})
    possible_service.refresh(changed.get(SERVICE.name, []))
    if work.seen:
        version.advance()


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
    keys = _dependents(sender, changed, [instance.pk]) if stored else defaultdict(set)
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
    _note(_together(saving.keys, own), seen=seen, saved=(asking, instance.pk))


def _own(model: type[Model], key: str) -> Keys:
    return {kind_of(model): {key}} if kind_of(model) in KINDS else {}


def _dependents(model: type[Model], changed: Set[str] | None, ids: Iterable[int], *, created: bool = False) -> Keys:
    return keys_of(lines_taking(model, changed, created=created), ids, reaching(model, changed))


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
        _note({}, seen=True)


# One row that is deleted


@receiver(pre_delete)
def before_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Derived):
        keys = _dependents(sender, None, [instance.pk])
        own = _own(sender, instance.key) if isinstance(instance, Record) else {}
        instance._deleting = _together(keys, own), _is_seen(instance)  # pyright: ignore[reportAttributeAccessIssue]


@receiver(post_delete)
def after_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if found := vars(instance).pop("_deleting", None):
        keys, seen = found
        _note(keys, seen=seen)


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
    _note(keys, seen=seen)


def _of_rows(model: type[Model], ids: list[int], columns: set[str] | None) -> Keys:
    keys = _dependents(model, columns, ids)
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
    _note(found, seen=seen)


# A database that has just been migrated


@receiver(post_migrate)
def after_migrating(sender: Any, using: str, **kwargs: Any) -> None:
    """Make those indexes anew that this version of the code lays out in another way."""
    if sender.name != "partnerships" or using != "default":
        return
    with one_write():
        if (built := version.built_layout()) != LAYOUT:
            for place, rebuild in REBUILDS.items():
                if built // place % 100 != LAYOUT // place % 100:
                    rebuild()
            version.note_layout(LAYOUT)
            version.advance()
