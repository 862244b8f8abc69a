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
        assert str(found["description"]) == "1 line of the list has no exact day, so it is not in the calendar."

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
        assert str(event["description"]).split("\n") == [
            *("29–31 October 2017", "Sources:", "A paper https://a.example/", "Sources that disagree:", "Another")
        ]
        assert str(found["description"]) == "3 lines of the list have no exact day, so they are not in the calendar."
        # The standard gives the reader no type for it: it is text, and its commas are escaped.
        assert str(found["x-wr-caldesc"]).replace("\\,", ",") == str(found["description"])
        assert (str(found["name"]), str(found["x-wr-calname"])) == ("Visits", "Visits")
        assert str(found["prodid"]) == "-//r.example//Register of partnerships//EN"
        assert {event[name].dt for name in ("dtstamp", "last-modified")} == {LINE.published_at}

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("most", "events", "said"),
        [
            (3, 3, "1 line of the list has no exact day, so it is not in the calendar."),
            (2, 2, "This calendar holds the first 2 events of the list; narrow the list down to have the others."),
        ],
    )
    def test_holds_so_many_events_and_says_so(self, monkeypatch, most, events, said):
        monkeypatch.setattr("partnerships.outlets.calendar.MOST", most)
        lines = [replace(LINE, exact=False), *(replace(LINE, anchor=f"visit-{number}-on") for number in range(3))]
        with override("en"):
            found = Calendar.from_ical(calendar(lines, "Visits", "en", "https://r.example", "r.example"))
        assert len(found.walk("VEVENT")) == events
        assert str(found["description"]) == said

    @pytest.mark.once
    def test_reads_no_further_than_it_holds(self, monkeypatch):
        monkeypatch.setattr("partnerships.outlets.calendar.MOST", 2)
        lines = (replace(LINE, anchor=f"visit-{number}-on") for number in range(9))
        calendar(lines, "Visits", "en", "https://r.example", "r.example")
        assert len(list(lines)) == 6

    @pytest.mark.once
    def test_limit_is_written_as_the_language_writes_it(self, monkeypatch):
        monkeypatch.setattr("partnerships.outlets.calendar.MOST", 1_000)
        lines = (replace(LINE, anchor=f"visit-{number}-on") for number in range(1_001))
        with override("fr"):
            found = Calendar.from_ical(calendar(lines, "Visites", "fr", "https://r.example", "r.example"))
        assert "1\u202f000" in str(found["description"]) or "1\u00a0000" in str(found["description"])

    @pytest.mark.once
    def test_what_has_no_date_is_told_from_what_has_no_exact_day(self):
        undated = replace(LINE, when="", notation="", first=None, last=None, exact=False)
        with override("en"):
            lines = [undated, undated, replace(LINE, exact=False)]
            found = Calendar.from_ical(calendar(lines, "Visits", "en", "https://r.example", "r.example"))
        assert str(found["description"]) == (
            "1 line of the list has no exact day, so it is not in the calendar. "
            "2 lines of the list have no date, so they are not in the calendar."
        )

    @pytest.mark.once
    @pytest.mark.parametrize(("exact", "further"), [(True, ""), (False, " 1 line of the list has no exact day")])
    def test_what_is_lacking_is_said_beside_what_is_left_out(self, exact, further):
        with override("en"):
            sent = calendar([replace(LINE, exact=exact)], "Visits", "en", "https://r.example", "r.example", "Too few.")
        assert str(Calendar.from_ical(sent)["description"]).partition(",")[0] == f"Too few.{further}"

    def test_one_without_events_is_sound_all_the_same(self, client):
        """RFC 5545, 3.6: a calendar has at least one component."""
        found = Calendar.from_ical(text(client.get("/fr/chronologie.ics?partner=none")))
        assert [component.name for component in found.subcomponents] == ["VTIMEZONE"]
        assert [one.name for one in found.subcomponents[0].subcomponents] == ["STANDARD"]

    def test_one_with_events_has_these_alone(self, client):
        found = Calendar.from_ical(text(client.get("/en/timeline.ics")))
        assert {component.name for component in found.subcomponents} == {"VEVENT"}

    @pytest.mark.parametrize(("name", "status"), [("people", 404), ("places", 404), ("sources", 200), ("visits", 200)])
    def test_list_without_dates_has_none(self, client, name, status):
        assert client.get(f"/en/{name}.ics").status_code == status
