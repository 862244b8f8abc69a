"""Who is said to have held an office on which days: their own right, and by virtue of another office."""

from datetime import date

import pytest

from partnerships.kept_in_process import forget
from partnerships.models import Designation, Embassy, Mission
from partnerships.offices.claims import claims_on
from partnerships.offices.days import ALWAYS, NEVER
from partnerships.offices.loading import Dossier

from .dossiers import CLOCK, derived, dossier_of, dossier_of_two, make_office, tenures

pytestmark = pytest.mark.once


def said(found) -> list[tuple[str, str]]:
    """The spans of a set of days, as text."""
    return [(span.first.isoformat(), span.last.isoformat()) for span in found]


def in_own_right(*several, **office):
    held = make_office(**office)
    return claims_on(held, dossier_of(held, several))


def heads(ambassadors, periods=("2018-07-01/2020-01-01",), own=(), mission="", **head):
    """The claims of a head of mission: their own, and those by virtue of an embassy that serves as it."""
    found = claims_on(*dossier_of_two(head, mission, own, ambassadors, periods))
    return [claim for claim in found if not claim.through], [claim for claim in found if claim.through]


class TestOwnRight:
    def test_holds_on_the_days_of_the_tenure(self):
        (claim,) = in_own_right({"period": "2018/2019"})
        assert (said(claim.certain), said(claim.possible)) == (
            [("2018-12-31", "2019-01-01")],
            [("2018-01-01", "2019-12-31")],
        )
        assert (claim.served, claim.in_force, claim.through) == (claim.certain, ALWAYS, ())
        assert (claim.open, claim.in_doubt, claim.rivalled) == (NEVER, NEVER, NEVER)

    def test_is_cut_to_the_days_of_the_office(self):
        doubtful = {"period": "2010-01-01/2019-01-01", "steps": [("ended", "2009-01-01")]}
        (claim,) = in_own_right(doubtful, period="2009-06-01/2012-06-30")
        assert said(claim.certain) == said(claim.possible) == [("2010-01-01", "2012-06-30")]
        assert said(claim.in_doubt) == said(claim.open) == [("2009-06-01", "2009-12-31")]

    def test_leaves_open_what_no_source_bounds(self):
        (claim,) = in_own_right({"period": "2018-07-01/"}, period="2000-01-01/2020-12-31")
        assert said(claim.open) == [("2018-07-02", "2020-12-31")]

    def test_check_of_the_office_vouches_for_what_is_still_going_on(self):
        held = {"period": "2018-07-01/.."}
        for coverage, until in (("2000/..", "2026-02-18"), ("", "2019-07-02")):
            (claim,) = in_own_right(held, coverage=coverage, checked_on=date(2025, 12, 1))
            assert said(claim.certain) == [("2018-07-01", until)]

    def test_neighbour_bounds_it_in_an_office_of_one_alone(self):
        several = [{"period": "2018-07-01/", "person": 1}, {"period": "2020-01-01/2021-01-01", "person": 2}]
        assert said(in_own_right(*several)[0].possible) == [("2018-07-01", "2020-01-01")]
        assert said(in_own_right(*several, single_holder=False)[0].possible) == [("2018-07-01", "2018-07-01")]

    def test_of_those_whom_a_change_leaves_as_they_were_is_not_worked_out_again(self):
        office, periods = make_office(), ("2001/2002", "2003/2004", "2005-01-01/", "2007/2008")
        before = tenures(office, [{"period": period, "person": n} for n, period in enumerate(periods)])
        after = [*before[:3], *tenures(office, [{}] * 3 + [{"period": "2006/2008", "person": 3}])[3:]]
        first, then = (claims_on(office, Dossier(CLOCK, {office.pk: facts})) for facts in (before, after))
        assert [one is other for one, other in zip(first, then, strict=True)] == [True, True, False, False]
        forget()
        assert then == claims_on(office, Dossier(CLOCK, {office.pk: after}))

    def test_of_an_office_that_says_something_else_now_is_worked_out_again(self):
        office, several = make_office(period="2010-01-01/2012-01-01"), [{"period": "2009-01-01/2020-01-01"}]
        known = tenures(office, several)
        claims_on(office, Dossier(CLOCK, {office.pk: known}))
        shorter = make_office(period="2010-01-01/2011-01-01")
        for as_read in (known, [*known]):
            (claim,) = claims_on(shorter, Dossier(CLOCK, {office.pk: as_read}))
            assert said(claim.possible) == [("2010-01-01", "2011-01-01")]
            claims_on(office, Dossier(CLOCK, {office.pk: known}))

    def test_office_of_which_no_tenure_is_known_has_none(self):
        office = make_office()
        assert claims_on(office, Dossier(CLOCK)) == []


class TestByVirtue:
    ambassador = ({"period": "2017-04-27/2019-12-31"},)

    def test_holds_on_the_days_of_both(self):
        _own, (claim,) = heads(self.ambassador)
        assert said(claim.certain) == said(claim.possible) == [("2018-07-01", "2019-12-31")]
        assert (claim.through[0].designation.key, claim.through[0].office.pk) == ("designation-0", 2)
        assert (claim.open, claim.in_doubt, claim.rivalled) == (NEVER, NEVER, NEVER)

    def test_is_certain_where_both_are_and_possible_where_both_may_be(self):
        _own, (claim,) = heads([{"period": "2017/2019"}], ["2018/2030"])
        assert said(claim.certain) == [("2018-12-31", "2019-01-01")]
        assert said(claim.possible) == [("2018-01-01", "2019-12-31")]
        assert said(claim.served) == [("2017-12-31", "2019-01-01")]
        assert said(claim.in_force) == [("2018-12-31", "2026-02-18")]

    def test_is_cut_to_the_days_of_the_mission_and_of_its_office(self):
        _own, (claim,) = heads(self.ambassador, mission="2018-09-01/..", period="../2019-02-03")
        assert said(claim.certain) == said(claim.possible) == [("2018-09-01", "2019-02-03")]

    def test_leaves_open_and_in_doubt_what_the_tenure_does_within_the_designation(self):
        _own, (claim,) = heads([{"period": "2017-04-27/"}])
        assert said(claim.open) == [("2018-07-01", "2020-01-01")]
        _own, (claim,) = heads([{"period": "2019-01-01/2019-12-31", "steps": [("ended", "2018-08-31")]}])
        assert said(claim.in_doubt) == [("2018-09-01", "2018-12-31")]
        _own, (claim,) = heads(
            [{"period": "2019-01-01/2019-12-31", "steps": [("ended", "2018-08-31")]}], ["2018-10-01/2020-01-01"]
        )
        assert said(claim.in_doubt) == [("2018-10-01", "2018-12-31")]

    def test_leaves_open_and_in_doubt_the_days_too_on_which_the_designation_is_but_possible(self):
        contradictory = {"period": "2019-01-01/2019-12-31", "steps": [("ended", "2018-08-31")]}
        ((_none, (open_one,)), (_own, (doubted,))) = (
            heads([one], ["2018/2020"]) for one in ({"period": "2017-04-27/"}, contradictory)
        )
        assert said(open_one.open) == [("2018-01-01", "2020-12-31")]
        assert said(doubted.in_doubt) == [("2018-09-01", "2018-12-31")]

    def test_each_designation_gives_its_own(self):
        _own, found = heads(self.ambassador, ["2018-01-01/2018-06-30", "2019-01-01/2019-06-30"])
        assert [said(claim.possible) for claim in found] == [
            [("2018-01-01", "2018-06-30")],
            [("2019-01-01", "2019-06-30")],
        ]

    def test_office_that_does_not_head_the_mission_derives_nobody(self):
        head, dossier = dossier_of_two({}, "", (), self.ambassador, ("2018-07-01/..",))
        head.heads_post = False
        assert claims_on(head, dossier) == []

    def test_two_missions_that_serve_as_each_other_end_somewhere(self):
        missions = [derived(Mission, pk=pk, key=f"mission-{pk}") for pk in (1, 2)]
        offices = [make_office(pk=one.pk, mission=one, heads_post=True) for one in missions]
        serving = {
            one.pk: [derived(Designation, mission=one, serving_mission=other, period="2018/2020")]
            for one, other in (missions, missions[::-1])
        }
        held = {1: tenures(offices[0], [{"period": "2018/2019"}]), 2: tenures(offices[1], [{"period": "2018/2020"}])}
        dossier = Dossier(
            CLOCK, held, serving, {("mission", one.pk): [office] for one, office in zip(missions, offices, strict=True)}
        )
        found = claims_on(offices[0], dossier)
        assert sorted((claim.tenure.key, len(claim.through)) for claim in found) == [
            ("tenure-100", 0),
            ("tenure-200", 1),
        ]

    def test_chain_names_the_designation_nearest_to_the_tenure_first(self):
        far, near, held = (derived(Mission, pk=pk, key=f"mission-{pk}") for pk in (1, 2, 3))
        offices = {one.pk: make_office(pk=one.pk, mission=one, heads_post=True) for one in (far, near, held)}
        serving = {
            1: [derived(Designation, key="first", mission=far, serving_mission=near, period="2018-01-01/2019-12-31")],
            2: [derived(Designation, key="second", mission=near, serving_mission=held, period="2019-01-01/2020-12-31")],
        }
        people = {3: tenures(offices[3], [{"period": "2010-01-01/2022-12-31"}])}
        dossier = Dossier(CLOCK, people, serving, {("mission", pk): [one] for pk, one in offices.items()})
        (claim,) = claims_on(offices[1], dossier)
        assert [(link.designation.key, link.office.pk) for link in claim.through] == [("second", 3), ("first", 2)]
        assert said(claim.certain) == said(claim.in_force) == [("2019-01-01", "2019-12-31")]
        assert said(claim.served) == [("2010-01-01", "2022-12-31")]


class TestOwnBeforeDerived:
    ambassador = ({"period": "2017-04-27/2022-12-31", "person": 1},)
    periods = ("2018-07-01/2021-12-31",)

    def test_certain_own_head_removes_the_derived_one_on_those_days_alone(self):
        own, (derived_one,) = heads(self.ambassador, self.periods, [{"period": "2019-01-01/2019-12-31", "person": 2}])
        assert (
            said(derived_one.certain)
            == said(derived_one.possible)
            == [
                ("2018-07-01", "2018-12-31"),
                ("2020-01-01", "2021-12-31"),
            ]
        )
        assert said(own[0].certain) == [("2019-01-01", "2019-12-31")]
        assert derived_one.rivalled == NEVER

    def test_possible_own_head_leaves_the_derived_one_possible_and_rivalled(self):
        _own, (derived_one,) = heads(self.ambassador, self.periods, [{"period": "2019/2020-06-30", "person": 2}])
        assert said(derived_one.certain) == [("2018-07-01", "2018-12-31"), ("2020-07-01", "2021-12-31")]
        assert said(derived_one.possible) == [("2018-07-01", "2019-12-30"), ("2020-07-01", "2021-12-31")]
        assert said(derived_one.rivalled) == [("2019-01-01", "2019-12-30")]

    @pytest.mark.parametrize(
        ("serves", "first"),
        [("2019-06-01/2021-12-31", "2019-06-01"), ("2019/2021-12-31", "2019-01-01")],
        ids=["certainly", "possibly"],
    )
    def test_is_rivalled_at_each_step_of_a_chain_within_the_days_of_the_next(self, serves, first):
        far, near = (derived(Mission, pk=pk, key=f"mission-{pk}") for pk in (1, 2))
        embassy = derived(Embassy, pk=1, key="embassy")
        offices = [
            *(make_office(pk=one.pk, mission=one, heads_post=True) for one in (far, near)),
            make_office(pk=3, embassy=embassy, heads_post=True),
        ]
        serving = {
            1: [derived(Designation, mission=far, serving_mission=near, period=serves)],
            2: [derived(Designation, mission=near, embassy=embassy, period="2018-01-01/2021-12-31")],
        }
        own = ([{"period": "2020/2020", "person": 8}], [{"period": "2019/2019", "person": 9}], self.ambassador)
        people = {one.pk: tenures(one, several) for one, several in zip(offices, own, strict=True)}
        heading = {("mission", 2): [offices[1]], ("embassy", 1): [offices[2]]}
        found = claims_on(offices[0], Dossier(CLOCK, people, serving, heading))
        (claim,) = [each for each in found if len(each.through) == 2]
        assert said(claim.rivalled) == [(first, "2020-12-31")]

    def test_own_claims_of_several_people_are_taken_together(self):
        several = [{"period": "2019-01-01/2019-06-30", "person": 2}, {"period": "2019-07-01/2019-12-31", "person": 3}]
        _own, (derived_one,) = heads(self.ambassador, self.periods, several)
        assert said(derived_one.possible)[0] == ("2018-07-01", "2018-12-31")
        assert said(derived_one.possible)[1] == ("2020-01-01", "2021-12-31")


class TestEachPersonOnce:
    """On no day do two claims name the same person; the certain one stands."""

    def test_two_tenures_of_one_person_share_no_day(self):
        several = [{"period": "2018-01-01/2018-06-30"}, {"period": "2018-06-30/2018-12-31"}]
        first, second = in_own_right(*several, single_holder=False)
        assert said(first.certain) == said(first.possible) == [("2018-01-01", "2018-06-30")]
        assert said(second.certain) == said(second.possible) == [("2018-07-01", "2018-12-31")]

    def test_two_that_share_a_day_do_so_beside_a_third_that_shares_none(self):
        periods = ("2010-01-01/2010-12-31", "2018-01-01/2018-06-30", "2018-06-30/2018-12-31")
        found = in_own_right(*({"period": period} for period in periods), single_holder=False)
        assert said(found[2].possible) == [("2018-07-01", "2018-12-31")]

    def test_certain_one_takes_the_days_on_which_the_other_is_possible(self):
        several = [{"period": "2018/2018"}, {"period": "2018-03-01/2018-03-31"}]
        found = in_own_right(*several, single_holder=False)
        surely = [claim for claim in found if claim.certain]
        assert [said(claim.certain) for claim in surely] == [[("2018-03-01", "2018-03-31")]]
        others = [claim.possible for claim in found if claim not in surely]
        assert all(not any(one.meeting(surely[0].certain.spans[0])) for one in others)

    def test_first_of_two_possible_ones_takes_the_days(self):
        found = in_own_right({"period": "2018/2019"}, {"period": "2019/2020"}, single_holder=False)
        assert not any(any(found[0].possible.meeting(span)) for span in found[1].possible)

    def test_two_people_are_both_named(self):
        several = [{"period": "2018-01-01/2018-12-31", "person": 1}, {"period": "2018-06-01/2018-12-31", "person": 2}]
        assert [said(claim.certain) for claim in in_own_right(*several)] == [
            [("2018-01-01", "2018-12-31")],
            [("2018-06-01", "2018-12-31")],
        ]

    def test_person_apart_leaves_the_others_as_they_are(self):
        several = [
            {"period": "2018-01-01/2018-06-30", "person": 1},
            {"period": "2018-02-01/2018-03-31", "person": 2},
            {"period": "2018-06-30/2018-12-31", "person": 1},
        ]
        found = in_own_right(*several, single_holder=False)
        assert [(claim.tenure.person, said(claim.possible)) for claim in found] == [
            (1, [("2018-01-01", "2018-06-30")]),
            (2, [("2018-02-01", "2018-03-31")]),
            (1, [("2018-07-01", "2018-12-31")]),
        ]

    def test_head_by_virtue_who_possibly_holds_it_in_their_own_right_is_named_once(self):
        periods, ambassador = ["2018-07-01/2021-12-31"], [{"period": "2017-04-27/2022-12-31"}]
        (own,), (thereby,) = heads(ambassador, periods, [{"period": "2019/2019"}])
        assert (own.possible, said(thereby.possible)) == (NEVER, [("2018-07-01", "2021-12-31")])
        assert said(thereby.certain) == [("2018-07-01", "2018-12-31"), ("2020-01-01", "2021-12-31")]


class TestOrder:
    def test_is_that_of_the_first_possible_day_then_of_the_key_and_what_is_never_possible_last(self):
        several = [
            {"period": "2020-01-01/2020-12-31", "person": 1},
            {"period": "/", "person": 2},
            {"period": "2018-01-01/2018-12-31", "person": 3},
            {"period": "2018-01-01/2018-12-31", "person": 4},
        ]
        assert [claim.tenure.person for claim in in_own_right(*several, single_holder=False)] == [3, 4, 1, 2]

    def test_derived_ones_stand_among_the_own_ones(self):
        office, dossier = dossier_of_two(
            {}, "", [{"period": "2021-01-01/2021-12-31"}], [{"period": "2018/2020", "person": 2}], ("2018-07-01/..",)
        )
        assert [bool(claim.through) for claim in claims_on(office, dossier)] == [True, False]
