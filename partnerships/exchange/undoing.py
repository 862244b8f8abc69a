"""Taking a batch back: every record as it was before, unless somebody changed it since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.chunks import chunks
from partnerships.models import Batch, Change, Confirmation, Meeting
from partnerships.models.base.links import ends_of
from partnerships.projections import translations
from partnerships.projections.up_to_date import deferred
from partnerships.records import former_addresses_of_batches
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.restoring import take_out_parts, write_back
from partnerships.records.snapshot.taking import CHUNK, Snapshots, Whole, snapshots_of
from partnerships.transactions import one_write

from .answerable import Account, may_publish
from .importing import changes_between, unfit_for_the_public
from .naming_unpublished import is_protected_snapshot, is_public_snapshot


@dataclass(frozen=True)
class Undone:
    """A record as it was before a batch: back, or no more, since the batch had created it."""

    name: str
    deleted: bool


def undo(number: int, *, by: Account = None) -> list[Undone]:
    """Take batch `number` back; return what became of its records. Raises `NothingWritten`: nothing is changed."""
    with one_write(), deferred():
        batch = Batch.objects.select_for_update().filter(pk=number).first()
        if batch is None:
            raise NothingWritten(_("There is no batch %(number)s.") % {"number": number})
        if batch.undone_at:
            raise NothingWritten(_("Batch %(number)s is undone already.") % {"number": number})
        done = list(batch.changes.exclude(kind=former_addresses_of_batches.KIND).order_by("pk"))
        refuse_changed_since(done)
        refuse_publishing(done, by)
        deleted = {(change.kind, change.key) for change in created(done)}
        led = former_addresses_of_batches.addresses_without(
            former_addresses_of_batches.all_addresses(),
            batch.changes.filter(kind=former_addresses_of_batches.KIND),
            deleted,
        )
        # Before, since a record that comes back needs its address; after, since a renamed one leaves another behind.
        former_addresses_of_batches.keep_only(led)
        restore_all(done, by)
        former_addresses_of_batches.keep_only(led)
        batch.undone_at = timezone.now()
        batch.save(update_fields=["undone_at"])
        # Nobody is asked to stand by what is no more; the history keeps the reason.
        Confirmation.objects.filter(change__batch=batch, confirmed_at__isnull=True).delete()
        return [Undone(f"{change.kind}/{change.key}", change.before is None) for change in done]


def refuse_changed_since(done: list[Change]) -> None:
    now = {(kind_of(model), key): lines for (model, _pk), (key, lines) in snapshots_of(wholes_of(done)).items()}
    changed = [f"{change.kind}/{change.key}" for change in done if now.get((change.kind, change.key)) != change.after]
    if changed:
        first = _("These records have been changed since; nothing is taken back:")
        raise NothingWritten(first, *changed)


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
    records = KINDS[kind].model._meta.base_manager.filter(key__in=keys)
    return records.filter(Meeting.BY_ITSELF) if kind == "meeting" else records


def refuse_publishing(done: list[Change], by: Account) -> None:
    """Refuse an undo that gives something back to the public, or takes it from there, unless `by` may publish."""
    concerned = [is_public_snapshot(change.before) or is_protected_snapshot(change.after) for change in done]
    if any(concerned) and not may_publish(by):
        if by is None:
            raise NothingWritten(_("This changes what the public sees: say who answers for it with --as USER."))
        raise NothingWritten(_("%(user)s may not publish records.") % {"user": by})


def restore_all(done: list[Change], by: Account) -> None:
    """Bring every record back to its snapshot, then check that the whole holds together."""
    concerned = wholes_of(done)
    after = snapshots_of(concerned)
    take_out_parts((change.after or [], change.before) for change in done if change.before is not None)
    free_slugs(done)
    write_back(change.before for change in done if change.before is not None)
    delete_created(done)
    before = snapshots_of(concerned | wholes_of(done))
    findings = unfit_for_the_public(after, before)
    if findings:
        raise NothingWritten(*(finding.message for finding in findings))
    record_history(after, before, by)


def record_history(after: Snapshots, before: Snapshots, by: Account) -> None:
    done = changes_between(after, before, at=timezone.now(), by=by)
    Change.objects.bulk_create(done, batch_size=200)
    translations.follow(done)


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


def delete_created(done: list[Change]) -> None:
    """Delete the records that the batch created."""
    doomed = list(keys_by_kind(created(done)))
    for kind, keys in doomed:
        forget_own_kind(kind, keys)
    refused = [name for kind, keys in doomed for name in delete(kind, keys)]
    if refused:
        raise NothingWritten(_("Other records name these by now; nothing is taken back:"), *refused)


def forget_own_kind(kind: str, keys: list[str]) -> None:
    """Empty the columns and links in which records of one kind name each other."""
    model = KINDS[kind].model
    own = [each.name for each in model._meta.concrete_fields if each.related_model is model]
    if own:
        standing_alone(kind, keys).update(**dict.fromkeys(own))
    for link in (each for each in model._meta.many_to_many if each.related_model is model):
        through, here, _there = ends_of(link)
        through._default_manager.filter(**{f"{here}__in": standing_alone(kind, keys)}).delete()


def delete(kind: str, keys: list[str]) -> list[str]:
    """Delete records together; return the names of those that others name."""
    try:
        with one_write():
            standing_alone(kind, keys).delete()
    except ProtectedError:
        if len(keys) == 1:
            return [f"{kind}/{keys[0]}"]
        return [name for key in keys for name in delete(kind, [key])]
    return []
