"""“Checked, it is so”: answers to findings, which hold while the records that they are about stay what they were."""

import hashlib
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.chunks import chunks
from partnerships.models import CheckedFinding
from partnerships.models.history import name_of
from partnerships.records.kinds import KINDS
from partnerships.records.snapshot.taking import CHUNK, digest_of, snapshots
from partnerships.transactions import one_write

from .findings import Finding, Severity

#: A record, as `kind/key`.
Called = str


@one_write()
def settle(finding: Finding, *, by: User, reason: str) -> CheckedFinding:
    """Write down that `finding` was checked, and is so. Raises ValidationError where that cannot be said."""
    if finding.severity is Severity.ERROR:
        raise ValidationError(_("This cannot be true: one of the two facts must be corrected."))
    if not reason.strip():
        raise ValidationError(_("Say why it is so."))
    version = versions([finding])[finding]
    if said := CheckedFinding.objects.filter(name=finding.name, version=version).first():
        sentence = _("To answer otherwise, open it again; %(name)s has answered this already: “%(reason)s”")
        raise ValidationError(sentence % {"name": said.by_name, "reason": said.reason})
    answer, _created = CheckedFinding.objects.update_or_create(
        name=finding.name,
        defaults={
            "code": finding.code,
            "kind": finding.kind,
            "key": finding.key,
            "reason": reason.strip(),
            "version": version,
            "by": by,
            "by_name": name_of(by),
            "at": timezone.now(),
        },
    )
    return answer


@one_write()
def reopen(finding: Finding) -> None:
    """Let `finding` be open again; what was said of it stays to be read."""
    CheckedFinding.objects.filter(name=finding.name).update(version="", at=timezone.now())


def answers_to(findings: Iterable[Finding]) -> dict[Finding, CheckedFinding]:
    """Return what was said of `findings`, whether it still holds or not."""
    by_name = {row.name: row for row in CheckedFinding.objects.filter(code__in={each.code for each in findings})}
    found = ((each, by_name.get(each.name)) for each in findings) if by_name else ()
    return {each: row for each, row in found if row is not None}


def settled(findings: Iterable[Finding]) -> dict[Finding, CheckedFinding]:
    """Return the answers to `findings` that hold: neither their record nor the other one has changed since."""
    found = answers_to(list(findings))
    now = versions(found)
    return {each: row for each, row in found.items() if row.version == now[each]}


def open_findings(findings: list[Finding]) -> list[Finding]:
    """Return those of `findings` to which no answer holds."""
    closed = settled(findings)
    return [each for each in findings if each not in closed]


def versions(findings: Iterable[Finding]) -> dict[Finding, str]:
    """Return for each finding a text that differs whenever one of the records that it is about does."""
    findings = list(findings)
    said = digests({called for each in findings for called in records_of_finding(each)})
    result = {}
    for each in findings:
        text = "/".join(said.get(called, "") for called in records_of_finding(each))
        result[each] = hashlib.sha256(text.encode()).hexdigest()
    return result


def records_of_finding(finding: Finding) -> tuple[Called, ...]:
    return (finding.record, finding.about) if finding.about else (finding.record,)


def digests(several: set[Called]) -> dict[Called, str]:
    """Return the digest of each record, in few queries for each kind."""
    keys: dict[str, list[str]] = {}
    for called in several:
        kind, _slash, key = called.partition("/")
        keys.setdefault(kind, []).append(key)
    found = {}
    for kind, some in keys.items():
        model = KINDS[kind].model
        for part in chunks(some, CHUNK):
            ids = model._default_manager.filter(key__in=part).values_list("pk", flat=True)
            found.update({f"{kind}/{record.key}": digest_of(lines) for record, lines in snapshots(model, ids)})
    return found
