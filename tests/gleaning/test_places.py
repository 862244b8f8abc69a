import re

import pytest

from partnerships.gleaning.days import dates_in
from partnerships.gleaning.officials import unnamed_in
from partnerships.gleaning.people import people_in
from partnerships.gleaning.places import known_places, places_after, places_told, unknown_places
from partnerships.gleaning.text import sentences
from partnerships.gleaning.told_sentence import ToldSentence
from tests.gleaning.documents import facts, known, proposed


def told(text):
    sentence = sentences(text)[0]
    mentions = known().mentions(sentence)
    people = people_in(sentence, mentions)
    return ToldSentence(sentence, mentions, dates_in(sentence), people, unnamed_in(sentence, people))


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


class TestWithin:
    """A place in the midst of a sentence."""

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("He met Shinzo Abe in Canberra", ["Canberra"]),
            ("Il s’est entretenu à Séoul avec Shinzo Abe", ["Séoul"]),
            ("On Monday (30 January 2023) in Seoul, he held talks", ["Seoul"]),
            ("They held consultations in Seoul on 21 November 2023", ["Seoul"]),
            ("She met the Minister of Trade in Ho Chi Minh and, today in Hanoi, Shinzo Abe", ["Ho Chi Minh", "Hanoi"]),
            ("In Sydney, he met Shinzo Abe in Canberra", ["Sydney", "Canberra"]),
            ("La ministre a rencontré Shinzo Abe à Abou Dhabi", ["Abou Dhabi"]),
            ("It will continue to Wellington on 14 September, where it will hold consultations", ["Wellington"]),
            ("She welcomed Shinzo Abe to Sydney", ["Sydney"]),
        ],
    )
    def test_is_where_they_met(self, text, places):
        assert [name for name, _ in unknown_places(told(text))] == places

    @pytest.mark.parametrize(
        "text",
        [
            "He met Shinzo Abe in Tokyo",
            "He met Shinzo Abe in October",
            "He met Shinzo Abe and wrote to Sydney",
            "He met Shinzo Abe in Parliament",
            "He met Shinzo Abe in EUFOR",
            "He met Shinzo Abe in Europe",
            "He met Shinzo Abe and thanked Japan for its help in Kabul",
            "They discussed the situation in Kabul",
            "She met the Ambassador in Kabul",
            "Il a rencontré Shinzo Abe et remercié Madame Berg, à Monsieur Holm",
            "Policy Talks Held in Seoul",
            "In Parliament, he met Shinzo Abe",
            "They met under Article 4, in Resolution 1325",
            "He met Shinzo Abe, in Japanese Gardens",
        ],
    )
    def test_is_none_where_it_is_something_else_or_they_met_elsewhere(self, text):
        assert unknown_places(told(text)) == []

    def test_that_the_register_knows_is_where_nobody_only_came_from_or_spoke_of(self):
        found = [
            [each.text for each in known_places(told(text))]
            for text in (
                "He came from Brussels and met Shinzo Abe in Tokyo",
                "L’ambassadeur, venu de Bruxelles, l’a rencontré à Tokyo",
                "They discussed the situation in Tokyo",
                "The embassy in Tokyo and the Ambassador to Brussels",
                "Il a regagné Bruxelles",
                "Il l’a rencontré au terme de deux années passées à Bruxelles",
            )
        ]
        assert found == [["Tokyo"], ["Tokyo"], [], [], [], []]

    def test_stand_in_their_order(self):
        places = places_told(told("He met Shinzo Abe in Canberra and, today in Tokyo, Fumio Kishida"))
        assert [each.value or each.known.key for each in places] == ["Canberra", "tokyo"]


@pytest.mark.parametrize("clock", ["at 3 p.m. (10 p.m. Tokyo time)", "à 15 heures (22 heures, heure de Tokyo)"])
def test_the_place_of_a_clock_is_none(clock):
    verb = "met" if "time" in clock else "a rencontré"
    [meeting] = proposed(f"3 May 2018 – Jens Stoltenberg {verb} Shinzo Abe {clock}.")
    assert facts(meeting, "place") == []
