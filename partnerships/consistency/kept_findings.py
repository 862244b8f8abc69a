"""The findings kept for the desk: each check is run again only when something has changed since, and time is left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import get_language

from partnerships import dates
from partnerships.models import Change, CheckedFinding, SearchDocument
from partnerships.projections import version
from partnerships.shared_cache import share, shared_value, shared_values

from .ages import unchanged_since
from .findings import Finding, Severity
from .register import CHECKS, of_check
from .rules import RULES
from .settling import settled

#: So many findings of a kind are kept: nobody mends more in a day. The others are counted.
MOST = 500
#: A register of so many records is checked at once, whenever somebody asks.
SMALL = 1_500
#: The findings that ask somebody to look whether what goes on still does.
DUE = "due-for-checking"
#: How long a page may spend on checks, in seconds.
ON_THE_DESK, AT_HOME, BY_MAIL = 2.0, 0.25, 300.0


@dataclass
class FindingGroup:
    """The findings of one kind: how many are open, and the first of them; and the first of those that are settled."""

    open: list[Finding] = field(default_factory=list)
    count: int = 0
    #: Since when the oldest of those kept is what it is.
    oldest: datetime | None = None
    settled: list[Finding] = field(default_factory=list)
    settled_count: int = 0


@dataclass
class KeptFindings:
    """What one check found: when, of which state of the register, and how long it took."""

    stamp: tuple
    at: datetime
    took: float
    groups: dict[str, FindingGroup]


def of_kind(code: str) -> KeptFindings:
    """Return what the check of a kind of finding finds now."""
    check = RULES[code].check
    found: KeptFindings | None = shared_value(_place(check))
    stamp = _stamps()[check]
    return found if found is not None and found.stamp == stamp else _run(check, stamp)


def overview(seconds: float) -> dict[str, KeptFindings | None]:
    """Return what each check found: anew, as far as `seconds` last, else what is kept of it; None for nothing."""
    until = monotonic() + seconds
    kept: dict[str, KeptFindings] = shared_values(_place(check) for check in CHECKS)
    small, stamps = SearchDocument.objects.count() <= SMALL, _stamps()
    result: dict[str, KeptFindings | None] = {}
    for check in CHECKS:
        found = kept.get(_place(check))
        if found is None or found.stamp != stamps[check]:
            needs = found.took if found is not None else 0.0 if seconds >= ON_THE_DESK else seconds
            if small or monotonic() + needs < until:
                found = _run(check, stamps[check])
        result[check] = found
    return result


def to_mend(seconds: float) -> dict[str, tuple[int, datetime | None]]:
    """Return how many errors and warnings are open, as far as is known, how many records are due for checking.

    Of both it is said since when the oldest is what it is.
    """
    known = (kept for kept in overview(seconds).values() if kept is not None)
    found = {code: group for kept in known for code, group in kept.groups.items()}
    grave = [group for code, group in found.items() if RULES[code].severity is not Severity.NOTE]
    due = found.get(DUE, FindingGroup())
    oldest = min((group.oldest for group in grave if group.oldest), default=None)
    return {"due": (due.count, due.oldest), "findings": (sum(group.count for group in grave), oldest)}


def _run(check: str, stamp: tuple) -> KeptFindings:
    begun = monotonic()
    found = of_check(check)
    closed = settled(found)
    kept = KeptFindings(stamp, timezone.now(), 0.0, _grouped(found, closed))
    kept.took = monotonic() - begun
    share(_place(check), kept)
    return kept


def _grouped(found: Iterable[Finding], closed: Iterable[Finding]) -> dict[str, FindingGroup]:
    groups: dict[str, FindingGroup] = defaultdict(FindingGroup)
    closed = set(closed)
    for each in found:
        group = groups[each.code]
        if each in closed:
            group.settled_count += 1
            group.settled += [each] * (group.settled_count <= MOST)
        else:
            group.count += 1
            group.open += [each] * (group.count <= MOST)
    since = unchanged_since(each for group in groups.values() for each in group.open)
    for group in groups.values():
        group.oldest = min(filter(None, map(since.get, group.open)), default=None)
    return dict(groups)


def _place(check: str) -> str:
    return f"findings:{check}:{get_language()}"


def _stamps() -> dict[str, tuple]:
    """Return for each check what differs whenever what it finds may differ: content, history, answers, the day."""
    now = version.stamp(), Change.objects.order_by("-id").values_list("id", flat=True).first(), dates.today()
    answered: dict[str, list[tuple]] = defaultdict(list)
    answers = CheckedFinding.objects.values_list("code").annotate(Count("id"), Max("at")).order_by("code")
    for code, number, last in answers:
        if code in RULES:
            answered[RULES[code].check].append((code, number, last))
    return {check: (*now, *answered[check]) for check in CHECKS}
