"""What readers will want first is made before they ask, once for each new content, and nobody waits for it."""

import math

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language

from partnerships import pages_made_ahead
from partnerships.addresses import page_of
from partnerships.pages import PAGES
from partnerships.projections import version
from tests.factories import FACTORIES, DecisionFactory, PartnerFactory

PUBLIC = {"publication": "published"}
FIRST = "/fr/sources/"


@pytest.fixture
def made_ahead(settings, monkeypatch):
    settings.MADE_AHEAD_SECONDS = 60
    monkeypatch.setattr(pages_made_ahead, "done", pages_made_ahead.Ahead())
    # However busy the machine is.
    monkeypatch.setattr(pages_made_ahead, "LONGEST", math.inf)


def queries(client, path, **asked):
    with CaptureQueriesContext(connection) as found:
        assert client.get(path, **asked).status_code == 200
    return len(found)


@pytest.mark.django_db
@pytest.mark.usefixtures("made_ahead")
class TestAhead:
    def test_pages_are_there_once_another_one_was_sent(self):
        PartnerFactory(key="trial", **PUBLIC)
        client = Client()
        client.get(FIRST)
        for path in ("/en/", "/fr/chronologie/", "/en/partners/", "/en/partners/trial/", "/fr/partenaires/trial/"):
            assert queries(client, path) == 1, path

    def test_those_last_asked_for_come_first(self, monkeypatch):
        client = Client()
        client.get("/en/timeline/?from=2001")
        client.get("/en/timeline/?from=2002")
        monkeypatch.setattr(pages_made_ahead, "done", pages_made_ahead.Ahead())
        asked = []
        monkeypatch.setattr(pages_made_ahead, "make", lambda several, page: asked.extend(several))
        version.advance()
        client.get(FIRST)
        assert asked[:3] == [FIRST, "/en/timeline/?from=2002", "/en/timeline/?from=2001"]

    def test_not_after_each_of_many_publications(self, monkeypatch):
        monkeypatch.setattr(pages_made_ahead, "APART", math.inf)
        client = Client()
        client.get(FIRST)
        version.advance()
        client.get(FIRST)
        assert queries(client, "/en/") > 1

    def test_language_of_whoever_asked_stays(self):
        Client().get(FIRST)
        assert get_language() == "fr"

    def test_not_at_all_where_the_settings_say_so(self, settings):
        settings.MADE_AHEAD_SECONDS = 0
        client = Client()
        client.get(FIRST)
        assert queries(client, "/en/") > 1


@pytest.mark.django_db
class TestRecords:
    def test_those_of_which_most_is_told_come_first_in_both_languages(self):
        _silent, told = (PartnerFactory(key=key, slug_fr=key, slug_en=key, **PUBLIC) for key in ("silent", "told"))
        DecisionFactory(date="2018-05-24", **PUBLIC).partners.add(told)
        assert list(pages_made_ahead._records("partner")) == [
            "/fr/partenaires/told/",
            "/en/partners/told/",
            "/fr/partenaires/silent/",
            "/en/partners/silent/",
        ]

    @pytest.mark.parametrize("kind", PAGES)
    @pytest.mark.usefixtures("made_ahead")
    def test_of_the_kinds_that_readers_come_for(self, kind):
        """Whom and what they look up is there at once; documents, themes and places are made when somebody asks."""
        record, asked = FACTORIES[kind](**PUBLIC), []
        pages_made_ahead.make((), asked.append)
        assert (page_of(record, "en") in asked) is (
            kind not in {"area", "source", "state", "organization", "place", "page"}
        )


@pytest.mark.django_db
class TestAsking:
    def test_asks_like_a_reader_of_the_same_site_without_a_name(self, rf):
        request = rf.get(
            FIRST, headers={"cookie": "sessionid=x", "if-none-match": "*", "host": "register.example"}, secure=True
        )
        asked = pages_made_ahead.asking(request, "/en/timeline/?from=2001")
        assert asked.META["HTTP_HOST"] == "register.example"
        assert asked.is_secure()
        assert (asked.path_info, asked.GET["from"]) == ("/en/timeline/", "2001")
        assert not {"HTTP_COOKIE", "HTTP_IF_NONE_MATCH"} & asked.META.keys()
