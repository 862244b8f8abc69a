"""The rules of the domain, one test each, that falls when the rule is turned round: as of a day, and the heart.

Every value is written by hand from the rule's sentence; the day on which the tests ask is 18 February 2026.
"""

from datetime import date, timedelta

import pytest

from partnerships.models import Person
from tests.factories import CitationFactory, DesignationFactory, EmbassyFactory, MissionFactory, SourceFactory
from tests.offices.register import (
    TODAY,
    ask,
    codes,
    in_brief,
    make_heads,
    make_office,
    make_person,
    make_step,
    make_tenure,
    names,
    rows,
)

pytestmark = pytest.mark.django_db
NOBODY_KNOWN, NOT_KNOWN = ([], [], True), ([], [], False)


def certainly(person, known=True):
    return ([person], [], known)


class TestVirtue:
    """Who heads the designated post thereby heads the mission: that person, those days, and nobody else."""

    def test_only_the_head_of_the_post_derives(self):
        ambassador, head = make_heads()
        deputy = make_office(embassy=ambassador.embassy, heads_post=False)
        make_tenure(deputy, "deputy", "2017-01-01/2020-12-31")
        assert names(ask(head, "2019-01-01").certain + ask(head, "2019-01-01").possible) == []
        make_tenure(ambassador, "ambassador", "2017-01-01/2020-12-31")
        assert names(ask(head, "2019-01-01").certain) == ["ambassador"]

    def test_only_the_office_that_heads_the_mission_is_held_thereby(self):
        ambassador, head = make_heads()
        make_tenure(ambassador, "ambassador", "2017-01-01/2020-12-31")
        other = make_office(mission=head.mission, heads_post=False)
        assert in_brief(ask(other, "2019-01-01"))[:2] == ([], [])

    def test_the_post_is_not_headed_by_virtue_of_the_mission(self):
        ambassador, head = make_heads()
        make_tenure(head, "own", "2017-01-01/2020-12-31")
        assert in_brief(ask(ambassador, "2019-01-01"))[:2] == ([], [])

    @pytest.mark.parametrize(
        ("on", "certain"),
        [
            ("2018-06-30", []),
            ("2018-07-01", ["ambassador"]),
            ("2019-06-30", ["ambassador"]),
            ("2019-07-01", []),
        ],
    )
    def test_first_and_last_day_of_the_designation_count(self, on, certain):
        ambassador, head = make_heads("2018-07-01/2019-06-30")
        make_tenure(ambassador, "ambassador", "2017-01-01/2020-12-31")
        assert names(ask(head, on).certain) == certain
        assert ask(head, on).possible == []

    @pytest.mark.parametrize(
        ("on", "certain", "possible"),
        [
            ("2018-01-01", [], ["ambassador"]),
            ("2018-12-31", ["ambassador"], []),
            ("2019-01-01", ["ambassador"], []),
            ("2020-01-01", ["ambassador"], []),
            ("2020-01-02", [], ["ambassador"]),
            ("2020-12-31", [], ["ambassador"]),
            ("2021-01-01", [], []),
            ("2017-12-31", [], []),
        ],
    )
    def test_uncertain_bounds_of_the_designation_give_possibly(self, on, certain, possible):
        ambassador, head = make_heads("2018/2020")
        make_tenure(ambassador, "ambassador", "2010-01-01/2025-12-31")
        answer = ask(head, on)
        assert (names(answer.certain), names(answer.possible)) == (certain, possible)

    def test_derived_days_end_with_the_tenure_of_the_post(self):
        ambassador, head = make_heads("2010-01-01/2020-12-31")
        make_tenure(ambassador, "ambassador", "2012-03-04/2015-06-07")
        found = {on: names(ask(head, on).certain) for on in ("2012-03-03", "2012-03-04", "2015-06-07", "2015-06-08")}
        assert found == {
            "2012-03-03": [],
            "2012-03-04": ["ambassador"],
            "2015-06-07": ["ambassador"],
            "2015-06-08": [],
        }

    def test_own_holder_stands_before_the_derived_one_on_own_days_only(self):
        ambassador, head = make_heads("2010-01-01/2020-12-31")
        make_tenure(ambassador, "ambassador", "2010-01-01/2020-12-31")
        make_tenure(head, "own", "2014-01-01/2014-12-31")
        found = [names(ask(head, on).certain) for on in ("2013-12-31", "2014-01-01", "2014-12-31", "2015-01-01")]
        assert found == [["ambassador"], ["own"], ["own"], ["ambassador"]]

    def test_own_possible_holder_leaves_the_derived_one_possible(self):
        ambassador, head = make_heads("2010-01-01/2020-12-31")
        make_tenure(ambassador, "ambassador", "2010-01-01/2020-12-31")
        make_tenure(head, "own", "2014/2015")
        assert in_brief(ask(head, "2014-06-01")) == ([], ["ambassador", "own"], False)

    def test_acting_ambassador_heads_the_mission_as_acting(self):
        ambassador, head = make_heads("2010-01-01/2020-12-31")
        make_tenure(ambassador, "acting", "2010-01-01/2012-12-31", acting=True)
        make_tenure(ambassador, "full", "2013-01-01/2020-12-31")
        assert [ask(head, on).certain[0].acting for on in ("2011-01-01", "2014-01-01")] == [True, False]

    def test_mission_that_does_not_exist_yet_has_no_head(self):
        ambassador, head = make_heads("2010-01-01/2020-12-31", mission={"period": "2015-01-01/2020-12-31"})
        make_tenure(ambassador, "ambassador", "2008-01-01/2022-12-31")
        assert in_brief(ask(head, "2014-12-31")) == NOBODY_KNOWN
        assert names(ask(head, "2015-01-01").certain) == ["ambassador"]
        assert in_brief(ask(head, "2021-01-01")) == NOBODY_KNOWN

    @pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
    def test_rests_on_what_is_published(self, state):
        ambassador, head = make_heads()
        held = make_tenure(ambassador, "ambassador", "2017-01-01/2020-12-31")
        assert names(ask(head, "2019-01-01").certain) == ["ambassador"]
        for row in (held, head.mission.designations.get()):
            kept = row.publication
            type(row).objects.filter(pk=row.pk).update(publication=state, withdrawal_reason_fr="Erreur.")
            assert in_brief(ask(head, "2019-01-01"))[:2] == ([], [])
            type(row).objects.filter(pk=row.pk).update(publication=kept)

    def test_its_reasons_are_the_designation_and_the_post(self):
        ambassador, head = make_heads()
        make_tenure(ambassador, "ambassador", "2017-01-01/2020-12-31")
        through = ask(head, "2019-01-01").certain[0].by_virtue_of
        assert (through.office, through.designation) == (ambassador, head.mission.designations.get())
        assert ask(ambassador, "2019-01-01").certain[0].by_virtue_of is None


class TestSpan:
    """Certain from the latest start to the earliest end, possible from the earliest start to the latest end."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2010-02-28", ([], [])),
            ("2010-03-01", ([], ["x"])),
            ("2010-03-30", ([], ["x"])),
            ("2010-03-31", (["x"], [])),
            ("2012-01-01", (["x"], [])),
            ("2012-01-02", ([], ["x"])),
            ("2012-12-31", ([], ["x"])),
            ("2013-01-01", ([], [])),
        ],
    )
    def test_bounds_count_as_in(self, on, expected):
        office = make_office()
        make_tenure(office, "x", "2010-03/2012")
        answer = ask(office, on)
        assert (names(answer.certain), names(answer.possible)) == expected

    def test_about_widens_by_one_unit(self):
        office = make_office()
        make_tenure(office, "x", "2010~/2015-06-01")
        assert [names(ask(office, on).possible) for on in ("2008-12-31", "2009-01-01", "2011-12-30")] == [
            [],
            ["x"],
            ["x"],
        ]
        assert names(ask(office, "2011-12-31").certain) == ["x"]

    def test_question_mark_moves_nothing(self):
        office = make_office()
        make_tenure(office, "x", "2010-03-01?/2012-01-01?")
        found = [in_brief(ask(office, on))[:2] for on in ("2010-02-28", "2010-03-01", "2012-01-01", "2012-01-02")]
        assert found == [([], []), (["x"], []), (["x"], []), ([], [])]

    def test_day_of_the_handover_has_both(self):
        office = make_office()
        make_tenure(office, "a", "2010-01-01/2011-09-02")
        make_tenure(office, "b", "2011-09-02/2012-12-26")
        assert [names(ask(office, on).certain) for on in ("2011-09-01", "2011-09-02", "2011-09-03")] == [
            ["a"],
            ["a", "b"],
            ["b"],
        ]

    def test_possible_holders_stand_in_the_order_of_time(self):
        office = make_office(single_holder=False)
        make_tenure(office, "z-first", "2010/2013")
        make_tenure(office, "a-second", "2011/2013")
        assert names(ask(office, "2013-06-01").possible) == ["z-first", "a-second"]


class TestService:
    """It begins at the start that the source states; else arrival; else credentials; never appointment."""

    STEPS = {"appointed": "2010-01-10", "arrived": "2010-03-10", "credentials": "2010-05-10"}

    def held(self, period, *kinds):
        office = make_office()
        tenure = make_tenure(office, "x", period)
        for kind in kinds:
            make_step(tenure, kind, self.STEPS[kind])
        return office

    @pytest.mark.parametrize(
        ("period", "kinds", "first"),
        [
            ("2010-04-10/2012-01-01", ("appointed", "arrived", "credentials"), "2010-04-10"),
            ("/2012-01-01", ("appointed", "arrived", "credentials"), "2010-03-10"),
            ("/2012-01-01", ("appointed", "credentials"), "2010-05-10"),
        ],
    )
    def test_first_certain_day(self, period, kinds, first):
        office, day = self.held(period, *kinds), date.fromisoformat(first)
        assert names(ask(office, first).certain) == ["x"]
        assert ask(office, (day - timedelta(days=1)).isoformat()).certain == []

    def test_appointment_begins_nothing(self):
        office = self.held("/2012-01-01", "appointed")
        assert ask(office, "2011-01-01").certain == []
        assert ask(office, "2010-01-09").possible == []

    def test_nobody_is_possible_before_the_own_appointment(self):
        office = make_office()
        make_tenure(office, "before", "2000-01-01/2005-12-31")
        make_step(make_tenure(office, "x", "/2012-01-01"), "appointed", "2010-01-10")
        found = [names(ask(office, on).possible) for on in ("2007-01-01", "2010-01-09", "2010-01-10", "2011-12-31")]
        assert found == [[], [], ["x"], ["x"]]

    def test_nobody_serves_again_before_the_first_service_ended(self):
        office = make_office()
        make_tenure(office, "x", "2010-01-01/2012-12-31")
        make_tenure(office, "x", "/2020-01-01", seen=["2016-01-01"])
        answer = ask(office, "2011-01-01")
        assert (names(answer.certain), answer.possible) == (["x"], [])
        assert names(ask(office, "2013-01-01").possible) == ["x"]

    def test_arrival_before_the_credentials_contradicts_nothing(self):
        office = self.held("2010-05-10/2012-01-01", "arrived", "credentials")
        assert in_brief(ask(office, "2010-06-01")) == certainly("x")

    def test_days_between_the_arrival_and_the_stated_start_are_in_no_doubt(self):
        office = make_office(coverage="2000/2024")
        make_step(make_tenure(office, "x", "2010-05-10/2012-01-01"), "arrived", "2010-03-10")
        assert ask(office, "2010-04-01").vacant
        other = make_office(coverage="2000/2024")
        make_step(make_tenure(other, "y", "2010-05-10/2012-01-01"), "seen", "2010-03-10")
        assert in_brief(ask(other, "2010-04-01")) == NOT_KNOWN


class TestSideNotKnown:
    """It reaches as far as the nearest certain span of somebody else, and where there is none it names nobody."""

    def test_without_a_neighbour_nobody_is_named(self):
        office = make_office(coverage="1900/2024")
        make_tenure(office, "x", "/", seen=["2010-05-05"])
        found = [in_brief(ask(office, on)) for on in ("1950-01-01", "2010-05-04", "2010-05-05", "2010-05-06")]
        assert found == [NOT_KNOWN, NOT_KNOWN, certainly("x"), NOT_KNOWN]

    def test_with_neighbours_it_stops_at_them(self):
        office = make_office()
        make_tenure(office, "a", "2005-01-01/2008-12-31")
        make_tenure(office, "x", "/", seen=["2010-06-25"])
        make_tenure(office, "b", "2012-10-01/2014-09-08")
        found = [names(ask(office, on).possible) for on in ("2008-12-30", "2009-01-01", "2012-09-30", "2012-10-02")]
        assert found == [[], ["x"], ["x"], []]

    def test_office_of_several_has_no_neighbours(self):
        office = make_office(single_holder=False)
        make_tenure(office, "a", "2005-01-01/2008-12-31")
        make_tenure(office, "x", "/", seen=["2010-06-25"])
        assert names(ask(office, "2009-06-01").possible) == []

    def test_end_not_known_is_neither_still_going_on_nor_none(self):
        office = make_office()
        make_tenure(office, "x", "2024-06-01/", seen=["2025-12-01"])
        assert names(ask(office, "2025-12-01").certain) == ["x"]
        assert ask(office, "2025-12-02").certain == []


class TestCertaintyExpires:
    """A year after the last day for which anything vouches, what is still going on is possible only."""

    @pytest.mark.parametrize(("today", "certain"), [("2026-01-01", True), ("2026-01-02", True), ("2026-01-03", False)])
    def test_after_the_newest_source(self, today, certain):
        office = make_office()
        make_tenure(office, "x", "2020-01-01/..", sourced="2025-01-01")
        now = date.fromisoformat(today)
        answer = ask(office, today, today=now)
        assert (names(answer.certain), names(answer.possible), answer.known) == (
            (["x"], [], True) if certain else ([], ["x"], False)
        )
        # What was vouched for stays certain.
        assert names(ask(office, "2025-01-01", today=now).certain) == ["x"]

    def test_the_page_that_was_read_vouches_for_that_day(self):
        office = make_office()
        tenure = make_tenure(office, "x", "2020-01-01/..")
        source = SourceFactory(publication="published", date="", accessed_on=date(2025, 9, 1))
        CitationFactory(tenure=tenure, source=source)
        assert names(ask(office, "2026-02-18").certain) == ["x"]

    def test_source_that_contradicts_vouches_for_nothing(self):
        office = make_office()
        tenure = make_tenure(office, "x", "2020-01-01/..")
        CitationFactory(tenure=tenure, stance="contradicts", source__publication="published", source__date="2026-01-01")
        assert in_brief(ask(office, "2026-02-18")) == ([], ["x"], False)

    @pytest.mark.parametrize("state", ["draft", "withdrawn"])
    def test_source_that_is_not_public_vouches_for_nothing(self, state):
        office = make_office()
        tenure = make_tenure(office, "x", "2020-01-01/..")
        fields = {"source__publication": state, "source__withdrawal_reason_fr": "Erreur."}
        CitationFactory(tenure=tenure, source__date="2026-01-01", **fields)
        assert ask(office, "2026-02-18").certain == []

    def test_check_of_the_tenure_vouches(self):
        office = make_office()
        make_tenure(office, "x", "2020-01-01/..", checked_on=date(2025, 6, 1))
        assert names(ask(office, "2026-02-18").certain) == ["x"]

    @pytest.mark.parametrize(
        ("coverage", "certain"), [("2019-01-01/..", ["x"]), ("2019-01-01/2021-01-01", []), ("", [])]
    )
    def test_check_of_the_office_vouches_inside_its_coverage(self, coverage, certain):
        office = make_office(coverage=coverage, checked_on=date(2025, 6, 1))
        make_tenure(office, "x", "2020-01-01/..", sourced="2020-02-01")
        assert names(ask(office, "2026-02-18").certain) == certain

    def test_nothing_is_certain_on_a_day_to_come(self):
        office = make_office()
        make_tenure(office, "x", "2025-06-01/2030-01-01", sourced="2026-02-01")
        tomorrow = (TODAY + timedelta(days=1)).isoformat()
        assert names(ask(office, TODAY.isoformat()).certain) == ["x"]
        assert ask(office, tomorrow).certain == []

    def test_today_is_asked_for_at_each_call(self, monkeypatch):
        from partnerships.offices import holders

        office = make_office()
        make_tenure(office, "x", "2020-01-01/..", sourced="2025-01-01")
        for today, certain in (("2025-06-01", ["x"]), ("2027-06-01", [])):
            monkeypatch.setattr("partnerships.dates.today", lambda today=today: date.fromisoformat(today))
            assert names(holders(office, date.fromisoformat(today)).certain) == certain


class TestNarrowing:
    """Records narrow one another: life, office, post."""

    def test_nobody_holds_an_office_after_death(self):
        office = make_office()
        make_person("x", death="2015-03-04")
        make_tenure(office, "x", "2010-01-01/2020-01-01")
        found = [names(ask(office, on).certain + ask(office, on).possible) for on in ("2015-03-05", "2019-01-01")]
        assert found == [[], []]
        assert not ask(office, "2019-01-01").vacant

    @pytest.mark.parametrize("death", ["2015-03-04", "2015"])
    def test_death_within_a_service_still_going_on_ends_it(self, death):
        office = make_office()
        make_person("x", death=death)
        make_tenure(office, "x", "2010-01-01/..", sourced="2026-01-01")
        assert ask(office, "2016-01-01").certain == []
        assert ask(office, "2016-01-01").possible == []
        assert names(ask(office, "2014-12-31").certain) == ["x"]

    def test_nobody_holds_an_office_before_it_existed_or_after_it_ended(self):
        office = make_office(period="2012-01-01/2014-12-31")
        make_tenure(office, "x", "2010-01-01/2020-01-01")
        found = {on: in_brief(ask(office, on)) for on in ("2011-12-31", "2012-01-01", "2014-12-31", "2015-01-01")}
        assert found == {
            "2011-12-31": NOBODY_KNOWN,
            "2012-01-01": certainly("x"),
            "2014-12-31": certainly("x"),
            "2015-01-01": NOBODY_KNOWN,
        }
        assert not ask(office, "2011-12-31").vacant

    def test_post_that_ended_has_no_head(self):
        office = make_office(
            embassy=EmbassyFactory(publication="published", period="1990-01-01/2000-12-31"), heads_post=True
        )
        make_tenure(office, "x", "1995-01-01/2010-12-31")
        assert names(ask(office, "2000-12-31").certain) == ["x"]
        assert in_brief(ask(office, "2001-01-01")) == NOBODY_KNOWN

    def test_arrival_after_the_stated_end_leaves_the_days_between_unknown(self):
        office = make_office(coverage="2000/2024")
        make_step(make_tenure(office, "x", "2010-01-01/2012-01-01"), "arrived", "2013-01-01")
        assert names(ask(office, "2011-12-31").certain) == ["x"]
        for on in ("2012-01-02", "2012-06-01", "2013-01-01"):
            assert in_brief(ask(office, on)) == NOT_KNOWN, on
        assert ask(office, "2014-01-01").vacant

    def test_somebody_seen_outside_the_period_is_never_vacancy(self):
        office = make_office(coverage="2000/2024")
        make_tenure(office, "x", "2010-01-01/2012-01-01", seen=["2012-06-01"])
        answer = ask(office, "2012-06-01")
        assert (answer.certain, answer.known, answer.vacant) == ([], False, False)

    def test_nominee_who_never_served_holds_nothing(self):
        office = make_office(coverage="2000/2024")
        make_tenure(office, "x", "2010-01-01/2012-01-01", never_served=True)
        assert ask(office, "2011-01-01").vacant


class TestKnown:
    """Known is a one-holder office that is certainly held, or certainly empty; and an office that was not there."""

    def test_office_of_one_that_is_certainly_held_is_known(self):
        office = make_office()
        make_tenure(office, "x", "2010-01-01/2012-01-01")
        assert in_brief(ask(office, "2011-01-01")) == certainly("x")

    def test_office_of_several_is_not_known_by_one_of_them(self):
        office = make_office(single_holder=False, coverage="2000/2024")
        make_tenure(office, "x", "2010-01-01/2012-01-01")
        make_tenure(office, "y", "2011/2013")
        assert in_brief(ask(office, "2011-06-01")) == (["x"], ["y"], False)

    def test_possible_holder_leaves_it_open(self):
        office = make_office(coverage="2000/2024")
        make_tenure(office, "x", "2010/2013")
        answer = ask(office, "2010-06-01")
        assert (in_brief(answer), answer.vacant) == (([], ["x"], False), False)

    @pytest.mark.parametrize(
        ("on", "vacant"), [("2008-12-31", False), ("2009-01-01", True), ("2012-12-31", True), ("2013-01-01", False)]
    )
    def test_vacant_is_said_inside_the_coverage_only(self, on, vacant):
        answer = ask(make_office(coverage="2009-01-01/2012-12-31"), on)
        assert (answer.vacant, answer.known) == (vacant, vacant)

    def test_somebody_certain_is_no_vacancy(self):
        office = make_office(coverage="2000/2024")
        make_tenure(office, "x", "2010-01-01/2012-01-01")
        assert [ask(office, on).vacant for on in ("2009-12-31", "2011-01-01", "2012-01-02")] == [True, False, True]

    def test_answer_without_a_holder_has_its_reasons(self):
        office = make_office(period="2018-07-01/..")
        assert codes(ask(office, "2018-06-30").reasons) != codes(ask(office, "2019-06-30").reasons)
        assert codes(ask(office, "2019-06-30").reasons) != []

    def test_not_known_says_who_was_last_and_next_seen(self):
        office = make_office()
        make_tenure(office, "a", "/", seen=["2010-05-05"])
        make_tenure(office, "b", "/", seen=["2014-05-05"])
        answer = ask(office, "2012-01-01").unnamed
        assert (answer.last_seen.person.key, answer.next_seen.person.key) == ("a", "b")
        assert (answer.last_seen.when.latest, answer.next_seen.when.earliest) == (date(2010, 5, 5), date(2014, 5, 5))


class TestSuccession:
    """The heart on paper: from the first day to today, in order, without a gap."""

    def test_every_stretch_of_the_mission_of_the_table(self):
        ambassador, head = make_heads(
            "2018-07-01/2024-12-31", period="2018-07-01/..", coverage="2018-07-01/..", checked_on=TODAY
        )
        make_tenure(ambassador, "a", "2017-04-27/2019-08-31")
        make_tenure(ambassador, "b", "2020-01-01/2024-06-30")
        make_tenure(head, "own", "2025-01-15/..", sourced="2026-02-01")
        assert rows(head) == [
            ("certain", "2018-07-01", "2019-08-31", "a"),
            ("nobody", "2019-09-01", "2019-12-31", ""),
            ("certain", "2020-01-01", "2024-06-30", "b"),
            ("nobody", "2024-07-01", "2025-01-14", ""),
            ("certain", "2025-01-15", "2026-02-18", "own"),
        ]

    def test_what_is_not_known_has_its_row(self):
        office = make_office(period="2010-01-01/2014-12-31", coverage="2010-01-01/2012-12-31")
        make_tenure(office, "x", "2010-01-01/2011-12-31")
        assert rows(office) == [
            ("certain", "2010-01-01", "2011-12-31", "x"),
            ("nobody", "2012-01-01", "2012-12-31", ""),
            ("not_known", "2013-01-01", "2014-12-31", ""),
            ("nobody", "2015-01-01", "2026-02-18", ""),
        ]


class TestTwoMissionsOfOneEmbassy:
    def test_each_is_headed_within_its_own_designation(self):
        ambassador, head = make_heads("2018-01-01/2019-12-31")
        other = MissionFactory(publication="published")
        second = make_office(mission=other, heads_post=True)
        DesignationFactory(
            publication="published", mission=other, embassy=ambassador.embassy, period="2020-01-01/2021-12-31"
        )
        make_tenure(ambassador, "x", "2010-01-01/2025-12-31")
        found = [(names(ask(head, on).certain), names(ask(second, on).certain)) for on in ("2019-06-01", "2020-06-01")]
        assert found == [(["x"], []), ([], ["x"])]
        assert Person.objects.count() == 1
