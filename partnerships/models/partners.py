"""States, organisations, places, and the partnerships between them."""

from typing import TYPE_CHECKING

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import AddressedRecord, Lasting, OnEarth, Record, Weighed, exactly_one, refuse_circle, validate_wikidata

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .names import Name


def capitals(number: int) -> RegexValidator:
    """Return the check that a code is made of `number` capital letters."""
    return RegexValidator(
        rf"\A[A-Z]{{{number}}}\Z", _("A code of capital letters is expected, such as “JP” or “JPN”."), code="code"
    )


three_digits = RegexValidator(
    r"\A[0-9]{3}\Z",
    _("Three digits are expected, such as “392”; a smaller number begins with zeros: “004”."),
    code="code",
)


class State(AddressedRecord, Lasting):
    """A country, present or past."""

    label_field = "name"
    bilingual = ("name", "formal_name")

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    formal_name = models.CharField(_("formal name"), max_length=500, blank=True, default="")
    iso2 = models.CharField(_("ISO code (two letters)"), max_length=2, blank=True, default="", validators=[capitals(2)])
    iso3 = models.CharField(
        _("ISO code (three letters)"), max_length=3, blank=True, default="", validators=[capitals(3)]
    )
    iso_numeric = models.CharField(
        _("ISO code (three digits)"), max_length=3, blank=True, default="", validators=[three_digits]
    )
    wikidata = models.CharField(
        _("Wikidata identifier"), max_length=20, blank=True, default="", validators=[validate_wikidata]
    )
    predecessors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessors"),
    )

    names: "RelatedManager[Name]"
    successors: "RelatedManager[State]"

    class Meta(AddressedRecord.Meta):
        verbose_name = _("State")
        verbose_name_plural = _("States")
        constraints = [*AddressedRecord.Meta.constraints, *Lasting.Meta.constraints]


class Organization(AddressedRecord, Lasting):
    """An international organisation, or one of its bodies or commands."""

    label_field = "name"
    bilingual = ("name", "abbreviation")

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    abbreviation = models.CharField(_("abbreviation"), max_length=50, blank=True, default="")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        verbose_name=_("parent organisation"),
    )
    seat = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seated_organizations",
        verbose_name=_("seat"),
    )
    wikidata = models.CharField(
        _("Wikidata identifier"), max_length=20, blank=True, default="", validators=[validate_wikidata]
    )

    parent_id: int | None
    abbreviation_fr: str | None
    abbreviation_en: str | None

    names: "RelatedManager[Name]"

    class Meta(AddressedRecord.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [*AddressedRecord.Meta.constraints, *Lasting.Meta.constraints]

    def clean(self) -> None:
        super().clean()
        refuse_circle(self, "parent")

    def folded_texts(self) -> list[str]:
        return [*super().folded_texts(), self.abbreviation_fr or "", self.abbreviation_en or ""]


class Place(AddressedRecord, OnEarth):
    """A town, a site or a sea area."""

    label_field = "name"
    bilingual = ("name",)

    class Kind(models.TextChoices):
        TOWN = "town", _("town")
        SITE = "site", _("site")
        REGION = "region", _("region")
        SEA_AREA = "sea_area", _("sea area")

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.TOWN)
    state = models.ForeignKey(
        State,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("State"),
    )

    names: "RelatedManager[Name]"

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            *AddressedRecord.Meta.constraints,
            *OnEarth.Meta.constraints,
        ]


class Partner(AddressedRecord, Lasting, Weighed):
    """A State's partnership with an organisation of which it is not a member."""

    label_field = "name"
    bilingual = ("name", "summary")

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="partnerships", verbose_name=_("State"))
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="partners",
        verbose_name=_("organisation"),
    )
    name = models.CharField(
        _("name"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Only where it differs from the name of the State."),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    name_fr: str | None
    name_en: str | None
    state_id: int | None
    organization_id: int

    class Meta(AddressedRecord.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [*AddressedRecord.Meta.constraints, *Lasting.Meta.constraints, *Weighed.Meta.constraints]

    @property
    def named_after(self) -> tuple[Record, ...]:
        return () if self.name_fr or self.name_en or not self.state_id else (self.state,)


class Framework(AddressedRecord, Lasting, Weighed):
    """A frame in which partners cooperate with an organisation, such as the Partnership for Peace."""

    label_field = "name"
    bilingual = ("name", "abbreviation", "summary")

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    abbreviation = models.CharField(_("abbreviation"), max_length=50, blank=True, default="")
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="frameworks",
        verbose_name=_("organisation"),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    abbreviation_fr: str | None
    abbreviation_en: str | None

    class Meta(AddressedRecord.Meta):
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        constraints = [*AddressedRecord.Meta.constraints, *Lasting.Meta.constraints, *Weighed.Meta.constraints]

    def folded_texts(self) -> list[str]:
        return [*super().folded_texts(), self.abbreviation_fr or "", self.abbreviation_en or ""]


class Membership(Record, Lasting, Weighed):
    """A State's participation in a framework or in an organisation, for a period."""

    label_field = "key"
    bilingual = ("summary",)

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("State"))
    framework = models.ForeignKey(
        Framework,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("framework"),
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("organisation"),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    framework_id: int | None

    class Meta(Record.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            *Record.Meta.constraints,
            *Lasting.Meta.constraints,
            *Weighed.Meta.constraints,
            models.CheckConstraint(
                name="membership_of_one",
                condition=exactly_one("framework", "organization"),
                violation_error_message=_("A membership is in a framework or in an organisation: name just one."),
            ),
        ]

    @property
    def named_after(self) -> tuple[Record, ...]:
        return tuple(one for one in (self.state, self.group) if one is not None)

    @property
    def group(self) -> Framework | Organization | None:
        """The framework or organisation of which the State is a member."""
        return self.framework if self.framework_id else self.organization
