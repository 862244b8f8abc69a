"""The register, or a closed part of it, as a fixture: the same content is always the same bytes."""

import json
from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.entries import ADDRESS_FIELDS
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.taking import snapshots

from .public_sieve import Public
from .selecting import Selection, of_partner

FORMER = models.FormerAddress._meta.label_lower


def export(*, partner: str | None = None, published: bool = False) -> Iterator[str]:
    """Yield the fixture piece by piece. Raises `NothingWritten` where there is no such partner."""
    selection = None
    if partner is not None:
        found = models.Partner.objects.filter(key=partner).first()
        if found is None or (published and found.publication != models.Publication.PUBLISHED):
            raise NothingWritten(_("There is no partner “%(key)s” to export.") % {"key": partner})
        selection = of_partner(found, published=published)
    return json_array(exported_lines(selection, published=published))


def json_array(objects: Iterable[dict]) -> Iterator[str]:
    """Yield a JSON array, one object on each line."""
    separator = "[\n"
    for each in objects:
        yield separator + json.dumps(each, ensure_ascii=False)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def exported_lines(selection: Selection | None, *, published: bool) -> Iterator[dict]:
    """Yield the lines of all records, in the order of kinds and keys, then the former addresses."""
    keys: set[tuple[str, str]] = set()
    public = Public() if published else None
    for kind in KINDS.values():
        for record, record_lines in snapshots(kind.model, ids_in_order(kind.model, selection, public)):
            keys.add((kind.name, record.key))
            yield from public.lines(record_lines) if public else record_lines
    yield from former_addresses(keys)


def ids_in_order(model: type[models.Record], selection: Selection | None, public: Public | None) -> list[int]:
    records = model._meta.base_manager.all()
    if model is models.Meeting:
        records = records.filter(models.Meeting.BY_ITSELF)
    keys = dict(records.order_by("key").values_list("pk", "key"))
    for wanted in (selection, public and public.ids):
        if wanted is not None:
            keys = {pk: key for pk, key in keys.items() if pk in wanted.get(model, ())}
    ids = sorted(keys, key=keys.__getitem__)
    return after_what_they_name(ids, named_of_own_kind(model))


def named_of_own_kind(model: type[Model]) -> dict[int, list[int]]:
    """Return for each record those of its own kind that it names, in the order of their keys."""
    result: dict[int, list[int]] = {}
    for each in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if each.related_model is model:
            pairs = model._meta.base_manager.filter(**{f"{each.name}__isnull": False}).order_by(f"{each.name}__key")
            for pk, named in pairs.values_list("pk", f"{each.name}__pk"):
                result.setdefault(pk, []).append(named)
    return result


def after_what_they_name(ids: list[int], named: dict[int, list[int]]) -> list[int]:
    """Put each after those it names; where some name each other in a circle, the first key comes first."""
    wanted, placed, begun = set(ids), {}, set()
    for first in ids:
        stack = [first]
        while stack:
            pk = stack[-1]
            waiting = [each for each in named.get(pk, ()) if each in wanted and each not in begun]
            if pk not in begun and waiting:
                begun.add(pk)
                stack.extend(reversed(waiting))
                continue
            begun.add(pk)
            placed.setdefault(stack.pop(), None)
    return list(placed)


def former_addresses(keys: set[tuple[str, str]]) -> Iterator[dict]:
    """Yield the old addresses of the records exported."""
    for address in models.FormerAddress.objects.order_by("kind", "key", "language", "slug"):
        if (address.kind, address.key) in keys:
            yield {"model": FORMER, "fields": {name: getattr(address, name) for name in ADDRESS_FIELDS}}
