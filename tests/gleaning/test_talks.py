import pytest

from tests.gleaning.documents import facts, proposed


def met(text):
    return [facts(each, "interlocutor") for each in proposed(text, "meeting")]


class TestAreas:
    MET = "On 3 April 2024, Jens Stoltenberg met Shinzo Abe. "

    def test_of_another_day_are_not_those_of_the_meeting(self):
        [meeting] = proposed(f"{self.MET}On 5 April 2024, he will exchange views on cyber defence.", "meeting")
        assert facts(meeting, "areas") == []

    @pytest.mark.parametrize(
        "text",
        [
            "They discussed cyber defence and maritime security.",
            "The talks focused on cyber defence and maritime security.",
            "Mr Abe said that cyber defence and maritime security mattered.",
        ],
    )
    def test_of_which_they_spoke_are_those_of_the_meeting(self, text):
        [meeting] = proposed(self.MET + text)
        assert facts(meeting, "areas") == ["cyber", "maritime"]
        assert meeting.passages[1] == text

    @pytest.mark.parametrize(
        ("text", "areas"),
        [
            ("Le 3 avril 2024, Jens Stoltenberg s’est entretenu avec M. Shinzo Abe de la cyberdéfense.", ["cyber"]),
            ("On 3 April 2024, Jens Stoltenberg held talks on cyber defence with Shinzo Abe.", ["cyber"]),
            ("On 3 April 2024, Jens Stoltenberg met Shinzo Abe and the adviser on cyber defence.", []),
        ],
    )
    def test_stand_right_behind_what_tells_the_meeting(self, text, areas):
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "areas") == areas

    def test_of_the_last_of_several_are_not_of_the_others(self):
        text = (
            "Jens Stoltenberg se rendra à Tokyo le 3 avril 2024. Il sera reçu par M. Shinzo Abe, puis s’entretiendra "
            "avec M. Fumio Kishida de cyberdéfense."
        )
        assert [facts(each, "areas") for each in proposed(text, "meeting")] == [[], ["cyber"]]

    @pytest.mark.parametrize(
        ("behind", "areas"),
        [("They raised", ["cyber"]), ("Japan raised its spending on", []), ("Money was raised for", [])],
    )
    def test_are_what_people_raised_and_not_what_was_raised_otherwise(self, behind, areas):
        [meeting] = proposed(f"On 3 April 2024, Jens Stoltenberg met Shinzo Abe. {behind} cyber defence.", "meeting")
        assert facts(meeting, "areas") == areas

    def test_may_stand_in_the_same_sentence(self):
        [meeting] = proposed("On 3 April 2024, Jens Stoltenberg met Shinzo Abe and discussed cyber defence.")
        assert (facts(meeting, "areas"), len(meeting.passages)) == (["cyber"], 1)

    @pytest.mark.parametrize(
        "text",
        [
            "Minister Anna Berg said that cyber defence mattered.",
            "Mr Abe likes cyber defence.",
            "Nothing happened. Nor then. They discussed cyber defence.",
            "The centre of cyber defence is new.",
        ],
    )
    def test_of_which_others_spoke_or_nobody_are_none(self, text):
        [meeting] = proposed(self.MET + text)
        assert facts(meeting, "areas") == []


def test_areas_of_talks_that_a_text_recalls_are_not_those_of_the_meeting_it_tells():
    text = "On 3 April 2024, Jens Stoltenberg met Shinzo Abe. In 2013, they had discussed cyber defence."
    assert facts(*proposed(text, "meeting"), "areas") == []
    assert facts(*proposed(text.replace("In 2013, they had", "They"), "meeting"), "areas") == ["cyber"]


def test_has_whoever_took_part_as_the_next_sentence_says():
    text = "On 18 February 2016, Japan and NATO held their consultations. The Ambassador, Mr Jon Lund, took part."
    assert met(text) == [["Jon Lund"]]
    assert met(text.replace("took part", "was absent")) == [[]]


def test_areas_of_both_sides_may_stand_further_off():
    text = (
        "On 18 February 2016, Jens Stoltenberg met Shinzo Abe. It was cold. It was late. It was long. The two leaders "
        "discussed cyber defence."
    )
    assert facts(*proposed(text), "areas") == ["cyber"]
    assert facts(*proposed(text.replace("The two leaders", "Others")), "areas") == []


def test_is_not_what_somebody_said_once_the_text_tells_of_something_else():
    text = "On 3 April 2024, Jens Stoltenberg met Shinzo Abe. It was cold. Mr Abe said that cyber defence mattered."
    assert facts(*proposed(text), "areas") == ["cyber"]
    for other in ("He signed the agreement.", "He travelled to Nice.", "He left on 4 April 2024."):
        assert facts(*proposed(text.replace("It was cold.", other), "meeting"), "areas") == []


class TestDelegations:
    HELD = "On 18 February 2016, Japan and NATO held their consultations. "

    @pytest.mark.parametrize(
        "text",
        [
            "The Japanese delegation was led by the Ambassador, Mr Jon Lund, that of NATO was large.",
            "It was cold. The Ambassador, Mr Jon Lund, led the delegation.",
            # Of several, who stands beside the word.
            "Beside Mr Shinzo Abe, the Ambassador, Mr Jon Lund, led the delegation.",
            "The Japanese delegation was led by the Ambassador, Mr Jon Lund, beside Mr Shinzo Abe.",
        ],
    )
    def test_have_those_who_led_them(self, text):
        assert met(self.HELD + text) == [["Jon Lund"]]

    def test_of_which_nobody_says_who_led_them_have_none(self):
        assert met(self.HELD + "The Japanese delegation was large, said the Ambassador, Mr Jon Lund.") == [[]]


class TestOccasion:
    PRESENTED = "Le 15 janvier 2025, M. Shinzo Abe a remis ses lettres de créance à M. Jens Stoltenberg. "

    def test_of_credentials_is_one_of_talks_where_both_spoke_of_something(self):
        text = self.PRESENTED + "À cette occasion, ils ont fait le point sur la cyberdéfense."
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "date", "interlocutor", "areas") == [
            "2025-01-15",
            "abe-shinzo",
            "stoltenberg-jens",
            "cyber",
        ]
        assert met(self.PRESENTED + "Il a fait le point sur la cyberdéfense.") == []
        assert met(self.PRESENTED + "Ils sont heureux.") == []

    def test_of_two_who_did_something_is_a_press_conference_where_they_gave_one(self):
        text = (
            "Le 6 mai 2014, M. Shinzo Abe et M. Jens Stoltenberg ont signé le programme de coopération entre le Japon "
            "et l’OTAN. Ils ont ensuite tenu une conférence de presse."
        )
        [meeting] = proposed(text, "meeting")
        assert (meeting.variant, *facts(meeting, "date")) == ("press_conference", "2014-05-06")

    @pytest.mark.parametrize("who", ["M. Shinzo Abe", "M. Shinzo Abe, M. Jens Stoltenberg et M. Fumio Kishida"])
    def test_of_one_or_of_several_is_none(self, who):
        signed = "ont signé" if "," in who else "a signé"
        text = (
            f"Le 6 mai 2014, {who} {signed} le programme de coopération entre le Japon et l’OTAN. "
            "Ils ont ensuite tenu une conférence de presse."
        )
        assert proposed(text, "meeting") == []


class TestBeforeThePress:
    TEXT = "Joint press conference by Jens Stoltenberg and Shinzo Abe\n{}\nGood afternoon to all of you."

    def test_is_told_by_the_heading_of_a_transcript_on_the_day_of_the_document(self):
        [meeting] = proposed(self.TEXT.format("Brussels, 3 May 2018"))
        assert meeting.variant == "press_conference"
        assert facts(meeting, "date", "interlocutor") == ["2018-05-03", "stoltenberg-jens", "abe-shinzo"]

    def test_without_a_day_is_none(self):
        assert proposed(self.TEXT.format("Brussels")) == []


MET = "Jens Stoltenberg met Fumio Kishida on 31 January 2023. "


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        (f"{MET}The press raised cyber defence.", []),
        (f"{MET}Shinzo Abe then discussed cyber defence.", []),
        (f"{MET}Fumio Kishida raised cyber defence.", ["cyber"]),
        (f"{MET}Before the press, the two discussed cyber defence.", ["cyber"]),
        (f"{MET}Asked by journalists, Fumio Kishida raised cyber defence.", ["cyber"]),
        (f"{MET}As Shinzo Abe had asked, they discussed cyber defence.", ["cyber"]),
        (f"{MET}Devant la presse, ils ont évoqué la cyberdéfense.", ["cyber"]),
        (
            "Jens Stoltenberg a rencontré Fumio Kishida le 31 janvier 2023. La cyberdéfense a aussi été abordée.",
            ["cyber"],
        ),
    ],
)
def test_of_what_others_spoke_those_who_met_did_not(text, areas):
    [meeting] = proposed(text, "meeting")
    assert facts(meeting, "areas") == areas


PRESENTED = "présenté ses lettres de créance à Jens Stoltenberg"


@pytest.mark.parametrize(
    ("before", "spoke", "kinds"),
    [
        (PRESENTED, "Ils ont évoqué la cyberdéfense.", ["meeting", "tenure"]),
        (PRESENTED, "Ils ont eu un entretien sur la cyberdéfense.", ["meeting", "tenure"]),
        (PRESENTED, "Ils ont dîné.", ["tenure"]),
        ("parlé après Jens Stoltenberg", "Ils ont évoqué la cyberdéfense.", []),
    ],
)
def test_who_spoke_as_one_presented_credentials_met(before, spoke, kinds):
    text = f"Le 3 mai 2018, Shinzo Abe, ambassadeur du Japon en Belgique, a {before}. {spoke}"
    assert sorted(each.kind for each in proposed(text)) == kinds
