"""Which records a record names, and which records name it."""

from partnerships.models import Meeting, Part, Publication, Record, Stop
from partnerships.records.kinds import record_of
from partnerships.records.snapshot import part_relations


def is_public(record):
    """Whether the public sees `record`: it is published, or a part of something published."""
    whole = record_of(record)
    return whole is not None and whole.publication == Publication.PUBLISHED


def pieces(record):
    """Yield `record` and its parts, the meetings at its stops with their own parts included."""
    yield record
    for model, name in part_relations(type(record)):
        for part in getattr(record, name).all():
            yield part
            if model is Stop:
                for meeting in part.meetings.all():
                    yield from pieces(meeting)


def named_by(record):
    """Return the records that `record` or one of its parts names, each once."""
    found = {}
    for piece in pieces(record):
        for target in targets(piece):
            if record_of(target) != record:
                found[type(target), target.pk] = target
    return list(found.values())


def targets(piece):
    """Yield the records that the columns and links of `piece` name."""
    for field in piece._meta.fields:
        if field.many_to_one and issubclass(field.related_model, Record) and getattr(piece, field.attname):
            yield getattr(piece, field.name)
    for field in piece._meta.many_to_many:
        yield from getattr(piece, field.name).all()


def naming(record):
    """Return the published records that name `record`, each once."""
    found = {}
    for relation in references(type(record)):
        for row in relation.related_model._default_manager.filter(**{relation.field.name: record}):
            whole = record_of(row)
            if whole is not None and whole != record and is_public(whole):
                found[type(whole), whole.pk] = whole
    return list(found.values())


def references(model):
    """Yield the relations by which records, or parts of them, name a record of `model`."""
    for relation in model._meta.related_objects:
        if issubclass(relation.related_model, Record | Part):
            yield relation
    # A link from a kind to itself that goes both ways has no relation of its own.
    for field in model._meta.many_to_many:
        if field.related_model is model and field.remote_field.symmetrical:
            yield field.remote_field


def is_part(record):
    """Whether `record` is kept and published with another one: a meeting at a stop."""
    return isinstance(record, Meeting) and record.stop_id is not None
