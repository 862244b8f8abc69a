"""Names within a sentence: what a language says before them, and several in a row."""

import re
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from partnerships.models import Decision
from partnerships.pages.sentences.names import (
    acting_said,
    at_place,
    body_said,
    capital,
    charge_of,
    enumerated,
    name_preposition,
    named,
    of_body,
    of_states,
    set_apart,
    state_said,
    text_said,
    to_place,
)
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    MissionFactory,
    OrganizationFactory,
    PlaceFactory,
    StateFactory,
)


def plain(html):
    return re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize(("language", "said"), [("en", " (acting)"), ("fr", " (par intérim)")])
def test_acting_is_said_as_the_tenure_calls_it(language, said):
    with override(language):
        assert acting_said(SimpleNamespace(acting=True)) == said
        assert acting_said(SimpleNamespace(acting=False)) == ""


@pytest.mark.django_db
class TestCharge:
    @pytest.mark.parametrize(
        ("language", "said"),
        [("en", 'the <a href="/en/missions/m/">mission'), ("fr", 'la <a href="/fr/missions/m/">mission')],
    )
    def test_stands_with_its_article(self, language, said):
        mission = MissionFactory(
            key="m", state=StateFactory(**PUBLISHED), organization=OrganizationFactory(**PUBLISHED), **PUBLISHED
        )
        with override(language):
            assert charge_of(mission).startswith(said)

    def test_is_not_told_of_a_draft(self):
        with override("en"):
            assert "<a" not in charge_of(MissionFactory(key="m"))
            assert "<a" not in charge_of(None)

    def test_in_the_other_language_has_no_article_and_says_in_which_it_is(self):
        with override("fr"):
            said = charge_of(OrganizationFactory(key="o", name_en="Council", name_fr=None, **PUBLISHED))
        assert re.fullmatch(r'<a href="[^"]*"><span lang="en">Council</span></a>', said)


@pytest.mark.django_db
class TestBodies:
    @pytest.mark.parametrize(
        ("language", "name", "said", "of"),
        [
            ("en", "NATO", "NATO", "NATO"),
            ("en", "Council", "the Council", "the Council"),
            ("fr", "OTAN", "l’OTAN", "de l’OTAN"),
            ("fr", "Conseil", "le Conseil", "du Conseil"),
        ],
    )
    def test_stand_with_their_article_outside_of_the_link(self, language, name, said, of):
        body = OrganizationFactory(key="o", **{f"name_{language}": name}, **PUBLISHED)
        with override(language):
            told = body_said(body), of_body(body)
        assert tuple(map(plain, told)) == (said, of)
        assert all(one.endswith(f">{name}</a>") for one in told)

    @pytest.mark.parametrize("say", [body_said, of_body])
    def test_are_named_as_they_are_in_the_other_language_and_as_drafts_not_at_all(self, say):
        with override("fr"):
            said = say(OrganizationFactory(name_en="Council", name_fr=None, **PUBLISHED))
            assert plain(said) == "Council"
            assert 'lang="en"' in said
            assert "Conseil" not in say(OrganizationFactory(name_fr="Conseil"))


@pytest.mark.django_db
class TestPlaces:
    @pytest.mark.parametrize(
        ("language", "name", "said"),
        [
            ("en", "Tokyo", "Tokyo"),
            ("fr", "Tokyo", "à Tokyo"),
            ("fr", "Le Caire", "au Caire"),
            ("fr", "Les Sables", "aux Sables"),
            ("fr", "Siège de l’OTAN", "au siège de l’OTAN"),
        ],
    )
    def test_stand_after_what_french_says_before_them(self, language, name, said):
        place = PlaceFactory(**{f"name_{language}": name}, **PUBLISHED)
        with override(language):
            assert (plain(to_place(place)), at_place(place)) == (said, said)
            assert "<a " in to_place(place)

    @pytest.mark.parametrize(
        ("language", "name", "said"),
        [
            ("en", "Japan", "Japan"),
            ("en", "Netherlands", "the Netherlands"),
            ("fr", "Japon", "au Japon"),
            ("fr", "France", "en France"),
            ("fr", "Pays-Bas", "aux Pays-Bas"),
        ],
    )
    def test_may_be_a_state(self, language, name, said):
        with override(language):
            assert plain(to_place(StateFactory(**{f"name_{language}": name}, **PUBLISHED))) == said

    def test_are_named_as_they_are_in_the_other_language_and_as_drafts_not_at_all(self):
        with override("fr"):
            for make in (PlaceFactory, StateFactory):
                assert plain(to_place(make(name_en="Netherlands", name_fr=None, **PUBLISHED))).startswith("Netherlands")
                assert "Caire" not in to_place(make(name_fr="Le Caire"))
            assert at_place(PlaceFactory(name_en="Cairo", name_fr=None, **PUBLISHED)) == '<span lang="en">Cairo</span>'


@pytest.mark.django_db
class TestStates:
    def test_stand_with_their_article(self):
        emirates = StateFactory(name_en="United Arab Emirates", name_fr="Émirats arabes unis", **PUBLISHED)
        with override("en"):
            assert plain(state_said(emirates)) == plain(of_states([emirates])) == "the United Arab Emirates"
        with override("fr"):
            assert plain(state_said(emirates)) == "les Émirats arabes unis"
            assert plain(state_said(StateFactory(name_en="Gambia", name_fr=None, **PUBLISHED))).startswith("Gambia")

    def test_stand_each_after_its_own_preposition_without_those_that_are_hidden(self):
        states = [StateFactory(name_fr=name, **PUBLISHED) for name in ("Géorgie", "Japon", "Israël")]
        with override("fr"):
            assert plain(of_states([*states, StateFactory(name_fr="Chine")])) == "de la Géorgie, du Japon et d’Israël"


class TestText:
    @pytest.mark.parametrize(
        ("phrase", "opening"),
        [
            ('<a href="/x/">mission</a>', '<a href="/x/">Mission</a>'),
            ("l’ambassade", "L’ambassade"),
            ('<a href="/x/"><span>a</span> b</a>', '<a href="/x/"><span>A</span> b</a>'),
        ],
    )
    def test_opens_with_a_large_letter(self, phrase, opening):
        assert capital(phrase) == opening

    def test_of_the_other_language_is_marked(self):
        with override("fr"):
            assert text_said(Decision(title_fr="Avis", title_en="Notice"), "title") == "Avis"
            assert text_said(Decision(title_en="Notice"), "title") == '<span lang="en">Notice</span>'


class TestNames:
    def test_french_elides(self):
        with override("fr"):
            assert (name_preposition("ambassadeur"), name_preposition("chef")) == ("d’", "de ")
        with override("en"):
            assert name_preposition("ambassador") == ""

    def test_are_enumerated(self):
        with override("fr"):
            assert enumerated([]) == ""
            assert enumerated(["a", "b", "c"]) == "a, b et c"
            assert enumerated(["a"]) == "a"
            assert set_apart(["a", "b"]) == "a\u202f; b"
        with override("en"):
            assert set_apart(["a", "b"]) == "a; b"

    @pytest.mark.django_db
    @pytest.mark.parametrize(("number", "said"), [(2, "A and B"), (3, "A, B and 1 other"), (4, "A, B and 2 others")])
    def test_so_many_are_named_and_the_others_counted(self, number, said):
        states = [StateFactory(name_en=name, **PUBLISHED) for name in "ABCD"[:number]]
        with override("en"):
            assert re.sub(r"<[^>]*>", "", named([*states, StateFactory(name_en="Hidden")], 2)) == said

    @pytest.mark.django_db
    def test_with_commas_of_their_own_are_set_apart_and_those_of_areas_are_small(self):
        areas = [AreaFactory(name_en=name, name_fr=None, **PUBLISHED) for name in ("Cyber", "Arms, control")]
        with override("en"):
            assert plain(named(areas)) == "Cyber; Arms, control"
            assert plain(named(areas[:1], small_letters=True)) == "cyber"
        with override("fr"):
            assert plain(named(areas[:1], small_letters=True)) == "Cyber"
