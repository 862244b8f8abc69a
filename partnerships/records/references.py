"""Who refers to whom: which records a record names, which name it, and what unpublished thing a public one names."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import ForeignKey, ManyToManyField, Model
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils.translation import gettext as _

from partnerships.chunks import chunks
from partnerships.models import Part, Publication, Record
from partnerships.models.base import ends_of, model_at_end, target_of

from . import kept_rows
from .kinds import KINDS, PARTS, kind_of, owner_paths, record_of
from .snapshot.taking import CHUNK, link_fields, whole
from .visibility import is_public

#: A column or a link by which a row names records.
Link = ForeignKey | ManyToManyField


def named_by(record: Record) -> list[Record]:
    """Return the records that `record` or one of its parts names, each once."""
    found = {}
    for piece in whole(record):
        for target in _targets(piece):
            if record_of(target) != record:
                found[type(target), target.pk] = target
    return list(found.values())


def _targets(piece: Model) -> Iterator[Record]:
    """Yield the records that the columns and links of `piece` name."""
    for name in link_fields(type(piece)):
        value = getattr(piece, name)
        yield from value.all() if hasattr(value, "all") else [value] if value is not None else []


def published_naming(record: Record) -> list[Record]:
    """Return the published records that name `record`, each once."""
    found = {}
    for relation in relations_to(type(record)):
        for row in relation.related_model._default_manager.filter(**{relation.field.name: record}):
            referring = record_of(row)
            if referring is not None and referring != record and is_public(referring):
                found[type(referring), referring.pk] = referring
    return list(found.values())


def relations_to(model: type[Record]) -> Iterator[ForeignObjectRel]:
    """Yield the relations by which records, or parts of them, name a record of `model`."""
    for relation in model._meta.related_objects:
        if issubclass(relation.related_model, Record | Part):
            yield relation
    # A link from a kind to itself that goes both ways has no relation of its own.
    for field in model._meta.many_to_many:
        relation: Any = field.remote_field
        if field.related_model is model and relation.symmetrical:
            yield relation


def unpublished_named_by(record: Record) -> list[Record]:
    """Return the records that `record` names and the public may not see, each once; those of its parts included."""
    return [target for target in named_by(record) if not is_public(target)]


def unpublished_behind(record: Record) -> list[Record]:
    """Return the records not public that `record` names, directly or through one another."""
    found, ahead = {}, [record]
    while ahead:
        for named in unpublished_named_by(ahead.pop()):
            place = type(named), named.pk
            if place not in found and named != record:
                found[place] = named
                ahead.append(named)
    return list(found.values())


def called(record: Model) -> str:
    """Return how a record is called in a report: `tenure/key`."""
    return f"{kind_of(record)}/{record.key}"  # pyright: ignore[reportAttributeAccessIssue]


def record_links(model: type[Model]) -> Iterator[Link]:
    """Yield the columns and links by which a row of `model` names records, but for the record it belongs to."""
    for name in link_fields(model):
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey | ManyToManyField) and issubclass(target_of(model, name), Record):
            yield field


def published_naming_unpublished() -> Iterator[tuple[Record, Record]]:
    """Yield each published record that names, itself or by a part, an unpublished one, and that one: each pair once.

    Asked of the database link by link: a public target beside a hidden one hides nothing.
    """
    models = (*(kind.model for kind in KINDS.values()), *PARTS)
    yield from _of_public(pair for model in models for link in record_links(model) for pair in _naming(model, link))


def hidden_names(model: type[Model], link: Link, ids: Iterable[int]) -> Iterator[tuple[Record, Record]]:
    """Yield each published record that names an unpublished one by `link` of the rows `ids` of `model`, with that."""
    for numbers in chunks(sorted(ids), CHUNK):
        yield from _of_public(_naming(model, link, numbers))


def naming_sentence(record: str, target: str) -> str:
    """Return what is wrong where a published record names an unpublished one."""
    return _("%(record)s is published and names %(target)s, which is not.") % {"record": record, "target": target}


def _of_public(pairs: Iterable[tuple[Model, Record]]) -> Iterator[tuple[Record, Record]]:
    """Yield those of rows and records that they name where the public sees the one and not the other, each once."""
    found = ((record_of(row), target) for row, target in pairs)
    yield from dict.fromkeys(
        (owner, target)
        for owner, target in found
        if owner is not None and is_public(owner) and not is_public(target) and record_of(target) != owner
    )


def _naming(model: type[Model], link: Link, ids: list[int] | None = None) -> Iterator[tuple[Model, Record]]:
    """Yield the rows of `model` (all, or `ids`) whose `link` names a record without a public state of its own."""
    if isinstance(link, ManyToManyField):
        yield from _tied_to_hidden(link, model, ids)
        return

    def asked(numbers: list[int] | None) -> Any:
        rows = model._default_manager.all() if numbers is None else model._default_manager.filter(pk__in=numbers)
        hidden = rows.exclude(**{f"{link.name}__publication": Publication.PUBLISHED})
        return hidden.exclude(**{link.name: None}).order_by().values_list("pk")

    # Mostly there are none: that is asked by a question that is worded once.
    found = [pk for (pk,) in _worded_once(("naming", model, link.name), asked, ids)]
    for numbers in chunks(found, CHUNK):
        rows = model._default_manager.filter(pk__in=numbers).select_related(link.name, *_owners(model))
        yield from ((row, getattr(row, link.name)) for row in rows)


def _worded_once(shape: tuple, ask: Callable[[list[int] | None], Any], ids: list[int] | None) -> list[tuple]:
    """Return the values that are asked for of all rows, or of `ids`."""
    if ids is None:
        return kept_rows.values_asked(shape, lambda: ask(None))
    return kept_rows.values_of((*shape, "some"), ask, ids)


def _owners(model: type[Model], prefix: str = "") -> Iterator[str]:
    """Yield the lookups from a row of `model` to the records of which it may be a part, and to theirs."""
    for path in owner_paths(model):
        lookup = f"{prefix}{path.replace('.', '__')}"
        yield lookup
        yield from _owners(model_at_end(model, path), f"{lookup}__")


def _tied_to_hidden(field: ManyToManyField, model: type[Model], ids: list[int] | None) -> Iterator[tuple[Model, Any]]:
    """Yield what `_naming` does for a link to many: its rows are asked, one target in each."""
    through, source, target = ends_of(field)
    # A link that goes both ways may be asked before its other half is written.
    both: Any = field.remote_field
    ends = [(source, target), (target, source)] if both.symmetrical else [(source, target)]
    pairs: list[tuple[int, int]] = []
    for here, there in ends:

        def asked(numbers: list[int] | None, here: str = here, there: str = there) -> Any:
            rows = through._default_manager.exclude(**{f"{there}__publication": Publication.PUBLISHED})
            some = rows if numbers is None else rows.filter(**{f"{here}__in": numbers})
            return some.values_list(here, there)

        pairs += _worded_once(("tied", through, here), asked, ids)
    if not pairs:
        return
    owners = model._default_manager.in_bulk({owner for owner, _target in pairs})
    targets = target_of(model, field.name)._default_manager.in_bulk({found for _owner, found in pairs})
    yield from ((owners[owner], targets[found]) for owner, found in pairs)
