"""The period of a row as the records write it: never a day that is not known."""

import pytest
from hypothesis import given, settings

from partnerships import dates
from partnerships.offices.held_or_vacant import Verdict, course_of
from partnerships.offices.periods import day_between, period_of

from . import strategies
from .dossiers import TODAY, dossier_of, dossier_of_two, make_office

DESIGNATED = ("2018-07-01/..",)


def certain(*ambassadors, own=(), periods=DESIGNATED):
    """The periods of the certain rows of those who head a mission by virtue of their embassy."""
    office, dossier = dossier_of_two({}, "", list(own), list(ambassadors), list(periods))
    course = course_of(office, dossier)
    rows = [one for one in course.stretches() if one.claim and one.claim.through]
    return [period_of(row, course) for row in rows if row.verdict is Verdict.CERTAIN]


def written(*several, verdict, **head):
    """The periods of the rows of one verdict in an office of which these tenures are recorded."""
    office = make_office(single_holder=True, **head)
    course = course_of(office, dossier_of(office, several))
    return [period_of(row, course) for row in course.stretches() if row.verdict is verdict]


class TestPeriod:
    def test_is_written_as_the_records_write_it(self):
        assert certain({"period": "2017-04-27/2019"}) == ["2018-07-01/2019"]

    def test_day_of_the_designation_is_not_said_of_somebody_who_may_have_come_later(self):
        assert certain({"period": "2018/2020"}) == ["[2018-07-01..2018]/2020"]

    def test_somebody_who_was_there_by_a_day_did_not_begin_on_it(self):
        assert certain({"period": "[..2019]/2020"}) == ["[..2019]/2020"]

    def test_end_may_be_that_of_either(self):
        assert certain({"period": "2017/2025-06"}, periods=["2018-07-01/2025"]) == ["2018-07-01/[2025..2025-06]"]

    def test_own_head_who_came_within_a_year_leaves_no_day_of_the_end(self):
        found = certain({"period": "2017/2021"}, own=[{"person": 9, "period": "2020/2022"}])
        assert found == ["2018-07-01/[2019..2020]"]

    def test_sign_of_somebody_whose_dates_are_not_known(self):
        assert certain({"period": "/", "steps": [("seen", "2019-01-01")]}) == ["[..2019-01-01]/[2019-01-01..]"]
        twice = {"period": "/", "steps": [("seen", "2019-01-01"), ("seen", "2021-06-01")]}
        assert certain(twice) == ["[..2019-01-01]/[2021-06-01..]"]
        within_weeks = {"period": "/", "steps": [("seen", "2019-01-01"), ("seen", "[2021-06-03..2021-07-15]")]}
        assert certain(within_weeks) == ["[..2019-01-01]/[2021-06-03..]"]

    def test_sign_is_that_of_the_days_themselves_where_somebody_else_held_it_between(self):
        twice = {"period": "/", "steps": [("seen", "2019-01-01"), ("seen", "2021-06-01")]}
        found = certain(twice, own=[{"person": 9, "period": "2020-01-01/2020-12-31"}])
        assert found == ["[..2019-01-01]/[2019-01-01..]", "[..2021-06-01]/[2021-06-01..]"]

    @pytest.mark.parametrize(
        ("tenure", "office", "notation"),
        [
            ("../2020", "", "../2020"),
            ("../2020", "2010-01-01/..", "2010-01-01/2020"),
            ("[..2010]/2020-01-01", "2000/..", "[..2010]/2020-01-01"),
            ("[..2010]/2020-01-01", "2012-01-01/..", "2012-01-01/2020-01-01"),
            ("2018-01-01/[2020..]", "2000/..", "2018-01-01/[2020..]"),
            ("2018-01-01/[2020..]", "2000/2019-06-30", "2018-01-01/2019-06-30"),
            ("2018-01-01/2020", "2000/2020-06-30", "2018-01-01/[2020..2020-06-30]"),
        ],
    )
    def test_is_that_of_the_tenure_as_far_as_the_office_existed(self, tenure, office, notation):
        assert written({"period": tenure}, verdict=Verdict.CERTAIN, period=office) == [notation]

    def test_year_stays_a_year_where_a_source_shows_somebody_within_it(self):
        assert certain({"period": "2019/2020-03-03", "steps": [("seen", "2019-05-05")]}) == ["2019/2020-03-03"]

    def test_has_an_end_where_somebody_left_on_the_very_day_it_is_asked(self):
        assert certain({"period": f"2017/{TODAY}"}) == [f"2018-07-01/{TODAY}"]
        assert certain({"period": "2017/..", "source": "2025-06-01"}) == ["2018-07-01/.."]

    @given(strategies.tenures, strategies.tenures, strategies.designations)
    @settings(max_examples=150)
    def test_names_no_day_before_which_or_after_which_it_may_have_been(self, own, ambassadors, periods):
        office, dossier = dossier_of_two({}, "", own, ambassadors, periods)
        course = course_of(office, dossier)
        for row in course.stretches():
            when = dates.parse_period(period_of(row, course))
            assert when.start_earliest <= (row.earliest or row.days.first) or when.start is None
            assert when.end_latest >= (row.latest or row.days.last) or when.end is None


class TestRowWithoutAnybodyForCertain:
    def test_of_days_on_which_nobody_is_known_to_this_day_goes_on(self):
        found = written({"period": "2010-01-01/2012-12-31"}, verdict=Verdict.NOT_KNOWN, period="2010-01-01/..")
        assert found == ["2013-01-01/.."]

    def test_after_what_has_always_been_begins_where_that_is_no_longer_certain(self):
        assert written({"period": "../2020"}, verdict=Verdict.POSSIBLE) == ["2020/2020"]

    def test_is_a_month_where_somebody_was_seen_in_that_month(self):
        found = written({"period": "/", "steps": [("seen", "2016-12")]}, verdict=Verdict.POSSIBLE)
        assert found == ["2016-12/2016-12"]

    def test_begins_in_the_month_in_which_somebody_was_last_seen(self):
        seen = {"period": "/", "steps": [("seen", "2019-09"), ("seen", "2022-08")]}
        found = written(seen, {"person": 2, "period": "2025-12-16/.."}, verdict=Verdict.POSSIBLE)
        assert found[-1] == "2022-08/2025-12-16"

    def test_ends_in_the_year_in_which_the_next_one_came(self):
        seen = {"period": "/", "steps": [("seen", "2010-06-25")]}
        found = written(seen, {"person": 2, "period": "2012?/2014"}, verdict=Verdict.POSSIBLE)
        assert found[0] == "2010-06-26/2012"

    def test_not_known_from_the_month_after_that_in_which_somebody_left(self):
        several = {"period": "2014/2017-03"}, {"person": 2, "period": "2017-04-27/2019"}
        assert written(*several, verdict=Verdict.NOT_KNOWN)[0] == "2017-04/2017-04-26"

    def test_says_the_day_that_records_give(self):
        several = {"period": "2014/2017-03-31"}, {"person": 2, "period": "2017-04-27/2019"}
        assert written(*several, verdict=Verdict.NOT_KNOWN)[0] == "2017-04-01/2017-04-26"


@pytest.mark.parametrize(
    ("first", "last", "notation"),
    [("2018-07-01", "2018-07-01", "2018-07-01"), ("2018-07-01", "2018-07-03", "[2018-07-01..2018-07-03]")],
)
def test_between(first, last, notation):
    found = day_between(*(dates.parse_moment(day).earliest for day in (first, last)))
    assert found == notation
