"""The last door for whoever writes: nothing that the public reads comes to name what it may not see.

Forms, publishing, imports and `loaddata` ask before and say it with their own lists; this is what scripts meet. What is
written is noted and asked for at the end of the outermost write, when its order no longer matters, in a few queries
however much was written; nothing is asked where no link and no state has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, ManyToManyField, Model
from django.utils.translation import gettext as _

from partnerships.kept_in_process import remembered
from partnerships.models import Part, Publication, Record
from partnerships.models.base import Tie, ends_of
from partnerships.transactions import at_the_end

from .kinds import KINDS, PARTS, owner_paths, record_of
from .references import called, hidden_names, naming_sentence, published_naming, record_links
from .snapshot.taking import whole
from .visibility import is_public

#: A row with some of its links, all of them where none is said.
Row = tuple[type[Model], int, tuple[str, ...]]
Pair = tuple[Record, Record]


def note_saved(instance: Model, changed: set[str] | None, was: str | None) -> None:
    """Note a row that is saved: new where nothing `changed`; `was` is the state in which it stood before."""
    if isinstance(instance, Record) and changed is not None and "publication" in changed and _moved(instance, was):
        return
    if changed is not None and not changed & _linking(type(instance)):
        return
    if not is_public(instance):
        return
    owner = record_of(instance)
    if changed is not None and owner is not None and changed & _owning(type(instance)):
        at_the_end(_refuse_named, (type(owner), owner.pk, ()))
        return
    names = tuple(
        field.name
        for field in record_links(type(instance))
        if isinstance(field, ForeignKey)
        and getattr(instance, field.attname) is not None
        and (changed is None or field.attname in changed)
    )
    if names:
        at_the_end(_refuse_named, (type(instance), instance.pk, names))


def _moved(record: Record, was: str | None) -> bool:
    """Note a record whose state changed, and all that it and its parts name; return whether that says everything."""
    if record.publication == Publication.PUBLISHED:
        at_the_end(_refuse_named, (type(record), record.pk, ()))
        return True
    if was == Publication.PUBLISHED:
        at_the_end(_refuse_hidden, (type(record), record.pk))
    return False


def note_rows(model: type[Model], ids: Iterable[int], columns: Iterable[str] | None, *, public: bool) -> None:
    """Note rows of `model` that are written together: new ones, or some of whose `columns` have changed.

    `public` says whether the public sees one of them, now or before.
    """
    names = None if columns is None else {*columns}
    if names and "publication" in names:
        at_the_end(_refuse_named, *((model, pk, ()) for pk in ids))
        if public:
            at_the_end(_refuse_hidden, *((model, pk) for pk in ids))
    elif public and names and names & _owning(model):
        owners = {record_of(row) for row in model._meta.base_manager.filter(pk__in=ids)}
        at_the_end(_refuse_named, *((type(owner), owner.pk, ()) for owner in owners if owner is not None))
    elif public and (names is None or names & _linking(model)):
        links = tuple(field.name for field in record_links(model) if isinstance(field, ForeignKey))
        if links:
            at_the_end(_refuse_named, *((model, pk, links) for pk in ids))


def note_ties(table: type[Model], made: Iterable[Tie]) -> None:
    """Note links between many that are made."""
    model, link = tables()[table]
    both_ways = getattr(link.remote_field, "symmetrical", False)
    naming_rows = {pk for pair in made for pk in (pair if both_ways else pair[:1])}
    at_the_end(_refuse_named, *((model, pk, (link.name,)) for pk in naming_rows))


@remembered()
def tables() -> dict[type[Model], tuple[type[Model], ManyToManyField]]:
    """Return the tables of links between many, each with the model and the link that it belongs to."""
    models = (*(kind.model for kind in KINDS.values()), *PARTS)
    return {ends_of(link)[0]: (model, link) for model in models for link in model._meta.many_to_many}


@remembered()
def _linking(model: type[Model]) -> frozenset[str]:
    """Return the columns of `model` that name a record, or what it is a part of."""
    links = {field.attname for field in record_links(model) if isinstance(field, ForeignKey)}
    return frozenset(links | _owning(model))


@remembered()
def _owning(model: type[Model]) -> frozenset[str]:
    if not issubclass(model, Record | Part):
        return frozenset()
    return frozenset(f"{path.partition('.')[0]}_id" for path in owner_paths(model))


# At the end of a write


def _refuse_named(rows: list[Row]) -> None:
    """Refuse what was written where a published record names, by one of these rows, what is not published."""
    _refuse(pair for (model, link), ids in _by_link(rows).items() for pair in hidden_names(model, link, ids))


def _by_link(rows: Iterable[Row]) -> dict[tuple[type[Model], Any], set[int]]:
    found: dict[tuple[type[Model], Any], set[int]] = defaultdict(set)
    for model, pk, names in dict.fromkeys(rows):
        pieces: Iterable[Row] = [(model, pk, names)] if names else _pieces(model, pk)
        for piece, number, some in pieces:
            for link in record_links(piece):
                if not some or link.name in some:
                    found[piece, link].add(number)
    return found


def _pieces(model: type[Model], pk: int) -> Iterator[Row]:
    """Yield a record with its parts, as far as the public sees them."""
    record = model._meta.base_manager.filter(pk=pk).first()
    if isinstance(record, Record) and is_public(record):
        yield from ((type(piece), piece.pk, ()) for piece in whole(record))


def _refuse_hidden(rows: list[tuple[type[Model], int]]) -> None:
    """Refuse what was written where a published record names one of these, which are not published any more."""
    _refuse(_left_named(rows))


def _left_named(rows: Iterable[tuple[type[Model], int]]) -> Iterator[Pair]:
    for model, pk in dict.fromkeys(rows):
        record = model._meta.base_manager.filter(pk=pk).first()
        if isinstance(record, Record) and not is_public(record):
            yield from ((referring, record) for referring in published_naming(record))


def _refuse(pairs: Iterable[Pair]) -> None:
    found = sorted({(called(record), called(target)) for record, target in pairs})
    if found:
        remedy = _("Nothing is written. Publish what is named first, or take it out.")
        raise ValidationError([*(naming_sentence(*pair) for pair in found), remedy])
