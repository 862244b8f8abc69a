"""Names within a sentence: what a language says before them, and several in a row."""

import re
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from partnerships.pages.sentences.names import acting_said, charge_of, enumerated, name_preposition, named
from tests.factories import PUBLISHED, MissionFactory, OrganizationFactory, StateFactory


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

    @pytest.mark.django_db
    @pytest.mark.parametrize(("number", "said"), [(2, "A and B"), (3, "A, B and 1 other"), (4, "A, B and 2 others")])
    def test_so_many_are_named_and_the_others_counted(self, number, said):
        states = [StateFactory(name_en=name, **PUBLISHED) for name in "ABCD"[:number]]
        with override("en"):
            assert re.sub(r"<[^>]*>", "", named([*states, StateFactory(name_en="Hidden")], 2)) == said
