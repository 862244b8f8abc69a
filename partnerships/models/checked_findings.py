"""Findings of which somebody has said that they were checked, and are so."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .base import somebody


class CheckedFinding(models.Model):
    """What somebody answered to a finding: checked, it is so, and why. It holds until a record changes."""

    #: By which the finding is known, and what it is made of.
    name = models.CharField(max_length=32, unique=True)
    code = models.CharField(max_length=60)
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=200)
    reason = models.TextField(_("reason"))
    #: What the records said then that the finding is about; empty once somebody has opened it again.
    version = models.CharField(max_length=64, blank=True, default="")
    by = somebody(_("by"), "checked_findings")
    by_name = models.CharField(_("by"), max_length=200, blank=True, default="")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("checked finding")
        verbose_name_plural = _("checked findings")
        indexes = [models.Index(name="checked_by_code", fields=["code", "at"])]
        constraints = [
            models.CheckConstraint(
                name="checked_with_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why it is so."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.kind}/{self.key}"
