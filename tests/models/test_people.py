"""People: in the script in which a name is known, with what stands around it."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from partnerships import models
from partnerships.folding import fold
from partnerships.records.titles import titles
from tests.factories import PersonFactory

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


@pytest.mark.once
class TestPlaceInLists:
    @pytest.mark.parametrize(
        ("name", "family", "given", "place"),
        [
            ("Tarō Kōno", "Kōno", "Tarō", "kono taro"),
            ("Jean Le Pen", "Le Pen", "Jean", "le pen jean"),
            ("Le Duc", "", "", "le duc"),
        ],
    )
    def test_is_that_of_the_family_name_as_it_stands(self, name, family, given, place):
        person = models.Person(key="p", name=name, family_name=family, given_name=given)
        person.derive()
        assert (person.sort_fr, person.sort_en) == (place, place)

    def test_nothing_is_looked_for_that_is_not_there(self):
        assert models.Person(key="p", name="Le Duc").folded_texts() == ["Le Duc", " ", "p"]

    def test_language_of_the_name_is_that_of_the_name_alone(self):
        person = models.Person(key="p", name="甲乙", name_language="ja", summary_en="A minister.")
        assert [person.read(field, "en") for field in ("name", "summary")] == [("甲乙", "ja"), ("A minister.", "en")]


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
        for name in ("honorific_fr", "honorific_en", "suffix_fr", "suffix_en"):
            assert "kcmg" in PersonFactory(**{name: "KCMG"}).folded
