"""The findings as somebody reads them: grouped and counted by kind, the gravest first."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .findings import Finding, Severity

#: So many of each kind are shown, unless one kind is asked for: the first screen shows every kind that matters.
SHOWN = 5


def chosen_findings(
    findings: Iterable[Finding], *, code: str | None = None, severity: str | None = None, record: str | None = None
) -> list[Finding]:
    """Return those of `findings` that are asked for."""
    return [
        finding
        for finding in findings
        if (code is None or finding.code == code)
        and (severity is None or finding.severity == severity)
        and (record is None or finding.record == record)
    ]


def as_lines(findings: Iterable[Finding], *, shown: int | None = SHOWN) -> Iterator[str]:
    """Yield the report: a heading for each kind of finding, then its findings; of notes only how many they are.

    Of one severity the rarest kind comes first: what thousands of records lack never drowns the one that is wrong.
    """
    kinds = [list(several) for _kind, several in groupby(findings, lambda finding: (finding.severity, finding.code))]
    for group in sorted(kinds, key=lambda group: (group[0].severity.rank, len(group))):
        severity, code = group[0].severity, group[0].code
        yield f"{severity}: {code}: {len(group)}"
        first = 0 if severity is Severity.NOTE and shown is not None else shown
        yield from (f"  {finding.record}: {finding.sentence}" for finding in group[:first])
        rest = len(group) - len(group[:first])
        if first and rest:
            yield "  " + _("… and %(count)s more: --kind %(code)s") % {"count": rest, "code": code}


def total(findings: list[Finding]) -> str:
    """Return how many findings of each severity there are."""
    count = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    return ", ".join(
        (
            ngettext("%(n)s error", "%(n)s errors", count[Severity.ERROR]) % {"n": count[Severity.ERROR]},
            ngettext("%(n)s warning", "%(n)s warnings", count[Severity.WARNING]) % {"n": count[Severity.WARNING]},
            ngettext("%(n)s note", "%(n)s notes", count[Severity.NOTE]) % {"n": count[Severity.NOTE]},
        )
    )


def as_json(findings: list[Finding]) -> str:
    """Return the findings for scripts, with how many there are of each severity and kind."""
    number = Counter(finding.severity for finding in findings)
    counts = {severity.value: number[severity] for severity in Severity}
    head = json.dumps({"counts": counts, "kinds": Counter(finding.code for finding in findings)}, indent=1)[:-2]
    # Each by itself, as one whole would write it: where much is indented at once, Python does it and not C.
    one = json.JSONEncoder(separators=(",\n   ", ": ")).encode
    several = ",\n".join(f"  {{\n   {one(finding.as_dict())[1:-1]}\n  }}" for finding in findings)
    found = f"[\n{several}\n ]" if findings else "[]"
    return f'{head},\n "findings": {found}\n}}\n'
