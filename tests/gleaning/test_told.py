import re

import pytest

from partnerships.gleaning.days import dates_in
from partnerships.gleaning.people import people_in
from partnerships.gleaning.text import sentences
from partnerships.gleaning.told import ToldSentence, place_first, places_after
from tests.gleaning.documents import known


def told(text):
    sentence = sentences(text)[0]
    mentions = known().mentions(sentence)
    return ToldSentence(sentence, mentions, dates_in(sentence), people_in(sentence, mentions))


class TestTold:
    def test_day_is_the_most_exact_date(self):
        assert told("En 2017, le 31 octobre 2017").day.notation == "2017-10-31"

    def test_meeting_is_told_by_any_of_its_kinds(self):
        assert told("une conférence de presse").tells_meeting
        assert not told("une mission").tells_meeting

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Jens Stoltenberg met Shinzo Abe", "Jens Stoltenberg"),
            ("Reçue hier, Shinzo Abe s’est aussi entretenue avec Jens Stoltenberg", "Shinzo Abe"),
            ("Lors d’une série d’entretiens, Jens Stoltenberg a parlé", "Jens Stoltenberg"),
        ],
    )
    def test_subject_stands_before_the_verb_or_alone(self, text, names):
        assert told(text).subject.name == names

    @pytest.mark.parametrize("text", ["The minister met Shinzo Abe", "Un entretien a eu lieu avec Shinzo Abe"])
    def test_whoever_was_met_is_no_subject(self, text):
        assert told(text).subject is None

    def test_state_of_a_title_is_no_other_party(self):
        assert told("NATO Secretary General Jens Stoltenberg spoke").others == []
        assert told("le ministre japonais de la Défense, Itsunori Onodera, a parlé").others == []
        assert [each.known.key for each in told("Minister Itsunori Onodera spoke of NATO in Japan").others] == [
            "nato",
            "jp",
        ]


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("a visit to Bern and Geneva", ["Bern", "Geneva"]),
            ("une visite à Berne et à Genève", ["Berne", "Genève"]),
            ("he visited Bern, Basel and Tokyo", ["Bern", "Basel"]),
            ("he visited the Mongolian capital Ulaanbaatar", ["Ulaanbaatar"]),
            ("he visited Tokyo", []),
            ("he visited the camp", []),
        ],
    )
    def test_behind_the_verb_are_those_that_nobody_knows(self, text, places):
        assert places_after(re.search(r"visit(?:ed|e| to)", text), told(text)) == places

    def test_first_in_a_sentence_is_one_that_nobody_knows(self):
        assert [place_first(told(text)) for text in ("In Sydney, he met", "À Tokyo, il a", "He met")] == [
            "Sydney",
            "",
            "",
        ]
