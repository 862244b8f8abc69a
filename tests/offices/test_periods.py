"""The period of a row as the records write it: never a day that is not known."""

import pytest
from hypothesis import given, settings

from partnerships import dates
from partnerships.offices.course import Verdict, course_of
from partnerships.offices.periods import day_between, period_of

from . import strategies
from .dossiers import TODAY, dossier_of_two

DESIGNATED = ("2018-07-01/..",)


def certain(*ambassadors, own=(), periods=DESIGNATED):
    """The periods of the certain rows of those who head a mission by virtue of their embassy."""
    office, dossier = dossier_of_two({}, "", list(own), list(ambassadors), list(periods))
    rows = [one for one in course_of(office, dossier).stretches() if one.claim and one.claim.through]
    return [period_of(row, TODAY) for row in rows if row.verdict is Verdict.CERTAIN]


class TestPeriod:
    def test_is_written_as_the_records_write_it(self):
        assert certain({"period": "2017-04-27/2019"}) == ["2018-07-01/2019"]

    def test_day_of_the_designation_is_not_said_of_somebody_who_may_have_come_later(self):
        assert certain({"period": "2018/2020"}) == ["[2018-07-01..2018-12-31]/2020"]

    def test_somebody_who_was_there_by_a_day_did_not_begin_on_it(self):
        assert certain({"period": "[..2019]/2020"}) == ["[..2019]/2020"]

    def test_end_may_be_that_of_either(self):
        assert certain({"period": "2017/2025-06"}, periods=["2018-07-01/2025"]) == [
            "2018-07-01/[2025-01-01..2025-06-30]"
        ]

    def test_own_head_who_came_within_a_year_leaves_no_day_of_the_end(self):
        found = certain({"period": "2017/2021"}, own=[{"person": 9, "period": "2020/2022"}])
        assert found == ["2018-07-01/[2019-12-31..2020-12-30]"]

    def test_sign_of_somebody_whose_dates_are_not_known(self):
        assert certain({"period": "/", "steps": [("seen", "2019-01-01")]}) == ["[..2019-01-01]/[2019-01-01..]"]

    def test_year_stays_a_year_where_a_source_shows_somebody_within_it(self):
        assert certain({"period": "2019/2020-03-03", "steps": [("seen", "2019-05-05")]}) == ["2019/2020-03-03"]

    def test_has_an_end_where_somebody_left_on_the_very_day_it_is_asked(self):
        assert certain({"period": f"2017/{TODAY}"}) == [f"2018-07-01/{TODAY}"]
        assert certain({"period": "2017/..", "source": "2025-06-01"}) == ["2018-07-01/.."]

    @given(strategies.tenures, strategies.tenures, strategies.designations)
    @settings(max_examples=150)
    def test_names_no_day_before_which_or_after_which_it_may_have_been(self, own, ambassadors, periods):
        office, dossier = dossier_of_two({}, "", own, ambassadors, periods)
        for row in course_of(office, dossier).stretches():
            if row.claim and row.verdict is Verdict.CERTAIN:
                when = dates.parse_period(period_of(row, TODAY))
                assert when.start_earliest <= row.earliest or when.start is None
                assert when.end_latest >= row.latest or when.end is None


@pytest.mark.parametrize(
    ("first", "last", "notation"),
    [("2018-07-01", "2018-07-01", "2018-07-01"), ("2018-07-01", "2018-07-03", "[2018-07-01..2018-07-03]")],
)
def test_between(first, last, notation):
    found = day_between(*(dates.parse_moment(day).earliest for day in (first, last)))
    assert found == notation
