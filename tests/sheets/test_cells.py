"""A cell says what the form says, and is read as the form reads it."""

import pytest
from django.utils.translation import override

from partnerships.models import Decision, Place, Source, Stop, Tenure, Visit
from partnerships.records.snapshot.understanding_values import WrongValue
from partnerships.sheets.cells import cell_text, cell_value, same
from partnerships.sheets.longest_cell import LONGEST_CELL

pytestmark = pytest.mark.once
period, status, areas = (Visit._meta.get_field(name) for name in ("period", "status", "areas"))
date = Decision._meta.get_field("date")


class TestDates:
    @pytest.mark.parametrize(
        "notation", ["2017-10-29/2017-10-31", "2018-05", "199X", "2014/..", "2017~", "[2017..2018]"]
    )
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_in_words_mean_what_stands_in_the_register(self, notation, language):
        with override(language):
            assert cell_value(period, cell_text(period, notation)) == notation

    @pytest.mark.parametrize("notation", ["2941-05/..", "2018/2018"])
    def test_whose_words_mean_something_else_stand_as_they_are(self, notation):
        assert cell_text(period, notation) == notation

    def test_are_read_as_the_forms_read_them(self):
        for text in ("24 mai 2018", "24 May 2018", "24/05/2018", "2018-05-24"):
            with override("fr"):
                assert cell_value(date, text) == "2018-05-24"

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_are_read_as_excel_writes_them(self, language):
        with override(language):
            assert [cell_value(date, text) for text in ("24-mai-19", "mai-19", "24-May-19", "May-19")] == [
                *("2019-05-24", "2019-05") * 2
            ]
            assert cell_value(period, "mai-19") == cell_value(period, "May-19") == "2019-05"

    @pytest.mark.parametrize("text", ["1/7/18", "24/05/19", "24-mai-99"])
    def test_of_two_digits_are_not_guessed_at(self, text):
        with override("en"), pytest.raises(WrongValue, match="four digits"):
            cell_value(date, text)

    def test_of_a_day_are_read_as_excel_writes_it(self):
        for text in ("24/05/2019", "24-mai-19", "2019-05-24", "24 May 2019"):
            assert cell_value(Source._meta.get_field("accessed_on"), text) == "2019-05-24"

    def test_are_said_in_the_language_of_the_reader(self):
        for language, words in (("en", "May 2018"), ("fr", "mai 2018"), ("fr-be", "mai 2018"), (None, "mai 2018")):
            with override(language):
                assert cell_text(period, "2018-05") == words

    def test_say_what_is_wrong_with_them(self):
        with pytest.raises(WrongValue, match="32"):
            cell_value(date, "2018-05-32")


def test_decimals_are_read_with_a_comma():
    latitude = Place._meta.get_field("latitude")
    assert [cell_value(latitude, text) for text in ("49,5", "51.8")] == ["49.5", "51.8"]


def test_a_whole_number_is_one_where_the_column_has_such():
    position, title = Stop._meta.get_field("position"), Visit._meta.get_field("title_en")
    assert [cell_value(position, text) for text in ("12", "-3", "1.5", "two")] == [12, -3, "1.5", "two"]
    assert [cell_value(title, text) for text in ("12", "24 May 2018", "yes")] == ["12", "24 May 2018", "yes"]


def test_an_instant_stands_as_it_is_written():
    assert cell_value(Visit._meta.get_field("published_at"), "2018-05-24T10:00Z") == "2018-05-24T10:00Z"


class TestChoices:
    @pytest.mark.parametrize("text", ["held", "Effectuée", "HELD"])
    def test_are_read_in_either_language(self, text):
        with override("fr"):
            label = cell_text(status, "held")
        assert cell_value(status, label if text == "Effectuée" else text) == "held"

    def test_are_read_in_either_gender(self):
        publication = Visit._meta.get_field("publication")
        for text in ("publiée", "publié", "Publié"):
            assert cell_value(publication, text) == "published"

    def test_say_what_they_are(self):
        with override("fr"), pytest.raises(WrongValue) as wrong:
            cell_value(status, "dreamt")
        assert "«\u00a0prévue\u00a0», «\u00a0a eu lieu\u00a0»" in str(wrong.value)
        with override("en"), pytest.raises(WrongValue, match="planned"):
            cell_value(status, "dreamt")


def test_yes_and_no_are_read_in_either_language():
    served = Tenure._meta.get_field("never_served")
    for language, yes, no in (("fr", "oui", "non"), ("en", "yes", "no")):
        with override(language):
            assert (cell_text(served, True), cell_text(served, False)) == (yes, no)
            texts = ("Oui", "yes", "x", "non", "No")
            assert [cell_value(served, text) for text in texts] == [True, True, True, False, False]


def test_what_a_fixture_leaves_out_stands_as_it_then_is():
    with override("en"):
        assert cell_text(status, None) == "held"
        assert cell_text(Tenure._meta.get_field("never_served"), None) == "no"
        assert cell_text(date, None) == cell_text(Place._meta.get_field("latitude"), None) == ""
        assert cell_text(areas, None) == cell_text(Stop._meta.get_field("place"), None) == ""


class TestLinks:
    def test_are_keys(self):
        assert cell_text(areas, [["a"], ["b"]]) == "a | b"
        assert cell_value(areas, "b |a\nc") == cell_value(areas, "b | |a\n\nc|") == [["a"], ["b"], ["c"]]
        assert cell_value(areas, " ") == []
        visit = Stop._meta.get_field("visit")
        assert cell_value(visit, cell_text(visit, ["x"])) == ["x"]


def test_ends_of_lines_are_no_change():
    assert same("a\r\nb ", "a\nb")
    assert not same("a b", "a\nb")


def test_what_no_cell_can_hold_is_no_change():
    text = "x" * (LONGEST_CELL + 1)
    assert same(cell_text(Visit._meta.get_field("summary_en"), text)[:LONGEST_CELL], text)


def test_letters_that_were_lost_are_no_change_in_a_western_file_alone():
    found = [same(cell, "安倍", is_western=western) for cell in ("??", "Abe") for western in (True, False)]
    assert found == [True, False, False, False]
