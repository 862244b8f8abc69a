"""Who changed what, when: one change per saved record, in the batch that made it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .base import somebody

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .pending import PendingChange

#: The permission to publish, and to decide for the public: its name among those of the app, and whole.
PUBLISH_RECORDS = "publish_records"
PUBLISHERS = f"partnerships.{PUBLISH_RECORDS}"


def name_of(user: Any) -> str:
    """Return the name under which an account is remembered."""
    return (user.get_full_name() or user.get_username())[:200]


R = TypeVar("R", bound="Signed")


class SignedQuerySet(models.QuerySet[R]):
    def bulk_create(self, objs: Iterable[R], *arguments: Any, **options: Any) -> list[R]:
        """Write rows at once, each with the name of whoever did it."""
        rows = list(objs)
        for row in rows:
            row.sign()
        return super().bulk_create(rows, *arguments, **options)

    bulk_create.alters_data = True


class Signed(models.Model):
    """What somebody did: the name that they had then outlives the account."""

    by = somebody(_("by"), "%(class)s_set")
    by_name = models.CharField(_("by"), max_length=200, blank=True, default="")

    by_id: int | None

    objects = models.Manager.from_queryset(SignedQuerySet)()

    class Meta:
        abstract = True

    def save(self, *arguments: Any, **options: Any) -> None:
        self.sign()
        super().save(*arguments, **options)

    def sign(self) -> None:
        """Write down the name of the account, unless one is written already."""
        if self.by_id is not None and not self.by_name:
            self.by_name = name_of(self.by)


class Batch(Signed):
    """What was written in one go, an import or a merge: when, from which files, and who answers for it."""

    at = models.DateTimeField(_("at"))
    files = models.JSONField(_("files"), default=list)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    changes: "RelatedManager[Change]"
    proposals: "RelatedManager[PendingChange]"

    class Meta(Signed.Meta):
        verbose_name = _("import or merge")
        verbose_name_plural = _("imports and merges")

    def __str__(self) -> str:
        return str(self.pk)


class Change(Signed):
    """One change of one record: its snapshot before and after. Triggers keep it: it is neither changed nor deleted."""

    class Action(models.TextChoices):
        CREATE = "create", _("created")
        UPDATE = "update", _("changed")
        PUBLISH = "publish", _("published")
        SUBMIT = "submit", _("submitted for review")
        RETURN = "return", _("returned to draft")
        WITHDRAW = "withdraw", _("withdrawn")
        DELETE = "delete", _("deleted")
        ACCEPT = "accept", _("changed, as proposed")
        SCHEDULE = "schedule", _("publication scheduled")
        UNSCHEDULE = "unschedule", _("scheduled publication cancelled")
        MERGE = "merge", _("merged")
        RESTORE = "restore", _("restored")

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=200)
    action = models.CharField(_("action"), max_length=10, choices=Action)
    at = models.DateTimeField(_("at"))
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, blank=True, related_name="changes")
    pending = models.ForeignKey(
        "partnerships.PendingChange",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("pending change"),
    )
    comment = models.TextField(_("comment"), blank=True, default="")
    #: Of a record that was merged into another: the key of that one.
    merged_into = models.CharField(_("merged into"), max_length=200, blank=True, default="")
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)

    if TYPE_CHECKING:

        def get_action_display(self) -> str: ...

    class Meta(Signed.Meta):
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        permissions = [(PUBLISH_RECORDS, _("Can publish and withdraw records"))]
        indexes = [
            models.Index(name="change_of_record", fields=["kind", "key", "id"]),
            models.Index(name="change_merged_into", fields=["merged_into", "kind"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key} {self.action}"


class CorrectionReason(models.Model):
    """What readers are told of why a record that they could read already was changed."""

    change = models.OneToOneField(Change, on_delete=models.PROTECT, related_name="told", verbose_name=_("change"))
    text_fr = models.TextField(_("reason, in French"), blank=True, default="")
    text_en = models.TextField(_("reason, in English"), blank=True, default="")

    class Meta:
        verbose_name = _("reason for a correction")
        verbose_name_plural = _("reasons for corrections")
        constraints = [
            models.CheckConstraint(
                name="correction_reason_said",
                condition=~Q(text_fr="") | ~Q(text_en=""),
                violation_error_message=_("A reason is given in French or in English."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.change)


class Translation(models.Model):
    """A text that was older than the one in the other language: whether it still is, and since which text."""

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=200)
    #: By what the part is known; empty for the record itself.
    part = models.CharField(max_length=450, blank=True, default="")
    field = models.CharField(_("field"), max_length=60)
    #: The language of the text that is older.
    language = models.CharField(_("language"), max_length=2)
    #: The text in the other language of which it was the translation.
    source = models.TextField(_("source"))
    since = models.DateTimeField(_("since"))
    checked_by = somebody(_("checked by"), "checked_translations")
    checked_by_name = models.CharField(_("checked by"), max_length=200, blank=True, default="")
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("older translation")
        verbose_name_plural = _("older translations")
        constraints = [
            models.UniqueConstraint(name="translation_once", fields=["kind", "key", "part", "field", "language"])
        ]
        indexes = [models.Index(name="translation_older", fields=["checked_at", "kind"])]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key} {self.field}_{self.language}"
