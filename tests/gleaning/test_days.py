from datetime import date

import pytest

from partnerships.gleaning.days import Calendar, dates_in, first_year, goes_on_from, journey_of, span
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import facts, known, proposed


def found(text, day=None, **known):
    return [(one.text, one.notation) for one in dates_in(sentences(text)[0], Calendar(day, **known))]


def journey(text):
    return journey_of(sentences(text), None)


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
            ("11 May. 2010", "2010-05-11"),
            ("Communiqué de presse, 02.03.2017", "2017-03-02"),
            ("Bruxelles, le 03/02/2023", "2023-02-03"),
            ("Issued on the 23/02/2023", "2023-02-23"),
            ("Issued on the 02/23/2023", "2023-02-23"),
            ("05 Aug. 2019 - 08 Aug. 2019", "2019-08-05/2019-08-08"),
            ("Le vendredi 16 et le samedi 17 février 2018, il a parlé", "2018-02-16/2018-02-17"),
            ("on Friday 16 and Saturday 17 February 2018", "2018-02-16/2018-02-17"),
            ("du lundi 29 janvier au jeudi 1er février 2018", "2018-01-29/2018-02-01"),
        ],
    )
    def test_are_read_in_both_languages(self, text, notation):
        assert [one[1] for one in found(text)] == [notation]

    def test_figures_that_are_two_days_in_english_are_none(self):
        assert found("Issued on the 03/02/2023") == found("Issued on the 05/12/2023") == []
        assert found("Issued on the 12/13/2023") == [("12/13/2023", "2023-12-13")]

    def test_number_that_is_no_date_is_none(self):
        assert found("La résolution 1325 et 2018 soldats") == []

    def test_impossible_day_is_none(self):
        assert found("le 31 février 2018") == []

    def test_day_without_a_year_takes_that_of_the_document_and_says_so(self):
        assert found("le 3 mars, il a reçu") == []
        [one] = dates_in(sentences("le 3 mars, il a reçu")[0], Calendar(date(2016, 3, 4)))
        assert (one.notation, one.is_whole) == ("2016-03-03", False)

    def test_today_is_the_day_of_the_document(self):
        assert found("The Council decided today", date(2018, 5, 24)) == [("today", "2018-05-24")]
        assert found("The Council decided today") == []
        text = "The Council decided today to meet"
        [one] = dates_in(sentences(text)[0], Calendar(date(2018, 5, 24)))
        assert text[one.start : one.end] == "today"

    def test_yesterday_is_the_day_before_that_of_the_document(self):
        assert found("Il a remis hier ses lettres", date(2018, 3, 1)) == [("hier", "2018-02-28")]
        assert found("Yesterday he spoke") == []

    @pytest.mark.parametrize("text", ["The next day he left", "The following day he left", "Le lendemain, il part"])
    def test_next_day_follows_the_day_last_spoken_of(self, text):
        assert [one[1] for one in found(text, date(2018, 5, 24), last=date(2018, 2, 28))] == ["2018-03-01"]
        assert found(text, date(2018, 5, 24)) == []

    def test_eve_on_which_somebody_arrived_is_no_day_of_what_they_did(self):
        assert found("La ministre, arrivée la veille de Tokyo, a parlé", last=date(2018, 3, 1)) == []

    def test_next_day_beside_its_date_adds_none(self):
        assert found("Le lendemain, 2 mars 2018, il part", last=date(2018, 2, 28)) == [("2 mars 2018", "2018-03-02")]

    def test_day_without_a_year_is_of_the_year_last_spoken_of_where_the_document_has_no_day(self):
        [one] = dates_in(sentences("le 3 mars")[0], Calendar(year=2016))
        assert (one.notation, one.is_whole) == ("2016-03-03", False)
        assert found("le 3 mars", date(2018, 5, 24), year=2016) == [("3 mars", "2018-03-03")]

    def test_month_before_its_day_has_its_capital(self):
        assert found("a call on July 11 (local time)", date(2018, 7, 12)) == [("July 11", "2018-07-11")]
        assert found("they may 11 times, or on may 11", date(2018, 7, 12)) == []

    @pytest.mark.parametrize("text", ["from April 2 to 5", "on April 2-5", "April 2 to 5, 2025"])
    def test_days_of_one_month_may_stand_behind_it(self, text):
        assert [one[1] for one in found(text, date(2025, 4, 1))] == ["2025-04-02/2025-04-05"]
        assert found("April 2 to 5 May 2025")[-1][1] == "2025-05-05"

    @pytest.mark.parametrize("text", ["He leaves tomorrow", "Elle rencontrera demain une délégation"])
    def test_day_to_come_follows_that_of_the_document(self, text):
        assert [one[1] for one in found(text, date(2018, 2, 28), last=date(2018, 1, 1))] == ["2018-03-01"]
        assert found(text) == []

    def test_short_month_ends_no_sentence(self):
        assert [each.notation for each in dates_in(sentences("31 Jan. 2023")[0])] == ["2023-01-31"]
        assert [each.notation for each in dates_in(sentences("le 3 févr. 2023, il part")[0])] == ["2023-02-03"]

    def test_weekday_beside_a_date_adds_none(self):
        assert found("On Thursday (24 May 2018), it decided", date(2018, 5, 25)) == [("24 May 2018", "2018-05-24")]

    @pytest.mark.parametrize("text", ["Il l’avait rencontrée la veille", "They had met the previous day"])
    def test_eve_is_the_day_before_the_one_last_spoken_of(self, text):
        assert [one[1] for one in found(text, date(2018, 5, 24), last=date(2018, 3, 1))] == ["2018-02-28"]
        assert found(text, date(2018, 5, 24)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "On the same day, he met",
            "Le même jour, il a reçu",
            "Later that day she left",
            "In the afternoon she met",
            "Dans l’après-midi, il a reçu",
            "On the occasion of the signing they met",
            "À l’issue de la cérémonie, ils ont parlé",
            "Earlier in the day he met",
            "Lors de l’entretien qui a précédé la signature, ils ont parlé",
        ],
    )
    def test_same_day_is_the_one_last_spoken_of(self, text):
        assert [one[1] for one in found(text, last=date(2018, 2, 28))] == ["2018-02-28"]
        assert found(text, date(2018, 5, 24)) == []

    @pytest.mark.parametrize(
        "text", ["In the margins of the meeting, she met", "En marge du sommet, il a reçu", "En marge, il a reçu"]
    )
    def test_margins_are_of_the_day_of_which_the_text_has_spoken(self, text):
        day = date(2018, 2, 28)
        assert [one[1] for one in found(text, last=day, is_told=True)] == ["2018-02-28"]
        assert found(text, day, last=day) == []


class TestGoingOn:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("la mission que le Conseil avait acceptée le 24 mai 2018", False),
            ("the mission which the Council had accepted on 24 May 2018", False),
            ("la mission que le Conseil avait acceptée, le 24 mai 2018", True),
            ("The Council, which met on 24 May 2018", True),
            ("Il avait parlé le 24 mai 2018", True),
        ],
    )
    def test_is_from_no_day_that_the_text_only_remembers(self, text, expected):
        [sentence] = sentences(text)
        [day] = dates_in(sentence)
        assert goes_on_from(sentence, day) is expected

    def test_next_day_is_not_that_after_one_remembered(self):
        text = (
            "Le 15 janvier 2025, Shinzo Abe a parlé de la mission que le Conseil avait acceptée le 24 mai 2018. "
            "Le lendemain, Shinzo Abe s’est rendu à Nice."
        )
        assert facts(*proposed(text, "visit"), "period") == ["2025-01-16"]


class TestWeekday:
    """8 August 2019 was a Thursday."""

    THURSDAY = date(2019, 8, 8)

    @pytest.mark.parametrize(
        ("text", "notation"),
        [
            ("This was decided on Thursday", "2019-08-08"),
            ("Ce jeudi, il a remis ses lettres", "2019-08-08"),
            ("In Sydney on Wednesday, he met", "2019-08-07"),
            ("Le mardi, il s’est rendu", "2019-08-06"),
            ("Elle part ce samedi", "2019-08-10"),
            ("Elle a vu samedi la ministre", "2019-08-03"),
            ("Il a reçu mercredi la ministre", "2019-08-07"),
            ("Mercredi, il a reçu la ministre", "2019-08-07"),
        ],
    )
    def test_is_the_one_right_beside_the_day_of_the_document(self, text, notation):
        assert [one[1] for one in found(text, self.THURSDAY)] == [notation]

    def test_is_beside_the_day_last_spoken_of_where_that_of_the_document_is_too_far(self):
        far = date(2019, 9, 19)
        assert found("On Monday he met", far, last=date(2019, 8, 6)) == [("On Monday", "2019-08-05")]
        assert found("On Monday he met") == []

    @pytest.mark.parametrize(
        ("text", "notation"),
        [
            ("On Monday he met", "2019-08-05"),
            ("Il a reçu lundi la ministre", "2019-08-05"),
            ("Last Sunday, he met", "2019-08-04"),
            ("On Monday she will meet the Minister", "2019-08-12"),
            ("Il sera reçu mardi par la ministre", "2019-08-13"),
        ],
    )
    def test_is_of_the_week_before_the_document_or_of_the_one_behind_it(self, text, notation):
        assert [one[1] for one in found(text, self.THURSDAY)] == [notation]

    @pytest.mark.parametrize("text", ["They meet every Monday", "Le lundi saint", "un lundi", "the Sunday Times"])
    def test_that_is_none_in_particular_is_no_day(self, text):
        assert found(text, self.THURSDAY) == []

    def test_is_not_of_the_week_of_the_document_where_the_text_tells_of_another_time(self):
        assert found("On Monday he met", self.THURSDAY, last=date(2019, 6, 6)) == []

    def test_is_of_the_journey_of_which_the_document_tells(self):
        days = journey("5-8 August 2019")
        assert found("On Monday he met", self.THURSDAY, journey=days) == [("On Monday", "2019-08-05")]
        twice = journey("1-8 August 2019")
        assert found("On Thursday he met", date(2019, 8, 12), journey=twice) == []

    def test_beside_a_day_without_its_year_adds_none(self):
        assert found("Le jeudi 22 août, il a reçu", self.THURSDAY) == [("22 août", "2019-08-22")]


class TestJourney:
    def test_is_the_first_period_of_some_days(self):
        text = "In 2018 he left. 05 Aug. 2019 - 08 Aug. 2019. From 1 to 3 May 2019 he rested."
        assert journey(text).notation == "2019-08-05/2019-08-08"
        assert journey_of(sentences(text), date(2019, 4, 29)).notation == "2019-05-01/2019-05-03"
        assert journey("On 3 May 2019 he left.") is None

    def test_begins_near_the_day_of_the_document_and_may_end_further_off(self):
        text = sentences("From 10 to 16 May 2018 he was in Ghent.")
        assert journey_of(text, date(2018, 5, 1)).notation == "2018-05-10/2018-05-16"
        assert journey_of(text, date(2018, 8, 1)) is None
        near = [date(2018, 4, 29), date(2018, 4, 30), date(2018, 5, 26), date(2018, 5, 27)]
        assert [journey_of(text, day) is not None for day in near] == [False, True, True, False]

    def test_has_a_first_and_a_last_day(self):
        days = journey("From 8 to 10 September 2024")
        assert found("On the first day, he toured", journey=days) == [("On the first day", "2024-09-08")]
        assert found("Le dernier jour, il part", journey=days) == [("Le dernier jour", "2024-09-10")]
        assert found("On the first day, he toured", date(2024, 9, 8)) == []


class TestFirstYear:
    def test_is_that_of_the_first_whole_day(self):
        assert first_year(sentences("On 3 February he came. On 5 February 2023 he left, for good in 2024.")) == 2023
        assert first_year(sentences("En octobre 2017")) is None


class TestSpan:
    def test_is_the_first_and_the_last_day(self):
        assert span("2017-10") == (date(2017, 10, 1), date(2017, 10, 31))
        assert span("2023-01-30/2023-01-31") == (date(2023, 1, 30), date(2023, 1, 31))


class TestMonthAlone:
    @pytest.mark.parametrize(
        ("text", "notation"),
        [
            ("Le 20 octobre 2023\nIl se rendra à Nice en février.", "2024-02"),
            ("Le 20 octobre 2023\nIl s’est rendu à Nice en novembre.", "2022-11"),
            ("Le 20 octobre 2023\nIl est à Nice depuis mars, où il a parlé en mai dernier.", "2023-05"),
            ("20 October 2023\nShe will visit Nice in early November.", "[2023-11-01..2023-11-10]"),
            ("20 October 2023\nShe visited Nice last June.", "2023-06"),
        ],
    )
    def test_is_the_last_or_the_next_as_the_document_has_it(self, text, notation):
        assert [each.notation for each in read_document(text, known()).told[-1].days] == [notation]

    @pytest.mark.parametrize(
        "text",
        [
            "She visited Nice in November.",
            "20 October 2023\nShe may march on in may.",
            "20 October 2023\nIn 2014, she met him. She visited Nice in June.",
            "20 October 2023\nShe visited Nice in June of last year.",
            "20 October 2023\nNice in June.",
            "20 October 2023\nShe will visit Nice if he is elected in November.",
        ],
    )
    def test_is_none_where_the_text_does_not_tell_its_year(self, text):
        assert read_document(text, known()).told[-1].days == []
