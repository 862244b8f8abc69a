"""Pictures of records: which file, and the words without which nobody sees it."""

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .base import LANGUAGES, BytewiseCharField, owned_by, part_constraints

#: The kinds that may have pictures: those with a page on which they stand.
PICTURED_KINDS = (
    "state",
    "partner",
    "organization",
    "place",
    "embassy",
    "mission",
    "office",
    "person",
    "decision",
    "agreement",
    "visit",
    "area",
    "framework",
)

#: What is said where its words are missing.
UNSAID = _("Each picture needs its alternative text first, in French and in English.")


class Picture(owned_by(PICTURED_KINDS, "pictures")):
    """A picture of one record: the hash that names its file, what it shows, whose it is."""

    bilingual = ("caption", "alternative")

    file = BytewiseCharField(
        _("file"),
        max_length=64,
        validators=[RegexValidator(r"\A[0-9a-f]{64}\Z", _("The hash that names a file of pictures."))],
        help_text=_("The hash of its content, by which the file is kept."),
    )
    width = models.PositiveIntegerField(_("width"), default=0, validators=[MinValueValidator(1)])
    height = models.PositiveIntegerField(
        _("height"), default=0, validators=[MinValueValidator(1), MaxValueValidator(100_000)]
    )
    caption = models.CharField(
        _("caption"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Shown beneath the picture: what, where, when."),
    )
    alternative = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("What there is to see, for those who cannot see it. Needed in both languages before publication."),
    )
    credit = models.CharField(
        _("credit"), max_length=300, blank=True, default="", help_text=_("Whose picture it is: “NATO”.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("The licence or permission under which it is shown: “CC BY 4.0”."),
    )
    origin = models.URLField(
        _("where it was taken from"), max_length=2000, blank=True, default="", help_text=_("Address of its page.")
    )
    people = models.ManyToManyField(
        "partnerships.Person", blank=True, related_name="shown_in", verbose_name=_("people shown")
    )

    if TYPE_CHECKING:
        caption_fr: str | None
        caption_en: str | None
        alternative_fr: str | None
        alternative_en: str | None

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = part_constraints("picture", PICTURED_KINDS)
        indexes = [models.Index(name="picture_by_file", fields=["file"])]

    def __str__(self) -> str:
        return self.caption_fr or self.caption_en or self.alternative_fr or self.alternative_en or self.key

    @property
    def is_said(self) -> bool:
        """Whether it can be read by those who do not see it, in each language."""
        return all(getattr(self, f"alternative_{language}") for language in LANGUAGES)


def unsaid() -> Q:
    """Return the condition that a picture lacks its alternative text in one of the languages."""
    return Q(
        *(Q(**{f"alternative_{language}": None}) | Q(**{f"alternative_{language}": ""}) for language in LANGUAGES),
        _connector=Q.OR,
    )
