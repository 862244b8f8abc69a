"""What every record and every part of a record has in common."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.lookups import Exact
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partnerships.folding import fold

from .fields import BytewiseCharField, DateNotation, MomentField, PeriodField

validate_language = RegexValidator(
    r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    _("Write the code of a language, such as “fr”, “ja” or “ja-Latn”."),
    code="language",
)
validate_key = RegexValidator(
    r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("A key is made of lower-case letters, digits and single hyphens, such as “jp-nato”."),
    code="key",
)

LANGUAGES = ("fr", "en")


class Publication(models.TextChoices):
    """Where a record stands between its first draft and the public."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


#: Controls of the screen and of the direction of writing: they show nothing and hide what follows.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]")
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def is_text(field):
    return isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices


def unfit(text):
    """Return the sentence that says why `text` cannot be shown, or None."""
    if not isinstance(text, str) or not text:
        return None
    if control := _CONTROLS.search(text):
        return _("The text holds a control character (U+%(code)s).") % {"code": f"{ord(control[0]):04X}"}
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        return _("The text holds nothing that can be seen.")
    return None


class Derived(models.Model):
    """A row some of whose columns follow from the others."""

    class Meta:
        abstract = True

    def derive(self):
        """Fill the derived columns; called before every save, raw ones too."""
        for field in self._meta.concrete_fields:
            if isinstance(field, DateNotation):
                field.derive(self)
        for name in self.translated_columns():
            if getattr(self, name) == "":
                setattr(self, name, None)

    def clean(self):
        """Refuse texts that the eye cannot see or that upset the line."""
        super().clean()
        found = {field.name: unfit(getattr(self, field.name)) for field in self._meta.concrete_fields if is_text(field)}
        if errors := {name: sentence for name, sentence in found.items() if sentence}:
            raise ValidationError(errors)

    def read(self, field, language):
        """Return a text and the language it is in: `language` where it exists, else the other.

        `("", language)` where neither exists. Fields without languages are taken as they stand.
        """
        if not hasattr(self, f"{field}_{language}"):
            return getattr(self, field) or "", language
        for candidate in (language, *(code for code in LANGUAGES if code != language)):
            if value := getattr(self, f"{field}_{candidate}"):
                return value, candidate
        return "", language

    @classmethod
    def translated_columns(cls):
        """Return the names of the columns that hold one language (`title_fr`)."""
        return [field.name for field in cls._meta.concrete_fields if hasattr(field, "translated_field")]


class RecordQuerySet(models.QuerySet):
    def published(self):
        return self.filter(publication=Publication.PUBLISHED)


class RecordManager(models.Manager.from_queryset(RecordQuerySet)):
    def get_by_natural_key(self, key):
        return self.get(key=key)


class Record(Derived):
    """Something the register holds: it has a key, a state of publication, a history, an address."""

    #: The text that names the record: the field that its label and its sorting use.
    label_field = "title"
    #: What stands between the names of the records that it is named after.
    label_separator = " – "

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

    objects = RecordManager()

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

    def __str__(self):
        return self.label(get_language() or LANGUAGES[0])

    def natural_key(self):
        return (self.key,)

    @property
    def named_after(self):
        """The records whose names make up this record's name; none where it has a text of its own."""
        return ()

    def label(self, language):
        """Return the record's name in `language`, else in the other one, else what stands in for it."""
        if parts := self.named_after:
            return self.label_separator.join(part.label(language) for part in parts)
        return self.read(self.label_field, language)[0] or self.stand_in(language)

    def stand_in(self, language):
        """Return what the record is called in `language` where no text names it: its key, if nothing says more."""
        return self.key

    def folded_texts(self):
        """Return the record's own texts by which staff look for it (none from other records)."""
        return [self.own_label("fr"), self.own_label("en"), self.key]

    def own_label(self, language):
        """Return the label as far as the record's own columns give it, else its key."""
        return Record.read(self, self.label_field, language)[0] or self.key

    def derive(self):
        super().derive()
        self.folded = " ".join(dict.fromkeys(fold(text) for text in self.folded_texts()))
        self.sort_fr = fold(self.own_label("fr"))[:300]
        self.sort_en = fold(self.own_label("en"))[:300]


def found_at(language, slug):
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

    def slug(self, language):
        """Return the last part of the record's address in `language`."""
        return getattr(self, f"slug_{language}") or self.key

    def clean(self):
        super().clean()
        errors = {
            f"slug_{code}": _("Another record is found at this address: give a slug of its own.")
            for code in LANGUAGES
            if self._same_address(code)
        }
        if errors:
            raise ValidationError(errors)

    def _same_address(self, language):
        """Whether another record of the kind has its page where this one would have it."""
        found = found_at(language, self.slug(language))
        return type(self)._default_manager.filter(found).exclude(pk=self.pk).exclude(key=self.key).exists()

    def derive(self):
        self.slug_fr = self.slug_fr or None
        self.slug_en = self.slug_en or None
        super().derive()


class Dated(models.Model):
    """Something with one moment."""

    date = MomentField(
        _("date"),
        bounds=("date_earliest", "date_latest"),
        help_text=_("As people write it: “24 May 2018”, “about 2011”, “early 1990s”."),
    )
    date_wording = models.CharField(
        _("wording of the date"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("Only where the source’s own words matter, such as “soon after 24 May”."),
    )
    date_earliest = models.DateField(editable=False)
    date_latest = models.DateField(editable=False)

    class Meta:
        abstract = True
        indexes = [models.Index(name="%(class)s_by_date", fields=["date_earliest", "date_latest", "key"])]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_date_bounds",
                condition=Q(date_earliest__lte=F("date_latest")),
                violation_error_message=_("The date ends before it begins."),
            )
        ]


class Lasting(models.Model):
    """Something with a period, whose two ends each have their own precision."""

    period = PeriodField(
        _("period"),
        bounds=("start_earliest", "start_latest", "end_earliest", "end_latest"),
        help_text=_(
            "As people write it: “since 1 July 2018”, “3-5 March 2016”, “2004 to 2009”. "
            "In notation: “a/b”, “a/..” still going on, “a/” end not known."
        ),
    )
    period_wording = models.CharField(
        _("wording of the period"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("Only where the source’s own words matter."),
    )
    start_earliest = models.DateField(editable=False)
    start_latest = models.DateField(editable=False)
    end_earliest = models.DateField(editable=False)
    end_latest = models.DateField(editable=False)

    class Meta:
        abstract = True
        indexes = [models.Index(name="%(class)s_by_period", fields=["start_earliest", "end_latest", "key"])]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_period_bounds",
                condition=Q(start_earliest__lte=F("start_latest"))
                & Q(end_earliest__lte=F("end_latest"))
                & Q(start_earliest__lte=F("end_latest")),
                violation_error_message=_("The period ends before it begins."),
            )
        ]


class Covered(models.Model):
    """Something of which the register says for which days it has looked."""

    coverage = PeriodField(
        _("coverage"),
        help_text=_("The days for which the register claims to know every holder."),
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)

    class Meta:
        abstract = True


def exactly_one(*names):
    """Return the condition that just one of the columns `names` is filled."""
    filled = [
        Case(
            When(**{f"{name}__isnull": False}, then=Value(1)),
            default=Value(0),
            output_field=models.IntegerField(),
        )
        for name in names
    ]
    return Exact(sum(filled[1:], start=filled[0]), Value(1))


class PartManager(models.Manager):
    def get_by_natural_key(self, *natural_key):
        return self.get(**self.model.natural_lookup(*natural_key))


class Part(Derived):
    """Something that belongs to one record and is kept, published and exported with it."""

    #: The columns that may name the owner; just one of them is filled.
    owner_fields: tuple[str, ...] = ()

    key = BytewiseCharField(
        _("short key"),
        max_length=100,
        validators=[validate_key],
        help_text=_("Unique among the parts of this kind of the record."),
    )

    objects = PartManager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.key

    @classmethod
    def natural_lookup(cls, *natural_key):
        """Return the lookup for a natural key: (owner’s kind if several, owner’s key, own key)."""
        if len(cls.owner_fields) == 1:
            natural_key = (cls.owner_fields[0], *natural_key)
        kind, owner_key, key = natural_key
        if kind not in cls.owner_fields:
            raise cls.DoesNotExist(f"{cls._meta.label}: {kind}")
        return {f"{kind}__key": owner_key, "key": key}

    @property
    def owner_field(self):
        """The name of the column that names the owner, or None while there is none."""
        for name in self.owner_fields:
            if getattr(self, f"{name}_id") is not None:
                return name
        return None

    @property
    def owner(self):
        return getattr(self, self.owner_field) if self.owner_field else None

    def natural_key(self):
        name = self.owner_field or self.owner_fields[0]
        owner_key = self.owner.key if self.owner_field else ""
        if len(self.owner_fields) == 1:
            return owner_key, self.key
        return name, owner_key, self.key


def owner_of(kind, related_name):
    """Return a column that may name the owner of a part of several kinds of record."""
    return models.ForeignKey(
        kind,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name=related_name,
    )


def part_constraints(model_name, owner_fields):
    """Return the constraints of a part: one owner, and one row for each key under it."""
    constraints = [
        models.UniqueConstraint(
            name=f"{model_name}_{name}_key",
            fields=[name, "key"],
            condition=Q(**{f"{name}__isnull": False}),
            violation_error_message=_("Two parts of this record have the same short key."),
        )
        for name in owner_fields
    ]
    if len(owner_fields) > 1:
        constraints.append(
            models.CheckConstraint(
                name=f"{model_name}_one_owner",
                condition=exactly_one(*owner_fields),
                violation_error_message=_("A part belongs to exactly one record."),
            )
        )
    return constraints


def refuse_circle(instance, field):
    """Raise a ValidationError where the records named by `field`, one after the other, lead back to `instance`."""
    seen, current = {None}, instance
    while current is not None and current.pk not in seen:
        seen.add(current.pk)
        current = getattr(current, field)
        if current is not None and current.pk == instance.pk:
            raise ValidationError({field: _("A record cannot lead back to itself here.")})
