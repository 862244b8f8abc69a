"""Which records and tenures the reasons of an answer name, and of which day they speak."""

from datetime import date

import pytest

from partnerships.models import Decision, Designation, Embassy, Mission
from partnerships.offices.claims import claims_on
from partnerships.offices.days import Span
from partnerships.offices.grounds import MOST_NAMED, Ground, bare, grounds_of, public_decision, records_of
from partnerships.offices.held_or_vacant import Verdict, course_of
from partnerships.offices.loading import Dossier
from partnerships.offices.reason_codes import Code

from .dossiers import CLOCK, derived, dossier_of, dossier_of_two, make_office, moment, tenures

pytestmark = pytest.mark.once


def span(first: str, last: str = "") -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def said_of(on, *several, last="", **office):
    held = make_office(**office)
    dossier = dossier_of(held, several)
    return bare(course_of(held, dossier), dossier, span(on, last))


def keys(ground):
    return [claim.tenure.person for claim in ground.claims]


class TestPublicDecision:
    @pytest.mark.parametrize(("state", "shown"), [("published", True), ("draft", False), ("withdrawn", False)])
    def test_is_one_that_is_published(self, state, shown):
        decision = Decision(publication=state)
        assert public_decision(Designation(decision=decision)) is (decision if shown else None)

    def test_is_none_of_a_designation_without_one(self):
        assert public_decision(Designation()) is None


class TestHolder:
    def test_in_their_own_right_names_the_tenure(self):
        held = make_office()
        (claim,) = course_of(held, dossier_of(held, [{"period": "2018/2019"}])).claims
        assert grounds_of(claim, Verdict.CERTAIN, span("2019-01-01")) == [Ground(Code.OWN_RIGHT, (), (claim,))]
        assert grounds_of(claim, Verdict.POSSIBLE, span("2018-01-01")) == [
            Ground(Code.OWN_RIGHT, (), (claim,)),
            Ground(Code.START_NOT_EXACT, (), (claim,)),
        ]

    def by_virtue(self, decision=None, ambassador="2010-01-01/2022-12-31"):
        office, dossier = dossier_of_two({}, "", (), [{"period": ambassador}], ("2018/2020",))
        ((designation,),) = dossier.designations.values()
        designation.decision = decision
        (claim,) = course_of(office, dossier).claims
        return claim, designation, claim.through[0].office

    def test_by_virtue_names_the_designation_the_other_office_and_the_decision(self):
        decision = derived(Decision, pk=1)
        claim, designation, ambassador = self.by_virtue(decision)
        (ground,) = grounds_of(claim, Verdict.CERTAIN, span("2019-01-01"))
        assert ground == Ground(Code.BY_VIRTUE_OF, (designation, ambassador, decision), (claim,))

    def test_by_virtue_names_no_decision_that_is_not_public(self):
        claim, designation, ambassador = self.by_virtue(Decision(pk=1, publication="draft"))
        (ground,) = grounds_of(claim, Verdict.CERTAIN, span("2019-01-01"))
        assert ground.records == (designation, ambassador)

    def test_designation_that_is_not_exact_is_named(self):
        claim, designation, _ambassador = self.by_virtue()
        *_title, ground = grounds_of(claim, Verdict.POSSIBLE, span("2018-01-01"))
        assert ground == Ground(Code.DESIGNATION_NOT_EXACT, (designation,))

    def test_days_of_which_one_is_not_certain_are_not_exact(self):
        claim, _designation, _ambassador = self.by_virtue()
        codes = [ground.code for ground in grounds_of(claim, Verdict.POSSIBLE, span("2018-12-30", "2019-01-01"))]
        assert codes == [Code.BY_VIRTUE_OF, Code.DESIGNATION_NOT_EXACT]

    def test_tenure_that_is_nowhere_certain_makes_the_designation_say_nothing(self):
        claim, _designation, _ambassador = self.by_virtue(ambassador="2018/2018")
        codes = [ground.code for ground in grounds_of(claim, Verdict.POSSIBLE, span("2018-05-01"))]
        assert codes == [Code.BY_VIRTUE_OF, Code.START_NOT_EXACT]

    @pytest.mark.parametrize(
        ("tenure", "on", "code"),
        [
            ({"period": "2018/2020"}, "2018-12-30", Code.START_NOT_EXACT),
            ({"period": "2018/2020"}, "2020-01-02", Code.END_NOT_EXACT),
            ({"period": "2018/..", "source": "2020-01-01"}, "2018-06-01", Code.START_NOT_EXACT),
            ({"period": "2018/..", "source": "2020-01-01"}, "2022-01-01", Code.EXPIRED),
            ({"period": "2018/2018"}, "2018-06-01", Code.START_NOT_EXACT),
        ],
    )
    def test_side_that_is_not_sure_is_the_nearer_one(self, tenure, on, code):
        held = make_office()
        (claim,) = course_of(held, dossier_of(held, [tenure])).claims
        assert [one.code for one in grounds_of(claim, Verdict.POSSIBLE, span(on))] == [Code.OWN_RIGHT, code]

    def test_by_virtue_of_several_in_a_row_names_what_gives_this_office(self):
        far, near, held = (derived(Mission, pk=pk, key=f"mission-{pk}") for pk in (1, 2, 3))
        heads = {one.pk: make_office(pk=one.pk, mission=one, heads_post=True) for one in (far, near, held)}
        first, second = (
            derived(Designation, pk=one.pk, mission=one, serving_mission=other, period="2018-01-01/2019-12-31")
            for one, other in ((far, near), (near, held))
        )
        own = {3: tenures(heads[3], [{"period": "2010-01-01/2022-12-31"}])}
        posts = {("mission", pk): [office] for pk, office in heads.items()}
        (claim,) = claims_on(heads[1], Dossier(CLOCK, own, {1: [first], 2: [second]}, posts))
        (ground,) = grounds_of(claim, Verdict.CERTAIN, span("2019-01-01"))
        assert ground.records == (first, heads[2])

    def test_side_of_days_that_begin_with_the_first_certain_one_is_the_end(self):
        held = make_office()
        (claim,) = course_of(held, dossier_of(held, [{"period": "2018/2020"}])).claims
        for first, code in (("2018-12-30", Code.START_NOT_EXACT), ("2018-12-31", Code.END_NOT_EXACT)):
            assert grounds_of(claim, Verdict.POSSIBLE, span(first, "2020-06-01"))[-1].code is code

    @pytest.mark.parametrize(
        ("period", "on", "today", "told"),
        [
            ("2018/2020", "2018-06-01", "2018-06-01", [Code.START_NOT_EXACT]),
            ("2018/2020", "2018-06-02", "2018-06-01", [Code.TO_END]),
            ("2018-06-01/2030", "2019-01-01", "2018-06-01", [Code.EXPIRED, Code.TO_END]),
            ("2018-06-01/2030", "2019-01-01", "2018-05-31", [Code.TO_BEGIN, Code.TO_END]),
            ("2010/[2018-06-01..2020-12-31]", "2019-01-01", "2018-05-31", [Code.TO_END]),
            ("2010/[2018-06-01..2020-12-31]", "2019-01-01", "2018-06-01", []),
        ],
    )
    def test_of_days_to_come_says_what_is_announced(self, period, on, today, told):
        held = make_office()
        (claim,) = course_of(held, dossier_of(held, [{"period": period}])).claims
        grounds = grounds_of(claim, Verdict.POSSIBLE, span(on), date.fromisoformat(today))
        assert [one.code for one in grounds] == [Code.OWN_RIGHT, *told]


class TestPossiblyBefore:
    """Who possibly held it at last, of whom nothing shows that they did."""

    late = {"period": "/2011"}

    def test_is_told_of_days_for_which_nobody_is_known(self):
        found = said_of("2014-01-01", self.late)
        assert (found.last, found.before[0].days) == (None, span("2011-01-01", "2011-12-31"))
        assert found.claims == [found.before[0].claim]

    def test_is_nobody_where_somebody_possibly_holds_it(self):
        assert said_of("2014-05-01", self.late, {"period": "/2014", "person": 2}).before is None

    def test_is_nobody_whose_record_contradicts_itself_about_these_days(self):
        doubtful = {**self.late, "steps": [("seen", "2015-01-01")]}
        assert said_of("2013-06-01", doubtful).before is None
        assert said_of("2016-06-01", doubtful).before is not None


class TestNoOffice:
    def test_not_yet_names_what_began_last_and_when(self):
        mission = derived(Mission, pk=9, period="2018-07/..")
        found = said_of("2018-06-30", mission=mission, period="2010/..")
        assert found.grounds == (Ground(Code.NOT_YET, (mission,), when=moment("2018-07")),)

    def test_no_longer_names_what_ended_first_and_when(self):
        embassy = derived(Embassy, pk=9, period="2000/2019-08")
        found = said_of("2019-09-01", embassy=embassy, period="2010/2025")
        assert found.grounds == (Ground(Code.NO_LONGER, (embassy,), when=moment("2019-08")),)

    def test_names_the_office_itself_where_it_bounds(self):
        found = said_of("2009-12-31", embassy=derived(Embassy, pk=9, period="2000/.."), period="2010/2025")
        assert (found.grounds[0].records[0].pk, found.grounds[0].when) == (1, moment("2010"))

    def test_office_of_no_day_at_all_did_not_exist_yet(self):
        found = said_of("2030-01-01", mission=derived(Mission, pk=9, period="2018/.."), period="2010/2012")
        assert found.grounds[0].code is Code.NOT_YET

    def test_nobody_is_seen_then(self):
        found = said_of("2021-06-01", {"period": "2010-01-01/2015-01-01"}, period="2010/2020")
        assert (found.last, found.next, found.claims) == (None, None, [])


class TestDecided:
    def designations(self, *several, heads_post=True):
        """What is said on 1 June 2018 of a mission of July 2018, with designations and the days of their decisions."""
        mission = derived(Mission, pk=1, period="2018-07-01/..")
        office = make_office(mission=mission, heads_post=heads_post)
        made = [
            derived(
                Designation,
                pk=number,
                key=f"designation-{number}",
                mission=mission,
                embassy=derived(Embassy, pk=number),
                period=period,
                decision=decided and derived(Decision, pk=number, date=decided),
            )
            for number, (period, decided) in enumerate(several, 1)
        ]
        dossier = Dossier(CLOCK, {}, {1: made})
        _not_yet, *grounds = bare(course_of(office, dossier), dossier, span("2018-06-01")).grounds
        return [(str(one.code), [record.pk for record in one.records], one.when) for one in grounds]

    def test_names_the_designation_with_its_decision_and_its_day(self):
        assert self.designations(("2018-07-01/..", "2018-05-24")) == [
            ("decided_not_yet_in_effect", [1, 1], moment("2018-07-01"))
        ]

    def test_without_a_decision_names_the_designation_alone(self):
        assert self.designations(("2018-07-01/..", None)) == [("designated_later", [1], moment("2018-07-01"))]

    @pytest.mark.parametrize(
        ("decided", "code"),
        [
            *(("2018-06-01", "decided_not_yet_in_effect"), ("2018-06-02", "designated_later")),
            *(("2018-06", "designated_later"), ("2018-05", "decided_not_yet_in_effect")),
        ],
    )
    def test_decision_is_taken_from_its_own_day_on(self, decided, code):
        assert [one for one, _records, _when in self.designations(("2018-07-01/..", decided))] == [code]

    def test_first_designations_alone_are_told(self):
        several = [("2018-07-01/..", "2018-05-24"), ("2018-07-01/2019", None), ("2019/..", None)]
        assert [(code, records) for code, records, _when in self.designations(*several)] == [
            ("decided_not_yet_in_effect", [1, 1]),
            ("designated_later", [2]),
        ]

    @pytest.mark.parametrize(("begins", "told"), [("2018-06-01", 0), ("2018-06-02", 1), ("2018", 0)])
    def test_what_may_already_be_in_effect_is_not_to_come(self, begins, told):
        assert len(self.designations((f"{begins}/..", None))) == told

    def test_office_that_does_not_head_the_mission_is_told_nothing_of_it(self):
        assert self.designations(("2018-07-01/..", "2018-05-24"), heads_post=False) == []

    def test_mission_without_a_designation_tells_nothing(self):
        assert self.designations() == []


class TestNobodyRecorded:
    def test_names_what_covers_the_day(self):
        mission = derived(Mission, pk=9, coverage="2000/2025")
        found = said_of("2018-06-01", mission=mission, heads_post=True)
        assert found.grounds == (Ground(Code.COVERED, (mission,)),)
        assert (found.last, found.next) == (None, None)


class TestNotKnown:
    several = (
        {"period": "2010-01-01/2012-12-31", "person": 1},
        {"period": "2015-01-01/2016-12-31", "person": 2},
        {"period": "2018-01-01/2019-12-31", "person": 3},
    )

    def test_says_who_was_last_and_next_seen(self):
        found = said_of("2014-01-01", *self.several, last="2014-12-31")
        assert [(seen.when.notation, claim.tenure.person) for seen, claim in (found.last, found.next)] == [
            ("2012-12-31", 1),
            ("2015-01-01", 2),
        ]
        assert [claim.tenure.person for claim in found.claims] == [1, 2]

    def test_says_nothing_of_a_side_on_which_nobody_was_seen(self):
        before, after = (said_of(on, *self.several) for on in ("2009-12-31", "2020-01-01"))
        assert (before.last, before.next[1].tenure.person) == (None, 1)
        assert (after.last[1].tenure.person, after.next) == (3, None)

    def test_record_that_contradicts_itself_about_these_days_shows_nobody(self):
        doubtful = {"period": "2010-01-01/2012-12-31", "steps": [("seen", "2014-01-01")], "person": 1}
        found = said_of("2013-06-01", doubtful, *self.several[1:])
        assert (found.last, found.next[1].tenure.person) == (None, 2)
        (contradiction,) = [one for one in found.grounds if one.code is Code.CONTRADICTION]
        assert keys(contradiction) == [1]

    def test_names_no_more_contradictory_records_than_a_few(self):
        doubtful = [
            {"period": "2010-01-01/2012-12-31", "steps": [("seen", "2014-01-01")], "person": person}
            for person in range(MOST_NAMED + 1)
        ]
        contradiction = said_of("2013-06-01", *doubtful, single_holder=False).grounds[1]
        assert (contradiction.code, keys(contradiction)) == (Code.CONTRADICTION, [0, 1, 2])

    def test_outside_the_coverage_names_the_records_that_would_cover(self):
        mission = derived(Mission, pk=9)
        (ground,) = said_of("2018-06-01", mission=mission, heads_post=True).grounds
        assert (ground.code, ground.records[1]) == (Code.NOT_COVERED, mission)

    @pytest.mark.parametrize(("on", "told"), [("2026-02-17", False), ("2026-02-18", True), ("2026-02-19", True)])
    def test_who_is_to_take_office_is_told_from_today_on(self, on, told):
        found = said_of(on, {"period": "2026-05-01/.."})
        assert (Code.TO_BEGIN in [ground.code for ground in found.grounds]) is told

    def test_today_is_not_to_come(self):
        codes = [[one.code for one in said_of(on).grounds] for on in ("2026-02-18", "2026-02-19")]
        assert codes == [[Code.NOT_COVERED], [Code.TO_COME]]

    def test_days_of_which_one_is_not_covered_are_outside(self):
        covered = {"coverage": "2001-01-01/2018-06-01"}
        found = said_of("2018-06-01", {"period": "2010/"}, last="2018-06-02", **covered)
        assert [str(one.code) for one in found.grounds] == ["outside_the_coverage", "tenure_left_open"]
        found = said_of("2018-05-31", {"period": "2010/"}, last="2018-06-01", **covered)
        assert [str(one.code) for one in found.grounds] == ["tenure_left_open"]

    def test_tenure_left_open_is_the_nearest_that_may_reach_there(self):
        open_ones = ({"period": "2010-01-01/", "person": 1}, {"period": "/2016-12-31", "person": 2})
        found = said_of("2014-01-01", *open_ones, single_holder=False).grounds[-1]
        assert (found.code, keys(found)) == (Code.LEFT_OPEN, [1, 2])

    def test_tenure_left_open_is_another_where_the_nearest_are_bounded(self):
        several = (
            {"period": "2010-01-01/", "person": 1},
            {"period": "2012-01-01/2013-12-31", "person": 2},
            {"period": "2005-01-01/2006-12-31", "person": 3},
        )
        found = said_of("2014-06-01", *several, single_holder=False).grounds[-1]
        assert (found.code, keys(found)) == (Code.LEFT_OPEN, [1])

    def test_day_in_doubt_alone_is_left_open_by_nobody(self):
        doubtful = {"period": "2010-01-01/2012-12-31", "steps": [("seen", "2014-01-01")]}
        assert [str(one.code) for one in said_of("2013-06-01", doubtful).grounds] == [
            "outside_the_coverage",
            "record_contradicts_itself",
        ]


def test_each_record_is_named_once_and_in_order():
    first, second = make_office(pk=1), make_office(pk=2)
    grounds = [Ground(Code.NOT_COVERED, (second, first)), Ground(Code.NOT_YET, (first,)), Ground(Code.OWN_RIGHT)]
    assert records_of(grounds) == [second, first]
