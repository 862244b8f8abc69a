"""The content version: pages, feeds and counts are kept under it, and never shown under an older one."""

from django.db import connection
from django.db.models import F
from django.utils import timezone

from partnerships.models import ContentVersion

_ROW = 1
_STAMP = f"SELECT number, changed_at FROM {ContentVersion._meta.db_table} WHERE id = %s"  # noqa: S608


def content_version() -> int:
    """Return the number that every change which the public can see raises; read from the database each time."""
    return ContentVersion.objects.filter(pk=_ROW).values_list("number", flat=True).first() or 0


def stamp() -> tuple[object, ...]:
    """Return what every change that the public can see changes, a copy of the database that is put back included.

    It is read from the database each time, past the ORM: whatever is kept asks for it at each request.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STAMP, [_ROW])
        return cursor.fetchone() or ()


def advance() -> None:
    """Raise the content version, in the transaction of the change that the public will see.

    It is the last thing of a transaction: whoever holds the row waits for nobody else.
    """
    now = timezone.now()
    if not ContentVersion.objects.filter(pk=_ROW).update(number=F("number") + 1, changed_at=now):
        ContentVersion.objects.create(pk=_ROW, changed_at=now)


def built_layout() -> int:
    """Return the layout in which the reading index was last made; 0 where it never was."""
    return ContentVersion.objects.filter(pk=_ROW).values_list("layout", flat=True).first() or 0


def note_layout(layout: int) -> None:
    """Write down that the reading index has `layout` now."""
    ContentVersion.objects.update_or_create(pk=_ROW, defaults={"layout": layout})
