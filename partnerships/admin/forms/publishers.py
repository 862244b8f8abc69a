"""A source whose publisher is given in one language: the other sources say what it is called in the other."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnerships.models import Source

from .records import RecordForm

#: So many of the latest sources are asked.
MOST = 1_000
FRENCH, ENGLISH = "publisher_fr", "publisher_en"


class PublishedForm(RecordForm):
    """A new source, whose publisher need be given in one language alone where the register knows it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and FRENCH in self.fields:
            for name in (FRENCH, ENGLISH):
                self.fields[name].help_text = _(
                    "A publisher of other sources is known in both languages: give it in one."
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.instance.pk:
            for given, empty in ((FRENCH, ENGLISH), (ENGLISH, FRENCH)):
                if cleaned.get(given) and not cleaned.get(empty):
                    cleaned[empty] = called_elsewhere(given, cleaned[given], empty)
        return cleaned


def called_elsewhere(given: str, name: str, other: str) -> str:
    """Return what the latest source with this publisher calls it in the column `other`; an empty text if none does."""
    latest = Source.objects.exclude(**{f"{other}__isnull": True}).order_by("-pk").values_list(given, other)[:MOST]
    return next((known for called, known in latest if called == name), "")
