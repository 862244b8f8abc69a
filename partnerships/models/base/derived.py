"""Rows some of whose columns follow from the others."""

from django.core.exceptions import ValidationError
from django.db import models

from ..fields import DateNotation
from .texts import LANGUAGES, is_text, is_tidied, tidied, unfit


class Derived(models.Model):
    """A row some of whose columns follow from the others."""

    class Meta:
        abstract = True

    def derive(self) -> None:
        """Fill the derived columns; called before every save, raw ones too."""
        for field in self._meta.concrete_fields:
            if isinstance(field, DateNotation):
                field.derive(self)
            elif is_tidied(field):
                setattr(self, field.attname, tidied(field, getattr(self, field.attname)))
        for name in self.translated_columns():
            if getattr(self, name) == "":
                setattr(self, name, None)

    def clean(self) -> None:
        """Refuse texts that the eye cannot see or that upset the line."""
        super().clean()
        found = {field.name: unfit(getattr(self, field.name)) for field in self._meta.concrete_fields if is_text(field)}
        if errors := {name: sentence for name, sentence in found.items() if sentence}:
            raise ValidationError(errors)

    def read(self, field: str, language: str) -> tuple[str, str]:
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
    def translated_columns(cls) -> list[str]:
        """Return the names of the columns that hold one language (`title_fr`)."""
        return [field.name for field in cls._meta.concrete_fields if hasattr(field, "translated_field")]
