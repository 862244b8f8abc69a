"""What readers report: an error in a record, or in one of its lines; a task for the staff until it is closed."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ErrorReport(models.Model):
    """What a reader says is wrong in a public record, until somebody of the staff has answered it."""

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("corrected")
        UNCHANGED = "unchanged", _("nothing to correct")
        UNUSABLE = "unusable", _("cannot be used")

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=200)
    moment = models.CharField(_("line"), max_length=230, blank=True, default="")
    shown = models.TextField(_("as the reader saw it"), blank=True, default="")
    language = models.CharField(_("language"), max_length=2)
    text = models.TextField(_("what is wrong"))
    where = models.TextField(_("where the right information is found"), blank=True, default="")
    token = models.CharField(max_length=32, unique=True)
    received_at = models.DateTimeField(_("received at"), default=timezone.now)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="closed_reports",
        verbose_name=_("closed by"),
    )
    closed_by_name = models.CharField(_("closed by"), max_length=200, blank=True, default="")
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True, default="")
    answer = models.TextField(_("answer"), blank=True, default="")
    correction = models.ForeignKey(
        "partnerships.Change",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("correction"),
    )

    if TYPE_CHECKING:
        correction_id: int | None

        def get_outcome_display(self) -> str: ...

    class Meta:
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        indexes = [
            models.Index(name="report_waiting", fields=["closed_at", "id"]),
            models.Index(name="report_of_record", fields=["kind", "key"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="report_closed_with_answer",
                condition=Q(closed_at__isnull=True) | (~Q(outcome="") & ~Q(answer="")),
                violation_error_message=_("A report is closed with an outcome and an answer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class ReportSender(models.Model):
    """How many reports came from one sender on one day: known by a mark that tells nobody who it was."""

    day = models.DateField()
    mark = models.CharField(max_length=64)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="report_sender_once", fields=["day", "mark"])]

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"
