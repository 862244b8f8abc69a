"""One finding: where it is, how grave, what is wrong, and where it is mended."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from django.urls import NoReverseMatch, reverse

#: What mends a finding that no form can mend.
REBUILD = {
    "search-out-of-step": "manage.py rebuild_search",
    "service-out-of-step": "manage.py rebuild_timeline",
    "timeline-out-of-step": "manage.py rebuild_timeline",
}


class Severity(StrEnum):
    """An error cannot be true; a warning is for somebody to look at; a note is work that can wait."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Its place among the others, the gravest first."""
        return _RANKS[self]


_RANKS = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Finding:
    """Something to mend or to look at, in one record."""

    code: str
    severity: Severity
    kind: str
    key: str
    sentence: str
    field: str = ""
    #: The record’s number, or None where no form mends it.
    pk: int | None = None
    #: The other record that it is about, as `kind/key`, and the part: what tells it from others of its code and field.
    about: str = ""
    part: str = ""
    #: What fills the sentence, where it may be filled otherwise.
    told: tuple[tuple[str, object], ...] = dataclasses.field(default=(), compare=False)

    @property
    def record(self) -> str:
        return f"{self.kind}/{self.key}"

    @property
    def name(self) -> str:
        """A short text by which it is known, in whatever language it is said."""
        text = json.dumps([self.code, self.kind, self.key, self.field, self.about, self.part])
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    @property
    def where(self) -> str:
        """The address of the form, or the command, that mends it."""
        if self.pk is None:
            return REBUILD[self.code]
        try:
            return reverse(f"admin:partnerships_{self.kind}_change", args=[self.pk])
        except NoReverseMatch:
            return ""

    @property
    def order(self) -> tuple:
        return self.severity.rank, self.code, self.kind, self.key, self.field, self.sentence

    def as_dict(self) -> dict[str, str]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "record": self.record,
            "field": self.field,
            "sentence": self.sentence,
            "where": self.where,
        }

    def __str__(self) -> str:
        return f"{self.severity}: {self.record}: {self.sentence}"
