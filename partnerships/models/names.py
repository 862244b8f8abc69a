"""The other names of records: dated names, aliases, and addresses of the past."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.folding import fold

from .base import BytewiseCharField, Lasting, owned_by, part_constraints, validate_language

#: The kinds that have dated names.
NAMED_KINDS = ("state", "organization", "place", "person")
#: The kinds that are looked for under other words too.
ALIASED_KINDS = (
    "state",
    "partner",
    "organization",
    "place",
    "embassy",
    "mission",
    "office",
    "person",
    "area",
    "framework",
)


class Name(owned_by(NAMED_KINDS, "names"), Lasting):
    """One name of a State, organisation, place or person, in one language, for a period."""

    class Kind(models.TextChoices):
        USED = "used", _("in use")
        LEGAL = "legal", _("legal or formal")
        NATIVE = "native", _("in the native script")
        READING = "reading", _("reading")
        BIRTH = "birth", _("at birth")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.USED)
    text = models.CharField(_("name"), max_length=500)
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        default="",
        validators=[validate_language],
        help_text=_("Language code of the name (“fr”, “ja”); empty where it serves for all."),
    )
    family_name = models.CharField(_("family name"), max_length=250, blank=True, default="")
    given_name = models.CharField(_("given name"), max_length=250, blank=True, default="")
    honorific = models.CharField(_("honorific"), max_length=100, blank=True, default="")
    suffix = models.CharField(_("suffix"), max_length=100, blank=True, default="")
    folded = models.CharField(max_length=1100, editable=False, default="")

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [*part_constraints("name", NAMED_KINDS), *Lasting.Meta.constraints]

    def __str__(self) -> str:
        return self.text

    def derive(self) -> None:
        super().derive()
        texts = [self.text, f"{self.family_name} {self.given_name}", self.honorific, self.suffix]
        self.folded = " ".join(dict.fromkeys(fold(text) for text in texts)).strip()[:1100]


class Alias(owned_by(ALIASED_KINDS, "aliases")):
    """Another word under which a record is looked for: a spelling, an abbreviation."""

    text = models.CharField(_("alias"), max_length=500)
    language = models.CharField(_("language"), max_length=20, blank=True, default="", validators=[validate_language])
    folded = models.CharField(max_length=500, editable=False, default="")

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = part_constraints("alias", ALIASED_KINDS)

    def __str__(self) -> str:
        return self.text

    def derive(self) -> None:
        super().derive()
        self.folded = fold(self.text)[:500]


class FormerAddressManager(models.Manager):
    def get_by_natural_key(self, kind: str, language: str, slug: str) -> "FormerAddress":
        return self.get(kind=kind, language=language, slug=slug)


class FormerAddress(models.Model):
    """A slug that a record had once, in one language: its old address still leads to it."""

    kind = models.CharField(max_length=20)
    key = BytewiseCharField(max_length=200)
    language = models.CharField(max_length=2, choices=[("fr", "fr"), ("en", "en")])
    slug = models.SlugField(max_length=200)

    objects = FormerAddressManager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [models.UniqueConstraint(name="former_address_once", fields=["kind", "language", "slug"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.slug}"

    def natural_key(self) -> tuple[str, str, str]:
        return self.kind, self.language, self.slug
