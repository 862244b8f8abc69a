"""One finding: where it is, how grave, what is wrong, and where it is mended."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from django.urls import NoReverseMatch, get_script_prefix, reverse

from partnerships.kept_in_process import remembered

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


@remembered()
def _around_the_number(kind: str, _prefix: str) -> tuple[str, str]:
    """Return what stands before and after its number in the address of the form of a record; nothing for no form."""
    try:
        before, _number, after = reverse(f"admin:partnerships_{kind}_change", args=[0]).rpartition("0")
    except NoReverseMatch:
        return "", ""
    return before, after


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
        before, after = _around_the_number(self.kind, get_script_prefix())
        return f"{before}{self.pk}{after}" if before else ""

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
