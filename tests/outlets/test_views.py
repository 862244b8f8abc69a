"""The addresses of lists in other forms."""

import csv
import json
import re
from datetime import UTC, datetime
from io import StringIO

import feedparser
import pytest
from icalendar import Calendar

from partnerships.projections.search import best_hits
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db


class TestAddresses:
    @pytest.mark.parametrize("form", ["atom", "ics", "csv", "json"])
    def test_page_leads_to_every_form_with_what_is_asked(self, client, form):
        page = client.get("/fr/chronologie/?partner=jp&kind=decision").content.decode()
        assert page.count(f"/fr/chronologie.{form}?partner=jp&amp;kind=decision") == 2

    @pytest.mark.parametrize("address", ["/en/timeline.pdf", "/en/chronologie.csv.csv"])
    def test_other_endings_are_nothing(self, client, address):
        assert client.get(address).status_code == 404

    def test_feed_names_itself_and_its_page_with_what_is_asked(self, client):
        found = feedparser.parse(client.get("/en/timeline.atom?kind=decision").content)
        assert {link.rel: link.href for link in found.feed.links} == {
            "self": "http://testserver/en/timeline.atom?kind=decision",
            "alternate": "http://testserver/en/timeline/?kind=decision",
        }

    def test_feed_of_a_search_begins_with_what_was_published_last(self, client):
        for day in (3, 9, 6):
            published = {"publication": "published", "published_at": datetime(2026, 11, day, tzinfo=UTC)}
            DecisionFactory(key=f"d-{day}", title_en="Zanzibar", **published)
        found = feedparser.parse(client.get("/en/search.atom?q=zanzibar").content)
        assert [entry.id.rpartition("/")[2] for entry in found.entries] == [
            "d-9#decision-d-9",
            "d-6#decision-d-6",
            "d-3#decision-d-3",
        ]

    def test_list_asked_for_words_is_the_search_in_the_same_form(self, client):
        answer = client.get("/en/decisions.csv?q=zanzibar&letter=b")
        assert (answer.status_code, answer.url) == (302, "/en/search.csv?q=zanzibar&kind=decision")

    def test_feed_of_a_search_is_no_longer_than_another(self, client, monkeypatch):
        monkeypatch.setattr("partnerships.outlets.atom.MOST", 2)
        for day in (3, 9, 6):
            published = {"publication": "published", "published_at": datetime(2026, 11, day, tzinfo=UTC)}
            DecisionFactory(key=f"d-{day}", title_en="Zanzibar", date="2018", **published)
        for address in ("/en/search.atom?q=zanzibar", "/en/decisions.atom", "/en/timeline.atom?kind=decision"):
            entries = feedparser.parse(client.get(address).content).entries
            assert [entry.id.rpartition("/")[2].partition("#")[0] for entry in entries] == ["d-9", "d-6"], address

    def test_list_holds_the_names_of_the_letter_alone(self, client):
        for name in ("Abe", "Baker"):
            published = {**PUBLISHED, "published_at": datetime(2026, 11, 3, tzinfo=UTC)}
            PersonFactory(key=name.lower(), name=name, family_name=name, **published)
        for query, keys in (("", ["abe", "baker"]), ("?letter=b", ["baker"]), ("?letter=x", [])):
            assert [one["key"] for one in json.loads(client.get(f"/en/people.json{query}").getvalue())["lines"]] == keys
            feed = feedparser.parse(client.get(f"/en/people.atom{query}").content)
            assert [entry.id.rpartition("/")[2].partition("#")[0] for entry in feed.entries] == keys

    @pytest.mark.parametrize(("publication", "status"), [("published", 200), ("withdrawn", 404), ("draft", 404)])
    @pytest.mark.parametrize("form", ["csv", "json", "ics", "atom"])
    def test_succession_is_that_of_a_public_office(self, client, publication, status, form):
        OfficeFactory(key="o", slug_en="o", publication=publication, withdrawal_reason_en="Entered twice.")
        assert client.get(f"/en/offices/o/succession.{form}").status_code == status

    @pytest.mark.once
    @pytest.mark.parametrize(("form", "saved"), [("ics", 'attachment; filename="fr-visites.ics"'), ("json", None)])
    def test_calendar_is_saved_under_the_name_of_its_page_and_data_is_read(self, client, form, saved):
        assert client.get(f"/fr/visites.{form}").get("Content-Disposition") == saved

    @pytest.mark.parametrize(
        ("address", "title"),
        [
            (
                "/fr/chronologie.{}?partner=jp&kind=visit&to=2020",
                "Chronologie\u00a0: Japon, visites, jusqu’en 2020",
            ),
            ("/en/timeline.{}", "Timeline"),
            ("/en/visits.{}?partner=jp&to=2020", "Visits: Japan, until 2020"),
            ("/en/decisions.{}?letter=ab", "Decisions: AB…"),
            ("/en/search.{}?q=tour&partner=jp&kind=visit", "Search: tour, Visits, Japan"),
        ],
    )
    def test_each_form_says_what_it_is_narrowed_down_to(self, client, address, title):
        PartnerFactory(key="jp", state__name_en="Japan", state__name_fr="Japon", **PUBLISHED)
        register = "Registre des partenariats" if "/fr/" in address else "Register of partnerships"
        feed = feedparser.parse(client.get(address.format("atom")).content)
        calendar = Calendar.from_ical(client.get(address.format("ics")).content)
        assert feed.feed.title == f"{title} – {register}"
        assert {str(calendar[name]).replace("\\,", ",") for name in ("name", "x-wr-calname")} == {feed.feed.title}
        assert json.loads(client.get(address.format("json")).getvalue())["title"] == title

    @pytest.mark.parametrize(("named", "publisher"), [("A Ministry", "A Ministry"), ("", "La rédaction du registre")])
    def test_data_say_who_publishes_them_and_of_what_they_are(self, client, settings, named, publisher):
        settings.PUBLISHER = named
        found = json.loads(client.get("/fr/visites.json").getvalue())
        assert (found["publisher"], found["register"]) == (publisher, "Registre des partenariats")

    @pytest.mark.parametrize(("query", "detail"), [("", "all"), ("?detail=main", "main"), ("?detail=", "all")])
    def test_timeline_is_given_in_full_unless_turning_points_alone_are_asked_for(self, client, query, detail):
        TenureFactory(key="t", office=OfficeFactory(**PUBLISHED), period="2018-05-24/..", **PUBLISHED)
        found = json.loads(client.get(f"/en/timeline.json{query}").getvalue())
        assert found["asked"]["detail"] == [detail]
        assert [line["key"] for line in found["lines"]] == ["t"] * (detail == "all")

    @pytest.mark.parametrize(
        ("form", "what"),
        [
            ("atom", "application/atom+xml"),
            ("ics", "text/calendar"),
            ("csv", "text/csv"),
            ("json", "application/json"),
        ],
    )
    def test_answer_says_what_it_is_and_in_which_language(self, client, form, what):
        for address in ("/fr/visites", "/fr/chronologie"):
            answer = client.get(f"{address}.{form}")
            assert (answer["Content-Type"], answer["Content-Language"]) == (f"{what}; charset=utf-8", "fr")

    def test_list_stands_in_the_order_asked_for(self, client):
        for year in (2001, 2003, 2002):
            DecisionFactory(key=f"d-{year}", date=str(year), **PUBLISHED)
        for query, years in (("", [2003, 2002, 2001]), ("?order=oldest", [2001, 2002, 2003])):
            found = json.loads(client.get(f"/en/decisions.json{query}").getvalue())["lines"]
            assert [line["key"] for line in found] == [f"d-{year}" for year in years]

    def test_data_lead_to_the_page_as_it_was_asked(self, client):
        for address, page in (
            ("search.json?q=d-0&kind=decision", "search/?q=d-0&kind=decision"),
            ("visits.json", "visits/"),
        ):
            found = json.loads(client.get(f"/en/{address}").getvalue())
            assert found["page"] == f"http://testserver/en/{page}"

    def test_key_that_nobody_has_is_no_danger_to_a_feed_or_a_calendar(self, client):
        DecisionFactory(key="draft", title_en="Secret")
        query = "?partner=%0b%3Cb%3E&body=draft%0d%0aEND:VCALENDAR"
        found = feedparser.parse(client.get(f"/en/timeline.atom{query}").content)
        assert (found.bozo, found.entries) == (0, [])
        calendar = Calendar.from_ical(client.get(f"/en/timeline.ics{query}").content)
        assert "Secret" not in found.feed.title + str(calendar["name"])

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("page", "query"),
        [
            (page, query)
            for page in ("timeline", "visits", "decisions", "search")
            for query in ("on=2018", "order=up", "from=2020&to=2019", "after=xxx", "after=AAAA", "before=xxx")
            # The pages of a search have one order, and are turned by where they go on from.
            if page != "search" or query not in ("order=up", "before=xxx")
        ],
    )
    def test_nonsense_is_refused_with_the_sentence_of_the_page(self, client, page, query):
        DecisionFactory(title_en="Zanzibar", date="2018-05-24", **PUBLISHED)
        told = {}
        for ending in ("/", ".atom", ".ics", ".csv", ".json"):
            words = "q=zanzibar&" if page == "search" else ""
            answer = client.get(f"/en/{page}{ending}?{words}{query}")
            told[ending] = answer.status_code, re.search(r"<h1>.*?</p>", answer.text, re.DOTALL)[0]
        assert told["/"][0] == 400
        assert set(told.values()) == {told["/"]}

    @pytest.mark.parametrize("form", ["atom", "ics", "csv", "json"])
    def test_list_is_given_whole_from_wherever_a_page_of_it_goes_on(self, client, form):
        for number in range(60):
            DecisionFactory(key=f"d-{number:02}", date="2018-05-24", **PUBLISHED)
        for page in ("timeline", "decisions"):
            onward = re.search(r'rel="next" href="([?][^"]+)', client.get(f"/en/{page}/").text)[1].replace("&amp;", "&")
            whole, asked = (client.get(f"/en/{page}.{form}{query}") for query in ("", onward))
            assert (asked.status_code, asked.getvalue().count(b"d-00")) == (200, whole.getvalue().count(b"d-00"))


class TestSearchAsData:
    def test_says_what_the_page_says_above_its_list(self, client):
        office = OfficeFactory(name_en="Keeper of seals", slug_en="keeper", single_holder=True, **PUBLISHED)
        TenureFactory(office=office, person__name="Kay O’Lee", period="2018-01-05/2019-02-03", **PUBLISHED)
        found = json.loads(client.get("/en/search.json?q=who+was+keeper+of+seals+xyzzyx+24+May+2018").getvalue())
        assert found["answers"] == [
            {
                "sentence": "On 24 May 2018 Kay O’Lee was Keeper of seals.",
                "url": "http://testserver/en/offices/keeper/?on=2018-05-24",
            }
        ]
        assert "xyzzyx" in found["left_out"]
        assert json.loads(client.get("/en/search.json?q=keepr").getvalue())["read_as"] == {"keepr": ["keeper"]}
        assert json.loads(client.get("/en/search.json?q=who+is+keeper&kind=office").getvalue())["answers"] == []


class TestCutShort:
    @pytest.fixture(autouse=True)
    def many(self, monkeypatch):
        monkeypatch.setattr("partnerships.projections.search.MOST", 2)
        monkeypatch.setattr(best_hits.find, "__defaults__", (None, 2))
        for number in range(3):
            DecisionFactory(key=f"d-{number}", title_en="Zanzibar", date="2018-05-24", **PUBLISHED)
        self.said = (
            "Of one kind no more than 2 records are given, and there are more of these: Decisions."
            " Narrow the search down to have the others."
        )

    def test_every_form_of_a_search_says_that_there_is_more(self, client):
        found = json.loads(client.get("/en/search.json?q=zanzibar").getvalue())
        assert (len(found["lines"]), found["complete"], found["lacking"]) == (2, False, self.said)
        feed = feedparser.parse(client.get("/en/search.atom?q=zanzibar").content).feed
        assert feed.subtitle == f"The latest publications, whatever day they are about. {self.said}"
        calendar = Calendar.from_ical(client.get("/en/search.ics?q=zanzibar").content)
        assert {str(calendar[name]).replace("\\,", ",") for name in ("description", "x-wr-caldesc")} == {self.said}
        *_, last = csv.reader(StringIO(client.get("/en/search.csv?q=zanzibar").getvalue().decode()))
        assert [cell for cell in last if cell] == [self.said]
        assert self.said in client.get("/en/search/?q=zanzibar&kind=decision").content.decode()

    def test_what_is_given_whole_says_so(self, client):
        for address in ("/en/search.json?q=d-0", "/en/decisions.json"):
            found = json.loads(client.get(address).getvalue())
            assert (found["complete"], "lacking" in found) == (True, False)
        for form in ("csv", "ics"):
            assert b"no more than" not in client.get(f"/en/search.{form}?q=d-0").getvalue()
        assert "no more than" not in client.get("/en/search/?q=d-0&kind=decision").content.decode()
