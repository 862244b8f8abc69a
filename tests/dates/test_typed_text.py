"""What people type, made comparable before anything is read in it."""

import pytest

from partnerships.dates.errors import DateError
from partnerships.dates.typed_text import LONGEST_TEXT, piece_as_typed, tidied


@pytest.mark.parametrize(
    ("typed", "comparable"),
    [
        ("  24\u00a0MAI\t2018 ", "24 mai 2018"),
        ("1er Août 1789", "1er aout 1789"),
        ("l’ été 2004", "l'ete 2004"),
        ("2004—2009", "2004–2009"),
        ("2004‑05", "2004-05"),
        ("（2018）", "2018"),
        ("« mai 2018 »", "mai 2018"),
        ("24 May 2018[3]", "24 may 2018"),
        ("2018 †", "2018"),
        ("A.D. 1215", "1215"),
        ("44 apr. J.-C.", "44"),
        ("May 2018,", "may 2018"),
        ("2018年 5月 24日(木)", "2018年5月24日 (thu)"),
        ("2018-05-24 (木)", "2018-05-24 (thu)"),
        ("2011年4月から2015年3月まで", "2011年4月–2015年3月"),
        ("2018年5月まで", "until 2018年5月"),
    ],
)
def test_says_one_thing_in_one_way(typed, comparable):
    assert tidied(typed) == comparable


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "A date is expected"),
        (" \u200b ", "A date is expected"),
        ("1" * (LONGEST_TEXT + 1), "too long"),
        ("٢٠١٨", "digits 0 to 9"),
        ("½ 2018", "digits 0 to 9"),
        ("2018\x00", "characters that no date can hold"),
    ],
)
def test_refuses_what_no_date_can_hold(typed, why):
    with pytest.raises(DateError, match=why):
        tidied(typed)


def test_piece_has_its_accents_and_capitals_again():
    assert piece_as_typed("annees 90", "Début des\u00a0Années 90") == "Années 90"
    assert piece_as_typed("the 24th", "24 mai") == "the 24th"
    assert piece_as_typed("annees", "Années 90") == "Années"


def test_two_hundred_characters_are_not_too_many():
    assert tidied("1" * LONGEST_TEXT) == "1" * LONGEST_TEXT
