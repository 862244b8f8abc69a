"""Visits: where they halt, and the meetings that are parts of them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from partnerships import models
from partnerships.models import TimelineFacet
from partnerships.records.kinds import record_of
from tests.factories import (
    MeetingFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


class TestMeetingOfAVisit:
    @pytest.fixture
    def meeting(self):
        return MeetingFactory(key="m", visit=VisitFactory(key="v", **PUBLIC), publication="", title_fr="Entretien M")

    def test_is_a_part_of_it(self, meeting):
        assert record_of(meeting) == meeting.visit
        assert list(models.Meeting.objects.published()) == [meeting]

    def test_has_no_state_of_its_own(self, meeting):
        meeting.publication = "draft"
        meeting.save()
        assert meeting.publication == ""

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


class TestStop:
    def test_is_somewhere(self):
        stop = StopFactory.build(visit=VisitFactory(), place=None)
        with pytest.raises(ValidationError) as refused, translation.override("fr"):
            stop.full_clean()
        assert "un lieu, ou du moins l’État" in str(refused.value)
        with pytest.raises(IntegrityError), transaction.atomic():
            stop.save()

    def test_known_by_its_state_alone_is_shown_and_found(self, client):
        stop = StopFactory(visit=VisitFactory(key="v", **PUBLIC), place=None, state=StateFactory(key="jp", **PUBLIC))
        assert "Japon" in client.get("/fr/visites/v/").text
        assert str(stop).endswith("Japon")
        assert TimelineFacet.objects.filter(facet="state", value="jp").exists()

    def test_meeting_at_it_is_called_after_the_state(self):
        stop = StopFactory(visit=VisitFactory(), place=None, state=StateFactory(**PUBLIC))
        assert models.Meeting(stop=stop, kind="talks").label("fr") == "Entretien, Japon"

    @past_the_fence()
    def test_several_places_of_one_stop_are_shown_and_found(self, client):
        stop = StopFactory(visit=VisitFactory(key="v", **PUBLIC), place=PlaceFactory(key="a", **PUBLIC))
        stop.further_places.add(
            PlaceFactory(key="b", name_fr="Lieu B", **PUBLIC), PlaceFactory(key="c", name_fr="Lieu C")
        )
        text = client.get("/fr/visites/v/").text
        assert "Lieu B" in text
        assert "Lieu C" not in text
        assert TimelineFacet.objects.filter(facet="place", value="b").exists()
        stop.further_places.clear()
        assert not TimelineFacet.objects.filter(facet="place", value="b").exists()


class TestStatement:
    def test_names_a_state_and_lasts(self, client):
        state = StateFactory(key="jp", **PUBLIC)
        statement = StatementFactory(key="s", date="", period="2018/2020", **PUBLIC)
        statement.states.add(state)
        text = client.get("/fr/etats/jp/").text
        assert "Plus de vingt partenaires" in text
        assert "2018" in text
        line = models.TimelineLine.objects.get(kind="statement")
        assert (line.earliest.year, line.latest.year) == (2018, 2020)
        assert TimelineFacet.objects.filter(facet="state", value="jp", line=line).exists()

    def test_has_a_day_or_a_period(self):
        statement = StatementFactory.build(date="2018", period="2018/2020")
        with pytest.raises(ValidationError), transaction.atomic():
            statement.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            statement.save()
