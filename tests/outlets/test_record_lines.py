"""Records of a list as lines."""

import csv
import io
import json
from datetime import UTC, date, datetime

import feedparser
import pytest
from django.utils.translation import override
from icalendar import Calendar

from partnerships.listing.order import order_of
from partnerships.models import Decision, Visit
from partnerships.outlets import record_lines
from partnerships.pages import PAGES
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _register():
    decision = DecisionFactory(key="d", date="2018-05-24", title_en="Decided", title_fr="Décidé", **PUBLISHED)
    CitationFactory(decision=decision, source__title_fr="Un texte", source__publication="published")
    CitationFactory(decision=decision, source__title_fr="Caché")
    VisitFactory(key="v", title_en="Journey", title_fr="Voyage", period="2019-01-02/2019-01-04", **PUBLISHED)
    PersonFactory(key="p", name="Kōno Tarō", **PUBLISHED)
    PersonFactory(key="hidden", name="Nobody")


def read(text):
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))


def lines(client, address):
    return json.loads(client.get(address).getvalue())["lines"]


class TestTold:
    def test_says_what_stands_in_the_list_in_the_order_asked_for(self):
        found = record_lines.record_lines([("visit", "v"), ("person", "hidden"), ("decision", "d")], "fr")
        assert [(one.title, one.notation, one.exact) for one in found] == [
            ("Voyage", "2019-01-02/2019-01-04", True),
            ("Décidé", "2018-05-24", True),
        ]
        assert [one.title for one in found[1].sources] == ["Un texte"]
        assert found[1].permanent == "/id/decision/d"

    def test_says_each_thing_in_its_place(self):
        moment = datetime(2026, 11, 3, tzinfo=UTC)
        Visit.objects.update(published_at=moment)
        (line,) = record_lines.record_lines([("visit", "v")], "fr")
        assert (line.anchor, line.kind, line.key, line.moment) == ("visit-v", "visit", "v", "")
        assert (line.kind_name, line.when) == ("visite", "2-4 janvier 2019")
        assert (line.first, line.last, line.published_at) == (date(2019, 1, 2), date(2019, 1, 4), moment)
        assert (line.address, line.permanent) == (f"/fr/visites/{line.address.split('/')[3]}/", "/id/visit/v")

    @pytest.mark.parametrize(
        ("notation", "words", "limits", "exact"),
        [
            ("", "", (None, None), False),
            ("[..2018-05-24]", "on 24 May 2018 or earlier", (None, date(2018, 5, 24)), False),
            ("[2018-05-24..]", "on 24 May 2018 or later", (date(2018, 5, 24), None), False),
            ("2018-05", "May 2018", (date(2018, 5, 1), date(2018, 5, 31)), False),
        ],
    )
    def test_gives_those_days_alone_that_are_known(self, notation, words, limits, exact):
        Decision.objects.update(date=notation)
        (line,) = record_lines.record_lines([("decision", "d")], "en")
        assert (line.when, line.notation, (line.first, line.last), line.exact) == (words, notation, limits, exact)

    def test_what_was_not_held_says_so(self, client):
        Visit.objects.update(status="cancelled")
        (line,) = record_lines.record_lines([("visit", "v")], "fr")
        assert (line.title, line.progress) == ("Voyage (annulée)", "cancelled")
        (event,) = Calendar.from_ical(client.get("/en/visits.ics").getvalue()).walk("VEVENT")
        assert event["status"] == "CANCELLED"

    def test_what_was_agreed_and_in_force_stands_at_its_day(self):
        AgreementFactory(key="a", date="2018-05-24", period="2019-01-01/2021-12-31", **PUBLISHED)
        assert [one.notation for one in record_lines.record_lines([("agreement", "a")], "en")] == ["2018-05-24"]

    def test_names_the_public_alone(self):
        decision = DecisionFactory(key="about", **PUBLISHED)
        visit = Visit.objects.get(key="v")
        with past_the_fence():
            for fields in (PUBLISHED, {}):
                shown = "shown" if fields else "hidden"
                StopFactory(visit=visit, place=PlaceFactory(key=shown, name_en=shown, **fields))
                decision.partners.add(PartnerFactory(key=shown, **fields))
                decision.areas.add(AreaFactory(key=shown, **fields))
        found = record_lines.record_lines([("visit", "v"), ("decision", "about")], "en")
        assert [one.key for one in found[0].places] == ["shown"]
        assert [one.key for one in found[1].partners] == ["shown"]
        assert [one.key for one in found[1].areas] == ["shown"]

    def test_costs_no_more_with_more_records(self, django_assert_num_queries):
        for _ in range(5):
            CitationFactory(decision=DecisionFactory(**PUBLISHED), source__publication="published")
        names = [("decision", key) for key in Decision.objects.values_list("key", flat=True)]
        with django_assert_num_queries(4):
            record_lines.record_lines(names, "en")


class TestNewest:
    def test_begins_with_what_was_published_last(self):
        for day in (3, 9, 6):
            DecisionFactory(key=f"d-{day}", published_at=datetime(2026, 11, day, tzinfo=UTC), **PUBLISHED)
        # Nobody knows when it was published: it is none of the latest.
        DecisionFactory(key="d-never", published_at=None, **PUBLISHED)
        found = record_lines.newest_records(Decision.objects.filter(key__startswith="d-"), "en", 2)
        assert [one.key for one in found] == ["d-9", "d-6"]
        found = record_lines.newest_records(Decision.objects.filter(key__startswith="d-"), "en", 9)
        assert [one.key for one in found] == ["d-9", "d-6", "d-3"]


class TestInOrder:
    def test_goes_on_batch_after_batch(self, monkeypatch):
        monkeypatch.setattr(record_lines, "CHUNK", 2)
        for number in range(4):
            DecisionFactory(key=f"d-{number}", date=f"200{number}", **PUBLISHED)
        order = order_of(PAGES["decision"], "newest")
        found = record_lines.ordered_lines(Decision.objects.published(), order, "en")
        assert [one.key for one in found] == ["d", "d-3", "d-2", "d-1", "d-0"]


class TestLists:
    def test_table_is_in_the_language_and_narrowed_down(self, client):
        with override("de"):
            rows = read(b"".join(client.get("/fr/visites.csv?from=2019").streaming_content))
        assert [row[5] for row in rows[1:]] == ["Voyage"]
        assert rows[1][0] == "2-4 janvier 2019"
        assert read(b"".join(client.get("/fr/visites.csv?to=2018").streaming_content))[1:] == []

    def test_calendar_is_read(self, client):
        found = Calendar.from_ical(client.get("/en/visits.ics").content)
        assert [str(event["summary"]) for event in found.walk("vevent")] == ["Journey"]

    def test_feed_says_when_it_was_published(self, client):
        Decision.objects.update(published_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
        (entry,) = feedparser.parse(client.get("/en/decisions.atom").content).entries
        assert (entry.title, entry.updated) == ("24 May 2018 – Decided", "2026-11-23T09:00:00+00:00")

    def test_draft_is_in_none_and_unknown_keys_give_nothing(self, client):
        assert [one["key"] for one in lines(client, "/en/people.json")] == ["p"]
        assert lines(client, "/en/people.json?partner=none") == []

    def test_page_leads_there_with_what_is_asked(self, client):
        page = client.get("/fr/visites/?from=2019").content.decode()
        assert page.count('href="/fr/visites.csv?from=2019"') == 2
        assert ".ics" not in client.get("/en/people/").content.decode()

    def test_nonsense_is_refused(self, client):
        assert client.get("/en/visits.csv?on=2018").status_code == 400


class TestSearch:
    def test_gives_what_the_page_finds(self, client):
        for form in ("json", "csv", "atom", "ics"):
            assert client.get(f"/en/search.{form}?q=journey").status_code == 200
        found = lines(client, "/en/search.json?q=taro")
        assert [(one["kind"], one["title"]) for one in found] == [("person", "Kōno Tarō")]
        assert 'href="/en/search.csv?q=journey"' in client.get("/en/search/?q=journey").content.decode()
        assert lines(client, "/en/search.json") == []
