import pytest

from tests.gleaning.documents import facts, proposed


class TestWhere:
    def test_of_two_stops_that_a_sentence_names_it_is_the_first(self):
        text = (
            "Jens Stoltenberg visited Tokyo and Nice from 30 to 31 January 2023. During the visit he held a press "
            "conference with Fumio Kishida in Tokyo and Nice."
        )
        [conference] = proposed(text, "meeting")
        assert facts(conference, "place") == ["tokyo"]


class TestInCompany:
    @pytest.mark.parametrize(
        "company", ["accompanied by Mr Shinzo Abe", "together with the Prime Minister, Mr Shinzo Abe"]
    )
    def test_whoever_travels_along_is_neither_the_visitor_nor_met(self, company):
        [visit] = proposed(f"Prime Minister Fumio Kishida, {company}, visited Brussels on 4 April 2023.")
        assert facts(visit, "visitor", "stop") == ["kishida-fumio", "brussels"]

    @pytest.mark.parametrize(
        ("text", "met"),
        [
            ("Fumio Kishida visited Brussels on 4 April 2023 with Ambassador Shinzo Abe and Mr Taro Kono.", []),
            (
                "Le 4 avril 2023, M. Fumio Kishida s’est rendu à Bruxelles avec M. Shinzo Abe pour s’entretenir avec "
                "M. Jens Stoltenberg.",
                ["stoltenberg-jens"],
            ),
            (
                "On 4 April 2023 Fumio Kishida visited Brussels at the head of a delegation that included Mr Shinzo "
                "Abe, and was received by Jens Stoltenberg.",
                ["stoltenberg-jens"],
            ),
            ("On 4 April 2023 Fumio Kishida visited Brussels, where Mr Shinzo Abe received him.", ["abe-shinzo"]),
        ],
    )
    def test_behind_a_verb_of_travelling_they_met_whom_a_word_of_meeting_leads_to(self, text, met):
        assert [one for each in proposed(text, "meeting") for one in facts(each, "interlocutor")] == met

    def test_whoever_is_named_in_another_clause_is_not_met(self):
        text = "M. Shinzo Abe a salué le Japon ; M. Fumio Kishida a visité Bruxelles le 4 avril 2023."
        [visit] = proposed(text)
        assert facts(visit, "visitor") == ["kishida-fumio"]
