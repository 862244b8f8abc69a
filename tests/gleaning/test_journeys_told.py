import pytest

from partnerships.gleaning.journeys_told import gone_on_to, travels
from tests.gleaning.documents import facts, proposed, without_names


class TestTravels:
    @pytest.mark.parametrize(
        "text",
        [
            "She visited Ghent",
            "Elle s’est rendue à Gand",
            "Visit of Ms Berg to Ghent",
            "Following an invitation to speak she travelled to Ghent",
        ],
    )
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
        assert gone_on_to(without_names("She was in Bruges on 24 June 2024, then to Ghent on 26 June 2024.")) is None


class TestTraveller:
    def test_is_none_of_the_hosts(self):
        [visit] = proposed("On 3 May 2024, Shinzo Abe visited Brussels, received by Jens Stoltenberg.", "visit")
        assert facts(visit, "visitor") == ["abe-shinzo"]


class TestCancelled:
    @pytest.mark.parametrize(
        "text",
        [
            "La visite à Bruxelles du premier ministre, M. Shinzo Abe, prévue le 3 mai 2024, a été annulée.",
            "Le déplacement de M. Shinzo Abe à Bruxelles, prévu le 3 mai 2024, est reporté.",
            "La visite de Shinzo Abe à Bruxelles, annoncée pour le 3 mai 2024, n’aura pas lieu.",
            "Shinzo Abe a annulé sa visite à Bruxelles, qui devait commencer le 3 mai 2024.",
            "A visit of Shinzo Abe to Brussels on 3 May 2024 has been called off.",
            "The visit of Shinzo Abe to Brussels, planned for 3 May 2024, will not take place.",
            "The trip of Shinzo Abe to Brussels, scheduled for 3 May 2024, was postponed.",
        ],
    )
    def test_visit_is_told_as_such(self, text):
        [visit] = proposed(text)
        assert (visit.status, *facts(visit, "period", "visitor", "stop")) == (
            "cancelled",
            "2024-05-03",
            "abe-shinzo",
            "brussels",
        )

    @pytest.mark.parametrize(
        "text",
        [
            "La visite du premier ministre, M. Shinzo Abe, prévue en janvier 2024, a été annulée.",
            "The planned visit of Prime Minister Shinzo Abe, due in January 2024, was cancelled.",
        ],
    )
    def test_visit_needs_no_place(self, text):
        [visit] = proposed(text)
        assert (visit.status, *facts(visit, "period", "visitor", "stop")) == ("cancelled", "2024-01", "abe-shinzo")

    @pytest.mark.parametrize(
        "text",
        [
            "L’entretien de Shinzo Abe avec Jens Stoltenberg, prévu le 3 mai 2024, n’a pas eu lieu.",
            "The talks of Shinzo Abe with Jens Stoltenberg planned for 3 May 2024 did not take place.",
            "The meeting of Shinzo Abe with Jens Stoltenberg, the talks of 3 May 2024, was called off.",
        ],
    )
    def test_meeting_is_told_as_such(self, text):
        [meeting] = proposed(text)
        assert (meeting.kind, meeting.status, *facts(meeting, "date")) == ("meeting", "cancelled", "2024-05-03")


class TestTheEve:
    """Behind what is yet to come, a text that goes back tells of the day before the one that it told as past."""

    @pytest.mark.parametrize(
        "text",
        [
            "Le 8 février 2024, Jens Stoltenberg a rencontré Shinzo Abe. Mme Anna Berg sera reçue à l’OTAN le 20 mars "
            "2024. La veille, Fumio Kishida avait rencontré à Tokyo le ministre de la Défense.",
            "On 8 February 2024, Jens Stoltenberg met Shinzo Abe. Ms Anna Berg will be received at NATO on 20 March "
            "2024. The day before, Fumio Kishida had met in Tokyo the Minister of Defence.",
        ],
    )
    def test_is_that_of_what_was(self, text):
        days = [facts(each, "date") for each in proposed(text, "meeting")]
        assert days == [["2024-02-08"], ["2024-03-20"], ["2024-02-07"]]


class TestSummit:
    @pytest.mark.parametrize(
        "text",
        [
            "Prime Minister Fumio Kishida attended the NATO Summit in Brussels on 29 June 2022.",
            "Le 29 juin 2022, M. Fumio Kishida a participé au sommet de l’OTAN à Bruxelles.",
        ],
    )
    def test_somebody_attends_is_a_journey_there(self, text):
        [visit] = proposed(text)
        assert facts(visit, "period", "visitor", "stop", "organization") == [
            *("2022-06-29", "kishida-fumio", "brussels", "nato")
        ]

    @pytest.mark.parametrize("how", ["by video link", "virtually", "par visioconférence"])
    def test_somebody_attends_from_afar_is_none(self, how):
        assert proposed(f"Mr Shinzo Abe attended the summit in Brussels {how} on 11 July 2018.", "visit") == []
        assert proposed(f"M. Shinzo Abe a participé {how} au sommet de Bruxelles le 11 juillet 2018.", "visit") == []


def test_two_towns_with_a_day_each_are_one_journey():
    text = "Mr Fumio Kishida visited Brussels on 5 January and Nice on 6 January 2017."
    [visit] = proposed(text)
    assert facts(visit, "period") == ["2017-01-05/2017-01-06"]
    [visit] = proposed("Mr Fumio Kishida visited Brussels on 5 January and Mr Shinzo Abe on 6 January 2017.", "visit")
    assert facts(visit, "period") == ["2017-01-05"]


class TestTogether:
    @pytest.mark.parametrize(
        "text",
        [
            "Prime Minister Shinzo Abe and Foreign Minister Fumio Kishida visited Brussels on 4 May 2018",
            "MM. Shinzo Abe et Fumio Kishida se sont rendus à Bruxelles le 4 mai 2018",
            "Shinzo Abe, Prime Minister of Japan, and Fumio Kishida, Minister, will visit Brussels on 4 May 2018",
        ],
    )
    def test_both_travel_and_neither_is_met(self, text):
        visit, *met = proposed(f"{text}, where they met Jens Stoltenberg.")
        assert facts(visit, "visitor") == ["abe-shinzo", "kishida-fumio"]
        assert [facts(each, "interlocutor") for each in met] == [["stoltenberg-jens"]]

    def test_one_of_them_may_meet_somebody_alone(self):
        text = "Shinzo Abe and Fumio Kishida will visit Brussels on 4 May 2018. Mr Abe will meet Jens Stoltenberg."
        _visit, meeting = proposed(text)
        assert facts(meeting, "visitor") == ["abe-shinzo"]

    def test_both_are_received_together(self):
        text = "Shinzo Abe and Fumio Kishida visited Brussels on 4 May 2018. They were received by Jens Stoltenberg."
        _visit, meeting = proposed(text)
        assert facts(meeting, "visitor", "interlocutor") == ["abe-shinzo", "kishida-fumio", "stoltenberg-jens"]

    def test_of_whom_a_heading_names_one_alone_pay_one_visit(self):
        text = "Shinzo Abe and Fumio Kishida will travel to Brussels on 4 May 2018."
        [visit] = proposed(f"Visit of Shinzo Abe to Brussels (4 May 2018)\n{text}")
        assert facts(visit, "visitor") == ["abe-shinzo", "kishida-fumio"]

    def test_whoever_was_only_met_before_does_not_travel(self):
        text = "Jens Stoltenberg met Fumio Kishida and Shinzo Abe will visit Brussels on 4 May 2018."
        assert facts(proposed(text, "visit")[0], "visitor") == ["abe-shinzo"]

    @pytest.mark.parametrize(
        "before",
        [
            "Jens Stoltenberg chaired the Council and",
            "In the presence of Jens Stoltenberg and his deputy,",
            "Unlike Jens Stoltenberg and Jan Berg,",
            "After talks between Jens Stoltenberg and Jan Berg,",
            "The successor of Jens Stoltenberg and",
        ],
    )
    def test_whoever_stands_before_for_another_reason_does_not_travel(self, before):
        assert facts(proposed(f"{before} Shinzo Abe visited Tokyo on 4 May 2018.", "visit")[0], "visitor") == [
            "abe-shinzo"
        ]

    def test_at_whose_invitation_others_travel_together_does_not(self):
        text = "Invited by Jens Stoltenberg, Shinzo Abe and Fumio Kishida visited Brussels on 4 May 2018."
        assert facts(proposed(text, "visit")[0], "visitor") == ["abe-shinzo", "kishida-fumio"]


class TestAmongOthers:
    """A meeting of two others near a visit is none on it, and does not make it longer."""

    VISIT = "On 3 May 2018 Jens Stoltenberg visited Tokyo. "

    @pytest.mark.parametrize(
        "text",
        [
            "Ms Anna Berg met Shinzo Abe in Brussels on 4 May.",
            "The Minister of State, Anna Berg, received Shinzo Abe in Brussels on 4 May.",
            "Mr Berg met Shinzo Abe in Brussels the next day.",
        ],
    )
    def test_leaves_the_visit_as_it_is(self, text):
        [visit] = proposed(self.VISIT + text, "visit")
        assert facts(visit, "period", "stop") == ["2018-05-03", "tokyo"]
        assert not [each for each in proposed(self.VISIT + text, "meeting") if each.owner]

    def test_of_the_visitor_is_one_on_it(self):
        [meeting] = proposed(f"{self.VISIT}Shinzo Abe received the Secretary General, Jens Stoltenberg.", "meeting")
        assert meeting.owner


def test_what_had_been_before_is_no_part_of_a_visit_to_come():
    text = "On 9 May 2018 Jens Stoltenberg will visit Tokyo. “I met Shinzo Abe in Nice three weeks ago.”"
    [visit] = proposed(f"3 May 2018\n{text}")
    assert facts(visit, "stop") == ["tokyo"]


def test_a_visit_to_the_seat_of_a_body_may_say_its_day_before_it():
    text = "M. Shinzo Abe s’est rendu le 3 mai 2018 au siège de l’OTAN, où il a rencontré le secrétaire général."
    visit, meeting = proposed(text)
    assert facts(visit, "period", "visitor") == ["2018-05-03", "abe-shinzo"]
    assert facts(meeting, "interlocutor") == ["nato-sg"]
