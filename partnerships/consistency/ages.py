"""Since when a finding is what it is: since nothing that it is about has changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from partnerships.chunks import chunks
from partnerships.models import Change
from partnerships.records.kinds import KINDS

from .findings import Finding
from .names_in_findings import Named, kind_and_key
from .settling import records_of_finding

#: Of so many records is asked at once.
AT_ONCE = 1_000


def unchanged_since(findings: Iterable[Finding]) -> dict[Finding, datetime | None]:
    """Return since when each of `findings` is what it is, unless the day tells it; None where nobody knows."""
    about = {each: named_in(each) for each in findings}
    known = last_changes({named for several in about.values() for named in several})
    return {each: max(filter(None, map(known.get, several)), default=None) for each, several in about.items()}


def named_in(finding: Finding) -> list[Named]:
    """Return the kinds and keys of the records that `finding` is about."""
    return [named for called in records_of_finding(finding) if (named := kind_and_key(called))[0] in KINDS]


def last_changes(several: Iterable[Named]) -> dict[Named, datetime | None]:
    """Return when each record was last changed: when it was published, where it came with a fixture."""
    keys: dict[str, list[str]] = {}
    for kind, key in several:
        keys.setdefault(kind, []).append(key)
    found: dict[Named, datetime | None] = {}
    for kind, some in keys.items():
        rows, changes = KINDS[kind].model._base_manager.order_by(), Change.objects.filter(kind=kind).order_by()
        for part in chunks(some, AT_ONCE):
            changed = dict(changes.filter(key__in=part).values_list("key").annotate(Max("at")))
            unchanged = [key for key in part if key not in changed]
            published = rows.filter(key__in=unchanged).values_list("key", "published_at") if unchanged else ()
            found |= {(kind, key): at for key, at in [*changed.items(), *published]}
    return found
