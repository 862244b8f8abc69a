"""A partner named among other words stands for all that concerns it."""

import pytest

from partnerships.projections.search import concerning_partners, understand
from tests.factories import PUBLISHED, StateFactory

pytestmark = pytest.mark.django_db


class TestConcerningPartners:
    @pytest.fixture(autouse=True)
    def _state(self):
        StateFactory(key="jp", iso2="JP", iso3="JPN", name_en="Japan", name_fr="Japon", **PUBLISHED)

    @pytest.mark.parametrize("text", ["liaison Japan", "Japon liaison", "liaison JPN"])
    def test_is_found_by_its_name_in_either_language_and_its_code(self, text):
        typed = understand(text)
        about = concerning_partners(typed)
        assert about.words == typed.words
        assert {"§state§jp"} <= about.tokens
        ((word, part),) = [pair for pair in zip(about.words, about.parts, strict=True) if pair[0] != "liaison"]
        assert "§state§jp" in part.of
        assert word in about.places
        # The other word is looked for as before.
        assert about.parts[about.words.index("liaison")] == typed.parts[typed.words.index("liaison")]

    @pytest.mark.parametrize("text", ["Japan", "liaison elsewhere", ""])
    def test_is_none_without_a_partner_or_without_other_words(self, text):
        assert concerning_partners(understand(text)) is None
