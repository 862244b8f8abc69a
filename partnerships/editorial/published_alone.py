"""Two people stand behind what the public reads; what one does alone is flagged until another confirms it."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Change, Confirmation, Publication, Record, Tenure
from partnerships.models.history import PUBLISHERS, name_of
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.snapshot.taking import Lines
from partnerships.transactions import one_write

from .joined import joined_to
from .own_sentences import WROTE_ALONE
from .refusal import Refused

#: The actions by which somebody writes a record.
WRITING = (Change.Action.CREATE, Change.Action.UPDATE, Change.Action.MERGE, Change.Action.RESTORE)
#: Those by which it comes to say something else: what a second person accepts too.
REWRITING = (*WRITING, Change.Action.ACCEPT)
#: Those that set, or take back, a moment of publication, and change nothing.
SETTING_MOMENTS = (Change.Action.SCHEDULE, Change.Action.UNSCHEDULE)


def wrote_alone(record: Record, user: User | None) -> bool:
    """Whether nobody but `user` has written what is new in `record` since it was published last."""
    return bool(written_alone([record], user))


def written_alone(records: Iterable[Record], user: User | None) -> list[Record]:
    """Return those of `records` in which nobody but `user` has written what is new, or what is one step with them."""
    records = [*records]
    if user is None or not records:
        return []
    wholes = [record_of(each) or each for each in records]
    writers: dict[tuple[str, str], set[int | None]] = {(kind_of(each), each.key): set() for each in wholes}
    acts = (*REWRITING, Change.Action.PUBLISH)
    for kind in {kind for kind, _key in writers}:
        keys = [key for one, key in writers if one == kind]
        found = Change.objects.filter(kind=kind, key__in=keys, action__in=acts).order_by("id")
        for key, action, by in found.values_list("key", "action", "by"):
            if action == Change.Action.PUBLISH:
                writers[kind, key].clear()
            else:
                writers[kind, key].add(by)
    proposed = {*joined_to(*wholes).filter(author=user).values_list("successor", flat=True)}
    return [
        each
        for each, whole in zip(records, wholes, strict=True)
        if writers[kind_of(whole), whole.key] == {user.pk} or (isinstance(whole, Tenure) and whole.pk in proposed)
    ]


def alone_with_reason(records: Iterable[Record], user: User | None, reason: str) -> list[Record]:
    """Return those of `records` that nobody but `user` has written. Raises `Refused` if any, without a reason."""
    alone = written_alone(records, user)
    if alone and not reason.strip():
        raise Refused(str(WROTE_ALONE), alone, field="alone_reason")
    return alone


def public_before(change: Change) -> Lines:
    """Return the text that the public had read last when `change` was made: none of what it never saw."""
    if change.action != Change.Action.PUBLISH:
        return change.before or []
    earlier = Change.objects.filter(kind=change.kind, key=change.key, pk__lt=change.pk).order_by("-pk")
    texts = (lines for lines in earlier.values_list("after", flat=True).iterator() if lines)
    return next((each for each in texts if each[0]["fields"].get("publication") == Publication.PUBLISHED), [])


def flag(change: Change, reason: str) -> Confirmation:
    """Write down that `change` was made by one person alone, and why."""
    return Confirmation.objects.create(change=change, reason=reason.strip())


def unconfirmed() -> QuerySet[Confirmation]:
    """Return what still waits to be confirmed, the oldest first."""
    waiting = Confirmation.objects.filter(confirmed_at__isnull=True)
    return waiting.select_related("change__by").order_by("id")


def confirmations_for(user: User) -> Mapping[str, QuerySet[Confirmation]]:
    """Return what others have published alone, and `user` may confirm, by its name among what waits."""
    return {"unconfirmed": unconfirmed().exclude(change__by=user)} if user.has_perm(PUBLISHERS) else {}


@one_write()
def confirm(confirmation: Confirmation, *, by: User) -> Confirmation:
    """Stand by what somebody else published alone."""
    confirmation = Confirmation.objects.select_for_update().select_related("change").get(pk=confirmation.pk)
    if confirmation.confirmed_at:
        raise Refused(_("This is confirmed already."))
    if confirmation.change.by_id == by.pk:
        raise Refused(_("Somebody else confirms what you published alone."))
    confirmation.confirmed_by, confirmation.confirmed_by_name = by, name_of(by)
    confirmation.confirmed_at = timezone.now()
    confirmation.save()
    return confirmation
