"""When somebody began and ceased to head a mission by virtue of another office: as the succession has it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.days import day_after, day_before, days
from partnerships.offices.held_or_vacant import Verdict, course_of
from partnerships.offices.thereby_begun_and_ended import bounds_between, thereby_in

from . import strategies
from .dossiers import dossier_of_two


def told(head=None, mission="", own=(), ambassadors=(), periods=("2018-07-01/..",)):
    """How each headship by virtue of another office began and ended: the notation, with ? where nobody is certain."""
    office, dossier = dossier_of_two(head or {}, mission, own, ambassadors, periods, today=LATEST)
    return [(said(one.begun), said(one.ended)) for one in thereby_in(office, dossier)]


def said(end):
    return end and f"{end.when.notation}{'' if end.certain else ' ?'}"


def seen_in_it(ambassadors, periods=("2018-07-01/..",)):
    """When each was first seen in it by virtue of another office."""
    office, dossier = dossier_of_two({}, "", (), ambassadors, periods, today=LATEST)
    return [said(one.seen) for one in thereby_in(office, dossier)]


class TestSign:
    """Where no record tells how it began, somebody was first seen in it."""

    def test_first_one_within_the_designation(self):
        seen = {"period": "/2024", "steps": [("seen", "2022-08"), ("seen", "2019-09")]}
        assert seen_in_it([seen]) == ["2019-09"]

    @pytest.mark.parametrize(
        ("days", "seen"), [(["2018"], None), (["2018", "2019-09"], "2019-09"), (["2020"], None), (["2019"], "2019")]
    )
    def test_lies_within_the_designation_whole(self, days, seen):
        one = {"period": "/2024", "steps": [("seen", each) for each in days]}
        assert seen_in_it([one], periods=["2018-07-01/2020-01-01"]) == [seen]

    def test_tells_of_nobody_for_certain_whose_designation_may_not_have_begun(self):
        seen = {"period": "/", "steps": [("seen", "2016-12")]}
        assert seen_in_it([seen], periods=["[2016-05-04..2016-12]/"]) == ["2016-12 ?"]

    def test_none_where_a_beginning_is_told(self):
        seen = {"period": "2019/2024", "steps": [("seen", "2019-09")]}
        assert seen_in_it([seen]) == [None]


class TestBeginning:
    def test_with_the_designation_for_somebody_already_in_office(self):
        assert told(ambassadors=[{"period": "2017-04-27/2019"}]) == [("2018-07-01", "2019")]

    def test_with_the_tenure_within_the_designation(self):
        assert told(ambassadors=[{"period": "2019-03-04/2020-05-06"}]) == [("2019-03-04", "2020-05-06")]

    def test_between_the_two_where_either_may_come_last(self):
        assert told(ambassadors=[{"period": "2018/2020"}]) == [("[2018-07-01..2018-12-31]", "2020")]

    def test_none_where_no_source_says_when_the_tenure_began(self):
        assert told(ambassadors=[{"period": "/2020", "steps": [("seen", "2019-01-01")]}]) == [(None, "2020")]

    def test_with_the_designation_for_somebody_seen_before_it(self):
        seen = {"period": "/2020", "steps": [("seen", "2018-01-01")]}
        assert told(ambassadors=[seen]) == [("2018-07-01", "2020")]

    def test_none_where_no_source_says_when_the_designation_began(self):
        assert told(ambassadors=[{"period": "2017/2020"}], periods=["/2025"]) == [(None, "2020 ?")]

    def test_with_the_credentials_where_the_tenure_says_no_more(self):
        presented = {"period": "/2020", "steps": [("credentials", "2019-02-02")]}
        assert told(ambassadors=[presented]) == [("2019-02-02", "2020")]

    def test_not_before_the_appointment_within_the_year_in_which_the_tenure_began(self):
        appointed = {"period": "2018/2020", "steps": [("appointed", "2018-09-10")]}
        assert told(ambassadors=[appointed]) == [("[2018-09-10..2018-12-31]", "2020")]

    def test_with_the_mission_that_opens_later(self):
        assert told(mission="2018-09-01/..", ambassadors=[{"period": "2017/2020"}]) == [("2018-09-01", "2020")]

    def test_once_the_own_head_has_gone(self):
        found = told(own=[{"period": "2018/2019-03-03"}], ambassadors=[{"period": "2017/2020"}])
        assert found[-1] == ("2019-03-04", "2020")

    def test_once_the_own_head_may_have_gone(self):
        found = told(own=[{"period": "2019-01-01/2020"}], ambassadors=[{"period": "2018-08-01/2024"}])
        assert found == [("2018-08-01", "2018-12-31"), ("[2020-01-02..2021-01-01]", "2024")]


class TestEnd:
    def test_with_the_designation_where_the_tenure_goes_on(self):
        kept = {"period": "2017/..", "source": "2025-01-01"}
        assert told(ambassadors=[kept], periods=["2018-07-01/2025-01-15"]) == [("2018-07-01", "2025-01-15")]

    def test_no_more_than_possible_where_nothing_vouches_for_the_holder_any_more(self):
        kept = {"period": "2017/..", "source": "2019-01-01"}
        assert told(ambassadors=[kept], periods=["2018-07-01/2025-01-15"]) == [("2018-07-01", "2025-01-15 ?")]

    def test_none_while_both_go_on(self):
        assert told(ambassadors=[{"period": "2017/..", "source": "2025-01-01"}]) == [("2018-07-01", None)]

    @pytest.mark.parametrize(("end", "said"), [("2018", "2018"), ("2019-01-01", "2019-01-01"), ("2019-01-02", None)])
    def test_none_that_is_only_known_to_be_after_a_day(self, end, said):
        left = {"period": "2017/[2019-01-01..]"}
        assert told(ambassadors=[left], periods=[f"2018-07-01/{end}"]) == [("2018-07-01", said)]

    def test_none_where_no_source_says_when_the_tenure_ended(self):
        known = {"period": "2017/", "steps": [("seen", "2019-01-01")]}
        assert told(ambassadors=[known]) == [("2018-07-01", None)]

    def test_with_the_designation_for_somebody_seen_after_it(self):
        known = {"period": "2017/", "steps": [("seen", "2026-01-01")]}
        assert told(ambassadors=[known], periods=["2018-07-01/2025-01-15"]) == [("2018-07-01", "2025-01-15")]

    def test_with_death(self):
        died = {"period": "2017/..", "death": "2018-11-11", "source": "2018-01-01"}
        assert told(ambassadors=[died]) == [("2018-07-01", "2018-11-11")]

    def test_the_day_before_an_own_head_takes_office(self):
        found = told(own=[{"period": "2020-02-01/2021-01-01"}], ambassadors=[{"period": "2017/2022"}])
        assert found == [("2018-07-01", "2020-01-31"), ("2021-01-02", "2022")]

    def test_the_day_before_an_own_head_may_take_office(self):
        found = told(own=[{"period": "2019/2020-02-01"}], ambassadors=[{"period": "2018-08-01/2024"}])
        assert found == [("2018-08-01", "[2018-12-31..2019-12-30]"), ("2020-02-02", "2024")]

    def test_an_own_head_who_goes_on_leaves_nothing_behind_that_begins(self):
        found = told(own=[{"period": "2020-02-01/.."}], ambassadors=[{"period": "2017/2024"}])
        assert found == [("2018-07-01", "2020-01-31"), (None, "2024 ?")]

    def test_a_certain_own_head_removes_it_whole(self):
        assert told(own=[{"period": "2016/2022"}], ambassadors=[{"period": "2017/2021"}]) == []


class TestHedge:
    def test_possible_own_head_makes_it_possible(self):
        found = told(own=[{"person": 2, "period": "[2018..2023]/2024"}], ambassadors=[{"period": "2017/2022"}])
        assert found == [("2018-07-01 ?", "2022 ?")]


@pytest.mark.parametrize(
    ("first", "last", "notation"),
    [
        (date(2018, 7, 1), date(2018, 7, 1), "2018-07-01"),
        (date(2018, 7, 1), date(2018, 7, 3), "[2018-07-01..2018-07-03]"),
        (EARLIEST, date(2018, 7, 3), "[..2018-07-03]"),
        (date(2018, 7, 1), LATEST, "[2018-07-01..]"),
    ],
)
def test_notation_has_the_bounds_it_was_made_of(first, last, notation):
    assert bounds_between(first, last).notation == notation
    assert dates.parse_moment(notation).sort_key == (first, last)


registers = st.tuples(
    strategies.offices, strategies.missions, strategies.tenures, strategies.tenures, strategies.designations
)


class TestAgreement:
    """An end that is told is one that the succession has, and none that records state is left out."""

    @given(registers)
    @settings(max_examples=150)
    def test_with_the_succession(self, register):
        office, dossier = dossier_of_two(*register, today=LATEST)
        found = [one for one in course_of(office, dossier).stretches() if one.claim and one.claim.through]
        runs = {}
        for stretch in found:
            key = stretch.claim.tenure.key, stretch.claim.through[-1].designation.key
            runs.setdefault(key, []).append(stretch)
        expected = {(key, run) for key, several in runs.items() for run in days(one.days for one in several)}
        several = list(thereby_in(office, dossier))
        keys = {id(one): (one.claim.tenure.key, one.claim.through[-1].designation.key) for one in several}
        assert {(keys[id(one)], one.days) for one in several} == expected
        for one in several:
            rows = [row for row in runs[keys[id(one)]] if row.days.first in one.days]
            surely = [row for row in rows if row.verdict is Verdict.CERTAIN]
            if one.begun:
                assert one.begun.when.earliest == one.days.first
                assert one.begun.certain == bool(surely and surely[0].days.first == one.begun.when.latest)
                assert not one.begun.certain or surely[0].earliest == one.begun.when.earliest
            if one.ended:
                assert one.ended.when.latest == one.days.last
                assert one.ended.certain == bool(surely and surely[-1].days.last == one.ended.when.earliest)
                assert not one.ended.certain or surely[-1].latest == one.ended.when.latest

    @given(registers)
    @settings(max_examples=150)
    def test_no_stated_end_is_left_out(self, register):
        office, dossier = dossier_of_two(*register, today=LATEST)
        for one in thereby_in(office, dossier):
            designation, tenure = one.claim.through[-1].designation, one.claim.tenure
            known = tenure.start and tenure.start.earliest != EARLIEST and designation.period.partition("/")[0]
            if known and one.days.first in (tenure.start.earliest, designation.start_earliest):
                assert one.begun, designation.period
            known = tenure.end and tenure.end.latest != LATEST and designation.period.partition("/")[2]
            if known and one.days.last in (tenure.end.latest, designation.end_latest):
                assert one.ended, designation.period

    @given(registers)
    @settings(max_examples=100)
    def test_nobody_holds_it_thereby_on_the_day_before_or_after_one_that_is_told(self, register):
        office, dossier = dossier_of_two(*register, today=LATEST)
        course = course_of(office, dossier)
        for one in thereby_in(office, dossier):
            claim = next(each for each in course.claims if each.through and each.tenure.key == one.claim.tenure.key)
            same = [each for each in course.claims if each.tenure == claim.tenure and each.through == one.claim.through]
            if one.begun and one.days.first != EARLIEST:
                assert not any(day_before(one.days.first) in each.possible for each in same)
            if one.ended and one.days.last != LATEST:
                assert not any(day_after(one.days.last) in each.possible for each in same)
