"""Korean names in Latin letters."""

import pytest

from partnerships.projections.search.hangul import romanised, words_romanised


class TestInLatinLetters:
    @pytest.mark.parametrize(
        ("name", "ways"),
        [
            ("윤순구", ["yun sun gu", "yun sun ku", "yoon soon koo"]),
            ("김대중", ["gim dae jung", "kim tae chung", "kim dae joong"]),
            ("강경화", ["gang gyeong hwa", "kang kyong hwa", "kang kyung hwa"]),
            ("박진", ["bak jin", "pak chin"]),
        ],
    )
    def test_is_each_of_three_ways_syllable_by_syllable(self, name, ways):
        assert list(romanised(name))[: len(ways)] == ways

    def test_leaves_other_scripts_alone(self):
        assert list(romanised("Yoon 林肇")) == []


class TestWords:
    def test_are_the_syllables_and_the_given_name_as_one(self):
        assert list(words_romanised("윤순구"))[:4] == ["yun", "sun", "gu", "sungu"]
        assert {"yoon", "soonkoo"} <= set(words_romanised("윤순구"))
        assert set(words_romanised("윤")) == {"yun", "yoon"}
