import pytest

from partnerships.gleaning import words_of_journeys

from .documents import without_names


class TestVerbs:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_journeys.TRAVELLED, "il s’est rendu à Tokyo"),
            (words_of_journeys.TRAVELLED, "he will travel to Tokyo"),
            (words_of_journeys.TRAVELLED, "she is travelling to Tokyo"),
            (words_of_journeys.TRAVELLED, "paid a three-day official visit"),
            (words_of_journeys.TRAVELLED, "a entamé hier une visite"),
            (words_of_journeys.LED_BY, "The Japanese delegation was led by"),
            (words_of_journeys.LED_BY, "la délégation japonaise était conduite par"),
            (words_of_journeys.LED, "Mme Berg conduisait la délégation"),
            (words_of_journeys.CANCELLED, "la visite est annulée"),
            (words_of_journeys.CANCELLED, "la rencontre a été reportée"),
            (words_of_journeys.CANCELLED, "the visit was cancelled"),
            (words_of_journeys.CANCELLED, "the talks were postponed"),
            (words_of_journeys.PLANNED, "il se rendra à Tokyo"),
            (words_of_journeys.PLANNED, "she will meet him"),
            (words_of_journeys.TRAVELLED, "achevant ainsi une visite officielle"),
            (words_of_journeys.TRAVELLED, "concluding an official visit"),
            (words_of_journeys.TRAVELLED, "il effectuait une visite"),
            (words_of_journeys.PLANNED, "une délégation est attendue"),
            (words_of_journeys.PLANNED, "the talks will be held"),
            (words_of_journeys.NO_VISIT, "they met to prepare the"),
            (words_of_journeys.NO_VISIT, "he thanked them for the welcome since his"),
            (words_of_journeys.TRAVELLED, "he leaves for Tokyo"),
            (words_of_journeys.PLANNED, "he is scheduled to hold talks"),
            (words_of_journeys.PLANNED, "she will attend the meeting"),
        ],
    )
    def test_are_seen_in_both_languages(self, pattern, text):
        assert without_names(text).says(pattern)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_journeys.TRAVELLED, "the visitors’ book"),
            (words_of_journeys.TRAVELLED, "began a two-day conference"),
            (words_of_journeys.WENT, "une visite"),
            (words_of_journeys.TRAVELLED, "he leaves for the day"),
            (words_of_journeys.PLANNED, "it is expected that"),
            (words_of_journeys.NO_VISIT, "since then, he paid a"),
        ],
    )
    def test_are_not_seen_in_other_words(self, pattern, text):
        assert not without_names(text).says(pattern)
