"""The pictures of pages, for those who share them."""

import re
from html import unescape

import pytest

from partnerships.pages.home import home_content
from partnerships.pages.timeline import FEW
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db


def picture_of(page):
    return re.search(r'og:image" content="[a-z]+://[^/]+([^"]+)"', page)[1]


def told_of(page):
    """Return what the head of a page tells those who share it, and its canonical address."""
    found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    found["canonical"] = re.search(r'<link rel="canonical" href="([^"]+)">', page)[1]
    return {name: unescape(text).removeprefix("http://testserver") for name, text in found.items()}


class TestAddress:
    """Whoever shares a page shares what was asked of it; what search engines keep is the page without it."""

    @pytest.mark.parametrize("query", ["", "?on=2018-09-01", "?on=2018-09-01&and=2025-02-01"])
    def test_page_of_a_record_is_shared_with_the_days_that_it_answers_for(self, client, query):
        OfficeFactory(key="o", slug_fr="o", **PUBLISHED)
        told = told_of(client.get(f"/fr/fonctions/o/{query}").text)
        assert told["url"] == f"/fr/fonctions/o/{query}"
        assert told["image"] == f"/fr/vignette/office/o.png{query}"
        assert told["canonical"] == "/fr/fonctions/o/"
        assert client.get(told["image"])["Content-Type"] == "image/png"

    def test_day_that_a_page_has_no_answer_for_is_not_shared(self, client):
        DecisionFactory(key="d", **PUBLISHED)
        told = told_of(client.get("/en/decisions/d/?on=2018-09-01").text)
        assert (told["url"], told["image"]) == ("/en/decisions/d/", "/en/card/decision/d.png")

    @pytest.mark.parametrize(
        "address",
        [
            "/en/timeline/?partner=jp&partner=kr&kind=visit&from=2014&to=2020&detail=all&order=newest",
            "/en/people/?letter=ab",
            "/en/compare/?partner=jp&partner=kr",
            "/en/search/?q=tour",
            "/en/?on=2018-09-01",
        ],
    )
    def test_list_is_shared_as_it_is_narrowed_down(self, client, address):
        told = told_of(client.get(f"{address}&utm_source=x&from=").text)
        assert told["url"] == address
        assert told["canonical"] == address.partition("?")[0]


class TestPicture:
    def test_is_of_the_days_that_are_asked_for(self, client, monkeypatch):
        drawn = []
        monkeypatch.setattr("partnerships.views.sharing.card_png", lambda card: drawn.append(card) or b"")
        office = OfficeFactory(key="o", name_en="Envoy", **PUBLISHED)
        TenureFactory(
            office=office, person=PersonFactory(name="First", **PUBLISHED), period="2014/2016-12-31", **PUBLISHED
        )
        for query in ("", "?on=2015-06-01", "?on=2015-06-01&and=2017-01-01&rows=2"):
            client.get(f"/en/card/office/o.png{query}")
        assert [card.title for card in drawn][:2] == ["Envoy", "Envoy on 1 June 2015"]
        assert drawn[2].title not in ("Envoy", drawn[1].title)
        assert "First" in drawn[1].sentence
        assert "First" not in drawn[0].sentence

    @pytest.mark.parametrize("query", ["on=2018", "on=never", "on=2018-01-01&on=2018-01-02", "and=2018-13-01"])
    def test_days_are_read_as_the_page_reads_them(self, client, query):
        OfficeFactory(key="o", slug_en="o", **PUBLISHED)
        assert client.get(f"/en/offices/o/?{query}").status_code == 400
        assert client.get(f"/en/card/office/o.png?{query}").status_code == 400

    def test_of_the_register_is_of_the_mission_and_the_day_asked_for(self, client, monkeypatch):
        asked = []
        monkeypatch.setattr(
            "partnerships.views.sharing.home_content",
            lambda query, today: asked.append(query) or home_content(query, today),
        )
        told = told_of(client.get("/en/?mission=m&on=2018-09-01&rows=2").text)
        assert told["image"] == "/en/card.png?mission=m&on=2018-09-01"
        assert client.get(told["image"])["Content-Type"] == "image/png"
        assert [query.urlencode() for query in asked] == ["mission=m&on=2018-09-01"]
        assert client.get("/en/card.png?on=2018").status_code == 400

    @pytest.mark.parametrize("path", ["/en/missions/m/", "/fr/missions/m/", "/en/", "/fr/chronologie/"])
    def test_each_page_names_one_that_is_there(self, client, path):
        MissionFactory(key="m", period="2018-07-01/..", **PUBLISHED)
        where = picture_of(client.get(path).content.decode())
        answer = client.get(where, headers={"accept-encoding": "gzip"})
        assert answer["Content-Type"] == "image/png"
        assert "Content-Encoding" not in answer
        assert answer["Content-Language"] == path[1:3]
        assert ("/m.png" in where) == ("missions" in path)
        assert answer.content.startswith(b"\x89PNG")

    @pytest.mark.parametrize(
        ("page", "image"),
        [
            ("/en/timeline/?partner=jp&kind=visit", "/en/card/timeline.png?partner=jp&kind=visit"),
            ("/fr/chronologie/", "/fr/vignette/chronologie.png"),
            ("/en/visits/?partner=jp&utm_source=x", "/en/card/visit.png?partner=jp"),
            ("/fr/personnes/?letter=ab", "/fr/vignette/person.png?letter=ab"),
            ("/en/compare/?partner=jp&partner=kr", "/en/card/compare.png?partner=jp&partner=kr"),
        ],
    )
    def test_of_a_list_is_its_own(self, client, page, image):
        told = told_of(client.get(page).text)
        assert told["image"] == image
        assert client.get(image)["Content-Type"] == "image/png"

    def test_of_a_list_says_what_it_is_narrowed_down_to(self, client, monkeypatch):
        drawn = []
        monkeypatch.setattr("partnerships.views.sharing.card_png", lambda card: drawn.append(card) or b"")
        partner = PartnerFactory(key="jp", state__name_en="Japan", period="1990", **PUBLISHED)
        for number in range(FEW):
            VisitFactory(period=f"{2000 + number}-05-01", **PUBLISHED).partners.add(partner)
        VisitFactory(period="2001-05-01").partners.add(partner)
        for address in ("visit.png?partner=jp", "timeline.png?kind=visit&partner=jp", "timeline.png?partner=draft"):
            client.get(f"/en/card/{address}")
        listed, timeline, nothing = drawn
        assert (listed.title, listed.sentence, listed.steps) == ("Visits: Japan", f"{FEW} visits", ())
        assert (timeline.title, timeline.sentence) == ("Timeline: Japan, visits", f"{FEW} lines")
        assert sum(step.number for step in timeline.steps) == FEW
        assert (nothing.sentence, list(nothing.steps)) == ("0 main events", [])

    @pytest.mark.parametrize(
        ("several", "lanes"),
        [(("jp", "kr"), ["Japan", "Japan: mission", "Korea", "Korea: mission"]), (("jp", "kr", "kw"), ["mission"] * 3)],
    )
    def test_of_a_comparison_is_its_drawing(self, client, monkeypatch, several, lanes):
        drawn = []
        monkeypatch.setattr("partnerships.views.sharing.card_png", lambda card: drawn.append(card) or b"")
        for key, name in (("jp", "Japan"), ("kr", "Korea"), ("kw", "Kuwait")):
            partner = PartnerFactory(key=key, state__name_en=name, period="1990/..", **PUBLISHED)
            MissionFactory(state=partner.state, organization=partner.organization, period="2018/..", **PUBLISHED)
            VisitFactory(period="2018", **PUBLISHED).partners.add(partner)
        client.get("/en/card/compare.png?" + "&".join(f"partner={key}" for key in several))
        client.get("/en/card/compare.png?partner=jp")
        found = [lane.label for lane in drawn[0].strip.lanes]
        assert [label.rpartition(": ")[2] if len(several) > 2 else label for label in found] == lanes
        assert drawn[0].title.startswith("Compare: Japan, Korea")
        assert drawn[1].strip is None

    @pytest.mark.parametrize(
        "address",
        ["timeline.png?on=never", "visit.png?from=x1x", "compare.png?" + "&".join(f"partner={n}" for n in range(5))],
    )
    def test_of_a_list_is_asked_for_as_the_list_is(self, client, address):
        assert client.get(f"/en/card/{address}").status_code == 400
        assert client.get("/en/card/nothing.png").status_code == 404

    def test_says_what_the_page_says(self, client, monkeypatch):
        drawn = []
        monkeypatch.setattr("partnerships.views.sharing.card_png", lambda card: drawn.append(card) or b"")
        MissionFactory(key="m", name_en="Mission A", period="2018-07-01/..", **PUBLISHED)
        client.get("/en/card/mission/m.png?on=1900-01-01")
        assert drawn[0].title == "Mission A on 1 January 1900"
        assert drawn[0].above == "Register of partnerships · Mission"
        # The title stands above it already.
        assert drawn[0].sentence[:1].isalpha()
        assert not drawn[0].sentence.startswith("Mission A on")
        assert [lane.label for lane in drawn[0].strip.lanes] == ["Mission"]

    def test_is_of_nothing_that_is_not_public(self, client):
        for state in ("draft", "in_review"):
            DecisionFactory(key=state, publication=state)
            assert client.get(f"/en/card/decision/{state}.png").status_code == 404
        DecisionFactory(key="gone", publication="withdrawn", withdrawal_reason_en="Wrong.")
        assert client.get("/en/card/decision/gone.png").status_code == 404
        assert client.get("/en/card/nothing/gone.png").status_code == 404

    def test_follows_what_it_pictures(self, client):
        mission = MissionFactory(key="m", **PUBLISHED)
        before = client.get("/en/card/mission/m.png").content
        assert client.get("/en/card/mission/m.png").content == before
        mission.name_en = "Another name"
        mission.save()
        assert client.get("/en/card/mission/m.png").content != before
