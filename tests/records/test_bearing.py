"""What a source can bear."""

from datetime import date

import pytest

from partnerships import dates
from partnerships.projections import timeline
from partnerships.records.bearing import bearing, unproven
from tests.factories import CitationFactory, DecisionFactory, TenureFactory

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
        for written in ("2017", "2019"):
            against = cite(written, stance="contradicts")
            found = bearing([against], DAY)
            assert (found.citations, found.proven) == ([against], False)

    def test_one_that_is_not_public_neither_shows_nor_proves(self, cite):
        found = bearing([cite("2019", publication="draft")], DAY)
        assert (found.citations, found.proven) == ([], False)

    def test_nothing_proves_what_nothing_is_cited_for(self):
        assert not bearing([], DAY).proven


class TestMoments:
    """A citation of one end or milestone speaks for that alone, and before all others."""

    def test_what_is_cited_for_the_moment_stands_alone(self, cite):
        whole, own = cite("2019"), cite("2018-08", field="start")
        assert bearing([whole, own], DAY, "start").citations == [own]

    def test_what_is_cited_for_another_moment_is_not_shown(self, cite):
        whole, other = cite("2019"), cite("2019", field="end")
        assert bearing([whole, other], DAY, "start").citations == [whole]
        assert bearing([other], DAY, "start").proven is False

    def test_a_single_line_shows_what_is_cited_for_either_end(self, cite):
        both = [cite("2019", field="start"), cite("2019", field="end")]
        assert bearing(both, DAY, "on").citations == both

    def test_one_of_its_own_that_is_too_old_proves_nothing(self, cite):
        whole, own = cite("2019"), cite("2018-06-30", field="start")
        found = bearing([whole, own], DAY, "start")
        assert (found.citations, found.proven) == ([], False)

    @pytest.mark.parametrize(
        ("value", "start", "end"),
        [
            ("2018-07-10/", True, False),
            ("2018-06-10/2018-07-01", True, False),
            ("2018-07-10/..", True, True),
            ("/2018-07-10", False, True),
            ("2018-07/2018-07-10", False, True),
            ("July", True, True),
            ("", True, True),
        ],
    )
    def test_an_end_is_denied_by_who_says_otherwise_of_that_end(self, cite, value, start, end):
        against = cite("2019", field="period", stance="contradicts", value=value)
        assert [bool(bearing([against], DAY, moment).citations) for moment in ("start", "end")] == [start, end]
        assert bearing([against], DAY).citations == [against]

    def test_another_moment_is_not_denied_by_what_denies_one(self, cite):
        against = cite("2019", field="end", stance="contradicts")
        assert bearing([against], DAY, "start").citations == []
        assert bearing([against], DAY, "end").citations == [against]


def test_moments_that_nothing_proves_are_told_also_of_sources_that_are_not_public(cite):
    moments = [("start", dates.parse_moment("2018-07-01")), ("end", dates.parse_moment("2019-12-31"))]
    assert unproven([cite("2018-12", publication="draft")], moments) == moments[1:]
    assert unproven([cite("2019-12-31")], moments) == []
    assert unproven([cite("2019-12-31", field="end")], moments) == moments[:1]
    # It may have been on the first of its days.
    assert unproven([cite("2018-07-01")], [("start", dates.parse_moment("2018-07"))]) == []


def test_line_of_an_end_shows_what_proves_the_end():
    tenure = TenureFactory(
        period="2018-07-01/2019-12-31",
        publication="published",
        person__publication="published",
        office__publication="published",
    )
    for field, title in (("start", "Of the start"), ("end", "Of the end"), ("", "Of it all")):
        CitationFactory(
            tenure=tenure, field=field, source__date="2020", source__title_en=title, source__publication="published"
        )
    shown = {
        entry.moment: [one.source.title_en for one in entry.citations]
        for entry in timeline.page(timeline.Filters()).entries
    }
    assert shown == {"start": ["Of the start"], "end": ["Of the end"]}
