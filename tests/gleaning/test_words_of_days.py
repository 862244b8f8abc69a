import pytest

from partnerships.gleaning import words_of_days


class TestWords:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_days.THAT_DAY, "cet après-midi"),
            (words_of_days.DAY_BEFORE, "yesterday"),
            (words_of_days.SAME_DAY, "à cette occasion"),
            (words_of_days.ON_A_WEEKDAY, "on Friday"),
            (words_of_days.NUMBER_ALONE, "on the 27th in Tokyo"),
            (words_of_days.MONTH_ALONE, "début avril"),
            (words_of_days.PAST, "ont été reçus"),
            (words_of_days.IF, "every year "),
            (words_of_days.IF, "since his appointment "),
        ],
    )
    def test_mean_a_day(self, pattern, text):
        assert pattern.search(text)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_days.ON_A_WEEKDAY, "every Friday"),
            (words_of_days.MONTH_ALONE, "in April 2018"),
            (words_of_days.MONTH_ALONE, "in April each year"),
        ],
    )
    def test_mean_none(self, pattern, text):
        assert not pattern.search(text)
