"""Calendars, read by a calendar."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override
from icalendar import Calendar

from partnerships.models import Progress
from partnerships.outlets.calendar import calendar
from tests.factories import PlaceFactory, VisitFactory

from .conftest import LINE, PUBLISHED, text

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

    @pytest.mark.parametrize("address", ["/en/timeline.ics?kind=visit", "/en/visits.ics"])
    def test_visit_of_one_day_is_an_event(self, client, address):
        VisitFactory(key="v", title_en="A day", period="2014-05-06", **PUBLISHED)
        found = Calendar.from_ical(text(client.get(address)))
        (event,) = found.walk("VEVENT")
        assert (event["dtstart"].dt, event["dtend"].dt) == (date(2014, 5, 6), date(2014, 5, 7))
        assert "description" not in found

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("progress", "status"), [("planned", "TENTATIVE"), ("cancelled", "CANCELLED"), ("held", None)]
    )
    def test_event_says_what_was_not_held(self, progress, status):
        line = replace(LINE, progress=Progress(progress))
        found = Calendar.from_ical(calendar([line], "Visits", "en", "https://r.example", "r.example"))
        assert [event.get("status") for event in found.walk("VEVENT")] == [status]

    @pytest.mark.once
    def test_event_says_each_thing_in_its_place_and_takes_nobody_s_time(self):
        lines = [LINE, replace(LINE, exact=False), replace(LINE, first=None), replace(LINE, last=None)]
        with override("en"):
            found = Calendar.from_ical(calendar(lines, "Visits", "en", "https://r.example", "r.example"))
        (event,) = found.walk("VEVENT")
        said = {name: str(event[name]) for name in ("uid", "summary", "transp", "class", "url", "location")}
        assert said == {
            "uid": "visit-v-on@r.example",
            "summary": "=1+1; a tour",
            "transp": "TRANSPARENT",
            "class": "PUBLIC",
            "url": "https://r.example/id/visit/v",
            "location": "Tokyo, Seoul",
        }
        assert str(event["description"]) == "29–31 October 2017\nSources:\nA paper https://a.example/\nAnother"
        assert str(found["description"]).startswith("3 lines")
        assert str(found["x-wr-caldesc"]) == str(found["description"])
        assert (str(found["name"]), str(found["x-wr-calname"])) == ("Visits", "Visits")

    @pytest.mark.once
    @pytest.mark.parametrize(("most", "events", "others"), [(3, 3, ""), (2, 2, "1 line of"), (1, 1, "2 lines of")])
    def test_holds_so_many_events_and_counts_the_rest(self, monkeypatch, most, events, others):
        monkeypatch.setattr("partnerships.outlets.calendar.MOST", most)
        lines = [replace(LINE, anchor=f"visit-{number}-on") for number in range(3)]
        with override("en"):
            found = Calendar.from_ical(calendar(lines, "Visits", "en", "https://r.example", "r.example"))
        assert len(found.walk("VEVENT")) == events
        assert str(found.get("description", "")).startswith(others)
        assert ("description" in found) is bool(others)
