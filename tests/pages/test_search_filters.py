"""The filters of the search."""

import re

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing.filters import read_filters
from partnerships.pages import search as search_page
from partnerships.pages import search_filters
from partnerships.pages.search import results
from partnerships.pages.search_filters import instead_of_results, kind_title, narrowed_by, search_choices
from partnerships.pages.words_found import found_with
from partnerships.records.kinds import KINDS
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db
QUERIES = ["q=seaweed", "q=seaweed&kind=decision", "q=seaweed&partner=jp", "q=seaweed&from=2015", "q=seaweed&area=a"]


@pytest.fixture(autouse=True)
def _register():
    partners = [
        PartnerFactory(key=key, state=StateFactory(key=key, name_en=name, name_fr=name, **PUBLISHED), **PUBLISHED)
        for key, name in (("jp", "Japan"), ("kr", "Korea"), ("kw", "Kuwait"))
    ]
    area = AreaFactory(key="a", name_en="Seaweed", **PUBLISHED)
    for year, among in ((2011, partners[:2]), (2014, partners[:1]), (2018, partners[:1])):
        decision = DecisionFactory(key=f"d{year}", title_en="On seaweed", date=f"{year}-05-24", **PUBLISHED)
        decision.partners.set(among)
    decision.areas.set([area])
    VisitFactory(key="v", title_en="To the seaweed", period="2016-01-01", **PUBLISHED).partners.set(partners[1:2])
    DecisionFactory(title_en="Seaweed in secret", date="2018").partners.set(partners)


def read(query):
    return read_filters(QueryDict(query), kinds=tuple(KINDS))


def offered(query, name):
    with override("en"):
        text, asked = QueryDict(query)["q"], read(query)
        found = {one.parameter: one for one in search_choices(text, asked, found_with(text, asked)[1])}
    return {option.value: option.number for option in found[name].options} if name in found else {}


def total(query):
    with override("en"):
        said = results(QueryDict(query)).said
    return int(said.split()[0])


class TestChoices:
    @pytest.mark.parametrize("query", QUERIES)
    def test_say_how_many_records_each_value_finds(self, query):
        for name in ("kind", "partner", "area"):
            asked = "&".join(one for one in query.split("&") if not one.startswith(f"{name}="))
            several = offered(query, name)
            assert several
            for value, number in several.items():
                assert total(f"{asked}&{name}={value}") == number, (name, value)

    def test_what_finds_nothing_is_not_offered(self):
        assert offered("q=seaweed", "partner") == {"jp": 3, "kr": 2}
        assert offered("q=seaweed&partner=kw", "partner") == {"jp": 3, "kr": 2, "kw": None}

    def test_many_records_are_not_counted_but_everything_is_offered(self, monkeypatch):
        monkeypatch.setattr(search_filters, "MOST", 2)
        assert offered("q=seaweed", "partner") == {"jp": None, "kr": None, "kw": None}

    @pytest.mark.parametrize(
        ("query", "times"), [("q=seaweed", 1), ("q=seaweed&partner=jp", 2), ("q=seaweed&kind=visit", 2)]
    )
    def test_what_is_found_is_looked_for_once_beside_what_is_asked(self, monkeypatch, query, times):
        asked = []

        def counting(*given):
            asked.append(given)
            return found_with(*given)

        monkeypatch.setattr(search_page, "found_with", counting)
        monkeypatch.setattr(search_filters, "found_with", counting)
        monkeypatch.setattr(search_filters, "MOST", 0)
        with override("en"):
            results(QueryDict(query))
        assert len(asked) == times

    def test_form_keeps_the_words_and_what_is_asked(self, client):
        form = re.search(
            r'<details class="filters">.*?</details>', client.get("/en/search/?q=seaweed&kind=decision").text, re.S
        )[0]
        assert '<input type="hidden" name="q" value="seaweed">' in form
        assert '<option value="decision" selected>Decisions (3)</option>' in form
        assert '<option value="jp">Japan (3)</option>' in form
        assert '<a href="/en/search/?q=seaweed">Clear filters</a>' in form
        assert '<details class="filters">' not in client.get("/en/search/").text


class TestChips:
    def test_each_of_several_kinds_can_be_taken_back(self):
        query = "q=x&kind=visit&kind=decision"
        with override("en"):
            found = [(chip.text, chip.without) for chip in narrowed_by(QueryDict(query), read(query))]
        assert sorted(found) == [("Decisions", "q=x&kind=visit"), ("Visits", "q=x&kind=decision")]

    def test_kinds_are_called_as_their_lists(self):
        with override("fr"):
            assert [kind_title(kind) for kind in ("person", "statement")] == ["Personnes", "Énoncés"]


class TestInstead:
    def test_says_how_much_is_found_without_each_thing_asked(self, client):
        text = client.get("/en/search/?q=seaweed&kind=visit&partner=jp").text
        assert "Remove one of these filters:" in text
        assert "Fewer words find more" not in text
        chips = re.search(r'<ul class="chips".*?</ul>', text, re.S)[0]
        said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", chips))
        assert "Japan remove without this filter: 1 result" in said
        assert "Visits remove without this filter: 3 results" in said
        assert said.index("Visits") < said.index("Japan")
        assert text.count('<ul class="chips"') == 1

    def test_shows_what_lies_nearest_in_time(self, client):
        query = "q=seaweed&kind=decision&from=2015&to=2017"
        found = instead_of_results(QueryDict(query), read(query))
        assert [hit.key for hit in found.nearest] == ["d2014", "d2018"]
        nearest = client.get(f"/en/search/?{query}").text.partition("Closest results")[2].partition("</ul>")[0]
        assert nearest.count("<li>") == 2

    def test_nothing_without_filters_asks_for_fewer_words(self, client):
        text = client.get("/en/search/?q=nothingofthekind").text
        assert "Fewer words find more" in text
        assert "Remove one of these filters" not in text

    def test_person_that_only_another_kind_has(self, client):
        PersonFactory(name="Ada Lovelace", **PUBLISHED)
        assert "without this filter: 1 result" in client.get("/en/search/?q=lovelace&kind=agreement").text
