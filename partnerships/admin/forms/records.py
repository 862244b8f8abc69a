"""The form of a record: its key may stay empty, and nobody overwrites anybody."""

from typing import Any

from django import forms
from django.db.models import ManyToManyField
from django.utils.translation import gettext_lazy as _

from partnerships import editorial
from partnerships.records.loops import LEADS_BACK, leading_back, own_links
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

    def __init__(self, *args, **kwargs) -> None:
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
            self.add_error(None, with_records(self.refusal.sentence, self.refusal.records))
        self.require_content(cleaned)
        for link in own_links(self._meta.model):  # pyright: ignore[reportArgumentType]
            if isinstance(link, ManyToManyField) and self.instance.pk and link.name in cleaned:
                named = {self.instance.pk: {each.pk for each in cleaned[link.name]}}
                if self.instance.pk in leading_back(link, named):
                    self.add_error(link.name, LEADS_BACK)
        return cleaned

    def require_content(self, cleaned: Any) -> None:
        """Refuse a form in which nothing stands, or not the name of the record."""
        if not self.instance.pk and not self.has_changed():
            self.add_error(None, _("Nothing is entered yet."))
        names = [name for name in editorial.label_fields(self._meta.model) if name in self.fields]  # pyright: ignore[reportArgumentType]
        if names and not any(cleaned.get(name) or name in self.errors for name in names):
            self.add_error(names[0], _("Give it in French or in English, at least."))
