"""What of the register is public: no drafts, nothing that names one, no notes for staff, no births of the living."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Model

from partnerships import models
from partnerships.models.base import target_of
from partnerships.records.births import shows_citation
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.snapshot.entries import BY_LABEL, Reference, fields_of
from partnerships.records.snapshot.taking import link_fields
from partnerships.records.visibility import published as visible
from partnerships.records.visibility import shows_picture, unseen_fields


class PublicSieve:
    """Thins out the lines of records to what the public may see; `keys` are those of the records that it may."""

    def __init__(self, keys: Mapping[type[Model], set[str]]) -> None:
        self.keys = keys

    @classmethod
    def of(cls, several: Iterable[list[dict]]) -> "PublicSieve":
        """Return what thins out the lines of several public records: it knows those that they name."""
        named: dict[type[Model], set[str]] = {kind.model: set() for kind in KINDS.values()}
        for lines in several:
            for line in lines:
                for target, key in _named(line):
                    named[target].add(key)
        return cls({model: published_keys(model, keys) for model, keys in named.items()})

    def lines(self, lines: list[dict]) -> list[dict]:
        """Return what is public of the lines of one record, and of which parts."""
        public, left_out = [], set[Reference]()
        whole = row_of_line(lines[0])
        for line in lines:
            fields, model, one = line["fields"], BY_LABEL[line["model"]], row_of_line(line)
            tells = isinstance(one, models.Citation) and not shows_citation(one, whole)
            tells |= isinstance(one, models.Picture) and not shows_picture(one)
            if tells or self._names_hidden(model, fields, left_out):
                left_out.add((model, natural_key(model, fields)))
                continue
            unseen = unseen_fields(one, whole)
            fields = {name: value for name, value in fields.items() if name not in unseen}
            self._thin_lists(model, fields)
            public.append({"model": line["model"], "fields": fields})
        return public

    def _names_hidden(self, model: type[Model], fields: dict, left_out: set[Reference]) -> bool:
        for name, value in fields.items():
            target = fields_of(model)[name].related_model
            if target is None or fields_of(model)[name].many_to_many:
                continue
            if (target, tuple(value)) in left_out or (target in self.keys and value[0] not in self.keys[target]):
                return True
        return False

    def without_hidden(self, line: dict) -> dict:
        """Return the line of a record itself without its links to what the public may not see."""
        model = BY_LABEL[line["model"]]
        shown = {
            name: value
            for name, value in line["fields"].items()
            if not self._names_hidden(model, {name: value}, set[Reference]())
        }
        return line | {"fields": shown}

    def _thin_lists(self, model: type[Model], fields: dict) -> None:
        for name in [name for name in fields if fields_of(model)[name].many_to_many]:
            known = self.keys[target_of(model, name)]
            fields[name] = [identity for identity in fields[name] if identity[0] in known]
            if not fields[name]:
                del fields[name]


class Public(PublicSieve):
    """Knows everything that is published and names only what is published."""

    def __init__(self) -> None:
        self.ids: dict[type[Model], set[int]] = {kind.model: published_numbers(kind.model) for kind in KINDS.values()}
        while self._leave_out_referring():
            pass
        super().__init__(
            {
                model: {key for pk, key in model._meta.base_manager.values_list("pk", "key") if pk in ids}
                for model, ids in self.ids.items()
            }
        )

    def _leave_out_referring(self) -> bool:
        """Leave out the records that name one that is left out; return whether there were any."""
        found = False
        for model, ids in self.ids.items():
            for name in single_links(model):
                target = target_of(model, name)
                named = model._meta.base_manager.filter(pk__in=ids, **{f"{name}__isnull": False})
                referring = {pk for pk, other in named.values_list("pk", name) if other not in self.ids[target]}
                ids -= referring
                found = found or bool(referring)
        return found


def _named(line: dict) -> Iterator[tuple[type[Model], str]]:
    """Yield the records that a line names, each as its model and its key."""
    fields = fields_of(BY_LABEL[line["model"]])
    for name, value in line["fields"].items():
        target = fields[name].related_model
        if target is not None and kind_of(target) in KINDS:
            several = value if fields[name].many_to_many else [value]
            yield from ((target, identity[0]) for identity in several)


def published_keys(model: type[Model], among: set[str]) -> set[str]:
    """Return those of the keys `among` under which the public sees a record."""
    return set(visible(model).filter(key__in=among).values_list("key", flat=True)) if among else set()


def published_numbers(model: type[models.Record]) -> set[int]:
    return set(model.objects.published().values_list("pk", flat=True))


def single_links(model: type[Model]) -> Iterable[str]:
    return (name for name in link_fields(model) if not model._meta.get_field(name).many_to_many)


def natural_key(model: type[Model], fields: dict) -> tuple[str, ...]:
    owner = fields["visit"] if model is models.Stop else []
    return (*owner, fields["key"])


def row_of_line(line: dict) -> Model:
    """Return the row of a line, with all that it says without naming others: enough to ask what the public may see."""
    model = BY_LABEL[line["model"]]
    plain = {name: value for name, value in line["fields"].items() if not fields_of(model)[name].is_relation}
    return model(**plain)
