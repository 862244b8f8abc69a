"""What every record has in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partnerships.folding import fold, without_articles

from ..fields import BytewiseCharField
from .derived import Derived, DerivedQuerySet
from .texts import LANGUAGES

validate_key = RegexValidator(
    r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("A key is made of lower-case letters, digits and single hyphens, such as “jp-nato”."),
    code="key",
)


class Publication(models.TextChoices):
    """Where a record stands between its first draft and the public."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


#: The public sees the record, or is told that it saw it: it is not deleted, and changes only by who may publish.
SEEN = (Publication.PUBLISHED, Publication.WITHDRAWN)


if TYPE_CHECKING:
    from django.db.models.manager import RelatedManager

    from ..sources import Citation

R = TypeVar("R", bound="Record")


class RecordQuerySet(DerivedQuerySet[R]):
    def published(self) -> Self:
        return self.filter(publication=Publication.PUBLISHED)

    def not_withdrawn(self) -> Self:
        """Return what the register stands by: drafts, what is in review, what is published."""
        return self.exclude(publication=Publication.WITHDRAWN)


if TYPE_CHECKING:

    class _Records(RecordQuerySet[R], models.Manager[R]): ...

else:
    _Records = models.Manager.from_queryset(RecordQuerySet)


class RecordManager(_Records[R]):
    def get_by_natural_key(self, key: str) -> R:
        return self.get(key=key)


class Record(Derived):
    """Something the register holds: it has a key, a state of publication, a history, an address."""

    #: The text that names the record: the field that its label and its sorting use.
    label_field = "title"
    #: What stands between the names of the records that it is named after.
    label_separator = " – "
    bilingual = ("withdrawal_reason",)
    #: The texts among them that have the little markup of `partnerships.markup`.
    marked_up: ClassVar[tuple[str, ...]] = ()

    key = BytewiseCharField(
        _("key"),
        max_length=200,
        unique=True,
        validators=[validate_key],
        error_messages={"unique": _("Another record of this kind has this key already.")},
        help_text=_("Permanent and the same in both languages, such as “jp-nato”."),
    )
    publication = models.CharField(_("publication"), max_length=10, choices=Publication, default=Publication.DRAFT)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("reason for withdrawal"), blank=True, default="")
    note = models.TextField(_("internal note"), blank=True, default="", help_text=_("For staff; never public."))
    folded = models.TextField(editable=False, default="")
    sort_fr = BytewiseCharField(max_length=300, editable=False, default="")
    sort_en = BytewiseCharField(max_length=300, editable=False, default="")

    objects: ClassVar[RecordManager[Self]] = RecordManager()

    if TYPE_CHECKING:
        _default_manager: ClassVar[RecordManager[Self]]
        #: Of every kind but sources.
        citations: RelatedManager[Citation]

        def get_publication_display(self) -> str: ...

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_publication",
                condition=Q(publication__in=Publication.values),
                violation_error_message=_("This is not a state of publication."),
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawn_with_reason",
                condition=~Q(publication=Publication.WITHDRAWN)
                | Q(withdrawal_reason_fr__isnull=False)
                | Q(withdrawal_reason_en__isnull=False),
                violation_error_message=_("A record is withdrawn with a reason."),
            ),
        ]

    def __str__(self) -> str:
        return self.label(get_language() or LANGUAGES[0])

    def natural_key(self) -> tuple[str, ...]:
        return (self.key,)

    @property
    def named_after(self) -> tuple["Record", ...]:
        """The records whose names make up this record's name; none where it has a text of its own."""
        return ()

    def label(self, language: str) -> str:
        """Return the record's name in `language`, else in the other one, else what stands in for it."""
        if parts := self.named_after:
            return self.label_separator.join(part.label(language) for part in parts)
        return self.read(self.label_field, language)[0] or self.stand_in(language)

    def stand_in(self, language: str, may_name: Callable[["Record"], bool] = lambda record: True) -> str:
        """Return what the record is called in `language` where no text names it: its key, if nothing says more.

        Other records are named only as far as `may_name` allows.
        """
        return self.key

    def folded_texts(self) -> list[str]:
        """Return the record's own texts by which staff look for it (none from other records)."""
        return [self.own_label("fr"), self.own_label("en"), self.key]

    def own_label(self, language: str) -> str:
        """Return the label as far as the record's own columns give it, else its key."""
        return Record.read(self, self.label_field, language)[0] or self.key

    def place_in_lists(self, language: str) -> str:
        """Return the text by which a list in `language` puts the record in its place."""
        return without_articles(self.own_label(language), language)

    def derive(self) -> None:
        super().derive()
        self.folded = " ".join(dict.fromkeys(fold(text) for text in self.folded_texts()))
        self.sort_fr = self.place_in_lists("fr")[:300]
        self.sort_en = self.place_in_lists("en")[:300]


def found_at(language: str, slug: str) -> Q:
    """Return the condition that a record has its page at `slug`: as its slug, or as the key that stands in."""
    column = f"slug_{language}"
    return Q(**{column: slug}) | Q(**{f"{column}__isnull": True, "key": slug})


class AddressedRecord(Record):
    """A record with a page of its own, under a slug in each language."""

    slug_fr = models.SlugField(
        _("slug in French"),
        max_length=200,
        null=True,
        blank=True,
        unique=True,
        error_messages={"unique": _("Another record has this French slug already.")},
        help_text=_("Last part of the French address. Where it is empty, the key stands in."),
    )
    slug_en = models.SlugField(
        _("slug in English"),
        max_length=200,
        null=True,
        blank=True,
        unique=True,
        error_messages={"unique": _("Another record has this English slug already.")},
        help_text=_("Last part of the English address. Where it is empty, the key stands in."),
    )

    class Meta(Record.Meta):
        abstract = True
        # For the public lists, by name in either language.
        indexes = [
            models.Index(name="%(class)s_by_name_fr", fields=["sort_fr", "key"]),
            models.Index(name="%(class)s_by_name_en", fields=["sort_en", "key"]),
        ]

    def slug(self, language: str) -> str:
        """Return the last part of the record's address in `language`."""
        return getattr(self, f"slug_{language}") or self.key

    def clean(self) -> None:
        errors: dict[str, Any] = {}
        try:
            super().clean()
        except ValidationError as error:
            errors = {**error.update_error_dict(errors)}
        errors |= {f"slug_{code}": sentence for code in LANGUAGES if (sentence := self._taken(code))}
        if errors:
            raise ValidationError(errors)

    def check_itself(self) -> None:
        """Refuse capitals in a slug too: two addresses that differ in capitals alone lead to one record."""
        super().check_itself()
        slugs = {name: getattr(self, name) or "" for name in (f"slug_{code}" for code in LANGUAGES)}
        if errors := {
            name: _("Write this part of the address in small letters.")
            for name, slug in slugs.items()
            if slug != slug.lower()
        }:
            raise ValidationError({**errors})

    def _taken(self, language: str) -> str:
        """Return what stands against the record's address in `language`; an empty text if nothing does."""
        if self._same_address(language):
            return _("Another record is found at this address: give a slug of its own.")
        if record := self._formerly_at(language):
            sentence = _(
                "This was the address of another record, and still leads to it: %(record)s. Give another slug."
            )
            return sentence % {"record": record}
        return ""

    def _same_address(self, language: str) -> bool:
        """Whether another record of the kind has its page where this one would have it."""
        found = found_at(language, self.slug(language).lower())
        return type(self)._default_manager.filter(found).exclude(pk=self.pk).exclude(key=self.key).exists()

    def _formerly_at(self, language: str) -> "Record | None":
        """Return the other record whose former address this one is about to take: old addresses redirect for ever."""
        slug, kind = self.slug(language).lower(), self._meta.model_name
        former = apps.get_model("partnerships", "FormerAddress").objects.filter(kind=kind, language=language, slug=slug)
        others = type(self)._default_manager.exclude(pk=self.pk).exclude(key=self.key)
        found = others.filter(key__in=former.values("key")).first()
        # Whoever stands there already may be saved: `check_register` says it.
        stands_there = found and type(self)._default_manager.filter(found_at(language, slug), pk=self.pk).exists()
        return None if stands_there else found

    def derive(self) -> None:
        self.slug_fr = self.slug_fr or None
        self.slug_en = self.slug_en or None
        super().derive()
