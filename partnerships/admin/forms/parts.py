"""The parts of records, in the form of their record."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR, InlineModelAdmin
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from partnerships import models
from partnerships.editorial.changes_in_words import capitalized
from partnerships.listing.parameters import is_row_number
from partnerships.models.sources import moments_of
from partnerships.records.keys import part_key

from .choosing import ChoosingMixin, take_what_is_read
from .dates import FORM_FIELDS
from .last_source import keep_source, last_source
from .layout import field_in_language, form_rows, linking_names, with_fewer_icons
from .names import NameForm
from .own_words import KeepsWords
from .pictures import PictureForm, thumbnail
from .rows import LastingRows

#: What says how a record is kept, not what it tells.
NEVER_CITED = {"id", "key", "publication", "published_at", "withdrawal_reason", "note", "slug_fr", "slug_en", "weight"}


#: What few citations say, folded away below the others.
MORE_OF_CITATION = ("value", "remark_fr", "remark_en")
#: Marks a section of a part that is folded while it says nothing.
FOLDED = "register-folded"


class PartFormSet(LastingRows, BaseInlineFormSet):
    """The parts of one kind of a record; each new one is given its short key."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        take_what_is_read(form)

    def save_new(self, form: Any, commit: bool = True) -> Any:
        part = super().save_new(form, commit=False)
        part.key = part_key(part, self.taken_keys())
        self.taken_keys().add(part.key)
        if commit:
            part.save()
            form.save_m2m()
        return part

    def taken_keys(self) -> set[Any]:
        if not hasattr(self, "_taken"):
            stored = self.model._default_manager.filter(**{self.fk.name: self.instance})  # pyright: ignore[reportAttributeAccessIssue]
            self._taken = set(stored.values_list("key", flat=True))
        return self._taken


class PartInline(ChoosingMixin, InlineModelAdmin):
    """A kind of part, one block each; whoever may change the record may change its parts."""

    formset = PartFormSet
    template = "admin/partnerships/stacked.html"
    formfield_overrides = FORM_FIELDS
    extra = 0
    #: The text of the button that adds one.
    add_text = ""
    #: Whether a stored part's own name says more than its number.
    speaking_label = True
    #: The columns shown, in their order; a translated one stands for both its languages.
    part_fields = ()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets or [(None, {"fields": form_rows(self.model, self.part_fields)})]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[Any]:
        return [name for name in linking_names(self.model) if name in self.part_fields]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Read what the parts name for all of them at once."""
        return super().get_queryset(request).prefetch_related(*self.get_autocomplete_fields(request))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return field_in_language(with_fewer_icons(super().formfield_for_dbfield(db_field, request, **kwargs)), db_field)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.may(request, obj, "add" if obj is None else "change")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.may(request, obj, "add" if obj is None else "change")

    has_delete_permission = has_change_permission

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.may(request, obj, "view") or self.has_change_permission(request, obj)

    def may(self, request: HttpRequest, obj: Any, verb: str) -> Any:
        record_admin = self.admin_site.get_model_admin(self.parent_model)  # pyright: ignore[reportAttributeAccessIssue]
        if verb == "add":
            return record_admin.has_add_permission(request)
        return getattr(record_admin, f"has_{verb}_permission")(request, obj)


class StackedPart(PartInline, TranslationStackedInline):
    """Parts with texts in both languages."""


class ChosenField(forms.ChoiceField):
    """What of a record a citation is about: the whole of it, a field or a moment; what is stored stays a choice."""

    def valid_value(self, value: Any) -> bool:
        # Which names there are is judged with the record, where the error names it.
        return True

    def keep(self, *names: str) -> None:
        """Let `names` be chosen too: a text in one language, or what was sent and is refused."""
        offered: set[Any] = {name for name, words in self.choices if isinstance(words, str)}
        offered.update(name for _name, words in self.choices if not isinstance(words, str) for name, _words in words)
        self.choices = [*self.choices, *((name, name) for name in dict.fromkeys(names) if name not in offered)]


def citable(model: Any) -> list[tuple[str, Any]]:
    """Return what a citation of a record of `model` may be about, in words: all of it, its moments, its fields."""
    fields = [
        (field.name, capitalized(field.verbose_name))
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.editable
        and field.name not in NEVER_CITED
        and not field.name.endswith("_wording")
        and not hasattr(field, "translated_field")
    ]
    moments = [(name, capitalized(words)) for name, words in moments_of(model).items()]
    groups = [(gettext("Moments"), moments), (gettext("Fields"), fields)]
    return [("", gettext("The whole record")), *((words, choices) for words, choices in groups if choices)]


class CitationForm(forms.ModelForm):
    """A citation; a new one may take the source that is offered, where somebody ticks it and chooses no other."""

    #: The source offered for a new citation, and whether one may be that the script of the form knows alone.
    offer: models.Source | None = None
    offers = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ticked = self.data.get(self.offered_name, "") if self.is_bound and not self.instance.pk else ""
        if is_row_number(self.ticked) and not self.data.get(self.add_prefix("source")):
            self.data = self.data.copy()
            self.data[self.add_prefix("source")] = self.ticked
        if isinstance(chosen := self.fields.get("field"), ChosenField):
            chosen.keep(self.instance.field, self.data.get(self.add_prefix("field"), ""))

    @property
    def offered_name(self) -> str:
        return self.add_prefix("offered")

    @property
    def says_more(self) -> bool:
        """Whether anything stands, or is wrong, in what few citations have: it is in sight then."""
        return any(name in self.fields and (self[name].value() or self[name].errors) for name in MORE_OF_CITATION)

    @property
    def shows_offer(self) -> bool:
        """Whether a source is offered beside this citation."""
        return self.offers and not self.instance.pk


class CitationInline(StackedPart):
    model = models.Citation
    form = CitationForm
    add_text = _("Add a citation")
    speaking_label = False
    part_fields = ("source", "locator", "grade", "field", "stance", "value", "remark")
    fieldsets = (
        (None, {"fields": (("source", "locator", "grade", "field", "stance"),), "classes": ("register-one-line",)}),
        (None, {"fields": (("value",), ("remark_fr", "remark_en")), "classes": (FOLDED,)}),
    )
    classes = ("collapse",)

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("source",)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Offer the last source: what is entered in a row mostly comes from one document; it is cited by a tick."""
        if self.offers(request, obj):
            self.classes = ()
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.base_fields["field"] = ChosenField(
            choices=citable(self.parent_model), required=False, label=pgettext("citation", "About")
        )
        formset.form.offer = last_source(request)
        in_window = IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST
        formset.form.offers = in_window or formset.form.offer is not None
        return formset

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A new record has the row for its source in sight, where one is offered."""
        return 1 if self.offers(request, obj) else 0

    def offers(self, request: HttpRequest, obj: Any) -> bool:
        """Whether there is a source to offer: that of the record before, or of the form that opened this one."""
        return obj is None and (IS_POPUP_VAR in request.GET or last_source(request) is not None)


def remember_source(request: HttpRequest, formset: Any) -> None:
    """Keep in mind the source of the last citation that somebody added."""
    if formset.model is models.Citation and formset.new_objects:
        keep_source(request, formset.new_objects[-1].source)


class NameInline(StackedPart):
    model = models.Name
    form = NameForm
    add_text = _("Add a name")
    part_fields = (("text", "kind", "language"), "period")
    classes = ("collapse",)


class PersonNameInline(NameInline):
    part_fields = (("text", "kind", "language"), ("family_name", "given_name"), ("honorific", "suffix"), "period")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A new person has a row for the name in another script: it is there as soon as its section is opened."""
        return 1 if obj is None else 0


class AliasInline(PartInline, admin.StackedInline):
    model = models.Alias
    add_text = _("Add an alias")
    part_fields = (("text", "language"),)
    classes = ("collapse",)


class MilestoneInline(StackedPart):
    model = models.Milestone
    form = KeepsWords
    add_text = _("Add a milestone")
    speaking_label = False
    part_fields = (("kind", "date"), "summary", "date_wording")


class PictureFormSet(PartFormSet):
    """The pictures of a record; a form that was opened when it knew none leaves them as they are."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        if data is not None and f"{prefix}-TOTAL_FORMS" not in data:
            data = data.copy()
            data.update({f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"})
        super().__init__(data, *args, **kwargs)


class PictureInline(StackedPart):
    formset = PictureFormSet
    model = models.Picture
    form = PictureForm
    add_text = _("Add a picture")
    part_fields = ("upload", "caption", "alternative", "people", ("credit", "licence"), "origin")
    classes = ("collapse",)

    @admin.display(description=_("Picture"))
    def upload(self, picture: models.Picture) -> str:
        """Show the picture to whoever may only look at the record."""
        return thumbnail(picture)


class BeneficiaryInline(PartInline, admin.StackedInline):
    model = models.Beneficiary
    add_text = _("Add a beneficiary")
    part_fields = ("state",)


class ParticipationInline(StackedPart):
    model = models.Participation
    add_text = _("Add a participant")
    part_fields = (("role", "person"), ("office", "state", "organization"), "styled")
    classes = ()

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("person", "office", "state", "organization")
