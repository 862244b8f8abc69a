"""What waits for a second person: changes of published records, and what somebody did alone."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import somebody

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .history import Change


class PendingChange(models.Model):
    """A change of a published record that the public does not see until a second person accepts it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RETURNED = "returned", _("returned")
        ACCEPTED = "accepted", _("accepted")
        TAKEN_BACK = "taken_back", _("taken back")

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=200)
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    comment = models.TextField(_("comment"), blank=True, default="")
    #: What readers are to be told, once it is accepted.
    reason_fr = models.TextField(_("reason, in French"), blank=True, default="")
    reason_en = models.TextField(_("reason, in English"), blank=True, default="")
    #: The import that proposed it, with which it is taken back.
    batch = models.ForeignKey(
        "partnerships.Batch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("import or merge"),
    )
    #: The new tenure in whose form it was proposed: until that is public, the two are one step.
    successor = models.ForeignKey(
        "partnerships.Tenure",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="ends_proposed",
        verbose_name=_("succeeding tenure"),
    )
    author = somebody(_("author"), "pending_changes")
    author_name = models.CharField(_("author"), max_length=200, blank=True, default="")
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    decided_by = somebody(_("decided by"), "decided_changes")
    decided_by_name = models.CharField(_("decided by"), max_length=200, blank=True, default="")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True, default="")

    author_id: int | None
    batch_id: int | None
    successor_id: int | None

    if TYPE_CHECKING:
        changes: RelatedManager["Change"]

        def get_state_display(self) -> str: ...

    #: The states in which it may still come to something.
    OPEN = (State.WAITING, State.RETURNED)

    class Meta:
        verbose_name = _("pending change")
        verbose_name_plural = _("pending changes")
        indexes = [
            models.Index(name="pending_of_record", fields=["kind", "key", "state"]),
            models.Index(name="pending_by_state", fields=["state", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="pending_state",
                condition=Q(state__in=["waiting", "returned", "accepted", "taken_back"]),
                violation_error_message=_("A pending change waits, is returned, accepted or taken back."),
            ),
            models.CheckConstraint(
                name="pending_returned_with_comment",
                condition=~Q(state="returned") | ~Q(answer=""),
                violation_error_message=_("A change is returned with a comment."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"

    @property
    def is_open(self) -> bool:
        """Whether it may still come to something."""
        return self.state in self.OPEN

    @property
    def accepted_part(self) -> "Change | None":
        """Return what was accepted of a change of which the rest went back to its author."""
        return self.changes.order_by("pk").last() if self.state == self.State.RETURNED else None


class Confirmation(models.Model):
    """What somebody made public alone, with the reason, until another person has confirmed it."""

    change = models.OneToOneField(
        "partnerships.Change", on_delete=models.PROTECT, related_name="confirmation", verbose_name=_("change")
    )
    reason = models.TextField(_("reason"))
    confirmed_by = somebody(_("confirmed by"), "confirmations")
    confirmed_by_name = models.CharField(_("confirmed by"), max_length=200, blank=True, default="")
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("publication to be confirmed")
        verbose_name_plural = _("publications to be confirmed")
        indexes = [models.Index(name="confirmation_awaited", fields=["confirmed_at"])]
        constraints = [
            models.CheckConstraint(
                name="confirmation_with_reason",
                condition=~Q(reason=""),
                violation_error_message=_("What somebody publishes alone has a reason."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.change)
