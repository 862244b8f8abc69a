"""Offices and tenures: titles in the form that sources give, rank and residence."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partnerships.models import Office
from partnerships.records.titles import titles
from tests.factories import EmbassyFactory, MissionFactory, OfficeFactory, PersonFactory, TenureFactory

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}
MINISTER = {"name_fr": "Premier ministre", "name_en": "Prime Minister", "title_feminine_fr": "Première ministre"}


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

    @pytest.mark.once
    def test_of_an_office_without_a_title_is_its_key(self):
        person = PersonFactory.build(name="Person A")
        assert TenureFactory.build(person=person, office=Office(key="o")).label("fr") == "Person A – o"

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


@pytest.mark.once
class TestPost:
    @pytest.mark.parametrize(
        ("posts", "said"), [(("embassy", "mission"), "not both"), ((), "Say which embassy or mission the office heads")]
    )
    def test_is_one_where_the_office_heads_it(self, posts, said):
        made = {"embassy": EmbassyFactory, "mission": MissionFactory}
        office = OfficeFactory.build(heads_post=True, **{name: made[name]() for name in posts})
        with override("en"), pytest.raises(ValidationError, match=said):
            office.full_clean(exclude=["state"])


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
