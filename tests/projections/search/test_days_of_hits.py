"""When what is found was."""

import pytest

from partnerships.projections.search import find, in_order_of_time, understand
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
