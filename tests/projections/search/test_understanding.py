"""What somebody typed, understood."""

import pytest

from partnerships.projections.search.understanding import MOST_WORDS, understand
from tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


class TestUnderstand:
    def test_words_that_say_nothing_are_dropped_beside_others(self):
        assert understand("la visite de l’empereur").words == ("visite", "empereur")
        assert understand("de la").words == ("de", "la")

    def test_pairs_stand_for_characters(self):
        assert understand("河野").words == ("河野",)
        assert understand("河").words == ("河",)

    def test_what_is_pasted_is_cut(self):
        assert len(understand(" ".join(f"word{n}" for n in range(500))).words) <= MOST_WORDS

    def test_another_form_of_a_known_word_is_not_a_slip(self):
        AreaFactory(name_en="Designations", name_fr="Désignations", publication="published")
        assert understand("designation").read_as == {}
