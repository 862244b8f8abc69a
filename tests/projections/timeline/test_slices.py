"""Slices against the plain reading of the same filters, and the plans by which the databases read them."""

from datetime import date

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from partnerships import dates
from partnerships.models import TimelineFacet, Visit
from partnerships.projections.timeline import Filters, first_keys, has_more_lines_than, numbers_beside, page, under
from partnerships.projections.timeline.slices import EVERYWHERE, first_lines
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    AreaFactory,
    DecisionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
    VisitFactory,
)
from tests.plans import plans

pytestmark = pytest.mark.django_db

PUBLIC = {"publication": "published"}
DATES = (
    "1961-03-05", "1961-03", "1961", "196X", "200X", "1961-03-05~", "[1961-03-05..1963]", "[..1970]", "[1980..]",
    "2018-05-24", "2018-05", "2018?", "201X", "[2017..2019]", "[..2018-05-24]", "[2018-05-24..]",
)  # fmt: skip
PERIODS = ("1950/1999", "../1970", "/1970", "1980/..", "1980/", "2017-06/2018-08", "[..1960]/1990", "2018-05-24")


class Lines(TestCase):
    @classmethod
    def setUpTestData(cls):
        # The index follows all of them at once.
        with deferred():
            enter()


def enter():
    partners = [PartnerFactory(key=key, **PUBLIC) for key in ("one", "two")]
    areas = [AreaFactory(key=key, **PUBLIC) for key in ("space", "cyber")]
    for number, notation in enumerate(DATES):
        decision = DecisionFactory(date=notation, weight=("", "further")[number % 2], **PUBLIC)
        decision.partners.set(partners[: number % 3])
        decision.areas.set(areas[number % 2 :])
    people = [PersonFactory(key=key, **PUBLIC) for key in ("ann", "bob")]
    for number, notation in enumerate(PERIODS):
        VisitFactory(period=notation, **PUBLIC).partners.set(partners[number % 2 :])
        TenureFactory(period=notation, person=people[number % 2], office__publication="published", **PUBLIC)


def moment(text):
    return dates.parse_moment(text)


ASKED = [
    Filters(),
    Filters(detail="main"),
    Filters(kind=("visit",)),
    Filters(kind=("visit", "decision"), detail="main"),
    Filters(partner=("one",)),
    Filters(partner=("one", "two")),
    Filters(partner=("one", "two"), area=("space",)),
    Filters(partner=("two",), area=("space", "cyber"), detail="main"),
    Filters(partner=("one",), kind=("visit",)),
    Filters(partner=("one",), kind=("visit", "decision"), detail="main"),
    Filters(person=("ann", "bob")),
    Filters(person=("nobody",)),
    *(Filters(on=day) for day in (date(1961, 3, 5), date(2018, 5, 24), date(1400, 1, 1), date(2300, 1, 1))),
    Filters(on=date(2018, 5, 24), partner=("one", "two"), kind=("visit",)),
    Filters(since=moment("2018-05")),
    Filters(until=moment("1961")),
    Filters(since=moment("1960"), until=moment("1970"), detail="main"),
    Filters(since=moment("1960"), until=moment("2018-05-24"), area=("space",)),
    Filters(since=moment("1975"), until=moment("1985"), kind=("visit",)),
    Filters(since=moment("2300"), until=moment("2301")),
]


class TestSlices(Lines):
    def test_are_the_lines_that_pass_in_their_order(self):
        for filters in ASKED:
            with self.subTest(filters=str(filters)):
                for apart in (False, True) if filters.is_timed else (False,):
                    plain = sorted({row.sort for row in filters.rows(apart=apart)})
                    for descending in (False, True):
                        wanted = plain[::-1] if descending else plain
                        for size in (3, 1000):
                            found = first_lines(filters, EVERYWHERE, size, descending=descending, apart=apart)
                            assert [line.sort for line in found] == wanted[:size]

    def test_go_on_where_they_ended(self):
        for filters in ASKED:
            with self.subTest(filters=str(filters)):
                plain = sorted({row.sort for row in filters.rows()})
                for order in ("oldest", "newest"):
                    found, after = [], None
                    while True:
                        part = page(filters, order=order, after=after, size=4)
                        found += [line.sort for line in part.lines]
                        if (after := part.after) is None:
                            break
                    assert found == (plain if order == "oldest" else plain[::-1])

    def test_are_read_along_an_index(self):
        """No table is scanned, nothing is sorted beside it, nothing is counted or passed over."""
        for filters in ASKED:
            with self.subTest(filters=str(filters)):
                for apart in (False, True) if filters.is_timed else (False,):
                    with CaptureQueriesContext(connection) as queries:
                        first_lines(filters, EVERYWHERE, 51, descending=False, apart=apart)
                    assert len(queries) == 1
                    assert "COUNT(" not in queries[0]["sql"]
                    assert "OFFSET" not in queries[0]["sql"]
                    assert plans(queries[0]["sql"]) == []


class TestApart(TestCase):
    """What can lie wholly outside the time asked for only because one side is open stands apart, and nothing else."""

    def in_and_apart(self, period, since, until):
        visit = VisitFactory(period=period, **PUBLIC)
        filters = Filters(since=moment(since), until=moment(until))
        found = page(filters)
        return [line.key for line in found.lines] == [visit.key], [line.key for line in found.apart] == [visit.key]

    def test_by_the_side_that_is_known(self):
        for period, since, until, is_in, apart in (
            ("2024-07-10/", "2024-01-01", "2026-01-01", True, False),
            ("2024-07-10/", "2024-07-10", "2024-07-10", True, False),
            ("2024-07-10/", "2024-07-11", "2026-01-01", False, True),
            ("2024-07-10/", "2024-01-01", "2024-07-09", False, False),
            ("2024-07-10/..", "2025-01-01", "2025-06-01", True, False),
            ("2024-07-10/..", "2300", "2301", False, True),
            ("/2024-07-10", "2024-01-01", "2026-01-01", True, False),
            ("/2024-07-10", "2020-01-01", "2024-07-09", False, True),
            ("/2024-07-10", "2024-07-11", "2026-01-01", False, False),
            ("[2024-07-10..]", "2024-01-01", "2026-01-01", False, True),
            ("[2024-07-10..]/", "2024-01-01", "2026-01-01", False, True),
        ):
            with self.subTest(period=period, since=since, until=until):
                assert self.in_and_apart(period, since, until) == (is_in, apart)
                Visit.objects.all().delete()


class TestPlans:
    def test_of_a_scan_or_a_sort_are_named(self):
        """Else nothing that the tests above say would count."""
        assert plans("SELECT weight FROM partnerships_timelineline ORDER BY latest LIMIT 5") != []


class TestKeys(Lines):
    def test_are_each_once_and_the_newest_first_where_asked(self):
        oldest, newest = first_keys("visit", "partner", "two", 3), first_keys("visit", "partner", "two", 3, newest=True)
        assert len(set(oldest)) == len(set(newest)) == 3
        assert not set(oldest) & set(newest)

    def test_are_as_many_as_asked_for_though_each_has_two_lines(self):
        office, person = OfficeFactory(**PUBLIC), PersonFactory(key="eve", **PUBLIC)
        for key, period in (("a", "2001/2002"), ("b", "2003/2004"), ("c", "2005/2006")):
            TenureFactory(key=key, period=period, person=person, office=office, **PUBLIC)
        assert first_keys("tenure", "person", "eve", 2) == ["a", "b"]
        assert first_keys("tenure", "person", "eve", 2, newest=True) == ["c", "b"]


class TestUnder(Lines):
    FACETS = ("kind", "partner", "area", "person")
    ASKED = (
        Filters(),
        Filters(detail="main"),
        Filters(kind=("decision",)),
        Filters(partner=("one", "two"), detail="main"),
        Filters(area=("space",), kind=("decision", "visit"), on=date(2018, 5, 24)),
    )

    def test_counts_what_stands_under_each_value(self):
        for filters in self.ASKED:
            with self.subTest(filters=str(filters)):
                passing = {line.sort for line in page(filters, size=500).lines}
                counted = {}
                for facet in TimelineFacet.objects.filter(sort__in=passing, facet__in=self.FACETS):
                    counted[facet.facet, facet.value] = counted.get((facet.facet, facet.value), 0) + 1
                for sort in passing:
                    kind = sort.rsplit(" ", 3)[1]
                    counted["kind", kind] = counted.get(("kind", kind), 0) + 1
                assert under(filters, self.FACETS, 500) == counted

    def test_gives_up_where_there_are_too_many(self):
        assert under(Filters(partner=("one",)), self.FACETS, 2) is None
        assert under(Filters(), self.FACETS, 2) is not None


class TestBeside:
    def test_says_with_how_many_values_each_other_one_stands_on_a_line(self):
        space, cyber = (AreaFactory(key=key, **PUBLIC) for key in ("space", "cyber"))
        partners = [PartnerFactory(key=key, **PUBLIC) for key in ("one", "two")]
        for areas, named in (([space], partners), ([space, cyber], partners[:1]), ([cyber], [])):
            decision = DecisionFactory(date="2018", **PUBLIC)
            decision.areas.set(areas)
            decision.partners.set(named)
        assert numbers_beside("partner", ["area", "place"], 9) == {"area": {"space": 2, "cyber": 1}}
        assert numbers_beside("area", ["partner"], 9) == {"partner": {"one": 2, "two": 1}}
        assert numbers_beside("area", ["partner"], 4) is not None
        assert numbers_beside("area", ["partner"], 3) is None


class TestSize:
    def test_is_told_without_counting(self):
        for _each in range(2):
            DecisionFactory(date="2018", **PUBLIC)
        assert [has_more_lines_than(number) for number in (0, 1, 2)] == [True, True, False]
