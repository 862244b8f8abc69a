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
