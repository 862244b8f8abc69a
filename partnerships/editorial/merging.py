"""Two records of one thing become one: every link is kept, and the addresses of the other lead on for ever."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError
from django.db.models import ForeignKey, Max, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.folding import fold
from partnerships.models import (
    SEEN,
    Alias,
    Batch,
    Change,
    ErrorReport,
    FormerAddress,
    Name,
    Part,
    PendingChange,
    Person,
    Publication,
    Record,
    Stop,
    Tenure,
)
from partnerships.models.base import LANGUAGES, LEADS_BACK, target_of
from partnerships.projections.up_to_date import deferred
from partnerships.records import former_addresses_of_batches
from partnerships.records.keys import part_key
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.loops import leading_back, own_links
from partnerships.records.references import relations_to
from partnerships.records.snapshot.entries import BY_LABEL
from partnerships.records.snapshot.stored import wholes
from partnerships.records.snapshot.taking import (
    Lines,
    Snapshots,
    line,
    link_fields,
    snapshots_of,
)
from partnerships.records.visibility import is_public
from partnerships.transactions import one_write

from .fit_for_public import require_public_names
from .history import record_change
from .merge_choices import BOTH, GOES, fields_to_choose, version_of_two
from .own_sentences import MERGED
from .published_alone import flag
from .refusal import Refused

SPELT = ("family_name", "given_name")


@one_write()
def merge(
    stays: Record, goes: Record, *, by: User, picked: Mapping[str, str], version: str, reason: str = ""
) -> Record:
    """Let everything that `goes` has, and whatever names it, belong to `stays`; `goes` is no more.

    `picked` says for the fields that differ which text stays. Raises `Refused`, and then nothing is changed.
    """
    model = type(stays)
    rows = {row.pk: row for row in model._default_manager.select_for_update().filter(pk__in=[stays.pk, goes.pk])}
    if len(rows) < len({stays.pk, goes.pk}):
        raise Refused(_("One of the two is no longer in the register."))
    stays, goes = rows[stays.pk], rows[goes.pk]
    require_mergeable(stays, goes)
    if version != version_of_two(stays, goes):
        raise Refused(_("One of the two has changed since you opened this page. Look again, then decide."))
    if is_public(stays) and not reason.strip():
        raise Refused(_("The public reads it: give the reason for merging before a second person has seen it."))
    try:
        with deferred():
            return _Merge(stays, goes, by, picked).carry_out(reason)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    except OperationalError:
        # A full disk, a connection that is lost: no link is to blame.
        raise
    except DatabaseError as error:
        raise Refused(_("The database refuses this: a link would not be valid any more.")) from error


def require_mergeable(stays: Record, goes: Record) -> None:
    """Refuse where one record cannot take the place of the other."""
    if stays.pk == goes.pk:
        raise Refused(_("A record cannot be merged with itself: choose another one."))
    if parts := [each for each in (stays, goes) if record_of(each) != each]:
        raise Refused(_("A meeting of a visit is merged in the form of its visit:"), parts)
    if stays.publication == Publication.WITHDRAWN:
        raise Refused(_("The one that stays is withdrawn. Let the other one stay, or publish it first:"), [stays])
    if goes.publication in SEEN and not is_public(stays):
        raise Refused(_("The public knows the one that goes. Let that one stay, or publish the other first:"), [goes])
    if _waiting(goes).exists():
        raise Refused(_("Changes of the one that goes are pending. Decide them first:"), [goes])


def _waiting(record: Record) -> Any:
    return PendingChange.objects.filter(kind=kind_of(record), key=record.key, state__in=PendingChange.OPEN)


@dataclass
class _Merge:
    """One merge at work, within the transaction of its caller."""

    stays: Any
    goes: Any
    by: User
    picked: Mapping[str, str]

    def carry_out(self, reason: str) -> Record:
        concerned = wholes([self.stays, self.goes, *self.naming()])
        before, led = snapshots_of(concerned), former_addresses_of_batches.all_addresses()
        names = [*labels(self.stays), *labels(self.goes)]
        self.choose()
        for relation in relations_to(type(self.goes)):
            self.redirect(relation.related_model, relation.field)
        if isinstance(self.goes, Tenure):
            PendingChange.objects.filter(successor=self.goes).update(successor=self.stays)
        self.lead_on()
        gone = self.goes.pk
        self.goes.delete()
        self.stays = type(self.stays)._default_manager.get(pk=self.stays.pk)
        self.remember(names)
        self.require_sound()
        self.rewrite_pending()
        own = type(self.stays)
        after = snapshots_of(concerned - {(own, gone)})
        return self.write_history(before, after, gone, led, reason)

    def naming(self) -> Iterator[Model]:
        """Yield the rows, of records and of parts, that name the record that goes."""
        for relation in relations_to(type(self.goes)):
            yield from relation.related_model._meta.base_manager.filter(**{relation.field.name: self.goes})

    # Fields

    def choose(self) -> None:
        """Let the record that stays say what was picked, field by field."""
        for each in fields_to_choose(self.stays, self.goes):
            pick = self.picked.get(each.field.name, each.offered)
            if pick not in each.options:
                raise Refused(_("Choose for each field which of the two stays."))
            if each.field.many_to_many:
                several = getattr(self.stays, each.field.name)
                others = [row for row in getattr(self.goes, each.field.name).all() if row != self.stays]
                if pick == BOTH:
                    several.add(*others)
                elif pick == GOES:
                    several.set(others)
            elif pick == GOES:
                setattr(self.stays, each.field.attname, getattr(self.goes, each.field.attname))
        self.stays.clean()
        self.stays.validate_constraints()
        self.stays.save()

    # Links

    def redirect(self, model: type[Model], field: Any) -> None:
        """Let every row of `model` that names the record that goes by `field` name the one that stays."""
        rows = model._meta.base_manager.filter(**{field.name: self.goes})
        if field.many_to_many:
            for row in rows:
                several = getattr(row, field.name)
                several.remove(self.goes)
                if row != self.stays:
                    several.add(self.stays)
        elif issubclass(model, Part):
            for row in rows:
                self.move(row, field)
        else:
            numbers = list(rows.values_list("pk", flat=True))
            model._default_manager.filter(pk__in=numbers).update(**{field.name: self.stays})
            for row in model._default_manager.filter(**{field.name: self.stays}):
                row.clean()

    def move(self, part: Any, field: ForeignKey) -> None:
        """Let a part belong to the record that stays, or name it; one that says what another says already goes."""
        setattr(part, field.name, self.stays)
        owner = part.owner_field
        siblings = type(part)._default_manager.filter(**{f"{owner}_id": getattr(part, f"{owner}_id")})
        others = list(siblings.exclude(pk=part.pk))
        if not isinstance(part, Stop) and any(says(part) == says(each) for each in others):
            part.delete()
            return
        if part.key in (taken_keys := {each.key for each in others}):
            part.key = part_key(part, taken_keys)
        if isinstance(part, Stop) and field.name == owner:
            part.position = (siblings.aggregate(last=Max("position"))["last"] or 0) + 1
        part.clean()
        part.validate_constraints()
        part.save()

    # Names and addresses

    def remember(self, names: Iterable[tuple[str, str, Any]]) -> None:
        """Keep the names that neither the record nor one of its other names says."""
        kind = kind_of(self.stays)
        part: type[Name | Alias] | None = next((each for each in (Name, Alias) if kind in each.owner_fields), None)
        if part is None:
            return
        kept = [*self.stays.names.all()] if kind in Name.owner_fields else []
        kept += [*self.stays.aliases.all()] if kind in Alias.owner_fields else []
        known = {fold(text) for text, _language, _from in labels(self.stays)} | {fold(each.text) for each in kept}
        keys = {each.key for each in kept if isinstance(each, part)}
        for text, language, spelt in names:
            if fold(text) in known:
                continue
            known.add(fold(text))
            row = part(**{kind: self.stays}, text=text, language=language, **(spelt if part is Name else {}))
            row.key = part_key(row, keys)
            keys.add(row.key)
            row.clean()
            row.save()

    def lead_on(self) -> None:
        """Let every address at which the public found the record that goes lead to the one that stays."""
        kind, goes = kind_of(self.goes), self.goes
        ErrorReport.objects.filter(kind=kind, key=goes.key).update(key=self.stays.key)
        FormerAddress.objects.filter(kind=kind, key=goes.key).update(key=self.stays.key)
        if not goes.published_at and goes.publication not in SEEN:
            return
        for language in LANGUAGES:
            for slug in {goes.key, getattr(goes, f"slug_{language}", None)} - {None}:
                FormerAddress.objects.update_or_create(
                    kind=kind, language=language, slug=slug, defaults={"key": self.stays.key}
                )

    # What must hold, and what is written down

    def require_sound(self) -> None:
        for link in own_links(type(self.stays)):
            if self.stays.pk in leading_back(link):
                raise Refused(f"{link.verbose_name}: {LEADS_BACK}", [self.stays])
        require_public_names(self.stays)

    def rewrite_pending(self) -> None:
        """Let pending changes of other records name the record that stays."""
        model, old, new = type(self.stays), self.goes.key, self.stays.key
        for pending in PendingChange.objects.filter(state__in=PendingChange.OPEN):
            before, after = (with_renamed(lines, model, old, new) for lines in (pending.before, pending.after))
            if (before, after) != (pending.before, pending.after):
                pending.before, pending.after = before, after
                pending.save(update_fields=["before", "after"])

    def write_history(
        self, before: Snapshots, after: Snapshots, gone: int, led: former_addresses_of_batches.Addresses, reason: str
    ) -> Record:
        """Write down, as one batch that can be taken back, what changed; return the record that stays."""
        model, stays = type(self.stays), self.stays
        told = {"goes": self.goes, "key": self.goes.key, "stays": stays, "into": stays.key}
        comment = " ".join((str(MERGED) % told, reason.strip())).strip()
        batch = Batch.objects.create(at=timezone.now(), by=self.by)
        common: dict[str, Any] = {"by": self.by, "comment": comment, "batch": batch}
        record_change(
            self.goes,
            action=Change.Action.MERGE,
            before=before[model, gone][1],
            after=None,
            merged_into=stays.key,
            **common,
        )
        own = (model, stays.pk)
        change = record_change(stays, action=Change.Action.MERGE, before=before[own][1], after=after[own][1], **common)
        if is_public(stays):
            flag(change, reason)
        others = [whole for whole in after if whole != own and before[whole] != after[whole]]
        for whole in others:
            other = whole[0]._meta.base_manager.get(pk=whole[1])
            record_change(other, action=Change.Action.UPDATE, before=before[whole][1], after=after[whole][1], **common)
        of_addresses = former_addresses_of_batches.address_changes(
            led, former_addresses_of_batches.all_addresses(), at=batch.at, by=self.by, batch=batch
        )
        Change.objects.bulk_create(of_addresses, batch_size=200)
        return stays


def labels(record: Any) -> list[tuple[str, str, dict[str, str]]]:
    """Return the names of a record, each with its language and, of a person, what it is made of."""
    if isinstance(record, Person):
        return [(record.name, record.name_language, {name: getattr(record, name) for name in SPELT})]
    found = ((getattr(record, f"{record.label_field}_{language}", None), language) for language in LANGUAGES)
    return [(text, language, {}) for text, language in found if text]


def says(part: Part) -> dict[str, Any]:
    """Return what a part says, without its key and its owner."""
    fields = line(part)["fields"]
    return {name: value for name, value in fields.items() if name not in ("key", *part.owner_fields)}


def with_renamed(lines: Lines, model: type[Record], old: str, new: str) -> Lines:
    """Return `lines` with the key `new` wherever they name the record of `model` with the key `old`."""
    found = []
    for each in lines:
        fields, row = dict(each["fields"]), BY_LABEL[each["model"]]
        for name in link_fields(row):
            value = fields.get(name)
            if not value or target_of(row, name) is not model:
                continue
            if isinstance(value[0], list):
                fields[name] = sorted([list(one) for one in {(new,) if one == [old] else tuple(one) for one in value}])
            elif value == [old]:
                fields[name] = [new]
        found.append({**each, "fields": fields})
    return found
