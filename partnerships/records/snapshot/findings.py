"""What is wrong with a file: where, in which record and field, and what was expected."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class PlaceInFile:
    """Where something stands in a file; line and column count from one, 0 where there is none."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True)
class FileFinding:
    """One thing that keeps the files from being written."""

    place: PlaceInFile
    message: str
    record: str = ""
    field: str = ""
    #: Whether it clashes with what the register, or another line, says (and is not wrong by itself).
    conflict: bool = False

    def __str__(self) -> str:
        subject = " ".join(part for part in (self.record, self.field) if part)
        return _("%(place)s: %(message)s") % {
            "place": self.place,
            "message": f"{subject}: {self.message}" if subject else self.message,
        }

    def as_dict(self) -> dict:
        return {**asdict(self.place), **{key: value for key, value in asdict(self).items() if key != "place"}}


def first_findings(findings: list[FileFinding], most: int) -> list[FileFinding]:
    """Return the first `most` findings, and in place of the others how many they are."""
    if len(findings) <= most:
        return findings
    rest = _("… and %(count)s more of this kind.") % {"count": len(findings) - most}
    return [*findings[:most], replace(findings[most], message=rest, field="")]


class NothingWritten(Exception):
    """Nothing is written; `sentences` says why, `findings` where that is known."""

    def __init__(self, *sentences: str, findings: Iterable[FileFinding] = ()) -> None:
        super().__init__("\n".join(sentences))
        self.sentences, self.findings = list(sentences), list(findings)
