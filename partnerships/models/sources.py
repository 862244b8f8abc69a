"""Documents, and the ties from facts to places in them."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from .base import (
    LISTED_BY_DATE,
    AddressedRecord,
    Dated,
    Lasting,
    PartManager,
    Publication,
    owned_by,
    part_constraints,
    target_of,
)

#: The kinds that have citations: all but the source itself.
CITED_KINDS = (
    "state",
    "partner",
    "organization",
    "place",
    "embassy",
    "mission",
    "designation",
    "office",
    "person",
    "tenure",
    "decision",
    "agreement",
    "visit",
    "meeting",
    "posting",
    "activity",
    "area",
    "framework",
    "membership",
    "statement",
)


class Source(AddressedRecord, Dated):
    """A document: who published it, when, in which languages, where it can be read."""

    bilingual = ("title", "publisher", "summary")

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official document")
        OFFICIAL_PAGE = "official_page", _("official page")
        PRESS = "press", _("press")
        AGENCY = "agency", _("news agency")
        REFERENCE = "reference", _("reference work")
        DATA_SET = "data_set", _("data set")
        PERSONAL_PAGE = "personal_page", _("personal page")
        OTHER = "other", _("other document")

    publisher_fr: str | None
    publisher_en: str | None

    title = models.CharField(_("title"), max_length=1000, blank=True, default="")
    publisher = models.CharField(_("publisher"), max_length=500, blank=True, default="")
    original_title = models.CharField(
        _("original title"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("As the document itself has it, in its own language and script."),
    )
    author = models.CharField(
        _("author"), max_length=500, blank=True, default="", help_text=_("The author of the document, as it is signed.")
    )
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.OFFICIAL)
    languages = models.CharField(
        _("languages"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("Language codes of the document, separated by spaces: “fr en”."),
    )
    url = models.URLField(_("address"), max_length=2000, blank=True, default="")
    archive_url = models.URLField(_("archived address"), max_length=2000, blank=True, default="")
    not_archived = models.BooleanField(
        _("no archived copy"), default=False, help_text=_("Tick if a copy was looked for and there is none.")
    )
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True, default="")

    if TYPE_CHECKING:

        def get_kind_display(self) -> str: ...

    class Meta(AddressedRecord.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [*AddressedRecord.Meta.indexes, *LISTED_BY_DATE]
        constraints = [
            *AddressedRecord.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="source_archived_or_not",
                condition=Q(not_archived=False) | Q(archive_url=""),
                violation_error_message=_("Either there is an archived copy, or there is none."),
            ),
        ]

    @property
    def tells_until(self) -> date | None:
        """The last day of which the document can tell: that it was written; without a date, that it was read."""
        return self.date_latest if self.date else self.accessed_on

    def folded_texts(self) -> list[str]:
        texts = [self.publisher_fr or "", self.publisher_en or "", self.url]
        signed = (text for text in (self.original_title, self.author) if text)
        return [*super().folded_texts(), *texts, *signed]


class CitationManager(PartManager["Citation"]):
    def published(self) -> QuerySet["Citation"]:
        """Return the citations of published sources."""
        return self.filter(source__publication=Publication.PUBLISHED)


class Citation(owned_by(CITED_KINDS, "citations")):
    """The tie from one fact (a record, or one field of it) to a place in a source."""

    bilingual = ("remark",)

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")

    class Grade(models.TextChoices):
        A = "A", _("A: primary source, seen")
        B = "B", _("B: press or data set")
        C = "C", _("C: weak or inferred")
        K = "K", _("K: from memory, not checked")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="uses", verbose_name=_("source"))
    stance = models.CharField(_("stance"), max_length=12, choices=Stance, default=Stance.SUPPORTS)
    grade = models.CharField(_("grade"), max_length=1, choices=Grade, blank=True, default="")
    field = models.CharField(
        _("field"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("The field of the record that it is about; empty for the whole record."),
    )
    value = models.CharField(
        _("what the source says"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("For a contradiction: the value that the source gives, dates in notation."),
    )
    locator = models.CharField(_("place in the source"), max_length=250, blank=True, default="", help_text=_("“p. 3”"))
    remark = models.TextField(_("remark"), blank=True, default="")

    objects: ClassVar[CitationManager] = CitationManager()

    source_id: int

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        indexes = [models.Index(name="citation_by_source", fields=["source", "stance", "id"])]
        constraints = [
            *part_constraints("citation", CITED_KINDS),
            models.CheckConstraint(
                name="citation_stance",
                condition=Q(stance__in=["supports", "contradicts"]),
                violation_error_message=_("A citation supports or contradicts."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.field and self.owner_field and self.field not in {*self.citable_fields(), *self.citable_moments()}:
            raise ValidationError({"field": _("The record has no field and no moment of this name.")})

    def can_bear(self, day: date) -> bool:
        """Whether its source can prove what happened on `day`: it was not written before."""
        until = self.source.tells_until
        return until is None or until >= day

    def citable_fields(self) -> set[str]:
        """Return the names of the owner's fields that a citation may be about."""
        meta = self._owner_model()._meta
        return {field.name for field in (*meta.fields, *meta.many_to_many)}

    def citable_moments(self) -> dict[str, str]:
        """Return what the moments of the owner that a citation may be about are called, by their names."""
        return moments_of(self._owner_model())

    def _owner_model(self) -> type[models.Model]:
        return target_of(type(self), self.owner_field or self.owner_fields[0])


def moments_of(model: type[models.Model]) -> dict[str, str]:
    """Return what the moments of a record of `model` are called that a citation may be about, by their names."""
    found = model.moments_in_words() if issubclass(model, Lasting) else {}
    return {name: str(words) for name, words in found.items()}
