"""Who held what on a day: the rule at the heart, and the traps."""

from datetime import date

import pytest

from partnerships.offices import Code, holders
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 18)


def ask(office, day):
    return holders(office, date.fromisoformat(day), today=TODAY)


def names(found):
    return [holder.person.key for holder in found]


def office(**fields):
    return OfficeFactory(publication="published", **fields)


def tenure(held, person, period, seen=(), **fields):
    made = TenureFactory(
        publication="published",
        office=held,
        person=PersonFactory(key=person, publication="published"),
        period=period,
        **fields,
    )
    for number, day in enumerate(seen):
        MilestoneFactory(tenure=made, key=f"seen-{number}", kind="seen", date=day)
    return made


class TestTheMissionOfJapan:
    """The table of the domain's rule at the heart."""

    @pytest.fixture
    @deferred()
    def head(self):
        embassy = EmbassyFactory(publication="published")
        mission = MissionFactory(publication="published")
        ambassador = office(key="jp-ambassador-be", embassy=embassy, heads_post=True)
        head = office(
            key="jp-head-of-mission-nato",
            mission=mission,
            heads_post=True,
            period="2018-07-01/..",
            coverage="2018-07-01/2022-08",
        )
        decision = DecisionFactory(key="decision", publication="published")
        designation = DesignationFactory(
            key="jp-nato-2018",
            publication="published",
            mission=mission,
            embassy=embassy,
            decision=decision,
            period="2018-07-01/2025-01",
        )
        CitationFactory(designation=designation, source__publication="published", source__key="opening")
        tenure(ambassador, "hayashi", "2017-04-27/2019")
        tenure(ambassador, "shimokawa", "/", seen=["2019-09", "2022-08"])
        tenure(ambassador, "osuga", "/..", seen=["2025-12-15"])
        tenure(head, "izawa", "2025-01-15/..")
        return head

    def test_no_mission_in_2017(self, head):
        answer = ask(head, "2017-10-31")
        assert (answer.certain, answer.possible, answer.known, answer.exists) == ([], [], True, False)

    def test_decided_and_not_yet_in_effect(self, head):
        answer = ask(head, "2018-06-15")
        assert (answer.certain, answer.possible, answer.known, answer.vacant) == ([], [], True, False)

    @pytest.mark.once
    def test_says_whether_it_was_decided_by_then(self, head):
        found = {day: {one.code for one in ask(head, day).reasons} for day in ("2018-05-23", "2018-05-24")}
        assert found == {
            "2018-05-23": {Code.NOT_YET, Code.DESIGNATED_LATER},
            "2018-05-24": {Code.NOT_YET, Code.DECIDED},
        }

    def test_ambassador_is_thereby_head_of_mission(self, head):
        answer = ask(head, "2018-09-01")
        assert (names(answer.certain), answer.known) == (["hayashi"], True)
        reasons = answer.certain[0].by_virtue_of
        assert (reasons.designation.key, reasons.office.key, reasons.decision.key) == (
            "jp-nato-2018",
            "jp-ambassador-be",
            "decision",
        )
        assert [citation.source.key for citation in answer.certain[0].citations] == ["opening"]

    def test_when_in_2019_he_left_is_not_known(self, head):
        answer = ask(head, "2019-07-15")
        assert (answer.certain, answer.known) == ([], False)
        assert "hayashi" in names(answer.possible)

    def test_2023_is_not_known_and_never_vacant(self, head):
        answer = ask(head, "2023-06-01")
        assert (answer.certain, answer.known, answer.vacant) == ([], False, False)

    def test_own_head_of_mission_in_2025(self, head):
        answer = ask(head, "2025-01-20")
        assert (names(answer.certain), answer.possible, answer.known) == (["izawa"], [], True)
        assert answer.certain[0].by_virtue_of is None

    def test_nothing_derived_is_stored(self, head):
        ask(head, "2018-09-01")
        assert names(head.tenures.select_related("person")) == ["izawa"]


@pytest.mark.once
class TestNothing:
    def test_is_said_of_an_office_that_is_not_public(self):
        held = OfficeFactory(publication="draft", coverage="2018-01-01/..", checked_on=TODAY)
        tenure(held, "hidden", "2018-01-01/2020-01-01")
        answer = ask(held, "2019-01-01")
        assert (answer.certain, answer.possible, answer.known, answer.vacant) == ([], [], False, False)

    @past_the_fence()
    def test_rests_on_a_decision_that_is_not_public(self):
        embassy, mission = EmbassyFactory(publication="published"), MissionFactory(publication="published")
        head = office(mission=mission, heads_post=True, period="2018-07-01/..")
        tenure(office(embassy=embassy, heads_post=True), "ambassador", "2018-01-01/2020-01-01")
        decision = DecisionFactory(key="hidden", date="2018-05-24")
        fields = {"embassy": embassy, "decision": decision, "period": "2018-07-01/.."}
        DesignationFactory(publication="published", mission=mission, **fields)
        for day in ("2018-06-15", "2018-09-01"):
            answer = ask(head, day)
            several = [*answer.reasons, *(reason for one in answer.certain for reason in one.reasons)]
            assert several
            assert decision not in [record for reason in several for record in reason.records]

    def test_is_seen_by_a_record_that_contradicts_itself(self):
        held = office()
        MilestoneFactory(tenure=tenure(held, "late", "/2005-01-01"), kind="arrived", date="2005-03-02")
        tenure(held, "before", "2000-01-01/2001-01-01")
        answer = ask(held, "2005-02-01")
        assert (answer.certain, answer.known, answer.unnamed.last_seen, answer.unnamed.next_seen) == (
            [],
            False,
            None,
            None,
        )


class TestDesignation:
    def make(self, designation_period, own=None, derived="2017-01-01/2020-12-31", **fields):
        embassy = EmbassyFactory(publication="published")
        mission = MissionFactory(publication="published")
        ambassador = office(embassy=embassy, heads_post=True)
        head = office(mission=mission, heads_post=True)
        DesignationFactory(publication="published", mission=mission, embassy=embassy, period=designation_period)
        tenure(ambassador, "ambassador", derived, **fields)
        if own:
            tenure(head, "own", own)
        return head

    def test_uncertain_beginning_gives_possibly(self):
        answer = ask(self.make("2018/.."), "2018-06-01")
        assert (names(answer.certain), names(answer.possible)) == ([], ["ambassador"])

    def test_whoever_possibly_headed_it_last_is_named_of_days_before_which_nobody_was_seen(self):
        head = self.make("[2016-05-01..2016-12-01]/..", derived="/", seen=["2016-08-01"])
        earlier, later = (ask(head, day).unnamed.before for day in ("2016-06-01", "2020-01-01"))
        assert (later.person.key, later.period) == ("ambassador", "2016-08-01/2016-08-01")
        assert earlier is None

    def test_own_possible_holder_makes_the_derived_one_possible(self):
        answer = ask(self.make("2018-01-01/..", own="2019/2020"), "2019-06-01")
        assert (names(answer.certain), names(answer.possible)) == ([], ["ambassador", "own"])
        assert Code.RIVALLED in {reason.code for reason in answer.possible[0].reasons}

    def test_own_certain_holder_removes_the_derived_one(self):
        answer = ask(self.make("2018-01-01/..", own="2019-01-01/2020-01-01"), "2019-06-01")
        assert (names(answer.certain), names(answer.possible)) == (["own"], [])

    def test_acting_holder_derives_as_acting(self):
        answer = ask(self.make("2018-01-01/..", acting=True), "2019-06-01")
        assert answer.certain[0].acting

    def test_draft_designation_gives_nobody(self):
        head = self.make("2018-01-01/..")
        head.mission.designations.update(publication="draft")
        assert ask(head, "2019-06-01").certain == []

    def test_mission_to_another_organisation_serves_too(self):
        other = MissionFactory(publication="published")
        mission = MissionFactory(publication="published")
        head = office(mission=mission, heads_post=True)
        tenure(office(mission=other, heads_post=True), "to-the-union", "2015-01-01/2019-01-01")
        DesignationFactory(
            publication="published", mission=mission, embassy=None, serving_mission=other, period="2016-01-01/.."
        )
        assert names(ask(head, "2017-01-01").certain) == ["to-the-union"]

    def test_missions_that_serve_as_each_other_end(self):
        one, two = MissionFactory(publication="published"), MissionFactory(publication="published")
        head = office(mission=one, heads_post=True)
        tenure(office(mission=two, heads_post=True), "somebody", "2015-01-01/2019-01-01")
        for mission, serving in ((one, two), (two, one)):
            DesignationFactory(
                publication="published", mission=mission, embassy=None, serving_mission=serving, period="2016-01-01/.."
            )
        assert names(ask(head, "2017-01-01").certain) == ["somebody"]


class TestSpans:
    def test_whoever_is_seen_on_a_day_was_last_seen_on_it(self):
        held = office()
        tenure(held, "x", "2010-01-01/2020-01-01", seen=["2015-05-05"])
        for day in ("2010-01-01", "2015-05-05", "2020-01-01"):
            (holder,) = ask(held, day).certain
            assert holder.last_seen.when.notation == day

    def test_nobody_was_seen_on_a_day_to_come(self):
        held = office()
        tenure(held, "x", "2026-05-01/..")
        (holder,) = ask(held, "2026-06-01").possible
        assert holder.last_seen is None

    def test_both_ends_count_as_in(self):
        held = office()
        tenure(held, "one", "2010-06-08/2011-09-02")
        tenure(held, "two", "2011-09-02/2012-12-26")
        assert names(ask(held, "2010-06-08").certain) == ["one"]
        assert names(ask(held, "2011-09-02").certain) == ["one", "two"]

    def test_year_that_ends_a_tenure_does_not_end_it_in_january(self):
        held = office()
        tenure(held, "one", "2020-01-01/2026")
        answer = ask(held, "2026-01-15")
        assert (names(answer.certain), names(answer.possible)) == ([], ["one"])

    def test_still_going_on_is_certain_until_today_only(self):
        held = office()
        tenure(held, "one", "2024-10-01/..", seen=["2026-02-14"])
        assert names(ask(held, "2026-02-18").certain) == ["one"]
        answer = ask(held, "2090-01-01")
        assert (answer.certain, answer.known) == ([], False)

    def test_seen_in_2010_is_nobody_in_1950(self):
        held = office(coverage="2009/2012")
        tenure(held, "seen", "/", seen=["2010-06-25"])
        assert names(ask(held, "2010-06-25").certain) == ["seen"]
        answer = ask(held, "1950-01-01")
        assert (answer.certain, answer.possible, answer.known) == ([], [], False)

    def test_side_not_known_reaches_to_the_neighbours(self):
        held = office()
        tenure(held, "before", "2005-01-01/2008-12-31")
        tenure(held, "seen", "/", seen=["2010-06-25"])
        tenure(held, "after", "2012-10-01/2014-09-08")
        assert names(ask(held, "2009-05-01").possible) == ["seen"]
        assert names(ask(held, "2012-01-01").possible) == ["seen"]
        assert names(ask(held, "2013-01-01").possible) == []
        assert names(ask(held, "2006-01-01").possible) == []

    def test_side_not_known_stops_at_a_holder_of_the_same_day(self):
        held = office()
        tenure(held, "long", "2000-01-01/2008-12-31")
        tenure(held, "overlapping", "2009-01-01/2010-12-31")
        tenure(held, "seen", "/", seen=["2010-06-25"])
        assert names(ask(held, "2010-06-24").possible) == []

    def test_arrival_begins_a_service_that_states_no_start(self):
        held = office()
        made = tenure(held, "one", "/2012-01-01")
        MilestoneFactory(tenure=made, key="appointed", kind="appointed", date="2010-01-01")
        MilestoneFactory(tenure=made, key="arrived", kind="arrived", date="2010-03-01")
        MilestoneFactory(tenure=made, key="credentials", kind="credentials", date="2010-05-01")
        assert names(ask(held, "2010-03-01").certain) == ["one"]
        assert names(ask(held, "2010-02-01").certain) == []
        assert names(ask(held, "2010-02-01").possible) == []

    def test_nominee_who_never_served_held_nothing(self):
        held = office()
        tenure(held, "nominee", "2010-01-01/2011-01-01", never_served=True)
        answer = ask(held, "2010-06-01")
        assert (answer.certain, answer.possible) == ([], [])

    def test_person_holds_an_office_twice(self):
        held = office()
        person = PersonFactory(key="again", publication="published")
        for period in ("2012-12-26/2014-09-03", "2017-08-03/2018-10-02"):
            TenureFactory(publication="published", office=held, person=person, period=period)
        assert names(ask(held, "2013-01-01").certain) == ["again"]
        assert names(ask(held, "2016-01-01").certain) == []
        assert names(ask(held, "2018-01-01").certain) == ["again"]

    def test_draft_tenure_is_not_asked(self):
        held = office()
        TenureFactory(office=held, period="2010-01-01/2011-01-01")
        assert ask(held, "2010-06-01").certain == []


class TestKnown:
    def test_vacant_is_said_inside_the_coverage(self):
        held = office(coverage="2009/2026-02", checked_on=TODAY)
        tenure(held, "one", "2010-01-01/2011-01-01")
        assert ask(held, "2012-01-01").vacant

    def test_nothing_is_said_outside_the_coverage(self):
        held = office(coverage="2009/2011")
        answer = ask(held, "2012-06-01")
        assert (answer.known, answer.vacant) == (False, False)

    def test_coverage_still_going_on_reaches_to_the_last_check(self):
        held = office(coverage="2009/..", checked_on=date(2020, 1, 1))
        assert ask(held, "2019-12-31").known
        assert not ask(held, "2020-06-01").known

    def test_office_that_did_not_exist_yet_is_known(self):
        held = office(period="2018-07-01/..")
        answer = ask(held, "2018-06-30")
        assert (answer.known, answer.exists, answer.vacant) == (True, False, False)


class TestQueries:
    def test_number_does_not_grow_with_the_tenures(self, django_assert_num_queries):
        held = office()
        for year in range(1950, 1960):
            tenure(held, f"person-{year}", f"{year}-01-01/{year + 1}-01-01")
        with django_assert_num_queries(7):
            ask(held, "1955-06-01")


class TestWhatIsLeftOpen:
    """A side that no source bounds and no neighbour closes leaves the answer not known, never vacant."""

    @pytest.mark.parametrize(
        ("period", "day"),
        [("2010-05-01/", "2012-01-01"), ("/2010-05-01", "2005-01-01"), ("/..", "2012-01-01"), ("/", "2012-01-01")],
    )
    def test_without_neighbour_nobody_is_named_and_it_is_not_known(self, period, day):
        held = office(coverage="2000/2024")
        tenure(held, "x", period)
        answer = ask(held, day)
        assert (answer.certain, answer.possible, answer.known, answer.vacant) == ([], [], False, False)

    def test_the_same_where_several_hold_the_office(self):
        held = office(coverage="2000/2024", single_holder=False)
        tenure(held, "x", "2010-05-01/")
        tenure(held, "y", "2015-01-01/2016-01-01")
        assert not ask(held, "2012-01-01").known

    def test_the_same_by_virtue_of_another_office(self):
        embassy, mission = EmbassyFactory(publication="published"), MissionFactory(publication="published")
        head = office(mission=mission, heads_post=True, coverage="2000/2024")
        tenure(office(embassy=embassy, heads_post=True), "x", "2010-05-01/")
        DesignationFactory(publication="published", mission=mission, embassy=embassy, period="2005/..")
        assert not ask(head, "2012-01-01").known

    def test_known_end_of_a_tenure_settles_what_follows(self):
        held = office(coverage="2000/2024")
        tenure(held, "x", "2010-05-01/2011-05-01")
        assert ask(held, "2012-01-01").vacant


class TestBoundsThatSourcesLeave:
    @pytest.fixture
    def held(self):
        held = office(coverage="2000/2024")
        tenure(held, "before", "2000-01-01/2005-12-31")
        tenure(held, "after", "2016-01-01/2020-12-31")
        return held

    def test_known_end_is_certain_and_leads_back_to_the_neighbour(self, held):
        tenure(held, "x", "/2015-03-01")
        assert names(ask(held, "2015-03-01").certain) == ["x"]
        assert names(ask(held, "2010-01-01").possible) == ["x"]
        assert names(ask(held, "2003-01-01").certain) == ["before"]
        assert ask(held, "2003-01-01").possible == []

    def test_span_open_to_the_past_leads_no_further_than_the_neighbour(self, held):
        tenure(held, "x", "[..2010-06-01]/2012-01-01")
        assert names(ask(held, "2011-01-01").certain) == ["x"]
        assert names(ask(held, "2008-01-01").possible) == ["x"]
        assert "x" not in names(ask(held, "1950-01-01").possible)

    def test_span_open_to_the_future_leads_no_further_than_the_neighbour(self, held):
        tenure(held, "x", "2010-01-01/[2012..]")
        assert names(ask(held, "2011-01-01").certain) == ["x"]
        assert names(ask(held, "2014-01-01").possible) == ["x"]
        assert "x" not in names(ask(held, "2090-01-01").possible)

    def test_somebody_seen_in_office_is_certain_on_that_day(self):
        held = office()
        tenure(held, "x", "[2010..]/..", seen=["2012-05-01"])
        assert names(ask(held, "2012-05-01").certain) == ["x"]
        assert names(ask(held, "2011-05-01").possible) == ["x"]

    @pytest.mark.parametrize(
        ("period", "day"),
        [("2018-05-01/2018", "2018-05-01"), ("2018/2018-03-01", "2018-03-01"), ("2018/2020", "2018-05-03")],
    )
    def test_one_end_bounds_the_other(self, period, day):
        held = office()
        tenure(held, "x", period, seen=["2018-05-03"] if period == "2018/2020" else [])
        assert names(ask(held, day).certain) == ["x"]

    def test_sighting_outside_the_stated_period_does_not_widen_it(self):
        held = office()
        tenure(held, "x", "2018-05-01/2019-05-01", seen=["2017-01-01", "2020-01-01"])
        assert ask(held, "2018-01-01").certain == []
        assert ask(held, "2019-12-01").certain == []

    def test_start_without_beginning_has_always_been(self):
        held = office(coverage="1900/2024")
        tenure(held, "x", "../2015-01-01")
        assert names(ask(held, "1990-01-01").certain) == ["x"]


class TestWhatTheRegisterHasLookedAt:
    def test_there_was_no_office_before_its_mission(self):
        head = office(heads_post=True, mission=MissionFactory(publication="published", period="[2016-05-04..]/.."))
        answer = ask(head, "2010-01-01")
        assert (answer.known, answer.exists) == (True, False)
        assert not ask(head, "2017-01-01").known

    def test_coverage_of_the_mission_serves_its_office(self):
        head = office(heads_post=True, mission=MissionFactory(publication="published", coverage="2000/2024"))
        assert ask(head, "2010-01-01").vacant

    def test_nothing_is_known_of_days_after_it_last_looked(self):
        held = office(coverage="2000/2030", checked_on=date(2020, 1, 1))
        assert ask(held, "2019-12-31").vacant
        assert not ask(held, "2025-01-01").known

    def test_nothing_is_known_of_the_future(self):
        assert not ask(office(coverage="2000/2030"), "2029-06-01").known


class TestEachOnce:
    def test_somebody_certain_is_not_possible_as_well(self):
        held = office()
        tenure(held, "x", "2010-01-01/")
        TenureFactory(
            publication="published", office=held, person=held.tenures.get().person, period="2015-01-01/2018-01-01"
        )
        tenure(held, "b", "2019-01-01/2020-01-01")
        answer = ask(held, "2016-01-01")
        assert (names(answer.certain), answer.possible) == (["x"], [])

    def test_two_designations_that_meet_name_the_ambassador_once(self):
        embassy, mission = EmbassyFactory(publication="published"), MissionFactory(publication="published")
        head = office(mission=mission, heads_post=True)
        tenure(office(embassy=embassy, heads_post=True), "x", "2010-01-01/2020-01-01")
        for period in ("2011-01-01/2012-01-01", "2012-01-01/2013-01-01"):
            DesignationFactory(publication="published", mission=mission, embassy=embassy, period=period)
        assert names(ask(head, "2012-01-01").certain) == ["x"]
