import pytest

from partnerships.gleaning.journeys_told import gone_on_to, travels
from tests.gleaning.documents import facts, proposed, without_names


class TestTravels:
    @pytest.mark.parametrize("text", ["She visited Ghent", "Elle s’est rendue à Gand", "Visit of Ms Berg to Ghent"])
    def test_is_the_verb_of_a_journey(self, text):
        assert travels(without_names(text))

    @pytest.mark.parametrize(
        "text", ["They met to prepare the visit of Ms Berg to Ghent", "She arrived in Ghent and took up her duties"]
    )
    def test_is_none_of_what_is_only_spoken_of(self, text):
        assert travels(without_names(text)) is None


class TestGoneOnTo:
    def test_joins_two_days_of_one_journey(self):
        told = without_names("She was in Bruges on 24 June 2024, then to Ghent on 25 June 2024.")
        assert gone_on_to(told).value == "2024-06-24/2024-06-25"

    def test_needs_the_day_right_behind(self):
        assert gone_on_to(without_names("She was in Bruges on 24 June 2024, then to Ghent on 27 June 2024.")) is None


class TestTraveller:
    def test_is_none_of_the_hosts(self):
        [visit] = proposed("On 3 May 2024, Shinzo Abe visited Brussels, received by Jens Stoltenberg.", "visit")
        assert facts(visit, "visitor") == ["abe-shinzo"]
