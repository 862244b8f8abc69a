"""Who refers to whom: which records a record names, which name it, and what unpublished thing a public one names."""

from collections.abc import Iterable, Iterator

from django.db.models import Field, Model
from django.db.models.fields.reverse_related import ForeignObjectRel

from partnerships.models import Part, Publication, Record

from .kinds import kind_of, record_of
from .snapshot import links, whole
from .visibility import is_public


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
    for name in links(type(piece)):
        value = getattr(piece, name)
        yield from value.all() if hasattr(value, "all") else [value] if value is not None else []


def naming(record: Record) -> list[Record]:
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
        if field.related_model is model and field.remote_field.symmetrical:
            yield field.remote_field


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
    return f"{kind_of(record)}/{record.key}"  # type: ignore[attr-defined]


def record_links(model: type[Model]) -> Iterator[Field]:
    """Yield the columns and links by which a row of `model` names records, but for the record it belongs to."""
    for name in links(model):
        field = model._meta.get_field(name)
        if issubclass(field.related_model, Record):
            yield field


def published_naming_unpublished(model: type[Model]) -> Iterator[tuple[Record, Record]]:
    """Yield, for rows of `model` that belong to a published record, that record and each unpublished one they name.

    Asked of the database link by link: a public target beside a hidden one hides nothing.
    """
    for field in record_links(model):
        rows = model._default_manager.exclude(**{f"{field.name}__publication": Publication.PUBLISHED})
        rows = rows.filter(**{f"{field.name}__isnull": False}) if not field.many_to_many else model._default_manager
        yield from _pairs(rows, field, model)


def _pairs(rows, field: Field, model: type[Model]) -> Iterable[tuple[Record, Record]]:
    if field.many_to_many:
        through = getattr(model, field.name).through
        hidden = through._default_manager.filter(
            **{f"{field.m2m_reverse_field_name()}__publication__in": HIDDEN},
        )
        pairs = hidden.values_list(field.m2m_field_name(), field.m2m_reverse_field_name())
        owners = model._default_manager.in_bulk({owner for owner, _target in pairs})
        targets = field.related_model._default_manager.in_bulk({target for _owner, target in pairs})
        found = [(owners[owner], targets[target]) for owner, target in pairs if owner in owners]
    else:
        found = [(row, getattr(row, field.name)) for row in rows.select_related(field.name)]
    for row, target in found:
        owner = record_of(row)
        if owner is not None and is_public(owner) and not is_public(target) and record_of(target) != owner:
            yield owner, target


HIDDEN = (Publication.DRAFT, Publication.IN_REVIEW, Publication.WITHDRAWN)
