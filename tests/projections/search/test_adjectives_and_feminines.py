"""Words that are read back to others."""

import pytest

from partnerships.projections.search.adjectives_and_feminines import words_within


@pytest.mark.once
class TestWordsWithin:
    @pytest.mark.parametrize(
        ("word", "other"),
        [
            ("japanese", "japan"),
            ("japonaises", "japon"),
            ("korean", "korea"),
            ("coreenne", "coree"),
            ("australienne", "australie"),
            ("kuwaiti", "kuwait"),
            ("emirati", "emirates"),
            ("italian", "italy"),
            ("belgian", "belgium"),
            ("danes", "denmark"),
            ("neerlandaise", "netherlands"),
            ("cheffe", "chef"),
            ("ambassadeures", "ambassadeur"),
            ("1990s", "1990"),
            ("1990", "1990s"),
        ],
    )
    def test_has_the_country_and_the_masculine(self, word, other):
        assert other in words_within(word)

    @pytest.mark.parametrize("word", ["iran", "japan", "visit", "2018", ""])
    def test_says_nothing_of_a_short_stem_or_a_word_of_its_own(self, word):
        assert word not in words_within(word)
        assert not {other for other in words_within(word) if len(other) < 4}
