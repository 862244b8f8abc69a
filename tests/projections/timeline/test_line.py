import pytest

from partnerships.models import TimelineLine
from partnerships.projections.timeline import Filters, Line, page
from tests.factories import DecisionFactory, TenureFactory

pytestmark = pytest.mark.django_db


class TestLine:
    def test_is_named_at_the_end_of_its_place(self):
        DecisionFactory(key="one", date="2018", publication="published")
        for notation in ("2018/2020", "../2001"):
            TenureFactory(
                period=notation,
                person__publication="published",
                office__publication="published",
                publication="published",
            )
        found = page(Filters()).lines
        stored = {line.sort: line for line in TimelineLine.objects.all()}
        assert len(found) == len(stored) > 2
        for line in found:
            row = stored[line.sort]
            assert line == Line.at(line.sort) == (row.kind, row.key, row.moment, row.sort)
            assert str(line) == str(row)
