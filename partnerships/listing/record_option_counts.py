"""The values that the form of a list offers, each with the number of records found with it: counted once under a
content version."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from partnerships import after_answering
from partnerships.chunks import chunks
from partnerships.kept_in_process import Shelf
from partnerships.models import TimelineFacet
from partnerships.projections import timeline, version
from partnerships.records.kinds import KINDS, ON_THE_TIMELINE

from .filters import KEYS, AskedFilters, FilterChoice
from .option_counts import LONG, OVERHEAD, numbered_choices
from .selection import askable, facet_of, lines_under, queryset, relations

if TYPE_CHECKING:
    from partnerships.pages import KindPage

#: Where records and values meet more often than this, they are not counted.
MOST = 50_000
#: The same where nobody waits.
MOST_LATER = 1_000_000
#: What all counts may weigh, in values.
CAPACITY = 100_000

kept: Shelf[Mapping[str, int] | None] = Shelf(CAPACITY)
kept_beside: Shelf[Mapping[str, Mapping[str, int] | None]] = Shelf(CAPACITY)
#: So many keys are named in one question.
AT_ONCE = 500


def with_numbers_of_records(
    page: "KindPage", asked: AskedFilters, choices: Iterable[FilterChoice]
) -> list[FilterChoice]:
    """Return `choices` with how many records of a list each value finds together with everything else that is asked.

    The people, places and offices that most of these records concern are offered too.
    """
    if asked.unknown:
        return list(choices)
    long = [name for name in askable(page.kind) if name in LONG]
    return numbered_choices(choices, long, lambda name: _records_without(page, asked, name))


def _records_without(page: "KindPage", asked: AskedFilters, name: str) -> "_ListedRecords":
    # Kinds and detail are nothing to a list.
    filters = replace(asked.filters, detail="all", **{"kind": (), name: ()})
    return _ListedRecords(page.kind, filters, page, replace(asked, filters=filters))


@dataclass(frozen=True)
class _ListedRecords:
    """The records of a kind that a list shows."""

    kind: str
    filters: timeline.Filters
    page: "KindPage" = field(compare=False)
    asked: AskedFilters = field(compare=False)

    @property
    def is_all(self) -> bool:
        return not self.filters.facets and not self.filters.is_timed

    def by_value(self, name: str) -> Mapping[str, int] | None:
        facet = facet_of(name)
        if facet not in (self.kind, "kind", *relations(self.kind)) and self.kind not in ON_THE_TIMELINE:
            return self._all_beside().get(facet, {})
        key = version.stamp(), self, name
        return kept.having(key, lambda: self._counted(name), lambda found: len(found or ()) + OVERHEAD)

    def _all_beside(self) -> Mapping[str, Mapping[str, int] | None]:
        """Return how many records stand on a line together with each value, by its facet: one walk along the lines."""
        key = version.stamp(), self
        return kept_beside.having(
            key, self._counted_beside, lambda found: sum(len(one or ()) for one in found.values()) + OVERHEAD
        )

    def _counted_beside(self) -> dict[str, Mapping[str, int] | None]:
        facets = {facet_of(name) for name in askable(self.kind)} - {self.kind, "kind", *relations(self.kind)}
        if self.is_all and after_answering.is_later():
            numbers = timeline.numbers_beside(self.kind, sorted(facets), MOST_LATER)
            return {facet: None if numbers is None else numbers.get(facet, {}) for facet in facets}
        records = queryset(self.page, self.asked).order_by().prefetch_related(None).values("key")
        standing = TimelineFacet.objects.filter(facet=self.kind, value__in=records).order_by()
        if _some(standing).count() > MOST:
            return dict.fromkeys(facets)
        keys = {"line__facets__facet": self.kind, "line__facets__value__in": records}
        lines = TimelineFacet.objects.filter(facet__in=facets, line__in=self._lines(), **keys).order_by()
        found: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        counted = lines.values_list("facet", "value").annotate(number=Count("line__facets__value", distinct=True))
        for facet, value, number in counted:
            found[facet][value] = number
        return {**found}

    def _counted(self, name: str) -> Mapping[str, int] | None:
        pairs = list(islice(self._pairs(facet_of(name)), MOST + 1))
        return None if len(pairs) > MOST else Counter(value for _key, value in set(pairs))

    def _pairs(self, facet: str) -> Iterator[tuple[str, str]]:
        """Yield the key of each record with each value that it is found under; some of them more than once."""
        records = queryset(self.page, self.asked).order_by().prefetch_related(None)
        own = relations(self.kind)
        if facet in (self.kind, "kind"):
            for key in _some(records.values_list("key", flat=True)):
                yield key, key if facet == self.kind else self.kind
            return
        if facet not in own:
            return
        for path in own[facet]:
            column = f"{path.replace('.', '__')}__key"
            yield from _some(records.filter(**{f"{column}__isnull": False}).values_list("key", column))
        reach = KINDS[self.kind].reach
        if reach is not None and reach.facet == facet:
            reached = TimelineFacet.objects.filter(facet=facet, line__kind=self.kind).order_by()
            keys = _some(records.filter(reach.reaching()).values_list("key", flat=True))
            # By their keys: else the database walks along all lines of all partners.
            for several in chunks(keys, AT_ONCE):
                yield from _some(reached.filter(line__key__in=several).values_list("line__key", "value"))

    def _lines(self) -> QuerySet:
        """Return the lines on which the records stand together with what else is asked."""
        own = relations(self.kind)
        beside = {name: getattr(self.filters, name) for name in KEYS if facet_of(name) not in own}
        return lines_under(timeline.Filters(**beside))


def _some(several: Any) -> Any:
    """Return no more rows than tell that there are too many."""
    return several[: MOST + 1]
