"""Meetings that are parts of a visit."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from partnerships import models
from partnerships.models import TimelineFacet
from partnerships.records.kinds import record_of
from tests.factories import (
    MeetingFactory,
    ParticipationFactory,
    PersonFactory,
    StopFactory,
    VisitFactory,
)
from tests.plans import plans

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


@pytest.mark.once
@pytest.mark.parametrize(
    ("fields", "called"),
    [
        (("person", "office"), "Person"),
        (("office", "state"), "Office"),
        (("state", "organization"), "State"),
        (("organization",), "Organization"),
    ],
)
def test_who_takes_part_is_called_by_the_person_else_the_office_else_whom_they_speak_for(fields, called):
    every = {
        "person": models.Person(name="Person"),
        "office": models.Office(name_fr="Office", name_en="Office"),
        "state": models.State(name_fr="State", name_en="State"),
        "organization": models.Organization(name_fr="Organization", name_en="Organization"),
    }
    assert str(models.Participation(**{name: every[name] for name in fields})) == called


class TestOfVisits:
    def test_are_those_of_the_visit_itself_and_at_its_stops(self):
        visit, other = VisitFactory(), VisitFactory()
        own = MeetingFactory(key="own", visit=visit, publication="")
        at_stop = MeetingFactory(key="at-stop", stop=StopFactory(visit=visit), publication="")
        for elsewhere in (
            {},
            {"visit": other, "publication": ""},
            {"stop": StopFactory(visit=other), "publication": ""},
        ):
            MeetingFactory(**elsewhere)
        assert {*models.Meeting.objects.of_visits([visit.pk])} == {own, at_stop}

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has a plan of its own for empty tables")
    def test_read_no_other_meeting(self):
        with CaptureQueriesContext(connection) as asked:
            assert list(models.Meeting.objects.of_visits([1]).order_by().values("pk")) == []
        assert plans(asked[0]["sql"]) == []


class TestMeetingOfAVisit:
    @pytest.fixture
    def meeting(self):
        return MeetingFactory(key="m", visit=VisitFactory(key="v", **PUBLIC), publication="", title_fr="Entretien M")

    def test_is_a_part_of_it(self, meeting):
        assert record_of(meeting) == record_of(ParticipationFactory(meeting=meeting)) == meeting.visit
        assert list(models.Meeting.objects.published()) == [meeting]

    def test_has_no_state_of_its_own(self, meeting):
        meeting.publication, meeting.published_at = "draft", timezone.now()
        meeting.save()
        assert (meeting.publication, meeting.published_at) == ("", None)
        meeting.visit = None
        meeting.save()
        assert meeting.publication == "draft"

    def test_of_a_draft_visit_is_not_public(self):
        MeetingFactory(visit=VisitFactory(), publication="")
        assert not models.Meeting.objects.published().exists()

    def test_is_not_also_at_a_stop(self, meeting):
        meeting.stop = StopFactory(visit=meeting.visit)
        with pytest.raises(ValidationError), translation.override("fr"):
            meeting.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            meeting.save()

    def test_stands_on_the_page_of_the_visit_and_under_its_people(self, client, meeting):
        ParticipationFactory(meeting=meeting, person=PersonFactory(key="a", name="Person A", **PUBLIC))
        text = client.get("/fr/visites/v/").text
        assert "Entretien M" in text
        assert "Person A" in text
        found = TimelineFacet.objects.filter(facet="person", value="a")
        assert set(found.values_list("line__kind", flat=True)) == {"visit", "meeting"}

    def test_leads_from_its_permanent_address_to_the_visit(self, client, meeting):
        assert "/visites/v/" in client.get("/id/meeting/m", headers={"accept-language": "fr"}).headers["location"]
