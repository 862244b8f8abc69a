import pytest

from partnerships.gleaning import events
from partnerships.gleaning.days import dates_in
from partnerships.gleaning.events import Told
from partnerships.gleaning.text import sentences


def told(text):
    sentence = sentences(text)[0]
    return Told(sentence, [], dates_in(sentence))


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (events.DECIDED, "le Conseil a décidé"),
            (events.DECIDED, "the Council agreed to accept the request"),
            (events.TRAVELLED, "il s’est rendu à Tokyo"),
            (events.TRAVELLED, "he will travel to Tokyo"),
            (events.TALKS, "il a rencontré le ministre"),
            (events.TALKS, "she met with the minister"),
            (events.PRESS_CONFERENCE, "lors d’une conférence de presse"),
            (events.CALL, "un entretien téléphonique"),
            (events.AGREED, "ils sont convenus de"),
            (events.LIAISON, "liaison officers at SHAPE"),
            (events.DESIGNATED, "désignée comme mission"),
            (events.DESIGNATED, "designate its embassy in Belgium as its mission"),
            (events.ALL_PARTNERS, "tous les pays partenaires"),
            (events.CREDENTIALS, "a remis ses lettres de créance"),
            (events.APPOINTED, "was appointed ambassador"),
            (events.CANCELLED, "la visite est annulée"),
            (events.CANCELLED, "la rencontre a été reportée"),
            (events.CANCELLED, "the visit was cancelled"),
            (events.CANCELLED, "the talks were postponed"),
            (events.PLANNED, "il se rendra à Tokyo"),
            (events.PLANNED, "she will meet him"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert told(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (events.DECIDED, "il n’est pas décisif"),
            (events.TRAVELLED, "the visitors’ book"),
            (events.TALKS, "the metropolitan area"),
            (events.AGREED, "the agreement"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not told(text).says(pattern)


class TestTold:
    def test_day_is_the_most_exact_date(self):
        assert told("En 2017, le 31 octobre 2017").day.notation == "2017-10-31"

    def test_meeting_is_told_by_any_of_its_kinds(self):
        assert told("une conférence de presse").tells_meeting
        assert not told("une mission").tells_meeting
