"""When somebody was seen in an office, and what shows it."""

from datetime import date

import pytest

from partnerships.offices.claims import claims_on
from partnerships.offices.sightings import last_seen, next_seen, signs_of

from .dossiers import dossier_of, dossier_of_two, make_office

pytestmark = pytest.mark.once


def said(seen) -> tuple[str, str] | None:
    return seen and (seen.sign.value, seen.when.notation)


def the_claim(tenure, **office):
    held = make_office(**office)
    (claim,) = claims_on(held, dossier_of(held, [tenure]))
    return claim


def signs(period="2018-07-01/2019-08-31", **tenure):
    return [said(seen) for seen in signs_of(the_claim({"period": period, **tenure}))]


def signs_thereby(ambassador, *periods, mission="", own=()):
    office, dossier = dossier_of_two({}, mission, own, [ambassador], periods)
    derived = [claim for claim in claims_on(office, dossier) if claim.through]
    return [[said(seen) for seen in signs_of(claim)] for claim in derived]


class TestOfATenure:
    def test_are_its_start_and_its_end(self):
        assert signs() == [("start", "2018-07-01"), ("end", "2019-08-31")]

    def test_are_in_the_order_of_their_first_day_and_then_of_their_last(self):
        found = signs("2018/2019-08-31", steps=[("seen", "2018-01-01"), ("seen", "2018")])
        assert found == [("step", "2018-01-01"), ("step", "2018"), ("start", "2018"), ("end", "2019-08-31")]

    def test_end_not_known_to_the_day_shows_nobody(self):
        assert signs("2018-07-01/2019") == [("start", "2018-07-01")]

    def test_end_to_come_shows_nobody_yet(self):
        assert signs("2018-07-01/2026-02-19") == [("start", "2018-07-01")]
        assert signs("2018-07-01/2026-02-18")[-1] == ("end", "2026-02-18")

    def test_side_that_is_not_known_shows_nobody(self):
        assert signs("/2019-08-31") == [("end", "2019-08-31")]
        assert signs("2018-07-01/") == [("start", "2018-07-01")]
        assert signs("/") == []

    def test_milestone_that_shows_nobody_in_office_is_none(self):
        found = signs(steps=[("appointed", "2018-06-01"), ("seen", "2018-09-01"), ("departed", "2019-01-01")])
        assert found == [("start", "2018-07-01"), ("step", "2018-09-01"), ("end", "2019-08-31")]

    def test_source_counts_on_days_that_are_certain(self):
        assert signs("2018-07-01/..", source="2025-12-01") == [("start", "2018-07-01"), ("source", "2025-12-01")]
        assert signs("2018-07-01/2019", source="2019-02-01") == [("start", "2018-07-01")]

    def test_check_counts_on_days_that_are_certain(self):
        checked = signs("2018-07-01/..", checked_on=date(2025, 12, 1))
        assert checked == [("start", "2018-07-01"), ("check", "2025-12-01")]
        assert signs("2018-07-01/2019-08-31", checked_on=date(2019, 9, 1))[-1] == ("end", "2019-08-31")
        assert signs("2018-07-01/2019", checked_on=date(2019, 2, 1)) == [("start", "2018-07-01")]

    def test_nothing_shows_somebody_in_an_office_that_did_not_exist(self):
        held = {"period": "2018-07-01/2019-08-31", "steps": [("seen", "2018-09-01")]}
        assert [said(seen) for seen in signs_of(the_claim(held, period="2019-01-01/.."))] == [("end", "2019-08-31")]


class TestByVirtue:
    ambassador = {"period": "2017-04-27/2020-12-31", "steps": [("seen", "2017-06-01"), ("seen", "2019-01-01")]}

    def test_are_those_of_the_tenure_within_the_designation_and_its_own_ends(self):
        assert signs_thereby(self.ambassador, "2018-07-01/2020-01-01") == [
            [("start", "2018-07-01"), ("step", "2019-01-01"), ("end", "2020-01-01")]
        ]

    def test_end_of_the_tenure_within_the_designation_shows_its_holder(self):
        assert signs_thereby({"period": "2018-08-01/2019-02-01"}, "2018-07-01/2020-01-01") == [
            [("start", "2018-08-01"), ("end", "2019-02-01")]
        ]

    def test_end_of_a_designation_not_known_to_the_day_shows_nobody(self):
        assert signs_thereby(self.ambassador, "2018-07-01/2020") == [[("start", "2018-07-01"), ("step", "2019-01-01")]]
        assert signs_thereby(self.ambassador, "2018/2020-01-01") == [[("step", "2019-01-01"), ("end", "2020-01-01")]]

    def test_end_of_a_designation_to_come_shows_nobody_yet(self):
        kept = {"period": "2017-04-27/2030-12-31", "source": "2026-02-01"}
        assert signs_thereby(kept, "2018-07-01/2026-02-19") == [[("start", "2018-07-01"), ("source", "2026-02-01")]]

    def test_nothing_shows_them_on_days_on_which_the_designation_is_only_possible(self):
        seen = {"period": "2017-04-27/2020-12-31", "steps": [("seen", "2018-02-01")]}
        assert signs_thereby(seen, "2018/2020-01-01") == [[("end", "2020-01-01")]]

    def test_nothing_shows_them_while_an_own_head_holds_the_office(self):
        found = signs_thereby(
            self.ambassador, "2018-07-01/2020-01-01", own=[{"period": "2018-12-01/2019-02-01", "person": 2}]
        )
        assert found == [[("start", "2018-07-01"), ("end", "2020-01-01")]]


class TestLastSeen:
    @pytest.mark.parametrize(
        ("on", "seen"),
        [
            ("2018-06-30", None),
            ("2018-07-01", ("start", "2018-07-01")),
            ("2018-08-31", ("start", "2018-07-01")),
            ("2018-09-01", ("step", "2018-09")),
            ("2019-08-30", ("step", "2018-09")),
            ("2019-08-31", ("end", "2019-08-31")),
        ],
    )
    def test_is_the_newest_that_can_be_of_that_day_or_before(self, on, seen):
        claim = the_claim({"period": "2018-07-01/2019-08-31", "steps": [("seen", "2018-09")]})
        assert said(last_seen(claim, date.fromisoformat(on))) == seen

    @pytest.mark.parametrize(("on", "seen"), [("2012-06-01", None), ("2012-12-31", ("start", "2012?"))])
    def test_beginning_that_may_be_later_shows_nobody_yet(self, on, seen):
        claim = the_claim({"period": "2012?/2014"})
        assert said(last_seen(claim, date.fromisoformat(on))) == seen


class TestCertain:
    """An end or a beginning known less finely than to the day: until when, or since when, somebody certainly served."""

    @pytest.mark.parametrize(
        ("period", "on", "seen"),
        [
            ("1982-09-08/1986-09", "1986-10-01", ("certain", "1986-09-01")),
            ("1982-09-08/1986-09", "1986-09-15", ("certain", "1986-09-01")),
            ("1982-09-08/1986-09", "1986-09-01", ("start", "1982-09-08")),
            ("1982-09-08/[1986..]", "1990-01-01", ("start", "1982-09-08")),
            ("1982-09-08/1986-09", "1986-08-15", ("start", "1982-09-08")),
            ("1982-09-08/1986-09-20", "1986-10-01", ("end", "1986-09-20")),
            ("1982-09-08/", "1986-10-01", ("start", "1982-09-08")),
            ("/1986-09", "1986-10-01", None),
        ],
    )
    def test_end_tells_until_when(self, period, on, seen):
        assert said(last_seen(the_claim({"period": period}), date.fromisoformat(on))) == seen

    def test_what_shows_somebody_later_tells_more(self):
        claim = the_claim({"period": "1982-09-08/1986", "steps": [("seen", "1986-03-01")]})
        assert said(last_seen(claim, date(1987, 1, 1))) == ("step", "1986-03-01")

    def test_whom_nothing_vouches_for_any_more_was_last_seen_when_a_source_shows_it(self):
        claim = the_claim({"period": "2018-07-01/..", "source": "2020-02-01"})
        assert said(last_seen(claim, date(2025, 1, 1))) == ("source", "2020-02-01")

    @pytest.mark.parametrize(
        ("period", "on", "seen"),
        [
            ("2018/2020-12-31", "2017-06-01", ("start", "2018")),
            ("2018/2020-12-31", "2018-06-01", ("certain", "2018-12-31")),
            ("2018-03-01/2020-12-31", "2018-01-01", ("start", "2018-03-01")),
            ("2018/2020-12-31", "2019-06-01", ("end", "2020-12-31")),
            ("2018/2020-12-31", "2018-12-31", ("end", "2020-12-31")),
            ("2018-03-01/2020-12-31", "2018-03-01", ("end", "2020-12-31")),
            ("2018-03-01/2020-12-31", "2020-12-31", None),
        ],
    )
    def test_start_tells_since_when(self, period, on, seen):
        assert said(next_seen(the_claim({"period": period}), date.fromisoformat(on))) == seen

    def test_designation_that_ends_some_day_tells_until_when(self):
        office, dossier = dossier_of_two({}, "", (), [{"period": "2017-04-27/2021-12-31"}], ["2018-07-01/2020"])
        (claim,) = [one for one in claims_on(office, dossier) if one.through]
        assert said(last_seen(claim, date(2021, 1, 1))) == ("certain", "2020-01-01")

    def test_start_that_is_known_is_no_sign_in_an_office_that_came_later(self):
        claim = the_claim({"period": "2018-07-01/2019-08-31"}, period="2019-01-01/..")
        assert said(next_seen(claim, date(2018, 12, 1))) == ("end", "2019-08-31")

    def test_nobody_is_seen_on_a_day_to_come(self):
        claim = the_claim({"period": "2018-03-01/2020-12-31"})
        days = date(2020, 12, 30), date(2020, 12, 31)
        assert [said(next_seen(claim, date(2019, 1, 1), today)) for today in days] == [None, ("end", "2020-12-31")]

    @pytest.mark.parametrize(
        ("ambassador", "designated", "seen"),
        [
            ({"period": "2017-04-27/2021-12-31"}, "2018-07-01/[2020..]", ("start", "2018-07-01")),
            ({"period": "2017-04-27/..", "source": "2019-01-01"}, "2018-07-01/2020", ("source", "2019-01-01")),
        ],
    )
    def test_what_has_no_end_or_is_no_longer_vouched_for_is_told_by_its_signs(self, ambassador, designated, seen):
        office, dossier = dossier_of_two({}, "", (), [ambassador], [designated])
        (claim,) = [one for one in claims_on(office, dossier) if one.through]
        assert said(last_seen(claim, date(2021, 1, 1))) == seen
