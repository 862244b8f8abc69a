"""One day, month, season, year or decade as people write it, in texts that are tidied already."""

import pytest

from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.reading_plain_dates import TypedUnit, typed_unit


def numbers(text):
    typed = typed_unit(text)
    return typed and (typed.year, typed.month, typed.day)


class TestShapes:
    @pytest.mark.parametrize(
        ("text", "understood"),
        [
            ("24 may 2018", (2018, 5, 24)),
            ("24th day of may 2018", (2018, 5, 24)),
            ("may the 24th 2018", (2018, 5, 24)),
            ("may 24, 2018", (2018, 5, 24)),
            ("2018 24 may", (2018, 5, 24)),
            ("2018/may/24", (2018, 5, 24)),
            ("24may2018", (2018, 5, 24)),
            ("24-may-2018", (2018, 5, 24)),
            ("24-may", (None, 5, 24)),
            ("may-2018", (2018, 5, None)),
            ("first day of may 2018", (2018, 5, 1)),
            ("1er mai", (None, 5, 1)),
            ("may", (None, 5, None)),
            ("24", (None, None, 24)),
            ("2018", (2018, None, None)),
            ("24.v.2018", (2018, 5, 24)),
            ("v.2018", (2018, 5, None)),
            ("xii/2018", (2018, 12, None)),
            ("20180524", (2018, 5, 24)),
            ("20181324", None),
            ("2018年5月24日", (2018, 5, 24)),
            ("2018年5月", (2018, 5, None)),
            ("24 05 2018", (2018, 5, 24)),
            ("24/05/2018", (2018, 5, 24)),
            ("24/01/2018", (2018, 1, 24)),
            ("24/12/2018", (2018, 12, 24)),
            ("01/2018", (2018, 1, None)),
            ("5/5/2018", (2018, 5, 5)),
            ("13/12/2018", (2018, 12, 13)),
            ("12.11.2018", (2018, 11, 12)),
            ("24/05", (None, 5, 24)),
            ("05/2018", (2018, 5, None)),
            ("5-18", None),
            ("24/05-2018", (2018, 5, 24)),
            ("24-05/2018", None),
            ("2018-05", (2018, 5, None)),
            ("2018-22", (2018, 22, None)),
            ("2018-42", None),
            ("2018.05", (2018, 5, None)),
            ("winter 2017/18", (2017, 24, None)),
            ("winter 2017-2018", (2017, 24, None)),
            ("winter 2017-2019", None),
            ("summer 2017-2018", None),
            ("2017 summer", (2017, 22, None)),
            ("ete", (None, 22, None)),
            ("last day of february 2016", (2016, 2, 29)),
            ("dernier jour de 2016", (2016, 12, 31)),
            ("last day of summer 2016", None),
            ("last day of december 2016", (2016, 12, 31)),
            ("last day of 24 may 2016", None),
            ("last day of the 1990s", None),
            ("last day of nothing", None),
            ("199x", (1990, None, None)),
            *[(text, None) for text in ("19x", "1990x", "24/5-18", "24-may/2018", "24/may-2018", "24.may 2018")],
            *[(text, None) for text in ("24may", "24-may-")],
            ("24/5-2018", (2018, 5, 24)),
            ("24.may", (None, 5, 24)),
            ("20180101", (2018, 1, 1)),
            ("20181231", (2018, 12, 31)),
            ("20180024", None),
            # Beside a day nothing is two years, nor a month without its zero.
            ("2004/05/24", (2004, 5, 24)),
            ("2018.1.5", (2018, 1, 5)),
            ("2018-42-5", (2018, 42, 5)),
            ("2004/04", (2004, 4, None)),
            ("2004.05", (2004, 5, None)),
            ("2018/1", (2018, 1, None)),
            ("x.2018", (2018, 10, None)),
            ("before 2018", None),
            ("somewhen", None),
        ],
    )
    def test_is_understood(self, text, understood):
        assert numbers(text) == understood

    @pytest.mark.parametrize("text", ["1990s", "the 1990s", "annees 1990", "1990's", "199x", "decennie 1990"])
    def test_decade(self, text):
        typed = typed_unit(text)
        assert (typed.year, typed.decade) == (1990, True)

    @pytest.mark.parametrize("text", ["1900s (decade)", "annees 1900", "1900s decade"])
    def test_decade_that_could_be_a_century(self, text):
        assert typed_unit(text).unit() == parse_unit("190X")

    def test_new_century_is_a_decade(self):
        assert typed_unit("2000s").unit() == parse_unit("200X")


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("24 may 18", "four digits"),
            ("24-may-18", "four digits"),
            ("24.v.18", "four digits"),
            ("24/05/18", "four digits"),
            ("90s", "four digits"),
            ("1900s", "ten years or a hundred"),
            ("1995s", "ends in 0"),
            ("24/13/2018", "no month 13"),
            ("24/00/2018", "no month 00"),
            ("11/12/2018", "two days"),
            ("12/11/2018", "two days"),
            ("2004/05", "a month or two years"),
            ("2004-5", "a month or two years"),
            ("v. 2018", "“May” or, in French, “about”"),
            ("x 2018", "can be October"),
            ("2018.1", "January, or October"),
            ("5/12", "two days"),
            ("5/13", "four digits"),
            ("24 x 18", "four digits"),
        ],
    )
    def test_says_why(self, text, why):
        with pytest.raises(DateError, match=why):
            typed_unit(text)

    def test_month_that_cannot_follow_a_year_is_one(self):
        assert numbers("2018/05") == (2018, 5, None)


class TestWeekday:
    @pytest.mark.parametrize(
        "text",
        ["thursday 24 may 2018", "jeu. 24 mai 2018", "24 may 2018 (thu)", "24 (thursday) may 2018", "mar. 22 mai 2018"],
    )
    def test_is_checked(self, text):
        assert typed_unit(text).unit().notation[:8] == "2018-05-"

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("friday 24 may 2018", "2018-05-24 is another day of the week"),
            ("24 may 2018 (wed)", "another day of the week"),
            ("thursday may 2018", "names a day of the week, but no day"),
        ],
    )
    def test_other_is_refused(self, text, why):
        with pytest.raises(DateError, match=why):
            typed_unit(text).unit()

    def test_mar_alone_is_march(self):
        assert numbers("mar 2018") == (2018, 3, None)


class TestCompletedBy:
    """What a typed unit leaves unsaid is taken from its neighbour, and nothing else."""

    @pytest.mark.parametrize(
        ("text", "other", "completed"),
        [
            ("3", "5 march 2016", (2016, 3, 3)),
            ("29 october", "2 november 2017", (2017, 10, 29)),
            ("march", "may 2016", (2016, 3, None)),
            ("3", "march 2016", (None, None, 3)),
            ("2015", "5 march 2016", (2015, None, None)),
            ("march", "1990s", (None, 3, None)),
        ],
    )
    def test_neighbour(self, text, other, completed):
        typed = typed_unit(text).completed_by(typed_unit(other))
        assert (typed.year, typed.month, typed.day) == completed


class TestUnit:
    def test_needs_a_year_and_for_a_day_a_month(self):
        with pytest.raises(DateError, match="The month is missing in “24”"):
            typed_unit("24").unit()
        with pytest.raises(DateError, match="The year is missing in “24 may”"):
            typed_unit("24 may").unit()
        with pytest.raises(DateError, match="The month is missing in “31”"):
            typed_unit("31").unit()
        with pytest.raises(DateError, match="four digits; “32” has fewer"):
            typed_unit("32").unit()
        with pytest.raises(DateError, match="The year is missing in “32 may”"):
            typed_unit("32 may").unit()
        with pytest.raises(DateError, match="The month is missing"):
            TypedUnit("x", year=2018, day=24).unit()

    def test_of_the_first_decade(self):
        assert TypedUnit("x", year=0, decade=True).unit() == parse_unit("000X")

    def test_of_no_day_is_refused(self):
        with pytest.raises(DateError, match="no day 30"):
            typed_unit("30 february 2018").unit()
