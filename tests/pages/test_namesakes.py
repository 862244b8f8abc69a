"""What pages are called that would be called the same."""

import html
import re

import pytest

from partnerships.addresses import page_of
from partnerships.pages.namesakes import is_namesake, told_apart
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]
RUTTE = {"title_en": "Mark Rutte", "title_fr": "Mark Rutte"}


def title(client, record, language):
    page = client.get(page_of(record, language)).text
    return html.unescape(re.search(r"<title>(.*?) – ", page)[1])


class TestToldApart:
    def test_source_of_the_name_of_a_person_says_what_it_is(self, client):
        person, source = PersonFactory(name="Mark Rutte", **PUBLISHED), SourceFactory(key="s", **RUTTE, **PUBLISHED)
        for language, said in (("en", "Mark Rutte (source)"), ("fr", "Mark Rutte (source)")):
            assert title(client, person, language) == "Mark Rutte"
            assert title(client, source, language) == said

    def test_visit_keeps_the_name_that_a_source_has_too(self, client):
        names = {"title_en": "At the summit", "title_fr": "Au sommet"}
        visit, source = VisitFactory(**names, **PUBLISHED), SourceFactory(**names, **PUBLISHED)
        assert title(client, visit, "fr") == "Au sommet"
        assert title(client, source, "fr") == "Au sommet (source)"

    def test_two_of_a_kind_are_told_apart_by_their_dates_or_else_by_their_keys(self, client):
        several = [
            SourceFactory(key=key, date=date, **RUTTE, **PUBLISHED)
            for key, date in (("a", "2018-05-24"), ("b", "2019-06-01"), ("c", "2019-06-01"), ("d", ""))
        ]
        assert [title(client, one, "en") for one in several] == [
            "Mark Rutte",
            "Mark Rutte (source, 1 June 2019)",
            "Mark Rutte (source, c)",
            "Mark Rutte (source, d)",
        ]
        assert title(client, several[1], "fr") == "Mark Rutte (source, 1er juin 2019)"

    def test_what_is_not_public_takes_no_name(self):
        PersonFactory(name="Mark Rutte")
        assert told_apart(SourceFactory(**RUTTE, **PUBLISHED), "Mark Rutte", "en") == "Mark Rutte"

    def test_name_is_free_again_once_the_other_is_gone(self, client):
        person, source = PersonFactory(name="Mark Rutte", **PUBLISHED), SourceFactory(**RUTTE, **PUBLISHED)
        assert title(client, source, "en") == "Mark Rutte (source)"
        person.publication, person.withdrawal_reason_en = "withdrawn", "A reason"
        person.save()
        assert title(client, source, "en") == "Mark Rutte"


class TestNamesake:
    def test_state_is_that_of_its_partner_and_a_place_may_be_that_of_its_state(self):
        state = StateFactory(name_en="Singapore", **PUBLISHED)
        assert is_namesake(state, "Singapore", "en")
        assert is_namesake(PlaceFactory(state=state), "Singapore", "en")
        assert not is_namesake(PlaceFactory(state=state), "Brussels", "en")
        assert not is_namesake(PlaceFactory(state=None), "Singapore", "en")
        assert not is_namesake(AreaFactory(), "Singapore", "en")
