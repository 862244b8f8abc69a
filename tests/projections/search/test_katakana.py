"""Names of other countries in katakana."""

import pytest

from partnerships.projections.search.katakana import consonants, words_sounding_so
from partnerships.projections.search.understanding import understand
from tests.factories import PUBLISHED, PersonFactory


@pytest.mark.django_db
class TestWordsSoundingSo:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("ストルテンベルグ", "stoltenberg"),
            ("ストルテンベルク", "stoltenberg"),
            ("ラスムセン", "rasmussen"),
            ("ロバートソン", "robertson"),
            ("ブリュッセル", "brussels"),
        ],
    )
    def test_name_has_the_consonants_of_what_is_typed(self, typed, read):
        for name in ("Jens Stoltenberg", "Anders Rasmussen", "George Robertson", "Stella Tolten", "Ann Brussels"):
            PersonFactory(name=name, **PUBLISHED)
        assert understand(typed).read_as[typed] == (read,)

    @pytest.mark.parametrize("sounds", ["kono", "sutorutenberugu", "ana"])
    def test_few_consonants_and_what_nobody_bears_are_nothing(self, sounds):
        PersonFactory(name="Taro Kono", **PUBLISHED)
        assert words_sounding_so(sounds) == []


@pytest.mark.once
class TestConsonants:
    @pytest.mark.parametrize(("word", "said"), [("stoltenberg", "strtnprk"), ("rutte", "rt"), ("scheffer", "sfr")])
    def test_are_told_apart_as_japanese_does(self, word, said):
        assert consonants(word) == said
