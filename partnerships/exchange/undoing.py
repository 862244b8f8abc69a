"""Taking a batch back: every record as it was before, unless somebody changed it since."""

from collections.abc import Iterable, Iterator

from django.db.models import ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Batch, Change
from partnerships.projections.invalidation import deferred
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.snapshot import CHUNK
from partnerships.transactions import one_write

from . import former
from .accounts import Account, may_publish
from .entries import MODELS, Entry, fields_of
from .findings import Place, Refused
from .importing import Snapshots, changes, compared, consistency, taken
from .ordering import ordered
from .publication import is_public_snapshot
from .reading import Reading, add
from .register import Register, Whole
from .writing import Writer, chunks


def undo(number: int, *, by: Account = None) -> list[str]:
    """Take batch `number` back; return the records restored. Raises `Refused`, and then nothing is changed."""
    with one_write(), deferred():
        batch = Batch.objects.select_for_update().filter(pk=number).first()
        if batch is None:
            raise Refused(_("There is no batch %(number)s.") % {"number": number})
        if batch.undone_at:
            raise Refused(_("Batch %(number)s is undone already.") % {"number": number})
        done = list(batch.changes.exclude(kind=former.KIND).order_by("pk"))
        refuse_changed_since(done)
        refuse_publishing(done, by)
        addresses = former.all_addresses()
        restore(done, by)
        deleted = {(change.kind, change.key) for change in created(done)}
        former.keep_only(former.taken_back(addresses, batch.changes.filter(kind=former.KIND), deleted))
        batch.undone_at = timezone.now()
        batch.save(update_fields=["undone_at"])
        return [f"{change.kind}/{change.key}" for change in done]


def refuse_changed_since(done: list[Change]) -> None:
    now = {(kind_of(model), key): lines for (model, _pk), (key, lines) in taken(wholes_of(done)).items()}
    changed = [f"{change.kind}/{change.key}" for change in done if now.get((change.kind, change.key)) != change.after]
    if changed:
        first = _("These records have been changed since; nothing is taken back:")
        raise Refused(first, *changed)


def wholes_of(done: Iterable[Change]) -> set[Whole]:
    """Return the records that were changed, locked; a meeting only while it stands by itself."""
    by_kind: dict[str, list[str]] = {}
    for change in done:
        by_kind.setdefault(change.kind, []).append(change.key)
    return {
        (KINDS[kind].model, pk)
        for kind, keys in by_kind.items()
        for some in chunks(keys, CHUNK)
        for pk in standing_alone(kind, some).select_for_update().values_list("pk", flat=True)
    }


def standing_alone(kind: str, keys: list[str]) -> QuerySet:
    records = KINDS[kind].model._base_manager.filter(key__in=keys)
    return records.filter(stop__isnull=True) if kind == "meeting" else records


def refuse_publishing(done: list[Change], by: Account) -> None:
    """Whoever is named must be allowed to publish what becomes public again."""
    if by is not None and not may_publish(by) and any(is_public_snapshot(change.before) for change in done):
        raise Refused(_("%(user)s may not publish records.") % {"user": by})


def restore(done: list[Change], by: Account) -> None:
    """Bring every record back to its snapshot, then check that the whole holds together."""
    concerned = wholes_of(done)
    after = taken(concerned)
    take_out_parts(done)
    free_slugs(done)
    write_back(done)
    delete_created(done)
    before = taken(concerned | wholes_of(done))
    findings = consistency(after, before)
    if findings:
        raise Refused(*(finding.message for finding in findings))
    record_history(after, before, by)


def record_history(after: Snapshots, before: Snapshots, by: Account) -> None:
    Change.objects.bulk_create(changes(after, before, at=timezone.now(), by=by), batch_size=200)


def entries_of(lines: list[dict] | None) -> list[Entry]:
    """Return what a snapshot says; of the lists it does not give, that they are empty."""
    reading = Reading()
    findings = [each for value in lines or () for each in add(reading, Place(_("(history)")), value)]
    if findings:
        raise Refused(*map(str, findings))
    for entry in reading.entries:
        for name, each in fields_of(entry.model).items():
            if each.many_to_many:
                entry.many.setdefault(name, [])
    return reading.entries


def take_out_parts(done: list[Change]) -> None:
    """Delete the parts that the batch added to what was there, the last of the order first."""
    register = Register()
    added = []
    for change in (change for change in done if change.before is not None):
        held = {entry.reference for entry in entries_of(change.before)}
        added += [entry for entry in entries_of(change.after)[1:] if entry.reference not in held]
    for entry in sorted(added, key=lambda entry: MODELS.index(entry.model), reverse=True):
        if pk := register.find(entry.reference):
            for part in entry.model._base_manager.filter(pk=pk):
                part.delete()


def created(done: list[Change]) -> list[Change]:
    return [change for change in done if change.before is None]


def free_slugs(done: list[Change]) -> None:
    """Let go of the addresses of what will be deleted: a restored record may need them."""
    for kind, keys in keys_by_kind(created(done)):
        if KINDS[kind].has_page:
            standing_alone(kind, keys).update(slug_fr=None, slug_en=None)


def keys_by_kind(done: list[Change]) -> Iterator[tuple[str, list[str]]]:
    """Yield the keys of each kind in handy numbers, kinds that name others first."""
    for kind in reversed(KINDS):
        for some in chunks((change.key for change in done if change.kind == kind), CHUNK):
            yield kind, some


def write_back(done: list[Change]) -> None:
    entries = ordered(entry for change in done for entry in entries_of(change.before))
    register = Register()
    Writer(register, lambda *_: None).write(compared(entries, register, lock=True))
    findings = [str(finding) for entry in entries for finding in entry.findings]
    if findings:
        raise Refused(*findings)


def delete_created(done: list[Change]) -> None:
    """Delete the records that the batch created."""
    doomed = list(keys_by_kind(created(done)))
    for kind, keys in doomed:
        forget_own_kind(kind, keys)
    refused = [name for kind, keys in doomed for name in delete(kind, keys)]
    if refused:
        raise Refused(_("Other records name these by now; nothing is taken back:"), *refused)


def forget_own_kind(kind: str, keys: list[str]) -> None:
    """Empty the columns in which records of one kind name each other."""
    model = KINDS[kind].model
    own = [each.name for each in model._meta.concrete_fields if each.related_model is model]
    if own:
        standing_alone(kind, keys).update(**dict.fromkeys(own))


def delete(kind: str, keys: list[str]) -> list[str]:
    """Delete records together; return the names of those that others name."""
    try:
        standing_alone(kind, keys).delete()
    except ProtectedError:
        if len(keys) == 1:
            return [f"{kind}/{keys[0]}"]
        return [name for key in keys for name in delete(kind, [key])]
    return []
