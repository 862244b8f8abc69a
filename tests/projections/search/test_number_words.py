"""Years and days in words, in figures."""

import pytest

from partnerships.projections.search.number_words import in_figures

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty fourth may two thousand eighteen", "24 may 2018"),
        ("Le vingt-quatre mai deux mille dix-huit", "Le 24 mai 2018"),
        ("the fourth of May 2016", "the 4 of May 2016"),
        ("May the thirty-first, 2018", "May the 31, 2018"),
        ("vingt et un août deux mille dix-sept", "21 août 2017"),
        ("in two thousand and eighteen", "in 2018"),
        ("nineteen ninety-five", "1995"),
        ("eighteen sixty-six", "1866"),
        ("mil neuf cent quatre-vingt-dix", "1990"),
        ("dix-neuf cent soixante-quatorze", "1974"),
        ("twenty twenty-four", "2024"),
        ("dix-neuf cent quatre-vingt-quatre", "1984"),
        ("nineteen hundred", "1900"),
        ("mille neuf cents", "1900"),
        ("one thousand and one", "1001"),
        ("two thousand and ninety-nine", "2099"),
        ("the first of January", "the 1 of January"),
        ("sept mai 2018, trois visites", "7 mai 2018, trois visites"),
    ],
)
def test_years_are_read_and_days_beside_a_month(text, found):
    assert in_figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "five missions 2016",
        "cinq partenaires",
        "sept 2018",
        "one hundred and twenty",
        "two thousand troops",
        "nine hundred and ninety-nine",
        "two thousand one hundred",
        "thirty-two May",
        "trente-deux mai",
        "mil",
        "UN May 2018",
        "les années quatre-vingt-dix",
        "",
    ],
)
def test_other_numbers_stay(text):
    assert in_figures(text) == text
