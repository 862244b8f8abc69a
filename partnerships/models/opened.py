"""Who has which form open: rows that last for a minute or two, so that two people know of each other."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class OpenForm(models.Model):
    """Somebody has the form of a record open, as their browser last said at `seen_at`."""

    kind = models.CharField(max_length=20)
    record = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="open_form_once", fields=["kind", "record", "user"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.record} {self.user_id}"  # pyright: ignore[reportAttributeAccessIssue]
