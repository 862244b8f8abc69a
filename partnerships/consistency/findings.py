"""One finding: where it is, how grave, and what is wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error must be mended; a warning is for somebody to look at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """Something to mend or to look at, in one record."""

    severity: Severity
    kind: str
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.kind}/{self.key}: {self.sentence}"
