"""What a reviewer has decided to publish, and when."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ScheduledPublication(models.Model):
    """The moment at which a record goes public by itself, as somebody who may publish has decided."""

    kind = models.CharField(_("kind"), max_length=20)
    #: Its number: until it is public, a record may get another key.
    record = models.PositiveBigIntegerField(_("record"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="scheduled_publications",
        verbose_name=_("by"),
    )
    by_name = models.CharField(_("by"), max_length=200, blank=True, default="")
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    reason = models.TextField(_("reason"), blank=True, default="")
    #: What goes along (`person/key`), and the record itself, each with the version that was looked at.
    versions = models.JSONField(_("versions"), default=dict)
    #: Why it could not be published at its moment; empty as long as nobody tried.
    obstacles = models.TextField(_("obstacles"), blank=True, default="")

    if TYPE_CHECKING:
        by_id: int | None

    class Meta:
        verbose_name = _("scheduled publication")
        verbose_name_plural = _("scheduled publications")
        indexes = [models.Index(name="scheduled_by_moment", fields=["at", "id"])]
        constraints = [
            models.UniqueConstraint(
                name="scheduled_once",
                fields=["kind", "record"],
                violation_error_message=_("The moment of this record's publication is set already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.record}"
