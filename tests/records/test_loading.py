"""Records with what they lead to: links to one are joined, each link to many is one query."""

import pytest
from django.test import TestCase

from partnerships.models import Meeting, Statement, Visit
from partnerships.records.loading import loading
from tests.factories import (
    AreaFactory,
    MeetingFactory,
    ParticipationFactory,
    PartnerFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.once


class TestLoading(TestCase):
    @classmethod
    def setUpTestData(cls):
        for number in (1, 2):
            visit = VisitFactory(key=f"v{number}")
            visit.partners.add(PartnerFactory(), PartnerFactory())
            visit.areas.add(AreaFactory(parent=AreaFactory(key=f"high{number}")))
            meeting = MeetingFactory(key=f"m{number}", stop=StopFactory(visit=visit))
            ParticipationFactory(meeting=meeting)

    def found(self, model, *paths, queries):
        with self.assertNumQueries(queries):
            return list(loading(model.objects.order_by("key"), paths))

    def test_without_a_path_nothing_is_joined(self):
        assert loading(Meeting.objects.all(), []).query.select_related is False
        assert len(self.found(Visit, queries=1)) == 2

    def test_links_to_one_are_joined(self):
        first, _second = self.found(Meeting, "stop.visit", "stop.place", queries=1)
        with self.assertNumQueries(0):
            assert (first.stop.visit.key, first.stop.place.name_en) == ("v1", "Brussels")

    def test_a_link_to_many_is_one_query_for_all_records(self):
        several = self.found(Visit, "partners", queries=2)
        with self.assertNumQueries(0):
            assert [len(visit.partners.all()) for visit in several] == [2, 2]

    def test_what_stands_behind_a_link_to_many_is_joined_to_it(self):
        first, _second = self.found(Visit, "partners.state", "partners.organization", "partners", queries=2)
        with self.assertNumQueries(0):
            assert {partner.state.name_en for partner in first.partners.all()} == {"Japan"}
            assert {partner.organization.name_en for partner in first.partners.all()} == {"North Atlantic Council"}

    def test_links_to_one_before_a_link_to_many_are_joined_first(self):
        first, _second = self.found(Meeting, "stop.visit.partners.state", queries=2)
        with self.assertNumQueries(0):
            assert first.stop.visit.key == "v1"
            assert len([partner.state for partner in first.stop.visit.partners.all()]) == 2

    def test_links_to_many_follow_one_another(self):
        first, _second = self.found(Visit, "stops.meetings.participations.person", "areas.parent", queries=5)
        with self.assertNumQueries(0):
            (stop,) = first.stops.all()
            (meeting,) = stop.meetings.all()
            assert [taken.person.name[:6] for taken in meeting.participations.all()] == ["Person"]
            assert [area.parent.key for area in first.areas.all()] == ["high1"]

    def test_records_are_those_that_were_asked_for(self):
        StatementFactory(key="a")
        StatementFactory(key="b")
        assert [each.key for each in loading(Statement.objects.filter(key="b"), ["areas"])] == ["b"]
