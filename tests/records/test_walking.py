"""From a record along its links."""

import pytest

from partnerships.models import Meeting
from partnerships.records.loading import loading
from partnerships.records.walking import concerned_records, walk
from tests.factories import ActivityFactory, MeetingFactory, PartnerFactory, StopFactory

pytestmark = pytest.mark.django_db


class TestWalk:
    def test_follows_links_to_one_and_to_many(self):
        meeting = MeetingFactory(stop=StopFactory())
        partners = [PartnerFactory(), PartnerFactory()]
        meeting.stop.visit.partners.set(partners)
        assert set(walk(meeting, "stop.visit.partners")) == set(partners)

    def test_ends_where_a_link_is_empty(self):
        assert walk(MeetingFactory(), "stop.visit.partners") == []

    def test_gives_what_is_reached_twice_once(self):
        activity = ActivityFactory()
        one = PartnerFactory()
        other = PartnerFactory(state=one.state)
        activity.partners.set([one, other])
        assert walk(activity, "partners.state") == [one.state]

    def test_takes_what_was_loaded_beside_as_it_stands(self, django_assert_num_queries):
        meeting = MeetingFactory(stop=StopFactory())
        meeting.stop.visit.partners.set([PartnerFactory(key="b"), PartnerFactory(key="a")])
        path = "stop.visit.partners"
        [loaded] = loading(Meeting.objects.filter(pk=meeting.pk), [path])
        with django_assert_num_queries(0):
            assert {one.key for one in walk(loaded, path)} == {"a", "b"}
        assert walk(loaded, path) == walk(meeting, path)


class TestConcerned:
    def test_gives_the_records_of_one_kind_by_every_path(self):
        meeting = MeetingFactory(stop=StopFactory())
        own, of_the_visit = PartnerFactory(), PartnerFactory()
        meeting.partners.add(own)
        meeting.stop.visit.partners.set([own, of_the_visit])
        assert concerned_records(meeting, "partner") == [own, of_the_visit]

    def test_gives_nothing_of_a_kind_that_it_does_not_concern(self):
        assert concerned_records(ActivityFactory(), "person") == []
