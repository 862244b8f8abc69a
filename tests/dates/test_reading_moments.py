"""One moment as people write it, in texts that are tidied already."""

import pytest

from partnerships.dates import read, word
from partnerships.dates.errors import DateError
from partnerships.dates.reading_moments import moment_of, side_of


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("<2018", "[..2017]"),
        ("<= 2018", "[..2018]"),
        ("≤ 2018", "[..2018]"),
        ("> 2018", "[2019..]"),
        ("≥2018", "[2018..]"),
        (">= 2018", "[2018..]"),
        ("on or about 24 may 2018", "2018-05-24~"),
        ("24 may 2018 or thereabouts", "2018-05-24~"),
        ("possibly on or about 24 may 2018", "2018-05-24%"),
        ("nowhere", None),
    ],
)
def test_is_understood(text, notation):
    moment = moment_of(text)
    assert (moment and moment.edtf) == notation


def test_side_may_leave_its_year_to_a_neighbour():
    side = side_of("about 24 may")
    assert (side.what.month, side.what.day, side.what.year, side.approximate, side.doubt) == (
        5,
        24,
        None,
        True,
        None,
    )
    assert side_of("nowhere") is None


class TestBesideADay:
    @pytest.mark.parametrize(
        ("typed", "notation"),
        [
            ("the day after 24 May 2018", "2018-05-25"),
            ("on the day before 1 May 2018", "2018-04-30"),
            ("le lendemain du 31 décembre 2018", "2019-01-01"),
            ("la veille du 24 mai 2018", "2018-05-23"),
            ("about the day after 24 May 2018", "2018-05-25~"),
            ("probablement la veille du 24 mai 2018", "2018-05-23?"),
        ],
    )
    def test_is_counted(self, typed, notation):
        assert read(typed).edtf == notation

    @pytest.mark.parametrize("typed", ["the day after", "la veille", "the day after May 2018", "le lendemain de 2018"])
    def test_of_no_day_is_none(self, typed):
        with pytest.raises(DateError):
            read(typed)

    @pytest.mark.parametrize(
        ("typed", "notation"),
        [
            ("shortly before or on 3 June 1920", "[1919-06-03..1920-06-03]"),
            ("peu avant ou le 3 juin 1920", "[1919-06-03..1920-06-03]"),
            ("on or near 24 May 2018", "2018-05-24~"),
            ("le 1er juillet 2018 ou aux alentours", "2018-07-01~"),
            ("effectif le 1er juillet 2018", "2018-07-01/"),
            ("effectif au 1er juillet 2018", "2018-07-01/"),
        ],
    )
    def test_phrases_like_others_are_read_like_them(self, typed, notation):
        assert read(typed).edtf == notation

    def test_french_says_until_soon_after_with_its_preposition(self):
        found = read("until soon after 24 May 2018")
        assert word(found, "fr") == "jusqu’à peu après le 24 mai 2018"
        assert read(word(found, "fr")) == found
