"""What a source can bear."""

from datetime import date

import pytest

from partnerships.records.bearing import bearing
from tests.factories import CitationFactory, DecisionFactory

pytestmark = pytest.mark.django_db
DAY = date(2018, 7, 1)


@pytest.fixture
def cite():
    decision = DecisionFactory(publication="published")

    def _cite(written, publication="published", **fields):
        return CitationFactory(decision=decision, source__date=written, source__publication=publication, **fields)

    return _cite


class TestBearing:
    def test_source_of_the_day_or_later_proves_it(self, cite):
        before, same, after = cite("2018-06-30"), cite("2018-07-01"), cite("2019")
        assert bearing([before, same, after], DAY).citations == [same, after]
        assert bearing([before, same, after], DAY).proven

    def test_where_none_can_none_stands_in(self, cite):
        found = bearing([cite("2018-06-30")], DAY)
        assert (found.citations, found.proven) == ([], False)

    def test_one_that_denies_is_shown_and_proves_nothing(self, cite):
        against = cite("2017", stance="contradicts")
        found = bearing([against], DAY)
        assert (found.citations, found.proven) == ([against], False)

    def test_one_that_is_not_public_neither_shows_nor_proves(self, cite):
        found = bearing([cite("2019", publication="draft")], DAY)
        assert (found.citations, found.proven) == ([], False)

    def test_nothing_proves_what_nothing_is_cited_for(self):
        assert not bearing([], DAY).proven
