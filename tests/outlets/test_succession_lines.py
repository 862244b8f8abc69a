"""The succession in an office in other forms."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import feedparser
import pytest
from django.utils.translation import override
from icalendar import Calendar

from partnerships import dates
from partnerships.models import Office, Tenure
from partnerships.offices import Between, Verdict
from partnerships.outlets import succession_lines
from partnerships.projections.kept_successions import succession_of
from tests.factories import PUBLISHED, OfficeFactory, PersonFactory, TenureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office():
    office = OfficeFactory(
        key="o",
        slug_en="ambassador",
        slug_fr="ambassadeur",
        name_en="Ambassador",
        name_fr="Ambassadeur",
        period="2018/..",
        **PUBLISHED,
    )
    for key, period in (("first", "2018-07-01/2019-03-31"), ("second", "2019-06-01/2020-01-31")):
        person = PersonFactory(key=key, name=f"The {key}", **PUBLISHED)
        TenureFactory(key=key, office=office, person=person, period=period, **PUBLISHED)
    TenureFactory(
        key="draft", office=office, person=PersonFactory(name="Nobody", **PUBLISHED), period="2019-04/2019-05"
    )


def rows(client):
    text = b"".join(client.get("/en/offices/ambassador/succession.csv").streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


class TestSuccession:
    def test_table_has_no_gap(self, client):
        found = rows(client)
        first, what = list(found[0])[0], list(found[0])[5]
        assert [row[what] for row in found if row[what].startswith("The ")] == [
            "The first – Ambassador",
            "The second – Ambassador",
        ]
        # Before, between and after them nobody is known: each span has its row.
        assert len(found) == 5
        assert all(row[first] for row in found)
        assert all(row[what].endswith(" – Ambassador") for row in found)

    def test_calendar_has_those_whose_days_are_known(self, client):
        found = Calendar.from_ical(client.get("/fr/fonctions/ambassadeur/succession.ics").content)
        assert [str(event["summary"]) for event in found.walk("vevent")] == [
            "The first – Ambassadeur",
            "The second – Ambassadeur",
        ]
        # Days of which nobody is known are not counted among the lines without an exact day.
        assert "description" not in found

    def test_row_says_each_thing_in_its_place_and_leads_to_the_table(self):
        Tenure.objects.filter(key="first").update(published_at=datetime(2026, 11, 3, tzinfo=UTC))
        with override("en"):
            before, first, *_others, last = succession_lines.succession_lines(Office.objects.get(), "en")
        assert (first.anchor, first.kind, first.key) == ("succession-o-2018-07-01-first", "tenure", "first")
        assert (first.when, first.notation) == ("1 July 2018 – 31 March 2019", "2018-07-01/2019-03-31")
        assert (first.first, first.last) == (date(2018, 7, 1), date(2019, 3, 31))
        assert (first.published_at, before.published_at) == (datetime(2026, 11, 3, tzinfo=UTC), None)
        assert {one.address for one in (before, first, last)} == {"/en/offices/ambassador/#succession"}
        assert (before.anchor, before.key) == ("succession-o-2018-01-01", "")
        assert (before.permanent, first.permanent) == ("/id/office/o?of=succession", "/id/tenure/first")
        assert (before.first, before.exact) == (date(2018, 1, 1), False)
        assert last.last == dates.today()

    def test_limit_that_nobody_knows_is_none(self):
        row = next(row for row in succession_of(Office.objects.get(), date(2026, 11, 20)).rows() if row.holder)
        limits = Between(dates.EARLIEST, date(2018, 7, 1)), Between(date(2019, 3, 31), dates.LATEST)
        line = succession_lines._line(
            replace(row, start=limits[0], end=limits[1]), row.holder.tenure.office, "en", False
        )
        assert (line.first, line.last) == (None, None)

    def test_those_without_a_name_are_left_out_where_names_are_asked_for(self):
        found = [succession_lines.succession_lines(Office.objects.get(), "en", named=named) for named in (False, True)]
        assert [[one.key for one in several] for several in found] == [
            ["", "first", "", "second", ""],
            ["first", "second"],
        ]

    def test_who_possibly_held_it_is_no_event_though_the_days_are_known(self):
        office = Office.objects.get()
        row = next(row for row in succession_of(office, date(2026, 11, 20)).rows() if row.holder)
        told = [replace(row, answer=verdict) for verdict in (Verdict.CERTAIN, Verdict.POSSIBLE)]
        assert [succession_lines._line(each, office, "en", False).exact for each in told] == [True, False]

    def test_feed_names_those_who_held_it(self, client):
        found = feedparser.parse(client.get("/en/offices/ambassador/succession.atom").content)
        assert found.feed.title.startswith("Succession: Ambassador")
        assert [entry.title.split(" – ", 2)[2] for entry in found.entries] == [
            "The second – Ambassador",
            "The first – Ambassador",
        ]
        assert len({entry.id for entry in found.entries}) == 2

    def test_data_leads_to_the_tenures(self, client):
        lines = json.loads(client.get("/en/offices/ambassador/succession.json").getvalue())["lines"]
        assert [line["permanent"] for line in lines if line["key"]] == [
            f"http://testserver/id/tenure/{key}" for key in ("first", "second")
        ]

    def test_page_leads_there(self, client):
        text = client.get("/fr/fonctions/ambassadeur/").content.decode()
        assert text.count("/fr/fonctions/ambassadeur/succession.csv") == 2

    def test_what_is_not_public_has_none(self, client):
        OfficeFactory(key="hidden")
        for slug in ("hidden", "none"):
            assert client.get(f"/en/offices/{slug}/succession.csv").status_code == 404
