"""Entries become rows, checked on the way. Whoever calls this holds the transaction."""

from collections.abc import Callable, Iterable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, OperationalError
from django.db.models import Model, UniqueConstraint
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.chunks import chunks
from partnerships.models.base import Derived, target_of
from partnerships.transactions import one_write

from .entries import Entry, Reference, fields_of
from .import_steps import CREATE, OWN_STATE, UNCHANGED, Step, is_of_a_visit
from .stored import Stored

Progress = Callable[[int, int], None]

CHUNK = 200
#: From here on downwards stops step aside that change places.
LAST_POSITION = 32_767


class Writer:
    """Writes the steps of one import; what goes wrong becomes a finding of the entry."""

    def __init__(
        self, stored: Stored, progress: Progress, number: Callable[[Reference], int | None] | None = None
    ) -> None:
        """`number` gives new rows their numbers, where the database is not to choose them."""
        self.stored, self.progress, self.number = stored, progress, number
        self.instances: dict[int, Model] = {}

    def write(self, steps: list[Step]) -> None:
        """Write all that can be written, each step after those it names; then the links between records."""
        broken = [step for step in steps if step.entry.is_broken]
        steps = [step for step in steps if step.action != UNCHANGED and not step.entry.is_broken]
        step_aside(steps)
        done, waiting = 0, []
        for some in chunks(steps, CHUNK):
            waiting += self._write_together(some)
            done += len(some)
            self.progress(done, len(steps))
        for step in (*self._write_waiting(waiting), *broken):
            explain(step.entry, self._instance(step), self._missing(step.entry) | step.entry.broken)
        self._write_late(steps)
        for step in steps:
            self._write_links(step)

    def _write_together(self, steps: list[Step]) -> list[Step]:
        """Write many at once, and only if something objects each alone; return those that cannot be written yet."""
        try:
            with one_write():
                for step in steps:
                    self._write_one(step)
        except OperationalError:
            # A full disk, a connection that is lost: no row is to blame.
            raise
        except (DatabaseError, ValidationError):
            for step in steps:
                self._forget(step)
            return [step for step in steps if not self._try(step)]
        return []

    def _write_waiting(self, waiting: list[Step]) -> list[Step]:
        """Try again and again while that helps, there and back: one may free a slug that another takes."""
        while waiting:
            failed = [step for step in reversed(waiting) if not self._try(step)]
            if len(failed) == len(waiting):
                break
            waiting = failed
        return waiting

    def _try(self, step: Step) -> bool:
        try:
            with one_write():
                self._write_one(step)
        except OperationalError:
            raise
        except (DatabaseError, ValidationError):
            self._forget(step)
            return False
        return True

    def _write_one(self, step: Step) -> None:
        """Write one, as far as its own rules allow it (its constraints are left to the database)."""
        entry = step.entry
        if self._missing(entry):
            raise ValidationError("")
        instance = self._instance(step)
        instance.clean()
        save(instance)
        self.instances[id(step)] = instance
        self.stored.add(entry.reference, instance.pk)

    def _forget(self, step: Step) -> None:
        self.instances.pop(id(step), None)
        if step.action == CREATE and step.entry.identity:
            self.stored.drop(step.entry.reference)

    def _instance(self, step: Step) -> Model:
        entry = step.entry
        columns = {f"{name}_id": self._id(entry, name) for name in entry.links}
        instance = entry.model(**entry.values, **columns)
        if isinstance(instance, models.Meeting) and is_of_a_visit(entry):
            instance.publication, instance.published_at = "", None
        if step.existing is not None:
            instance.pk = step.existing.pk
            instance._state.adding = False
            instance._state.db = step.existing._state.db
        elif self.number is not None:
            instance.pk = self.number(entry.reference)
        return instance

    def _id(self, entry: Entry, name: str) -> int | None:
        identity = entry.links[name]
        return self.stored.find((target_of(entry.model, name), identity)) if identity else None

    def _missing(self, entry: Entry) -> set[str]:
        """The columns that name what is not written yet, and that cannot be filled later."""
        unresolved = {name for name, identity in entry.links.items() if identity and self._id(entry, name) is None}
        return unresolved - self._late_columns(entry)

    def _late_columns(self, entry: Entry) -> set[str]:
        """The columns that may be filled once everything else is written: those that may stay empty."""
        return {
            name
            for name in entry.links
            if target_of(entry.model, name) is entry.model and fields_of(entry.model)[name].null
        }

    def _write_late(self, steps: list[Step]) -> None:
        """Fill the columns of records that name each other in a circle."""
        for step in steps:
            instance = self.instances.get(id(step))
            if instance is None:
                continue
            for name in self._late_columns(step.entry):
                pk = self._id(step.entry, name)
                if pk != getattr(instance, f"{name}_id"):
                    setattr(instance, f"{name}_id", pk)
                    write_late(step.entry, instance)

    def _write_links(self, step: Step) -> None:
        instance = self.instances.get(id(step))
        for name in step.new_links if instance else ():
            target = target_of(step.entry.model, name)
            ids = [self.stored.find((target, identity)) for identity in step.entry.many[name]]
            if None not in ids:
                getattr(instance, name).set(ids)


def save(instance: Model) -> None:
    """Save exactly as `loaddata` does, so that both leave the same tables."""
    if isinstance(instance, models.FormerAddress):
        # A slug that changes in the same files has perhaps left its address already.
        same = {"kind": instance.kind, "language": instance.language, "slug": instance.slug}
        instance.pk = models.FormerAddress.objects.filter(**same).values_list("pk", flat=True).first()
    instance.save_base(raw=True)


def write_late(entry: Entry, instance: Model) -> None:
    try:
        instance.clean()
    except ValidationError as error:
        note(entry, error)
    else:
        instance.save_base(raw=True)


def step_aside(steps: Iterable[Step]) -> None:
    """Move the stops that change places to where no stop is: their order is unique within a visit."""
    moving = [step.existing for step in steps if step.existing is not None and "position" in step.fields]
    stops = models.Stop._meta.base_manager
    for visit in {each.visit_id for each in moving if isinstance(each, models.Stop)}:
        taken = set(stops.filter(visit=visit).values_list("position", flat=True))
        free = (number for number in range(LAST_POSITION, -1, -1) if number not in taken)
        for stop in moving:
            if isinstance(stop, models.Stop) and stop.visit_id == visit:
                stops.filter(pk=stop.pk).update(position=next(free))


def explain(entry: Entry, instance: Model, unusable: set[str]) -> None:
    """Note all that is wrong with a row that cannot be written, leaving out the fields known to be wrong."""
    owners = set(getattr(entry.model, "owner_fields", ()))
    excluded = unusable | (set(OWN_STATE) if is_of_a_visit(entry) else set())
    if entry.identity is None or unusable & owners:
        excluded |= owners
    before = len(entry.findings)
    if isinstance(instance, Derived):
        instance.derive()
    known = {finding.field for finding in entry.findings}
    try:
        instance.full_clean(exclude={*excluded, *known, *derived(instance)})
    except ValidationError as error:
        note(entry, error)
    if not unusable and len(entry.findings) == before and not entry.is_broken:
        entry.find(_("The database refuses this."), conflict=True)


def derived(instance: Model) -> set[str]:
    """The columns that follow from others, and the texts without language: nobody gives them."""
    given = set(fields_of(type(instance)))
    bounds = {name for each in instance._meta.concrete_fields for name in getattr(each, "bounds", ())}
    return {each.name for each in instance._meta.concrete_fields} - given - bounds


def note(entry: Entry, error: ValidationError) -> None:
    """Note what the model says, each sentence with its field."""
    by_field = getattr(error, "error_dict", None) or {NON_FIELD_ERRORS: error.error_list or []}
    constraints = (each for each in entry.model._meta.constraints if isinstance(each, UniqueConstraint))
    twice = {each.get_violation_error_message() for each in constraints}  # pyright: ignore[reportAttributeAccessIssue]
    for name, errors in by_field.items():
        clashes = (each.code in ("unique", "unique_together") or each.message in twice for each in errors)
        conflict = name.startswith("slug_") or any(clashes)
        for sentence in dict.fromkeys(sentence for each in errors for sentence in each.messages):
            entry.find(str(sentence), "" if name == NON_FIELD_ERRORS else name, conflict=conflict)
