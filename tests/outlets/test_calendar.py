"""Calendars, read by a calendar."""

from datetime import date

import pytest
from icalendar import Calendar

from tests.factories import PlaceFactory, VisitFactory

from .conftest import PUBLISHED, text

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("decision")
class TestCalendar:
    def test_exact_days_are_events_and_the_rest_is_counted(self, client):
        visit = VisitFactory(key="v", title_en="A tour", period="2017-10-29/2017-10-31", **PUBLISHED)
        visit.stops.create(key="a", position=1, place=PlaceFactory(name_en="Tokyo", **PUBLISHED), period="2017-10-29")
        found = Calendar.from_ical(text(client.get("/en/timeline.ics")))
        events = {str(event["uid"]): event for event in found.walk("VEVENT")}
        tour = events["visit-v-on@testserver"]
        assert (tour["dtstart"].dt, tour["dtend"].dt) == (date(2017, 10, 29), date(2017, 11, 1))
        assert tour["dtstamp"].dt == PUBLISHED["published_at"]
        assert tour["summary"].params["LANGUAGE"] == "en"
        assert tour["location"] == "Tokyo"
        assert "decision-d-on@testserver" in events
        assert str(found["description"]) == "1 line of the list has no exact day, and stands in no calendar."
