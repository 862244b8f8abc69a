"""What bodies decide."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import LISTED_BY_DATE, AddressedRecord, Dated, Weighed, refuse_circle

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .base import RecordManager
    from .missions import Designation


class Decision(AddressedRecord, Dated, Weighed):
    """An act of a body on a date, about one partner, several, or all partners of that day."""

    bilingual = ("title", "text")

    class Scope(models.TextChoices):
        PARTNERS = "partners", _("the partners named")
        ALL_PARTNERS = "all_partners", _("all partners at that date")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    number = models.CharField(
        pgettext_lazy("of a document", "number"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("The number of the document that records it, such as “PO(2018)0123”."),
    )
    text = models.TextField(_("text"), blank=True, default="")
    body = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("body"),
        help_text=_("Leave empty if the sources do not say who decided."),
    )
    scope = models.CharField(_("partners concerned"), max_length=15, choices=Scope, default=Scope.PARTNERS)
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="decisions", verbose_name=_("partners")
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="decisions", verbose_name=_("areas"))
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("follows"),
        help_text=_("The earlier decision on which this one rests."),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("place"),
    )

    followed_by: "RelatedManager[Decision]"
    designations: "RecordManager[Designation]"

    if TYPE_CHECKING:

        def get_scope_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [*AddressedRecord.Meta.indexes, *Dated.Meta.indexes, *LISTED_BY_DATE]
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Dated.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="decision_scope",
                condition=Q(scope__in=["partners", "all_partners"]),
                violation_error_message=_("A decision is about partners named, or about all."),
            ),
        ]

    def folded_texts(self) -> list[str]:
        return [*super().folded_texts(), *([self.number] if self.number else [])]

    def clean(self) -> None:
        super().clean()
        refuse_circle(self, "follows")
