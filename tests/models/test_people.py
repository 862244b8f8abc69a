"""People and their titles: in the script in which a name is known, in the form that sources give."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from partnerships import models
from partnerships.folding import fold
from partnerships.records.titles import titles
from tests.factories import OfficeFactory, PersonFactory, TenureFactory

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}
MINISTER = {"name_fr": "Premier ministre", "name_en": "Prime Minister", "title_feminine_fr": "Première ministre"}


@pytest.fixture
def native():
    return PersonFactory(key="a", name="甲乙", name_language="ja", **PUBLIC)


class TestNameInOneScript:
    def test_is_shown_in_its_own_language(self, native):
        assert titles(native, "fr") == [("甲乙", "ja")]
        assert native.label("en") == "甲乙"

    @pytest.mark.parametrize(
        ("path", "note"), [("/fr/personnes/", "(japonais)"), ("/en/people/", "(Japanese)"), ("/en/people/a/", "")]
    )
    def test_is_marked_and_noted_on_pages(self, native, path, note):
        text = Client().get(path).text
        assert '<span lang="ja">甲乙</span>' in text or '<h1 lang="ja">甲乙' in text
        assert note in text

    def test_is_folded_and_sorted(self, native):
        assert fold("甲乙") in native.folded
        assert native.sort_fr == "甲乙"

    def test_language_is_a_code(self):
        with pytest.raises(ValidationError) as refused:
            PersonFactory.build(name="甲乙", name_language="Japanese!").full_clean()
        assert "name_language" in refused.value.message_dict


class TestHonorificAndSuffix:
    def test_are_facts_of_the_page_in_its_language(self, client):
        PersonFactory(key="a", name="Person A", honorific_fr="Mgr", honorific_en="Archbishop", suffix_en="Jr", **PUBLIC)
        text = client.get("/fr/personnes/a/").text
        assert "Titre de civilité" in text
        assert "Mgr" in text
        assert "Archbishop" not in text
        assert '<span lang="en">Jr</span>' in text

    def test_of_one_name_stand_with_it(self, client):
        person = PersonFactory(key="a", name="Person A", **PUBLIC)
        models.Name.objects.create(person=person, key="k", text="Person Alpha", honorific="Dr", suffix="III")
        assert "Dr Person Alpha III" in client.get("/en/people/a/").text

    def test_are_searched(self):
        assert "kcmg" in PersonFactory(suffix_en="KCMG").folded


class TestFormOfATitle:
    @pytest.mark.parametrize(
        ("person", "tenure", "french"),
        [
            ("", "", "Premier ministre"),
            ("feminine", "", "Première ministre"),
            ("masculine", "", "Premier ministre"),
            ("", "feminine", "Première ministre"),
            ("feminine", "masculine", "Premier ministre"),
            ("masculine", "feminine", "Première ministre"),
        ],
    )
    def test_is_that_of_the_tenure_else_of_the_person(self, person, tenure, french):
        held = TenureFactory(
            person=PersonFactory(name="Person A", title_form=person, **PUBLIC),
            office=OfficeFactory(**MINISTER, **PUBLIC),
            title_form=tenure,
            **PUBLIC,
        )
        assert titles(held, "fr") == [("Person A", "fr"), (french, "fr")]
        assert titles(held, "en")[1] == ("Prime Minister", "en")
        assert held.label("fr") == f"Person A – {french}"

    def test_is_said_in_the_language_in_which_the_title_is(self):
        office = OfficeFactory(name_fr="ambassadeur", name_en="", title_feminine_fr="ambassadrice", **PUBLIC)
        held = TenureFactory(office=office, title_form="feminine", **PUBLIC)
        assert titles(held, "en")[1] == ("ambassadrice", "fr")

    def test_unpublished_office_is_not_named(self):
        held = TenureFactory(office=OfficeFactory(**MINISTER), title_form="feminine", **PUBLIC)
        assert titles(held, "fr")[1] == ("(non public)", "fr")

    def test_is_on_the_pages_of_person_and_office(self, client):
        office = OfficeFactory(key="pm", **MINISTER, **PUBLIC)
        TenureFactory(person=PersonFactory(key="a", **PUBLIC), office=office, title_form="feminine", **PUBLIC)
        text = client.get("/fr/personnes/a/").text
        assert "Première ministre" in text
        assert "Premier ministre" not in text
        assert "Première ministre" in client.get("/fr/fonctions/pm/").text


class TestRankAndResidence:
    def test_are_on_the_page(self, client):
        person = PersonFactory(key="a", **PUBLIC)
        TenureFactory(
            person=person,
            office=OfficeFactory(**PUBLIC),
            rank_fr="envoyé extraordinaire",
            rank_en="envoy extraordinary",
            residence_text_fr="en résidence à Bruxelles",
            **PUBLIC,
        )
        text = client.get("/fr/personnes/a/").text
        assert "envoyé extraordinaire" in text
        assert "envoy extraordinary" not in text
        assert "en résidence à Bruxelles" in text
