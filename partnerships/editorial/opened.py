"""Who else has a form open: said while both still can speak to each other; nothing is locked."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from partnerships.models import OpenForm, Record
from partnerships.models.history import name_of
from partnerships.records.kinds import kind_of
from partnerships.transactions import one_write

#: How often a browser says that a form is open, and how long it counts as open after that; in seconds.
EVERY, LASTS = 30, 75


@one_write()
def note_open(record: Record, by: User) -> str:
    """Note that `by` has the form of `record` open, and return what names this note.

    What nobody has said for a while is forgotten.
    """
    now = timezone.now()
    OpenForm.objects.filter(seen_at__lt=now - timedelta(seconds=LASTS)).delete()
    OpenForm.objects.update_or_create(kind=kind_of(record), record=record.pk, user=by, defaults={"seen_at": now})
    return now.isoformat()


@one_write()
def note_closed(record: Record, by: User, noted: str) -> None:
    """Note that `by` has left the form of `record` of which `noted` was the last note.

    Where they have it open again, in another tab or since they loaded it anew, a later note says so, and it stands.
    """
    for each in OpenForm.objects.filter(kind=kind_of(record), record=record.pk, user=by):
        if each.seen_at.isoformat() == noted:
            each.delete()


def others_in(record: Record, user: User) -> list[str]:
    """Return the names of those who have the form of `record` open, beside `user`."""
    recent = timezone.now() - timedelta(seconds=LASTS)
    found = OpenForm.objects.filter(kind=kind_of(record), record=record.pk, seen_at__gte=recent).exclude(user=user)
    return [name_of(each.user) for each in found.select_related("user").order_by("since", "pk")]
