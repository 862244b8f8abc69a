"""Which reason is given for what the register says, by the names under which programs read them."""

from datetime import date

import pytest

from partnerships.models import Decision, Designation, Embassy, Mission
from partnerships.offices.days import Span
from partnerships.offices.grounds import bare, grounds_of
from partnerships.offices.held_or_vacant import Verdict, course_of
from partnerships.offices.loading import Dossier

from .dossiers import CLOCK, derived, dossier_of, dossier_of_two, make_office

pytestmark = pytest.mark.once
EXISTED = "2000-01-01/2030-12-31"


def codes(office, dossier, on) -> list[list[str]]:
    """Why each holder of a day holds the office; where nobody does, why nobody is named."""
    course, day = course_of(office, dossier), date.fromisoformat(on)
    named = [(claim, Verdict.CERTAIN) for claim in course.certain_on(day)]
    named += [(claim, Verdict.POSSIBLE) for claim in course.possible_on(day)]
    grounds = [grounds_of(claim, verdict, Span(day, day)) for claim, verdict in named]
    return [
        [str(ground.code) for ground in several]
        for several in grounds or [bare(course, dossier, Span(day, day)).grounds]
    ]


def of_own(on, *several, **office):
    held = make_office(**{"period": EXISTED, **office})
    return codes(held, dossier_of(held, several), on)


def of_head(on, ambassador, periods=("2018/2020",), own=(), mission=""):
    return codes(*dossier_of_two({}, mission, own, [ambassador], periods), on)


class TestSomebodyInOffice:
    def test_in_their_own_right(self):
        assert of_own("2018-08-01", {"period": "2018-07-01/2019-08-31"}) == [["own_right"]]

    def test_by_virtue_of_another_office(self):
        assert of_head("2019-06-01", {"period": "2010-01-01/2022-12-31"}) == [["by_virtue_of"]]


class TestPossibly:
    def test_because_the_start_is_not_exact(self):
        assert of_own("2018-06-01", {"period": "2018/2020-12-31"}) == [["own_right", "start_not_exact"]]

    def test_because_the_end_is_not_exact(self):
        assert of_own("2020-06-01", {"period": "2018-01-01/2020"}) == [["own_right", "end_not_exact"]]

    def test_because_nothing_vouches_for_it_any_more(self):
        kept = {"period": "2018-01-01/..", "source": "2020-01-01"}
        assert of_own("2021-01-01", kept) == [["own_right"]]
        assert of_own("2021-01-02", kept) == [["own_right", "no_longer_vouched_for"]]

    def test_because_nothing_ever_vouched_for_it(self):
        assert of_own("2018-01-01", {"period": "../.."}) == [["own_right", "no_longer_vouched_for"]]

    def test_because_the_designation_is_not_exact(self):
        found = of_head("2018-06-01", {"period": "2010-01-01/2022-12-31"})
        assert found == [["by_virtue_of", "designation_not_exact"]]

    def test_because_neither_the_tenure_nor_the_designation_is_exact(self):
        found = of_head("2020-06-01", {"period": "2010-01-01/2020"})
        assert found == [["by_virtue_of", "end_not_exact"]]
        assert of_head("2020-06-01", {"period": "2010-01-01/2020-07-01"}) == [["by_virtue_of", "designation_not_exact"]]

    def test_because_somebody_may_hold_it_in_their_own_right(self):
        found = of_head("2019-06-01", {"period": "2010-01-01/2022-12-31"}, own=[{"period": "2019/2024", "person": 2}])
        assert ["by_virtue_of", "somebody_possibly_in_their_own_right"] in found
        assert ["own_right", "start_not_exact"] in found


class TestNobody:
    def test_because_the_office_did_not_exist_yet_or_any_more(self):
        assert of_own("1999-12-31") == [["office_did_not_exist_yet"]]
        assert of_own("2031-01-01") == [["office_existed_no_longer"]]

    def test_because_the_register_covers_the_time_and_records_nobody(self):
        assert of_own("2018-08-01", coverage="2001/2025") == [["covered_and_nobody_recorded"]]

    @pytest.mark.parametrize(
        ("on", "decided", "code"),
        [
            ("2018-05-24", "2018-05-24", "decided_not_yet_in_effect"),
            ("2018-05-23", "2018-05-24", "designated_later"),
            ("2018-05-24", "2018-05", "designated_later"),
            ("2018-05-31", "2018-05", "decided_not_yet_in_effect"),
            ("2018-05-24", "", "designated_later"),
        ],
    )
    def test_because_the_designation_was_to_come(self, on, decided, code):
        office, dossier = before_the_designation(derived(Decision, pk=1, key="decision", date=decided))
        assert codes(office, dossier, on) == [["office_did_not_exist_yet", code]]

    def test_decision_that_is_not_public_was_never_taken(self):
        hidden = Decision(pk=1, key="decision", date="2018-01-01", publication="draft")
        hidden.derive()
        office, dossier = before_the_designation(hidden)
        assert codes(office, dossier, "2018-06-01") == [["office_did_not_exist_yet", "designated_later"]]


def before_the_designation(decision):
    mission, embassy = derived(Mission, pk=1, period="2018-07-01/.."), derived(Embassy, pk=1)
    office = make_office(mission=mission, heads_post=True)
    designation = derived(Designation, mission=mission, embassy=embassy, decision=decision, period="2018-07-01/..")
    return office, Dossier(CLOCK, {}, {1: [designation]})


class TestNotKnown:
    def test_outside_the_coverage(self):
        assert of_own("2018-08-01") == of_own("2018-08-01", coverage="2019/2025") == [["outside_the_coverage"]]

    def test_because_what_is_recorded_contradicts_itself(self):
        doubtful = {"period": "2010-01-01/2012-12-31", "steps": [("seen", "2014-01-01")]}
        assert of_own("2013-06-01", doubtful, coverage="2001/2025") == [["record_contradicts_itself"]]

    def test_because_a_tenure_is_left_open(self):
        assert of_own("2018-08-01", {"period": "2010/"}, coverage="2001/2025") == [["tenure_left_open"]]

    def test_because_the_day_is_still_to_come(self):
        assert of_own("2026-02-18", coverage="2001/..") == [["covered_and_nobody_recorded"]]
        assert of_own("2026-02-19", coverage="2001/..") == [["day_to_come"]]

    def test_contradiction_is_told_instead_of_what_is_left_open_on_the_same_day(self):
        doubtful = {"period": "2010-01-01/2012-12-31", "steps": [("seen", "2014-01-01")]}
        found = of_own("2013-06-01", doubtful, {"period": "2009/", "person": 2}, single_holder=False)
        assert found == [["outside_the_coverage", "record_contradicts_itself"]]
