"""Offices, and the tenures of those who hold them."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import (
    LISTED_BY_PERIOD,
    AddressedRecord,
    Covered,
    Dated,
    Lasting,
    Part,
    Record,
    TitleForm,
    Weighed,
    part_constraints,
    validate_wikidata,
)

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager


class Office(AddressedRecord, Lasting, Covered):
    """A post to which somebody is appointed, which exists also while it is vacant."""

    label_field = "name"
    bilingual = ("name", "title_feminine", "summary")

    class Role(models.TextChoices):
        HEAD_OF_STATE = "head_of_state", _("head of State")
        HEAD_OF_GOVERNMENT = "head_of_government", _("head of government")
        FOREIGN_MINISTER = "foreign_minister", _("minister for foreign affairs")
        DEFENCE_MINISTER = "defence_minister", _("minister of defence")
        MINISTER = "minister", _("minister")
        AMBASSADOR = "ambassador", _("ambassador")
        HEAD_OF_MISSION = "head_of_mission", _("head of mission")
        SECRETARY_GENERAL = "secretary_general", _("secretary general")
        COMMANDER = "commander", _("commander")
        OTHER = "other", _("other office")

    name = models.CharField(pgettext_lazy("an office", "title"), max_length=500, blank=True, default="")
    title_feminine = models.CharField(
        _("title in the feminine"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("The title of a woman, where the word differs: « Première ministre du Japon »."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.OTHER)
    state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("State"),
        help_text=_("The State that fills the office."),
    )
    organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("organisation"),
        help_text=_("The organisation to which the office belongs."),
    )
    embassy = models.ForeignKey(
        "partnerships.Embassy",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("embassy"),
    )
    mission = models.ForeignKey(
        "partnerships.Mission",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("mission"),
    )
    heads_post = models.BooleanField(
        _("heads the embassy or mission"),
        default=False,
        help_text=_("Its holder is the head of that embassy or mission."),
    )
    receiving_state = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="accredited_offices",
        verbose_name=_("accredited to the State"),
    )
    receiving_organization = models.ForeignKey(
        "partnerships.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="accredited_offices",
        verbose_name=_("accredited to the organisation"),
    )
    single_holder = models.BooleanField(
        _("one holder at a time"),
        default=True,
        help_text=_("Untick for an office that several people hold together."),
    )
    summary = models.TextField(_("summary"), blank=True, default="")
    wikidata = models.CharField(
        _("Wikidata identifier"), max_length=20, blank=True, default="", validators=[validate_wikidata]
    )

    def folded_texts(self) -> list[str]:
        titles = (self.title_feminine_fr, self.title_feminine_en)
        return [*super().folded_texts(), *(title for title in titles if title)]

    def title(self, language: str, feminine: bool = False) -> tuple[Any | str, str]:
        """Return the title and its language: in the feminine where that is asked for and there is one."""
        text, found = self.read("name", language)
        return (feminine and getattr(self, f"title_feminine_{found}") or text), found

    title_feminine_fr: str | None
    title_feminine_en: str | None
    embassy_id: int | None
    mission_id: int | None

    if TYPE_CHECKING:

        def get_role_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        indexes = [*AddressedRecord.Meta.indexes, *LISTED_BY_PERIOD]
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Lasting.Meta.constraints,
            models.CheckConstraint(
                name="office_of_one_post",
                condition=Q(embassy__isnull=True) | Q(mission__isnull=True),
                violation_error_message=_("An office is at an embassy or at a mission, not both."),
            ),
            models.CheckConstraint(
                name="office_heads_a_post",
                condition=Q(heads_post=False) | Q(embassy__isnull=False) | Q(mission__isnull=False),
                violation_error_message=_("Say which embassy or mission the office heads."),
            ),
        ]


class Tenure(Record, Lasting, Weighed):
    """A person in an office for a period."""

    label_field = "key"
    bilingual = ("rank", "residence_text", "summary")

    class Ending(models.TextChoices):
        TERM = "term", _("end of term")
        TRANSFER = "transfer", _("transferred to another office")
        RECALL = "recall", _("recalled")
        RESIGNATION = "resignation", _("resigned")
        DISMISSAL = "dismissal", _("dismissed")
        DEATH = "death", _("died in office")
        ABOLITION = "abolition", _("office abolished")
        OTHER = "other", _("otherwise")

    person = models.ForeignKey(
        "partnerships.Person", on_delete=models.PROTECT, related_name="tenures", verbose_name=_("person")
    )
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures", verbose_name=_("office"))
    title_form = models.CharField(
        _("form of the title"),
        max_length=10,
        choices=TitleForm,
        blank=True,
        default="",
        help_text=_("The form of the title in this tenure; if left empty, that of the person’s record."),
    )
    rank = models.CharField(
        pgettext_lazy("of a diplomat", "rank"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Such as “envoy extraordinary and minister plenipotentiary”."),
    )
    residence = models.ForeignKey(
        "partnerships.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="residents",
        verbose_name=_("residence"),
        help_text=_("Where the person lives, if not where the office is: resident at Brussels."),
    )
    residence_text = models.CharField(
        _("residence in words"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("If no place in the register fits."),
    )
    acting = models.BooleanField(_("acting"), default=False, help_text=_("Holds the office ad interim."))
    never_served = models.BooleanField(
        _("never served"),
        default=False,
        help_text=_("Nominated or appointed, but never took up the office."),
    )
    ending = models.CharField(_("how it ended"), max_length=20, choices=Ending, blank=True, default="")
    appointment = models.CharField(
        _("appointment"),
        max_length=200,
        blank=True,
        default="",
        db_index=True,
        help_text=_(
            "The same word on every tenure of one appointment, such as all the accreditations of one ambassador."
        ),
    )
    checked_on = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_("The last day on which somebody made sure that the person still holds the office."),
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    person_id: int
    office_id: int
    milestones: "RelatedManager[Milestone]"

    class Meta(Record.Meta):
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        indexes = [
            *Lasting.Meta.indexes,
            # For the list of the back-office, by name in either language.
            models.Index(name="tenure_by_name_fr", fields=["sort_fr", "id"]),
            models.Index(name="tenure_by_name_en", fields=["sort_en", "id"]),
        ]
        constraints = [*Record.Meta.constraints, *Lasting.Meta.constraints, *Weighed.Meta.constraints]

    @classmethod
    def moments_in_words(cls) -> dict[str, str | Promise]:
        return {**super().moments_in_words(), **{str(kind): words for kind, words in Milestone.Kind.choices}}

    @property
    def named_after(self) -> tuple[Record, ...]:
        return self.person, self.office

    def label(self, language: str) -> str:
        title = self.office.title(language, self.is_feminine)[0] or self.office.label(language)
        return self.label_separator.join((self.person.label(language), title))

    @property
    def is_feminine(self) -> Any:
        """Whether the title is said in the feminine: as the tenure says, else as the person’s record does."""
        return (self.title_form or self.person.title_form) == TitleForm.FEMININE


class Milestone(Part, Dated):
    """A dated step of a tenure: named, appointed, arrived, credentials, seen, recalled, left."""

    owner_fields = ("tenure",)
    bilingual = ("summary",)

    class Kind(models.TextChoices):
        NOMINATED = "nominated", _("nominated")
        APPOINTED = "appointed", _("appointed")
        ARRIVED = "arrived", _("arrived")
        CREDENTIALS = "credentials", _("presented credentials")
        SEEN = "seen", _("seen in office")
        RECALLED = "recalled", _("recalled")
        DEPARTED = "departed", _("departed")
        ENDED = "ended", _("ended")

    tenure = models.ForeignKey(Tenure, on_delete=models.CASCADE, related_name="milestones", verbose_name=_("tenure"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    summary = models.TextField(_("remark"), blank=True, default="")

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [*part_constraints("milestone", ["tenure"]), *Dated.Meta.constraints]
