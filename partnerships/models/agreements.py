"""What the parties agree, and sign."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import LISTED_BY_EITHER, AddressedRecord, Dated, Lasting, Weighed, refuse_circle

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .meetings import Participation


class Agreement(AddressedRecord, Dated, Lasting, Weighed):
    """A text signed on a day, in force for a period, perhaps renewing an earlier one."""

    bilingual = ("title", "text")

    class Kind(models.TextChoices):
        DECLARATION = "declaration", _("joint declaration")
        PROGRAMME = "programme", _("partnership programme")
        SECURITY = "security", _("security agreement")
        TREATY = "treaty", _("treaty")
        OTHER = "other", _("other agreement")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    text = models.TextField(_("text"), blank=True, default="")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.OTHER)
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="agreements", verbose_name=_("partners")
    )
    states = models.ManyToManyField(
        "partnerships.State",
        blank=True,
        related_name="agreements",
        verbose_name=_("other States that are parties"),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("organisation"),
    )
    organizations = models.ManyToManyField(
        "partnerships.Organization",
        blank=True,
        related_name="joint_agreements",
        verbose_name=_("other organisations that are parties"),
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="agreements", verbose_name=_("areas"))
    renews = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="renewed_by",
        verbose_name=_("renews"),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("place of signature"),
    )

    renewed_by: "RelatedManager[Agreement]"
    participations: "RelatedManager[Participation]"

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        indexes = [*AddressedRecord.Meta.indexes, *Dated.Meta.indexes, *LISTED_BY_EITHER]
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Dated.Meta.constraints,
            *Lasting.Meta.constraints,
            *Weighed.Meta.constraints,
        ]

    def clean(self) -> None:
        super().clean()
        refuse_circle(self, "renews")

    @property
    def is_signed(self) -> bool:
        """Whether a source says who signed: what was agreed need not have been signed."""
        return any(one.role == one.Role.SIGNATORY for one in self.participations.all())
