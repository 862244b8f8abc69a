"""The findings kept for the desk: each check is run again only when something has changed since, and time is left."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from time import monotonic

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import get_language

from partnerships import after_answering
from partnerships.models import CheckedFinding, SearchDocument
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
#: By the name of a check or of a kind of finding: what differs whenever its findings may.
Stamps = dict[str, tuple]
NEVER = datetime.min.replace(tzinfo=UTC)
#: How long checks may take, in seconds: of the desk once it is shown, of the first page, of a mail; of one kind of
#: finding that somebody opens, of which older ones can be shown.
ON_THE_DESK, AT_HOME, BY_MAIL, OPENED = 20.0, 0.25, 300.0, 1.0


@dataclass
class FindingCount:
    """How many findings of one kind are open, and how many settled."""

    count: int = 0
    #: Since when the oldest of those kept is what it is.
    oldest: datetime | None = None
    settled_count: int = 0


@dataclass
class FindingGroup(FindingCount):
    """The findings of one kind: the first of those that are open, and of those that are settled."""

    open: list[Finding] = field(default_factory=list)
    settled: list[Finding] = field(default_factory=list)
    #: Whether something has changed since that they may differ by.
    is_older: bool = False

    def counted(self) -> FindingCount:
        """Return how many they are, which the desk shows without reading them."""
        return FindingCount(self.count, self.oldest, self.settled_count)


@dataclass
class KeptCounts:
    """How much one check found: when, of which state of the register, and how long it took."""

    stamp: tuple
    at: datetime
    took: float
    groups: dict[str, FindingCount]
    #: Whether something has changed since that it may differ by.
    is_older: bool = False


def of_kind(code: str) -> FindingGroup:
    """Return what the check of a kind of finding finds now.

    Where that takes long and can be put off, what is kept of it comes first, unless one of it was answered since.
    """
    check, stamps = RULES[code].check, _stamps()
    kept: tuple[tuple, FindingGroup] | None = shared_value(_place_in_words(code))
    if kept is not None and kept[0] == stamps[code]:
        return kept[1]
    counts: KeptCounts | None = shared_value(_place(check))
    none_then = counts is not None and code not in counts.groups
    if counts is not None and none_then and counts.stamp == stamps[check]:
        return FindingGroup()
    older = kept[1] if kept is not None and kept[0][1:] == stamps[code][1:] else None
    if none_then:
        older = FindingGroup()
    if (
        older is not None
        and counts is not None
        and counts.took > OPENED
        and not _is_small()
        and after_answering.is_put_off(("findings", code, get_language()), partial(of_kind, code))
    ):
        return replace(older, is_older=True)
    return _run(check, stamps)[1].get(code, FindingGroup())


def overview(seconds: float) -> dict[str, KeptCounts | None]:
    """Return how much each check found: anew, as far as `seconds` last, else what is kept of it; None for nothing.

    In a large register nobody waits who can be answered first; what was found longest ago is found anew before others.
    """
    until = monotonic() + seconds
    kept: dict[str, KeptCounts] = shared_values(_place(check) for check in CHECKS)
    small, stamps = _is_small(), _stamps()
    result: dict[str, KeptCounts | None] = {}
    ages = {check: found.at if (found := kept.get(_place(check))) else NEVER for check in CHECKS}
    for check in sorted(CHECKS, key=ages.__getitem__):
        found = kept.get(_place(check))
        if found is None or found.stamp != stamps[check]:
            found = found and replace(found, is_older=True)
            if not small and after_answering.is_put_off("findings", partial(overview, seconds)):
                result[check] = found
                continue
            needs = found.took if found is not None else 0.0 if seconds >= ON_THE_DESK else seconds
            if small or monotonic() + needs < until:
                found, _groups = _run(check, stamps)
        result[check] = found
    return result


def to_mend(seconds: float) -> dict[str, tuple[int, datetime | None]]:
    """Return how many errors and warnings are open, as far as is known, how many records are due for checking.

    Of both it is said since when the oldest is what it is.
    """
    known = (kept for kept in overview(seconds).values() if kept is not None)
    found = {code: group for kept in known for code, group in kept.groups.items()}
    grave = [group for code, group in found.items() if RULES[code].severity is not Severity.NOTE]
    due = found.get(DUE, FindingCount())
    oldest = min((group.oldest for group in grave if group.oldest), default=None)
    return {"due": (due.count, due.oldest), "findings": (sum(group.count for group in grave), oldest)}


@contextmanager
def moving_when_answered(finding: Finding) -> Iterator[None]:
    """Let a finding be settled inside, or opened again, and move it to its like: no check is run again for that."""
    code, check = finding.code, RULES[finding.code].check
    before = _stamps()
    yield
    after = _stamps()
    kept: tuple[tuple, FindingGroup] | None = shared_value(_place_in_words(code))
    counts: KeptCounts | None = shared_value(_place(check))
    if kept is None or counts is None or (kept[0], counts.stamp) != (before[code], before[check]):
        return
    group = kept[1]
    closed = bool(settled([finding]))
    left, joined = (group.open, group.settled) if closed else (group.settled, group.open)
    moved = [each for each in left if each.name == finding.name]
    if not moved or len(joined) >= MOST or len(group.open) <= MOST // 2 < group.count:
        return
    left[:] = [each for each in left if each not in moved]
    joined[:] = sorted([*joined, *moved], key=lambda each: each.order)
    group.count += -len(moved) if closed else len(moved)
    group.settled_count += len(moved) if closed else -len(moved)
    group.oldest = _oldest(group.open, unchanged_since(group.open))
    counts.stamp, counts.groups[code] = after[check], group.counted()
    share(_place_in_words(code), (after[code], group))
    share(_place(check), counts)


def _run(check: str, stamps: Stamps) -> tuple[KeptCounts, dict[str, FindingGroup]]:
    begun = monotonic()
    found = of_check(check)
    groups = _grouped(found, settled(found))
    for code, group in groups.items():
        share(_place_in_words(code), (stamps[code], group))
    counted = {code: group.counted() for code, group in groups.items()}
    kept = KeptCounts(stamps[check], timezone.now(), monotonic() - begun, counted)
    share(_place(check), kept)
    return kept, groups


def _is_small() -> bool:
    return SearchDocument.objects.order_by()[: SMALL + 1].count() <= SMALL


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
        group.oldest = _oldest(group.open, since)
    return dict(groups)


def _oldest(several: Iterable[Finding], since: Mapping[Finding, datetime | None]) -> datetime | None:
    return min(filter(None, map(since.get, several)), default=None)


def _place(check: str) -> str:
    """Return where it is kept how much a check found: as much in one language as in the other."""
    return f"findings:{check}"


def _place_in_words(code: str) -> str:
    """Return where the findings of a kind are kept, with their sentences in the language of whoever asks."""
    return f"findings:{code}:{get_language()}"


def _stamps() -> Stamps:
    """Return for each check and kind what differs whenever its findings may: content, history, answers, the day."""
    now = version.stamp_of_all()
    answered: dict[str, list[tuple]] = defaultdict(list)
    answers = CheckedFinding.objects.values_list("code").annotate(Count("id"), Max("at")).order_by("code")
    for code, number, last in answers:
        if code in RULES:
            answered[code].append((code, number, last))
            answered[RULES[code].check].append((code, number, last))
    return {name: (now, *answered[name]) for name in (*CHECKS, *RULES)}
