import pytest

from tests.gleaning.documents import facts, proposed


class TestConsultation:
    @pytest.mark.parametrize(
        "text",
        [
            "Japan and NATO held their policy consultations on cyber defence in Canberra on 21 November 2023.",
            "Une délégation de l’OTAN s’est rendue à Canberra le 21 novembre 2023 pour les consultations annuelles "
            "avec le Japon sur la cyberdéfense.",
        ],
    )
    def test_is_of_a_state_and_a_body(self, text):
        [meeting] = proposed(text)
        assert (meeting.kind, meeting.variant) == ("meeting", "consultation")
        assert facts(meeting, "date", "partners", "organization", "areas") == ["2023-11-21", "jp", "nato", "cyber"]
        assert facts(meeting, "place") == ["Canberra"]

    def test_is_of_a_delegation_by_itself(self):
        text = "A Japanese delegation is expected on 21 November 2023 for consultations on cyber defence."
        [meeting] = proposed(text)
        assert (meeting.status, facts(meeting, "partners")) == ("planned", ["jp"])
        assert proposed(text.replace("A Japanese delegation is", "They are")) == []


class TestCouncil:
    def test_is_attended_by_whoever_the_text_names(self):
        [meeting] = proposed("On 3 April 2025, Shinzo Abe attended the meeting of the North Atlantic Council.")
        assert (meeting.variant, facts(meeting, "interlocutor", "organization")) == ("council", ["abe-shinzo", "nac"])

    def test_is_a_part_of_the_visit(self):
        text = (
            "Shinzo Abe visited Brussels from 2 to 4 April 2025. On 3 April he attended the meeting of the North "
            "Atlantic Council, with Jens Stoltenberg."
        )
        [visit, meeting] = proposed(text)
        assert (meeting.owner, meeting.variant) == (visit.number, "council")
        assert facts(meeting, "date", "visitor", "interlocutor", "organization") == ["2025-04-03", "abe-shinzo", "nac"]


class TestSeveralDays:
    @pytest.mark.parametrize(
        "text",
        [
            "he met Mr Park Jin on 29 January 2023, and with Mr Yoon Suk Yeol on 30 January 2023.",
            "on 29 January 2023 he met Mr Park Jin, and on 30 January 2023 Mr Yoon Suk Yeol.",
            "il a rencontré M. Park Jin le 29 janvier 2023 et M. Yoon Suk Yeol le 30 janvier 2023.",
        ],
    )
    def test_each_is_of_the_day_beside_whom_it_stands(self, text):
        before = "Jens Stoltenberg visited Seoul on 29-30 January 2023. In Seoul, "
        first, second = proposed(before + text, "meeting")
        assert facts(first, "date", "interlocutor") == ["2023-01-29", "Park Jin"]
        assert facts(second, "date", "interlocutor") == ["2023-01-30", "Yoon Suk Yeol"]
