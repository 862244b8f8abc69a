"""The form of a record: its key may stay empty, and nobody overwrites anybody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import ManyToManyField
from django.utils.translation import gettext_lazy as _

from partnerships import editorial
from partnerships.models import Record
from partnerships.models.base import LEADS_BACK
from partnerships.records.completeness import NO_DATE, NO_NAME
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.loops import leading_back, own_links
from partnerships.records.snapshot.taking import digest

from .conflicts import ChangesOfOthers, mark_conflict
from .links import with_records
from .own_words import KeepsWords


class VersionField(forms.CharField):
    """The digest of the record as it stood when the form was shown."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RecordForm(KeepsWords):
    """A record whose key may stay empty, and which is saved only over what its editor has seen."""

    version = VersionField()
    #: Why it could not be saved although it is sound in itself.
    refusal: editorial.Refused | None = None
    #: Whether it is saved over the text that it was opened with, and merged after; what others did, where it clashes.
    is_merged = False
    kept: ChangesOfOthers | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict = False
        self.stored_version = digest(self.instance) if self.instance.pk else ""
        self.initial["version"] = self.stored_version
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = _(
                "Permanent, and the same in both languages. Leave it empty: it is made from the label."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        seen = cleaned.get("version", "")
        # A refusal is shown first; whether somebody else came between is asked when it is mended.
        overtaken = self.instance.pk and seen != self.stored_version and not self.is_merged
        if overtaken and not (self.refusal and seen):
            self.conflict = True
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = self.stored_version
            mark_conflict(self)
        if self.refusal:
            for obstacle in self.refusal.each:
                self.add_obstacle(obstacle)
        self.require_content(cleaned)
        if identifier := cleaned.get("wikidata"):
            cleaned["wikidata"] = identifier.upper()
        for link in own_links(self._meta.model):  # pyright: ignore[reportArgumentType]
            if isinstance(link, ManyToManyField) and self.instance.pk and link.name in cleaned:
                named = {self.instance.pk: {each.pk for each in cleaned[link.name]}}
                if self.instance.pk in leading_back(link, named):
                    self.add_error(link.name, LEADS_BACK)
        return cleaned

    def add_obstacle(self, obstacle: editorial.Refused) -> None:
        """Say what stands in the way: of this record at the field that is to be filled, of others with links."""
        own = [each for each in obstacle.records if self.is_own(each)]
        others = [each for each in obstacle.records if each not in own]
        fields, sentence = lacking_fields(self._meta.model).get(obstacle.field, ((), ""))  # pyright: ignore[reportArgumentType]
        if own and (field := next((name for name in fields if name in self.fields), None)) is not None:
            self.add_error(field, sentence)
            own = []
            if not others:
                return
        told = with_records(obstacle.sentence, others, without_form=own)
        if obstacle.field in self.declared_fields:  # pyright: ignore[reportAttributeAccessIssue]
            self.add_error(obstacle.field, told)
            return
        self.add_error(None, ValidationError(told, code=f"id_{obstacle.field}" if obstacle.field else None))

    def is_own(self, record: Record) -> bool:
        """Whether `record` is the one of this form; a new one, which the refusal has taken back, is no longer there."""
        model: Any = self._meta.model
        if not isinstance(record, model):
            return False
        if self.instance.pk:
            return record.pk == self.instance.pk
        return not model._default_manager.filter(pk=record.pk).exists()

    def require_content(self, cleaned: Any) -> None:
        """Refuse a form in which nothing stands, or not the name of the record."""
        if not self.instance.pk and not self.has_changed():
            self.add_error(None, _("Nothing is entered yet."))
        names = [name for name in editorial.label_fields(self._meta.model) if name in self.fields]  # pyright: ignore[reportArgumentType]
        if names and not any(cleaned.get(name) or name in self.errors for name in names):
            self.add_error(names[0], _("Give it in French or in English, at least."))


def lacking_fields(model: type[Record]) -> dict[str, tuple[Sequence[str], Any]]:
    """Return the fields that fill what a record of `model` may lack, with the sentence, by what that is called."""
    return {
        "label": (editorial.label_fields(model), NO_NAME),
        "date": (KINDS[kind_of(model)].needs_date, NO_DATE),
    }
