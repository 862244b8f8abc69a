"""Which lines of the timeline are wanted, and the query that finds them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.models import TimelineFacet, TimelineLine
from partnerships.models.timeline import AFTER, BEFORE, ENDED, GOING_ON, STARTED
from partnerships.records.kinds.kind import MAIN

from .thereby import PREFIX


@dataclass(frozen=True)
class Filters:
    """The lines wanted: several values of one filter widen it, several filters narrow it down.

    `partner`, `kind`, `area`, `person`, `body`, `place` and `office` hold keys; `since` and `until` keep what
    possibly falls inside; `on` keeps what possibly falls on that day; `detail` is "main" where turning points alone
    are wanted; `related` keeps what concerns every record named by its kind and key.
    """

    partner: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    since: dates.Moment | dates.Period | None = None
    until: dates.Moment | dates.Period | None = None
    on: date | None = None
    detail: str = "all"
    related: tuple[tuple[str, str], ...] = ()

    @property
    def is_timed(self) -> bool:
        """Whether a time is asked for."""
        return bool(self.since or self.until or self.on)

    @property
    def facets(self) -> list[tuple[str, tuple[str, ...]]]:
        """The facets asked for, each with the keys of which one is enough."""
        named = {
            "partner": self.partner,
            "area": self.area,
            "person": self.person,
            "organization": self.body,
            "place": self.place,
            "office": self.office,
        }
        return [
            *((name, keys) for name, keys in named.items() if keys),
            *((kind, (key,)) for kind, key in self.related),
        ]

    @property
    def leading(self) -> tuple[str, tuple[str, ...]] | None:
        """The facet along whose index the lines are read: that with the fewest keys."""
        return min(self.facets, key=lambda one: len(one[1]), default=None)

    @property
    def is_main(self) -> bool:
        """Whether turning points alone are asked for."""
        return self.detail == MAIN

    @property
    def span(self) -> tuple[date, date]:
        """The day on or after which a line must possibly end, and that by which it must possibly begin."""
        conditions = self._conditions()
        return conditions.get("latest__gte", EARLIEST), conditions.get("earliest__lte", LATEST)

    def rows(self, *, apart: bool = False) -> QuerySet:
        """Return the rows that pass, in no order yet: lines, or the facet rows that lead to them.

        What can lie wholly outside the time asked for, only because one of its sides has no bound, stands apart. What
        began in that time at a known moment, or ended then, or goes on, cannot.

        The first facet with one key leads: its index gives the lines in their order, so that the
        first lines cost the same however long the timeline is. Both kinds of row have `sort`.
        """
        facets = self.facets
        leading = next(((name, keys) for name, keys in facets if len(keys) == 1), None)
        if leading is None:
            rows, path = TimelineLine.objects.all(), ""
        else:
            leading_rows = TimelineFacet.objects.filter(facet=leading[0], value=leading[1][0])
            rows, path = leading_rows.select_related("line"), "line__"
        for name, keys in facets:
            if (name, keys) != leading:
                line = OuterRef("line_id" if leading else "pk")
                rows = rows.filter(Exists(TimelineFacet.objects.filter(line=line, facet=name, value__in=keys)))
        rows = rows.filter(**{f"{path}{lookup}": value for lookup, value in self._conditions().items()})
        # Nobody holds an office by virtue of another for certain, or still, on a day to come.
        derived = Q(**{f"{path}moment__startswith": PREFIX, f"{path}earliest__gt": dates.today()})
        rows = rows.exclude(derived)
        return rows.filter(self._stands_apart(path)) if apart else rows.exclude(self._stands_apart(path))

    def _stands_apart(self, path: str) -> Q:
        if not self.is_timed:
            return Q(pk__in=[])
        first, last = self.span
        begun = Q(**{f"{path}earliest__lt": first, f"{path}length__in": (STARTED, AFTER, BEFORE)})
        ended = Q(**{f"{path}latest__gt": last, f"{path}length__in": (ENDED, AFTER, BEFORE)})
        to_come = Q(**{f"{path}length": GOING_ON}) if first > dates.today() else Q(pk__in=[])
        return begun | ended | to_come

    def _conditions(self) -> dict:
        conditions = {}
        if self.detail == MAIN:
            conditions["weight"] = MAIN
        if self.kind:
            conditions["kind__in"] = self.kind
        if self.since:
            conditions["latest__gte"] = self.since.sort_key[0]
        if self.until or self.on:
            last = [self.until.sort_key[1]] if self.until else []
            conditions["earliest__lte"] = min([*last, *([self.on] if self.on else [])])
        if self.on:
            conditions["latest__gte"] = max(self.on, conditions.get("latest__gte", self.on))
        return conditions
