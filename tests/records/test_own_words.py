"""The words of a source that stand beside the dates of a record."""

from partnerships import dates
from partnerships.models import Decision
from partnerships.records.own_words import date_in_own_words, wordings_of


def test_are_those_of_the_languages_that_have_any():
    decision = Decision(date="2018-05", date_wording_fr="peu après le 24 mai", date_wording_en="")
    assert wordings_of(decision, "date") == {"fr": "peu après le 24 mai"}
    assert wordings_of(object(), "date") == {}


def test_stand_beside_ours():
    decision, when = Decision(date_wording_fr="peu après le 24 mai"), dates.parse_moment("2018-05")
    assert "peu après le 24 mai" in date_in_own_words(decision, "date", when, "fr")
    assert date_in_own_words(Decision(), "date", when, "en") == dates.word(when, "en")
