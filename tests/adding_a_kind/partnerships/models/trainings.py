"""Trainings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Lasting, Record


class Training(Record, Lasting):
    """A course that partners give, in an area, at a place, by people."""

    bilingual = ("title", "summary")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="trainings", verbose_name=_("partners")
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="trainings", verbose_name=_("areas"))
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="trainings",
        verbose_name=_("place"),
    )
    people = models.ManyToManyField(
        "partnerships.Person", blank=True, related_name="trainings", verbose_name=_("people")
    )

    class Meta(Record.Meta):
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [*Record.Meta.constraints, *Lasting.Meta.constraints]
