"""Letters lead to names: asked through the list of people."""

import re
from dataclasses import replace

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.listing.filters import read_filters
from partnerships.listing.letters import letter_links, letters_asked, letters_index, letters_said, names_by_letter
from partnerships.models import Area, Place
from partnerships.pages import PAGES
from partnerships.projections.timeline import Filters
from tests.factories import AreaFactory, PersonFactory
from tests.views.test_lists import found

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


class TestLetters:
    @pytest.fixture
    def people(self, monkeypatch):
        monkeypatch.setattr("partnerships.listing.lists.PAGE_SIZE", 2)
        for name in ("Abe", "Abel", "Aso", "Baker"):
            PersonFactory(key=name.lower(), name=name, family_name=name, **PUBLIC)

    def test_lead_to_names(self, client, people):
        text = client.get("/en/people/").text
        assert 'href="?letter=a"' in text
        assert 'aria-label="A (3)"' in text
        assert "4 people" in text
        assert found(client, "/en/people/?letter=b") == ["baker"]
        assert found(client, "/en/people/?letter=ab") == ["abe", "abel"]
        assert found(client, "/en/people/?letter=x") == []

    def test_go_on_where_a_letter_has_many_names(self, client, people):
        text = client.get("/en/people/?letter=A").text
        assert 'href="?letter=ab"' in text
        assert "3 people" in text

    def test_blanks_are_none_and_lead_nowhere(self):
        several = ("", 1), (" ", 2), ("a", 3), ("a ", 4)
        assert [one.text for one in letter_links(QueryDict(""), several).letters] == ["A"]

    def test_that_is_chosen_alone_is_the_current_one(self):
        html = letter_links(QueryDict("letter=b&after=x"), (("a", 3), ("b", 4)), "b").html
        assert re.findall(r'href="\?([^"]*)"( aria-current="true")?', html) == [
            ("letter=a", ""),
            ("letter=b", ' aria-current="true"'),
        ]

    @pytest.mark.parametrize(
        ("kind", "names", "letter", "texts"),
        [
            ("area", "Abe Abel Aso Baker", "", [["A", "B"]]),
            # Two names are no long list, and one letter leads nowhere else.
            ("area", "Abe Baker", "", []),
            ("area", "Abe Abel Aso Abend", "", []),
            ("area", "Abe Abel Aso Baker", "a", [["A", "B"], ["Ab", "As"]]),
            # No more than three letters are asked for.
            ("area", "Abca Abcd Abce Abde Baker Azur", "abc", [["A", "B"], ["Ab", "Az"], ["Abc", "Abd"]]),
            # They are sorted by the name of another record.
            ("partner", "Abe Abel Aso Baker", "", []),
        ],
    )
    def test_by_which_a_list_is_entered_are_those_of_many_names(self, monkeypatch, kind, names, letter, texts):
        monkeypatch.setattr("partnerships.listing.lists.PAGE_SIZE", 4)
        for name in names.split():
            AreaFactory(name_en=name, **PUBLIC)
        asked = read_filters(QueryDict(""))
        with override("en"):
            found = letters_index(QueryDict(""), PAGES[kind], Area.objects.published, letter, asked)
            none = letters_index(
                QueryDict(""), PAGES[kind], Area.objects.published, letter, replace(asked, unknown=True)
            )
        assert [[one.text for one in each.letters] for each in found] == texts
        chosen = [[one.text.lower() for one in each.letters if one.chosen] for each in found]
        assert chosen == [[letter[: length + 1]] if length < len(letter) else [] for length in range(len(texts))]
        assert none == []

    def test_stand_in_their_order(self):
        for name in ("Space", "Arms", "Cyber"):
            AreaFactory(name_en=name, **PUBLIC)
        found = names_by_letter(Area.objects.published, "sort_en", "", "area", Filters())
        assert found == (("a", 1), ("c", 1), ("s", 1))

    def test_that_are_too_many_are_refused(self, client):
        assert client.get("/en/people/?letter=abcd").status_code == 400

    def test_count_no_drafts(self, client, people):
        PersonFactory(name="Xavier", family_name="Xavier", publication="draft")
        assert 'href="?letter=x"' not in client.get("/en/people/").text

    def test_are_those_of_the_language_and_of_the_kind(self):
        AreaFactory(name_en="Space", name_fr="Espace", **PUBLIC)
        found = {
            column: names_by_letter(Area.objects.published, column, "", "area", Filters())
            for column in ("sort_en", "sort_fr")
        }
        assert found == {"sort_en": (("s", 1),), "sort_fr": (("e", 1),)}
        assert names_by_letter(Place.objects.published, "sort_en", "", "place", Filters()) == ()

    def test_are_those_of_what_is_asked_for(self):
        AreaFactory(name_en="Space", **PUBLIC)
        asked = (Area.objects.published, Filters()), (Area.objects.none, Filters(partner=("jp",)))
        found = [names_by_letter(records, "sort_en", "", "area", filters) for records, filters in asked]
        assert found == [(("s", 1),), ()]


@pytest.mark.parametrize(("typed", "letters", "said"), [("", "", []), ("É", "e", ["E…"]), ("+Abc", "abc", ["ABC…"])])
def test_letters_are_read_as_names_are_sorted(typed, letters, said):
    assert letters_asked(QueryDict(f"letter={typed}")) == letters
    assert letters_said(letters) == said


@pytest.mark.parametrize("typed", ["abcd", "-", "’"])
def test_what_is_no_letter_or_too_many_is_refused(typed):
    with pytest.raises(BadRequest):
        letters_asked(QueryDict(f"letter={typed}"))
