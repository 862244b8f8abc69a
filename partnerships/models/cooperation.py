"""What partners do together from day to day: areas, activities, postings, statements."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from .base import AddressedRecord, Dated, Lasting, Part, Record, Weighed, part_constraints, refuse_circle

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager


class Area(AddressedRecord):
    """A field of cooperation, such as maritime security."""

    label_field = "name"
    bilingual = ("name", "summary")

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("wider area"),
    )

    class Meta(AddressedRecord.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")

    def clean(self) -> None:
        super().clean()
        refuse_circle(self, "parent")


class Posting(Record, Lasting, Weighed):
    """A liaison or staff officer that a State places at a body, named or not."""

    bilingual = ("title", "summary")

    class Kind(models.TextChoices):
        LIAISON = "liaison", _("liaison officer")
        STAFF = "staff", _("staff officer")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.LIAISON)
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=_("sending State"),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=_("body"),
    )
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="postings",
        verbose_name=_("place"),
    )
    person = models.ForeignKey(
        "partnerships.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="postings",
        verbose_name=_("person"),
        help_text=_("Leave empty if the source names nobody."),
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="postings", verbose_name=_("areas"))

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(Record.Meta):
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        constraints = [*Record.Meta.constraints, *Lasting.Meta.constraints, *Weighed.Meta.constraints]

    def stand_in(self, language: str, may_name: Callable[[Record], bool] = lambda record: True) -> str:
        """Return the kind of officer, the State and the body: “Liaison officer, Japan – SHAPE”."""
        named = [one.label(language) for one in (self.state, self.organization) if may_name(one)]
        with override(language):
            kind = capfirst(self.get_kind_display()) or ""
        return ", ".join([kind, " – ".join(named)] if named else [kind])


class Activity(Record, Lasting, Weighed):
    """Practical cooperation: in an area, at a place, for beneficiaries, during a period."""

    bilingual = ("title", "summary")

    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    summary = models.TextField(_("summary"), blank=True, default="")
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="activities", verbose_name=_("partners")
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("organisation"),
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="activities", verbose_name=_("areas"))
    place = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("place"),
    )

    beneficiaries: "RelatedManager[Beneficiary]"

    class Meta(Record.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [*Record.Meta.constraints, *Lasting.Meta.constraints, *Weighed.Meta.constraints]


class Beneficiary(Part):
    """A State that an activity helps."""

    owner_fields = ("activity",)

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="beneficiaries",
        verbose_name=_("activity"),
    )
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        related_name="benefits",
        verbose_name=_("State"),
    )

    class Meta:
        verbose_name = _("beneficiary")
        verbose_name_plural = _("beneficiaries")
        constraints = part_constraints("beneficiary", ["activity"])

    def __str__(self) -> str:
        return str(self.state)


class Statement(Record, Dated, Lasting, Weighed):
    """A dated, sourced sentence or count about records that has no structure of its own."""

    label_field = "text"
    bilingual = ("text",)

    class Qualifier(models.TextChoices):
        EXACTLY = "exactly", _("exactly")
        ABOUT = "about", pgettext_lazy("a count", "about")
        MORE_THAN = "more_than", _("more than")
        LESS_THAN = "less_than", _("less than")

    text = models.TextField(_("text"), blank=True, default="")
    count = models.PositiveIntegerField(_("count"), null=True, blank=True)
    qualifier = models.CharField(_("qualifier of the count"), max_length=10, choices=Qualifier, blank=True, default="")
    partners = models.ManyToManyField(
        "partnerships.Partner", blank=True, related_name="statements", verbose_name=_("partners")
    )
    states = models.ManyToManyField(
        "partnerships.State", blank=True, related_name="statements", verbose_name=_("States")
    )
    organizations = models.ManyToManyField(
        "partnerships.Organization",
        blank=True,
        related_name="statements",
        verbose_name=_("organisations"),
    )
    missions = models.ManyToManyField(
        "partnerships.Mission", blank=True, related_name="statements", verbose_name=_("missions")
    )
    decisions = models.ManyToManyField(
        "partnerships.Decision", blank=True, related_name="statements", verbose_name=_("decisions")
    )
    frameworks = models.ManyToManyField(
        "partnerships.Framework",
        blank=True,
        related_name="statements",
        verbose_name=_("frameworks"),
    )
    areas = models.ManyToManyField("partnerships.Area", blank=True, related_name="statements", verbose_name=_("areas"))
    people = models.ManyToManyField(
        "partnerships.Person", blank=True, related_name="statements", verbose_name=_("people")
    )
    contradicts = models.ManyToManyField(
        "self", blank=True, verbose_name=_("contradicts"), help_text=_("Statements that disagree.")
    )

    class Meta(Record.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *Record.Meta.constraints,
            *Dated.Meta.constraints,
            *Lasting.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="statement_on_a_day_or_for_a_time",
                condition=Q(date="") | Q(period=""),
                violation_error_message=_("A statement has a date, or a period if it lasts: not both."),
            ),
            models.CheckConstraint(
                name="statement_count_qualified",
                condition=Q(qualifier="") | Q(count__isnull=False),
                violation_error_message=_("A qualifier goes with a count."),
            ),
        ]
