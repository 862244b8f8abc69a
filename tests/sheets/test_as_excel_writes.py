"""What Excel writes is read where it can mean one thing alone."""

from datetime import date

import pytest
from django.db.models import DecimalField

from partnerships.models import Place
from partnerships.sheets.as_excel_writes import lost_letters, may_be_saved_as, with_decimal_point, with_whole_year

pytestmark = pytest.mark.once


class TestYears:
    @pytest.fixture(autouse=True)
    def in_2026(self, monkeypatch):
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2026, 11, 29))

    @pytest.mark.parametrize(
        ("cell", "meant"),
        [
            ("24-mai-19", "24-mai-2019"),
            ("mai-19", "mai-2019"),
            ("24-May-19", "24-May-2019"),
            ("févr-00", "févr-2000"),
            ("janv.-27", "janv.-2027"),
            ("1-août-08", "1-août-2008"),
            ("Sep-26", "Sep-2026"),
        ],
    )
    def test_of_excel_are_whole_up_to_the_next_one(self, cell, meant):
        assert with_whole_year(cell) == meant

    @pytest.mark.parametrize(
        "cell", ["mai-28", "24-mai-99", "1/7/18", "01-07-18", "24 mai 19", "24/mai/19", "Abe-19", "24-mai", "mai-2019"]
    )
    def test_of_another_form_or_century_stand_as_they_are(self, cell):
        assert with_whole_year(cell) == cell


class TestNumbers:
    @pytest.mark.parametrize("cell", ["51,8", "-0,12", "49,5", "139,691", "2,34870"])
    def test_have_a_comma_in_french(self, cell):
        assert with_decimal_point(Place._meta.get_field("latitude"), cell) == cell.replace(",", ".")

    @pytest.mark.parametrize("cell", ["51.8", "51", "1,234,567", "51,", "51,8 N"])
    def test_of_another_form_stand_as_they_are(self, cell):
        assert with_decimal_point(Place._meta.get_field("latitude"), cell) == cell

    def test_that_may_be_thousands_stand_as_they_are(self):
        column = DecimalField(max_digits=8, decimal_places=2)
        assert with_decimal_point(column, "1,234") == "1,234"
        assert with_decimal_point(column, "0,234") == "0.234"
        assert with_decimal_point(column, "123,456") == "123,456"
        assert with_decimal_point(column, "1,23") == "1.23"

    def test_that_would_be_too_many_thousands_have_a_comma(self):
        assert with_decimal_point(DecimalField(max_digits=7, decimal_places=2), "123,456") == "123.456"
        # Thousands of four digits are set apart once more.
        assert with_decimal_point(DecimalField(max_digits=20, decimal_places=2), "1234,567") == "1234.567"


class TestLetters:
    """French Excel saves a CSV in the letters of Western Europe, and writes “?” for all others."""

    def test_are_lost_where_no_western_file_holds_them(self):
        texts = ("Été – « œuvre »", "安倍晋三", "Kōno", "")
        assert [lost_letters(text) for text in texts] == [False, True, True, False]

    @pytest.mark.parametrize(
        ("text", "cell", "may"),
        [
            ("安倍", "??", True),
            ("Kōno", "Kono", True),
            ("Abe (安倍)", "Abe (??)", True),
            ("𠮷", "??", True),
            ("Abe (安倍)", "Ebe (??)", False),
            ("安倍", "???", False),
            ("安倍", "AB", False),
            ("Иван", "Ivan", False),
            ("Иван", "????", True),
            ("αβ", "aß", True),
            ("Ōsaka", "Asaka", False),
            ("Ōsaka", "Osaka", True),
            ("35° − 10", "35° - 10", True),
            ("Why?", "Why?", True),
            ("Why.", "Why?", False),
        ],
    )
    def test_stand_where_others_stood(self, text, cell, may):
        assert may_be_saved_as(text, cell) is may
