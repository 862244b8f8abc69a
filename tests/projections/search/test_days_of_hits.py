"""When what is found was."""

from datetime import date

import pytest

from partnerships.projections.search import find, in_order_of_time, understand
from partnerships.projections.search.days_of_hits import any_dated, nearest_hits
from tests.factories import PUBLISHED, MeetingFactory, VisitFactory

pytestmark = pytest.mark.django_db


class TestInOrderOfTime:
    def test_what_came_first_is_first_and_other_kinds_stay_by_name(self):
        for factory, field in ((VisitFactory, "period"), (MeetingFactory, "date")):
            for letter, day in (("A", "2019-01-01"), ("B", "2017"), ("C", "2018-05-05")):
                factory(key=letter.lower(), title_en=f"{letter} journey", **{field: day}, **PUBLISHED)
        found = in_order_of_time(find(understand("journey")), {"visit"})
        assert {one.kind: [hit.key for hit in one.hits] for one in found} == {
            "visit": ["b", "c", "a"],
            "meeting": ["a", "b", "c"],
        }


class TestNearest:
    @pytest.fixture
    def hits(self):
        for letter, day in (("A", "2019-01-01"), ("B", "2017"), ("C", "2018-05-05"), ("D", ""), ("E", "2016")):
            VisitFactory(key=letter.lower(), title_en=f"{letter} journey", period=day, **PUBLISHED)
        return [hit for each in find(understand("journey")) for hit in each.hits]

    @pytest.mark.parametrize(
        ("first", "last", "keys"),
        [
            (date(2018, 1, 1), date(2018, 2, 1), ["b", "c"]),
            (date(2017, 12, 31), date(2018, 2, 1), ["e", "c"]),
            (date(2018, 1, 1), date(2018, 5, 5), ["b", "a"]),
            (date(2015, 1, 1), date(2015, 12, 31), ["e"]),
            (date(2020, 1, 1), date(2020, 12, 31), ["a"]),
            (None, date(2018, 2, 1), ["c"]),
            (date(2018, 1, 1), None, ["b"]),
        ],
    )
    def test_is_the_last_that_was_over_before_and_the_first_that_began_after(self, hits, first, last, keys):
        assert [hit.key for hit in nearest_hits(hits, first, last)] == keys

    def test_is_of_what_was_found_alone(self, hits):
        found = [hit for hit in hits if hit.key in "ad"]
        assert [hit.key for hit in nearest_hits(found, date(2018, 1, 1), date(2018, 2, 1))] == ["a"]
        assert [any_dated([hit for hit in hits if hit.key == key]) for key in "ad"] == [True, False]
        assert any_dated([]) is False
