"""The first page, and the way to it in the reader's language."""

from datetime import date

import pytest
from django.test import RequestFactory

from partnerships.pages import home as pages_home
from partnerships.views.home import reader_language, root
from tests.factories import PUBLISHED, MissionFactory


def asking(language, path="/"):
    return RequestFactory().get(path, headers={"accept-language": language})


class TestLanguage:
    @pytest.mark.parametrize(
        ("accepted", "language"),
        [
            ("en-GB", "en"),
            ("fr-CA", "fr"),
            ("ja, en;q=0.5", "en"),
            ("en;q=0.3, fr;q=0.7", "fr"),
            ("ja", "fr"),
            ("", "fr"),
        ],
    )
    def test_is_what_the_browser_asks_for_most_of_those_there_are(self, accepted, language):
        assert reader_language(asking(accepted)) == language


class TestRoot:
    def test_leads_to_the_home_page_with_what_is_asked_and_is_kept_by_language(self):
        answer = root(asking("en", "/?on=2018-05-24&partner=jp"))
        assert (answer.status_code, answer["Location"]) == (302, "/en/?on=2018-05-24&partner=jp")
        assert answer["Vary"] == "Accept-Language"


@pytest.mark.django_db
@pytest.mark.once
class TestHome:
    def test_is_framed_in_each_language(self, client):
        for language, other in (("fr", "en"), ("en", "fr")):
            answer = client.get(f"/{language}/")
            assert answer.status_code == 200
            assert answer.context["language"] == language
            assert answer.context["canonical"] == f"http://testserver/{language}/"
            assert f'href="/{other}/" lang="{other}"' in answer.context["twins"]
            assert answer.context["title"] == answer.context["home_page"].title
            assert '"@type": "WebSite"' in answer.context["linked"]

    def test_is_called_and_described_by_what_is_asked(self, client):
        MissionFactory(key="m", name_en="Mission A", period="2018-07-01/..", **PUBLISHED)
        plain, asked = client.get("/en/").context, client.get("/en/?mission=m&on=2018-09-01").context
        assert plain["description"].startswith("Who represents each State to an international organisation")
        assert asked["title"] == asked["home_page"].question != ""
        assert "1 September 2018" in asked["description"]
        assert "<" not in asked["description"]

    def test_answers_what_is_asked_today(self, client, monkeypatch):
        asked, whole = [], pages_home.home_content

        def home(query, today):
            asked.append((query.get("on"), today))
            return whole(query, today)

        monkeypatch.setattr(pages_home, "home_content", home)
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2026, 2, 18))
        client.get("/en/?on=2018-05-24")
        assert asked == [("2018-05-24", date(2026, 2, 18))]
