"""Visits with their stops."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .base import LISTED_BY_PERIOD, AddressedRecord, Lasting, Part, Progress, Record, Weighed, part_constraints

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .meetings import Meeting, Participation


class Visit(AddressedRecord, Lasting, Weighed):
    """A journey with ordered stops."""

    bilingual = ("title", "summary")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    status = models.CharField(_("status"), max_length=10, choices=Progress, default=Progress.HELD)
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="visits", verbose_name=_("partners")
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name=_("organisation"),
        help_text=_("The organisation that visits or is visited."),
    )
    areas = models.ManyToManyField(
        "partnerships.Area",
        blank=True,
        related_name="visits",
        verbose_name=_("areas agreed"),
        help_text=_("Fields in which both sides agreed to cooperate."),
    )

    stops: "RelatedManager[Stop]"
    meetings: "RelatedManager[Meeting]"
    participations: "RelatedManager[Participation]"

    if TYPE_CHECKING:

        def get_status_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [*AddressedRecord.Meta.indexes, *Lasting.Meta.indexes, *LISTED_BY_PERIOD]
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Lasting.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="visit_status",
                condition=Q(status__in=Progress.values),
                violation_error_message=_("A visit is planned, held or cancelled."),
            ),
        ]


class Stop(Part, Lasting):
    """A place where a visit halts, in its order; only the State, where no source names the place."""

    owner_fields = ("visit",)
    bilingual = ("summary",)

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="stops", verbose_name=_("visit"))
    position = models.PositiveSmallIntegerField(_("order"))
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stops",
        verbose_name=_("place"),
    )
    further_places = models.ManyToManyField(
        "partnerships.Place",
        blank=True,
        related_name="further_stops",
        verbose_name=_("further places"),
        help_text=_("Where one stop led to several places, whose order no source gives."),
    )
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stops",
        verbose_name=_("State"),
        help_text=_("If the source names no place in it."),
    )
    summary = models.TextField(_("remark"), blank=True, default="")

    visit_id: int
    place_id: int | None
    state_id: int | None
    meetings: "RelatedManager[Meeting]"

    class Meta:
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        ordering = ["position", "key"]
        constraints = [
            *part_constraints("stop", ["visit"]),
            *Lasting.Meta.constraints,
            models.UniqueConstraint(
                name="stop_position",
                fields=["visit", "position"],
                violation_error_message=_("Two stops of this visit have the same order."),
            ),
            models.CheckConstraint(
                name="stop_somewhere",
                condition=Q(place__isnull=False) | Q(state__isnull=False),
                violation_error_message=_("Say where the visit halts: a place, or at least the State."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.where}"

    @property
    def where(self) -> Record | None:
        """The place, else the State."""
        return self.place or self.state
