"""The notation where people type it, and years in short, which look like it."""

from datetime import date

import pytest

from partnerships.dates import DateError
from partnerships.dates.reading_notation import notation_in, short_range

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2018-05", "2018-05"),
        (" 2018/open\n", "2018/.."),
        ("2018-05-24/26", "2018-05-24/2018-05-26"),
        ("2018-05-24/06-01", "2018-05-24/2018-06-01"),
        ("2018-05/06", "2018-05/2018-06"),
        ("2018-05-24~/26?", "2018-05-24~/2018-05-26?"),
        ("2018-11/12", "2018-11/2018-12"),
        ("2018-12/12", "2018-12/2018-12"),
        ("2018-21/22", "2018-21/2018-22"),
    ],
)
def test_notation(text, notation):
    found, problem = notation_in(text)
    assert (found.edtf, problem) == (notation, None)


def test_what_can_be_nothing_else_says_what_is_wrong():
    assert "no month 13" in str(notation_in("2018-13")[1])
    assert notation_in("24 May 2018") == (None, None)


@pytest.mark.parametrize("text", ["2018-05-24/06", "2018-05-24/06?", "2018-24/05", "2018-05/21"])
def test_short_end_is_no_day_and_its_month(text):
    with pytest.raises(DateError):
        notation_in(text)


class TestShortRange:
    @pytest.mark.parametrize("text", ["2018-19", "2018–21", "about 1980-85", "1920 – 95"])
    def test_is_two_years(self, text):
        assert [len(one.edtf.rstrip("~")) for one in (short_range(text).start, short_range(text).end)] == [4, 4]

    @pytest.mark.parametrize("text", ["2010-12", "2018-12", "2018-21", "2018-24", "2031-26", "1950-41", "2018"])
    def test_is_the_notation_or_none(self, text):
        assert short_range(text) is None

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("2010-13", "2010/2013"),
            ("2010–13", "2010/2013"),
            ("2010-20", "2010/2020"),
            ("1930-42", "1930/1942"),
            ("2010–12", "refused"),
            ("2010-25", "refused"),
            ("1930-41", "refused"),
            ("1930–41", "1930/1941"),
            ("1950-42", "refused"),
        ],
    )
    def test_is_no_month_season_or_part_by_its_number(self, text, meant):
        try:
            assert short_range(text).edtf == meant
        except DateError:
            assert meant == "refused"

    def test_ends_ten_years_from_now_at_the_most(self, monkeypatch):
        monkeypatch.setattr("partnerships.dates.reading_notation.today", lambda: date(1989, 1, 1))
        assert short_range("1985–99").edtf == "1985/1999"
        monkeypatch.setattr("partnerships.dates.reading_notation.today", lambda: date(1988, 12, 31))
        with pytest.raises(DateError, match="would end in 1999"):
            short_range("1985–99")
