"""Words that are the whole name of a person or a body, or its code."""

import pytest

from partnerships.models import Name, SearchWord
from partnerships.projections.search.standing_for import MOST_SO_NAMED, RARE, named_among, standing_for
from tests.factories import PUBLISHED, OrganizationFactory, PersonFactory, StateFactory

pytestmark = pytest.mark.django_db


def asked(text):
    return standing_for(text, text.lower().split())


class TestStandingFor:
    def test_longest_name_is_taken_in_any_order(self):
        PersonFactory(key="aso-taro", name="Taro Aso", family_name="Aso", given_name="Taro", **PUBLISHED)
        PersonFactory(key="kono-taro", name="Taro Kono", family_name="Kono", given_name="Taro", **PUBLISHED)
        assert asked("Aso Taro 2006") == dict.fromkeys(("aso", "taro"), ["§person§aso·taro"])
        assert asked("Taro 2006") == {"taro": ["§person§aso·taro", "§person§kono·taro"]}
        # One word of two names, each of as many words, is a part of either.
        aso, kono = "§person§aso·taro", "§person§kono·taro"
        assert asked("Aso Taro Kono") == {"aso": [aso], "taro": [aso, kono], "kono": [kono]}

    def test_body_is_known_by_its_abbreviation_and_a_state_by_its_code_alone(self):
        OrganizationFactory(key="nac", name_en="North Council", abbreviation_en="NAC", **PUBLISHED)
        StateFactory(key="jp", iso2="JP", iso3="JPN", name_en="Japan", **PUBLISHED)
        assert asked("NAC decision") == {"nac": ["§organization§nac"]}
        assert asked("JPN Japan visit") == {"jpn": ["§state§jp"]}

    def test_name_of_many_names_none(self):
        for number in range(MOST_SO_NAMED):
            PersonFactory(key=f"p{number}", name="Taro Kono", **PUBLISHED)
        assert len(asked("Taro Kono 2006")["kono"]) == MOST_SO_NAMED
        PersonFactory(key="one-more", name="Taro Kono", **PUBLISHED)
        assert asked("Taro Kono 2006") == {}

    def test_what_stands_in_many_records_is_not_looked_for(self):
        PersonFactory(key="kono-taro", name="Taro Kono", **PUBLISHED)
        SearchWord.objects.update(documents=RARE + 1)
        assert asked("Taro Kono 2006") == {}


class TestNamedAmong:
    def test_name_in_any_letters_and_code_in_capitals_alone(self):
        StateFactory(key="it", iso2="IT", name_en="Italy", **PUBLISHED)
        PersonFactory(key="italy", name="Italy", **PUBLISHED)
        StateFactory(key="kr", iso2="KR", name_en="Republic of Korea", **PUBLISHED)
        assert named_among("Italy and the Republic of Korea", "state") == ["it", "kr"]
        for text, found in (
            ("is it in italy?", ["it"]),
            ("is it so", []),
            ("missions of IT", ["it"]),
            ("IT", ["it"]),
            ("WHEN DID IT START", []),
        ):
            assert named_among(text, "state") == found

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("South Sudan", ["ss"]),
            ("mission of Sudan", ["sd"]),
            ("Sudan, not South Sudan", ["sd", "ss"]),
            ("the Democratic Republic of the Congo", ["cd"]),
            ("République démocratique du Congo et Congo", ["cd", "cg"]),
        ],
    )
    def test_name_within_a_longer_one_is_none(self, text, found):
        for key, english, french in (
            ("sd", "Sudan", "Soudan"),
            ("ss", "South Sudan", "Soudan du Sud"),
            ("cg", "Congo", "Congo"),
            ("cd", "Democratic Republic of the Congo", "République démocratique du Congo"),
        ):
            StateFactory(key=key, name_en=english, name_fr=french, **PUBLISHED)
        assert named_among(text, "state") == found

    def test_person_is_named_by_however_few_letters_and_a_state_in_another_script(self):
        PersonFactory(key="o", name="O", family_name="O", given_name="", **PUBLISHED)
        state = StateFactory(key="jp", name_en="Japan", **PUBLISHED)
        Name.objects.create(state=state, key="native", text="日本", language="ja")
        assert named_among("when did o leave", "person") == ["o"]
        assert named_among("日本", "state") == ["jp"]

    def test_another_one_of_the_name_is_found_as_soon_as_it_is_public(self):
        StateFactory(key="jp", name_en="Japan", **PUBLISHED)
        assert named_among("Japan", "state") == ["jp"]
        StateFactory(key="empire", name_en="Japan", **PUBLISHED)
        assert named_among("Japan", "state") == ["empire", "jp"]

    def test_names_of_those_who_cooperate_are_asked_for_once(self, django_assert_num_queries):
        StateFactory(key="jp", name_en="Japan", **PUBLISHED)
        named_among("Japan", "state")
        with django_assert_num_queries(2):
            # Of which content it is, is all that is asked.
            assert (named_among("Japan", "state"), named_among("Japan", "partner")) == (["jp"], [])
