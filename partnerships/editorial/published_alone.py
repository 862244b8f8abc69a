"""Two people stand behind what the public reads; what one does alone is flagged until another confirms it."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.models import Change, Confirmation, Publication, Record
from partnerships.models.history import PUBLISHERS, name_of
from partnerships.records.kinds import kind_of, record_of
from partnerships.records.snapshot.taking import Lines
from partnerships.transactions import one_write

from .own_sentences import WROTE_ALONE
from .refusal import Refused

#: The actions by which somebody writes a record.
WRITING = (Change.Action.CREATE, Change.Action.UPDATE, Change.Action.MERGE, Change.Action.RESTORE)
#: Those that set, or take back, a moment of publication, and change nothing.
SETTING_MOMENTS = (Change.Action.SCHEDULE, Change.Action.UNSCHEDULE)


def wrote_alone(record: Record, user: User | None) -> bool:
    """Whether nobody but `user` has written what is new in `record` since it was published last."""
    whole = record_of(record) or record
    changes = Change.objects.filter(kind=kind_of(whole), key=whole.key)
    published = changes.filter(action=Change.Action.PUBLISH).order_by("-id").values_list("id", flat=True).first()
    written = changes.filter(action__in=(*WRITING, Change.Action.ACCEPT), id__gt=published or 0)
    return user is not None and set(written.values_list("by", flat=True)) == {user.pk}


def alone_with_reason(records: Iterable[Record], user: User | None, reason: str) -> list[Record]:
    """Return those of `records` that nobody but `user` has written. Raises `Refused` if any, without a reason."""
    alone = [each for each in records if wrote_alone(each, user)]
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
