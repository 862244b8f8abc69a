"""Posts: embassies, missions, and the designation of the one to serve as the other."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import AddressedRecord, Covered, Lasting, Reachable, Record, RecordManager, Weighed, exactly_one

if TYPE_CHECKING:
    from .offices import Office


class Embassy(AddressedRecord, Lasting, Reachable, Weighed):
    """A State's diplomatic post in a receiving State."""

    label_field = "name"
    bilingual = ("name", "summary")

    class Kind(models.TextChoices):
        EMBASSY = "embassy", _("embassy")
        HIGH_COMMISSION = "high_commission", _("high commission")
        LEGATION = "legation", _("legation")
        NUNCIATURE = "nunciature", _("apostolic nunciature")
        PERMANENT_MISSION = "permanent_mission", _("permanent mission")
        DELEGATION = "delegation", pgettext_lazy("a post", "delegation")
        CONSULATE_GENERAL = "consulate_general", _("consulate general")
        CONSULATE = "consulate", _("consulate")
        HONORARY_CONSULATE = "honorary_consulate", _("honorary consulate")
        LIAISON_OFFICE = "liaison_office", _("liaison office")
        REPRESENTATION = "representation", _("representative office")
        INTERESTS_SECTION = "interests_section", _("interests section")
        OTHER = "other", _("other post")

    kind = models.CharField(_("kind of post"), max_length=20, choices=Kind, default=Kind.EMBASSY)
    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        related_name="embassies",
        verbose_name=pgettext_lazy("of an embassy", "sending State"),
    )
    receiving_state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        related_name="received_embassies",
        verbose_name=_("receiving State"),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="embassies",
        verbose_name=_("place"),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    offices: "RecordManager[Office]"

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("embassy")
        verbose_name_plural = _("embassies")
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Lasting.Meta.constraints,
            *Reachable.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="embassy_abroad",
                condition=~Q(state=F("receiving_state")),
                violation_error_message=_(
                    "A State has no embassy in itself: a post at an organisation that sits there is a mission."
                ),
            ),
        ]


class Mission(AddressedRecord, Lasting, Covered, Reachable, Weighed):
    """A State's standing representation to an organisation: never a trip, never an operation."""

    label_field = "name"
    bilingual = ("name", "summary")

    class Kind(models.TextChoices):
        MISSION = "mission", pgettext_lazy("a post", "mission")
        PERMANENT_MISSION = "permanent_mission", _("permanent mission")
        PERMANENT_REPRESENTATION = "permanent_representation", _("permanent representation")
        DELEGATION = "delegation", pgettext_lazy("a post", "delegation")
        OBSERVER_MISSION = "observer_mission", _("observer mission")
        LIAISON_OFFICE = "liaison_office", _("liaison office")
        OTHER = "other", _("other post")

    kind = models.CharField(_("kind of post"), max_length=30, choices=Kind, default=Kind.MISSION)
    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        related_name="missions",
        verbose_name=_("sending State"),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        related_name="missions",
        verbose_name=_("organisation"),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="missions",
        verbose_name=_("place"),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    offices: "RecordManager[Office]"

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("mission")
        verbose_name_plural = _("missions")
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Lasting.Meta.constraints,
            *Reachable.Meta.constraints,
            *Weighed.Meta.constraints,
        ]


class Designation(Record, Lasting, Weighed):
    """The act by which a post serves as a mission, for a period, on the ground of a decision.

    The post is an embassy, or a mission to another organisation. The period begins when the
    designation takes effect, not when it was decided.
    """

    label_field = "key"
    label_separator = " ← "
    bilingual = ("summary",)

    mission = models.ForeignKey(
        Mission,
        on_delete=models.PROTECT,
        related_name="designations",
        verbose_name=_("mission"),
        help_text=_("The mission that the post serves as."),
    )
    embassy = models.ForeignKey(
        Embassy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="designations",
        verbose_name=_("designated embassy"),
    )
    serving_mission = models.ForeignKey(
        Mission,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="servings",
        verbose_name=_("designated mission to another organisation"),
    )
    decision = models.ForeignKey(
        "partnerships.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="designations",
        verbose_name=_("decision"),
        help_text=_("The decision on the ground of which the post is designated."),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    mission_id: int
    embassy_id: int | None
    serving_mission_id: int | None

    class Meta(Record.Meta):
        verbose_name = _("designation")
        verbose_name_plural = _("designations")
        constraints = [
            *Record.Meta.constraints,
            *Lasting.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="designation_of_one_post",
                condition=exactly_one("embassy", "serving_mission"),
                violation_error_message=_(
                    "A designation names one post: an embassy, or a mission to another organisation."
                ),
            ),
            models.CheckConstraint(
                name="designation_not_of_itself",
                condition=Q(serving_mission__isnull=True) | ~Q(serving_mission=F("mission")),
                violation_error_message=_("A mission cannot serve as itself."),
            ),
        ]

    @property
    def post(self) -> Embassy | Mission | None:
        """The designated embassy or mission."""
        return self.embassy if self.embassy_id else self.serving_mission

    @property
    def named_after(self) -> tuple[Record, ...]:
        return tuple(one for one in (self.mission, self.post) if one is not None)
