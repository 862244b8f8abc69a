from datetime import date

import pytest

from partnerships.gleaning.days import dates_in, day_of_document, span
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import ENGLISH, FRENCH


def found(text, day=None):
    return [(one.text, one.notation) for one in dates_in(sentences(text)[0], day=day)]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "notation"),
        [
            ("Le 24 mai 2018, le Conseil a décidé.", "2018-05-24"),
            ("Le 1er octobre 2017, il est venu.", "2017-10-01"),
            ("On 24 May 2018 the Council decided.", "2018-05-24"),
            ("On May 24, 2018, the Council decided.", "2018-05-24"),
            ("s’est rendu à Tokyo en octobre 2017 pour", "2017-10"),
            ("En 2011, les Alliés", "2011"),
            ("in 2011, the Allies", "2011"),
            ("du 29 janvier au 1er février 2023", "2023-01-29/2023-02-01"),
            ("on 24-25 June 2025 in The Hague", "2025-06-24/2025-06-25"),
            ("depuis le début des années 1990", "[1990..1993]"),
        ],
    )
    def test_are_read_in_both_languages(self, text, notation):
        assert [one[1] for one in found(text)] == [notation]

    def test_number_that_is_no_date_is_none(self):
        assert found("La résolution 1325 et 2018 soldats") == []

    def test_impossible_day_is_none(self):
        assert found("le 31 février 2018") == []

    def test_day_without_a_year_takes_that_of_the_document_and_says_so(self):
        assert found("le 3 mars, il a reçu") == []
        [one] = dates_in(sentences("le 3 mars, il a reçu")[0], day=date(2016, 3, 4))
        assert (one.notation, one.is_whole) == ("2016-03-03", False)

    def test_today_is_the_day_of_the_document(self):
        assert found("The Council decided today", date(2018, 5, 24)) == [("today", "2018-05-24")]
        assert found("The Council decided today") == []

    def test_yesterday_is_the_day_before_that_of_the_document(self):
        assert found("Il a remis hier ses lettres", date(2018, 3, 1)) == [("hier", "2018-02-28")]
        assert found("Yesterday he spoke") == []

    @pytest.mark.parametrize("text", ["The next day he left", "The following day he left", "Le lendemain, il part"])
    def test_next_day_follows_the_day_last_spoken_of(self, text):
        [one] = dates_in(sentences(text)[0], day=date(2018, 5, 24), last=date(2018, 2, 28))
        assert one.notation == "2018-03-01"
        assert found(text, date(2018, 5, 24)) == []

    def test_next_day_beside_its_date_adds_none(self):
        [one] = dates_in(sentences("Le lendemain, 2 mars 2018, il part")[0], last=date(2018, 2, 28))
        assert one.text == "2 mars 2018"

    def test_day_without_a_year_is_of_the_year_last_spoken_of_where_the_document_has_no_day(self):
        [one] = dates_in(sentences("le 3 mars")[0], year=2016)
        assert (one.notation, one.is_whole) == ("2016-03-03", False)
        [one] = dates_in(sentences("le 3 mars")[0], day=date(2018, 5, 24), year=2016)
        assert one.notation == "2018-03-03"

    def test_month_before_its_day_has_its_capital(self):
        assert found("a call on July 11 (local time)", date(2018, 7, 12)) == [("July 11", "2018-07-11")]
        assert found("they may 11 times, or on may 11", date(2018, 7, 12)) == []

    def test_short_month_ends_no_sentence(self):
        assert [each.notation for each in dates_in(sentences("31 Jan. 2023")[0])] == ["2023-01-31"]
        assert [each.notation for each in dates_in(sentences("le 3 févr. 2023, il part")[0])] == ["2023-02-03"]

    def test_weekday_beside_a_date_adds_none(self):
        assert found("On Thursday (24 May 2018), it decided", date(2018, 5, 25)) == [("24 May 2018", "2018-05-24")]


class TestDayOfDocument:
    def test_is_the_first_whole_day(self):
        assert day_of_document(sentences(FRENCH)).notation == "2018-05-24"
        assert day_of_document(sentences(ENGLISH)).notation == "2023-01-30"

    def test_month_is_no_day(self):
        assert day_of_document(sentences("En octobre 2017")) is None


class TestSpan:
    def test_is_the_first_and_the_last_day(self):
        assert span("2017-10") == (date(2017, 10, 1), date(2017, 10, 31))
        assert span("2023-01-30/2023-01-31") == (date(2023, 1, 30), date(2023, 1, 31))
