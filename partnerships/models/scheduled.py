"""What a reviewer has decided to publish, and when."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import somebody


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


class ScheduledAcceptance(models.Model):
    """The moment at which a pending change is accepted by itself, as somebody who may publish has decided."""

    pending = models.OneToOneField(
        "partnerships.PendingChange",
        on_delete=models.CASCADE,
        related_name="scheduled",
        verbose_name=_("pending change"),
    )
    at = models.DateTimeField(_("at"))
    by = somebody(_("by"), "scheduled_acceptances")
    by_name = models.CharField(_("by"), max_length=200, blank=True, default="")
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    #: What was ticked, what was written beside it, and which text of the record and the proposal was looked at.
    chosen = models.JSONField(_("accepted"), default=list)
    along = models.JSONField(_("published with it"), default=list)
    comment = models.TextField(_("comment"), blank=True, default="")
    reason = models.TextField(_("reason"), blank=True, default="")
    version = models.CharField(_("version"), max_length=64)
    #: Why it could not be accepted at its moment; empty as long as nobody tried.
    obstacles = models.TextField(_("obstacles"), blank=True, default="")

    class Meta:
        verbose_name = _("scheduled acceptance")
        verbose_name_plural = _("scheduled acceptances")
        indexes = [models.Index(name="acceptance_by_moment", fields=["at", "id"])]

    def __str__(self) -> str:
        return str(self.pending)
