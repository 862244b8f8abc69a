"""People, and how they are called."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.folding import fold

from .base import AddressedRecord, TitleForm, validate_language, validate_wikidata
from .fields import MomentField

if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from .names import Name


class Person(AddressedRecord):
    """Somebody who holds an office, visits, meets, signs or is posted."""

    label_field = "name"
    bilingual = ("honorific", "suffix", "summary")

    name = models.CharField(
        _("name"),
        max_length=500,
        help_text=_(
            "The name in use, in the order used: “Shinzo Abe”. In Latin script, unless it is known in another one only."
        ),
    )
    name_language = models.CharField(
        _("language of the name"),
        max_length=20,
        blank=True,
        default="",
        validators=[validate_language],
        help_text=_("Only for a name that is known in another script than Latin: “ja”, “ko”, “ar”."),
    )
    family_name = models.CharField(_("family name"), max_length=250, blank=True, default="")
    given_name = models.CharField(_("given name"), max_length=250, blank=True, default="")
    honorific = models.CharField(
        _("honorific"), max_length=100, blank=True, default="", help_text=_("What stands before the name: “Dr”, “Sir”.")
    )
    suffix = models.CharField(
        _("suffix"), max_length=100, blank=True, default="", help_text=_("What stands after the name: “Jr”, “III”.")
    )
    title_form = models.CharField(
        _("form of titles"),
        max_length=10,
        choices=TitleForm,
        blank=True,
        default="",
        help_text=_("The form in which sources give this person’s titles; never guessed from a name."),
    )
    nationality = models.ForeignKey(
        "partnerships.State",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="nationals",
        verbose_name=_("nationality"),
    )
    birth = MomentField(_("date of birth"), help_text=_("Not shown to the public while the person lives."))
    death = MomentField(_("date of death"))
    wikidata = models.CharField(
        _("Wikidata identifier"), max_length=20, blank=True, default="", validators=[validate_wikidata]
    )
    summary = models.TextField(_("summary"), blank=True, default="")

    names: "RelatedManager[Name]"

    honorific_fr: str | None
    honorific_en: str | None
    suffix_fr: str | None
    suffix_en: str | None

    class Meta(AddressedRecord.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def read(self, field: Any, language: str) -> tuple[str, ...]:
        """Return a text and its language: the name is in its own one, where it has one."""
        if field == "name" and self.name_language:
            return self.name, self.name_language
        return super().read(field, language)

    def own_label(self, language: str) -> str:
        return self.family_name and f"{self.family_name} {self.given_name}" or self.name

    def place_in_lists(self, language: str) -> str:
        return fold(self.own_label(language))  # “Le Pen” is no article

    def folded_texts(self) -> list[str]:
        added = (self.honorific_fr, self.honorific_en, self.suffix_fr, self.suffix_en)
        return [self.name, f"{self.family_name} {self.given_name}", self.key, *(text for text in added if text)]
