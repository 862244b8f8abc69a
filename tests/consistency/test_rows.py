"""From a row that breaks a rule to the record it belongs to."""

import pytest

from partnerships.consistency.rows import (
    LookedAt,
    belonging,
    findings,
    looking_at,
    named_kind,
    own_rows,
    owner_lookups,
    possible_owners,
)
from partnerships.models import Meeting, Milestone, Participation, Tenure
from partnerships.records.kinds import KINDS, PARTS
from tests.factories import MeetingFactory, MilestoneFactory, ParticipationFactory, StopFactory, VisitFactory


def test_a_record_belongs_to_itself():
    assert list(possible_owners(Tenure)) == [("tenure", "")]


def test_a_part_belongs_to_the_record_it_is_of_through_other_parts_too():
    assert list(possible_owners(Milestone)) == [(name, f"{name}__") for name in Milestone.owner_fields]
    assert ("visit", "meeting__stop__visit__") in list(possible_owners(Participation))


def test_a_meeting_belongs_to_its_visit_or_to_itself():
    assert list(possible_owners(Meeting)) == [("visit", "stop__visit__"), ("visit", "visit__"), ("meeting", "")]


@pytest.mark.parametrize("model", [*(kind.model for kind in KINDS.values()), *PARTS])
def test_every_row_belongs_to_some_record(model):
    assert {kind for kind, _lookup in possible_owners(model)} <= {*KINDS}


def test_the_first_that_is_filled_is_its_record():
    places = list(possible_owners(Meeting))
    assert owner_lookups(places)[:2] == ["stop__visit__pk", "stop__visit__key"]
    assert belonging(places, (None, None, 7, "v", 3, "m", "more")) == ("visit", 7, "v")
    assert belonging(places, (None, None, None, None, 3, "m")) == ("meeting", 3, "m")


def test_tells_of_the_kind_at_the_end_of_a_lookup():
    assert named_kind(Tenure, "office__state__key") == "state"
    assert named_kind(Tenure, "office__state__name") == ""
    assert named_kind(Tenure, "") == ""


@pytest.mark.django_db
class TestOneRecord:
    def test_has_the_rows_that_lead_to_it_by_any_way(self):
        visit = VisitFactory()
        at_stop, of_visit = MeetingFactory(stop=StopFactory(visit=visit)), MeetingFactory(visit=visit)
        own = [
            ParticipationFactory(**owner) for owner in ({"meeting": at_stop}, {"meeting": of_visit}, {"visit": visit})
        ]
        ParticipationFactory(meeting=MeetingFactory())
        at = LookedAt("visit", visit.pk)
        assert own_rows(at, Participation) == sorted(each.pk for each in own)
        assert own_rows(at, Milestone) == []

    def test_is_asked_nothing_where_it_has_no_such_rows(self, django_assert_num_queries):
        milestone, visit = MilestoneFactory(), VisitFactory()
        with looking_at("tenure", milestone.tenure.pk), django_assert_num_queries(3):
            # Which are its own, once; and what each rule says of them.
            for _rule in range(2):
                assert len([*findings(Milestone.objects.all(), "milestone-twice", told={"step": "kind"})]) == 1
        with looking_at("visit", visit.pk), django_assert_num_queries(0):
            assert [*findings(Milestone.objects.all(), "milestone-outside")] == []
