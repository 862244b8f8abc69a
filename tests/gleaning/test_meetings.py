import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning.documents import facts, known, proposed


def met(text):
    return [facts(each, "interlocutor") for each in proposed(text, "meeting")]


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of the Prime Minister, Shinzo Abe, Mr Taro Berg met Jens Stoltenberg on 4 May 2018.",
        "En l’absence du Premier ministre, M. Shinzo Abe, M. Taro Berg a rencontré Jens Stoltenberg le 4 mai 2018.",
    ],
)
def test_those_for_whom_others_came_met_nobody(text):
    [meeting] = proposed(text)
    assert facts(meeting, "interlocutor") == ["Taro Berg", "stoltenberg-jens"]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("met the spokesperson for the Prime Minister, Ms Anna Berg,", ["Anna Berg"]),
        ("met the private secretary to the Prime Minister, Ms Anna Berg,", ["Anna Berg"]),
        ("met the adviser to Shinzo Abe", []),
        ("met Mr Taro Berg, adviser to Prime Minister Abe,", ["Taro Berg"]),
        ("met Mr Taro Berg, special envoy of Prime Minister Shinzo Abe,", ["Taro Berg"]),
    ],
)
def test_those_who_work_for_others_met_in_their_own_name(who, name):
    text = f"Jens Stoltenberg {who} in Tokyo on 4 May 2018."
    assert met(text) == [["stoltenberg-jens", *name]]


def test_where_they_went_afterwards_they_did_not_meet():
    [meeting] = proposed("On 4 May 2018 Jens Stoltenberg met Shinzo Abe, and visited Tokyo.", "meeting")
    assert facts(meeting, "place") == []


@pytest.mark.parametrize("when", ["during his visit to Tokyo", "when he visited Tokyo"])
def test_on_a_visit_they_met_where_it_led(when):
    [meeting] = proposed(f"On 31 October 2017 Jens Stoltenberg met Prime Minister Shinzo Abe {when}.", "meeting")
    assert facts(meeting, "place") == ["tokyo"]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2018 Jens Stoltenberg received Mr Shinzo Abe’s congratulations.",
        "On 3 May 2018 Jens Stoltenberg received a message from Mr Shinzo Abe.",
        "On 3 May 2018 Jens Stoltenberg received a message from Prime Minister Shinzo Abe.",
        "Le 3 mai 2018, Jens Stoltenberg a reçu de M. Shinzo Abe une lettre.",
        "Le 3 mai 2018, Jens Stoltenberg a reçu un message de M. Shinzo Abe.",
        "Le 3 mai 2018, Jens Stoltenberg a reçu un message du premier ministre, Shinzo Abe.",
    ],
)
def test_is_with_nobody_who_only_wrote(text):
    assert proposed(text) == []


def test_of_strangers_alone_is_none():
    assert proposed("On 4 May 2018 President Jan Holm met Minister Anna Berg in Paris and visited Bern.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jens Stoltenberg shakes hands with Shinzo Abe, Tokyo, 31 October 2017.",
        "Jens Stoltenberg serre la main de Shinzo Abe à Tokyo, le 31 octobre 2017.",
    ],
)
def test_may_be_told_by_the_caption_of_a_picture(text):
    [meeting] = proposed(text)
    assert facts(meeting, "interlocutor", "place") == ["stoltenberg-jens", "abe-shinzo", "tokyo"]


class TestMeeting:
    def test_by_itself_has_place_partner_and_people(self):
        text = "Le 14 février 2026, Jens Stoltenberg a rencontré Shinzo Abe. Le Japon en a rendu compte."
        [meeting] = proposed(text, "meeting")
        assert (meeting.owner, facts(meeting, "interlocutor")) == (None, ["stoltenberg-jens", "abe-shinzo"])

    def test_needs_a_day(self):
        assert proposed("Jens Stoltenberg a rencontré Shinzo Abe.") == []

    def test_is_with_nobody_whose_appointment_is_welcomed(self):
        text = "On 15 April 2013, Jens Stoltenberg welcomed the appointment of Prime Minister Shinzo Abe of Japan."
        assert proposed(text, "meeting") == []
        assert len(proposed(text.replace("the appointment of ", ""), "meeting")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "On 11 October 2024, Jens Stoltenberg met Shinzo Abe, of Japan, to discuss the Republic of Korea.",
            "On 11 October 2024, to discuss the Republic of Korea, Jens Stoltenberg met Shinzo Abe, from Japan.",
            "Le 11 octobre 2024, Jens Stoltenberg a reçu du Japon le ministre Taro Aso ; l’entretien a porté sur la "
            "situation en République de Corée.",
        ],
    )
    def test_state_of_which_they_only_spoke_is_no_party(self, text):
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "partners") == ["jp"]

    def test_by_telephone_is_a_call(self):
        [call] = proposed("On 11 October 2024 Jens Stoltenberg spoke by telephone with Shinzo Abe.", "meeting")
        assert call.variant == "call"

    def test_of_one_alone_is_none(self):
        text = "On 16 February 2018, in a series of bilateral talks, NATO Secretary General Jens Stoltenberg spoke."
        assert proposed(text) == []

    def test_state_of_a_minister_is_a_party_by_its_adjective(self):
        text = "Le 3 avril 2024, Jens Stoltenberg a reçu la ministre japonaise de la Défense, Mme Anna Berg."
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "visitor", "partners") == ["Anna Berg", "jp"]
        assert meeting.first("partners").passage == "japonaise"

    @pytest.mark.parametrize(
        ("text", "host", "visitor"),
        [
            (
                "Le 3 avril 2024, Jens Stoltenberg a reçu le premier ministre, Shinzo Abe.",
                "stoltenberg-jens",
                "abe-shinzo",
            ),
            ("On 3 April 2024, Jens Stoltenberg welcomed Prime Minister Shinzo Abe.", "stoltenberg-jens", "abe-shinzo"),
            ("On 3 April 2024, Jens Stoltenberg was received by Shinzo Abe.", "abe-shinzo", "stoltenberg-jens"),
            ("Le 3 avril 2024, Jens Stoltenberg a été reçu par Shinzo Abe.", "abe-shinzo", "stoltenberg-jens"),
        ],
    )
    def test_has_a_host_and_a_visitor_where_one_received_the_other(self, text, host, visitor):
        [meeting] = proposed(text)
        assert (facts(meeting, "host"), facts(meeting, "visitor")) == ([host], [visitor])

    def test_where_the_host_is_not_named_has_none(self):
        text = "On 3 April 2024 NATO received the Ambassador, Ms Anna Berg, and Prime Minister Shinzo Abe."
        [meeting] = proposed(text)
        assert facts(meeting, "interlocutor") == ["Anna Berg", "abe-shinzo"]

    def test_of_hosts_alone_who_received_nobody_named_has_no_host(self):
        text = "On 3 April 2024 Jens Stoltenberg and Shinzo Abe welcomed the ministers of the Republic of Korea."
        assert met(text) == [["stoltenberg-jens", "abe-shinzo"]]

    def test_without_a_day_is_by_that_of_the_document_where_the_text_tells_it_first(self):
        text = "Brussels, 3 May 2018\nJens Stoltenberg has met Shinzo Abe. Jens Stoltenberg has met Fumio Kishida."
        [meeting] = proposed(text)
        assert facts(meeting, "date", "interlocutor") == ["[..2018-05-03]", "stoltenberg-jens", "abe-shinzo"]

    def test_of_whoever_says_what_they_are_names_nobody_after_it(self):
        [meeting] = proposed("I am Secretary General of NATO. On 3 May 2018 I met Shinzo Abe in Tokyo.")
        assert facts(meeting, "interlocutor") == ["abe-shinzo"]

    def test_that_is_yet_to_come_is_planned(self):
        text = "Le 3 avril 2024, Jens Stoltenberg recevra le premier ministre, Shinzo Abe."
        assert [each.status for each in proposed(text)] == ["planned"]
        assert [each.status for each in proposed(text.replace("recevra", "a reçu"))] == [""]
        visit = "Jens Stoltenberg visited Tokyo on 3 April 2024. He will also meet Shinzo Abe."
        assert [each.status for each in proposed(visit)] == ["", "planned"]


class TestGoingOn:
    FIRST = "Le 3 avril 2024, le secrétaire général, Jens Stoltenberg, a rencontré Shinzo Abe. "

    @pytest.mark.parametrize(
        "second",
        [
            "Il s’est aussi entretenu avec la ministre de la Défense, Mme Anna Berg.",
            "M. Stoltenberg a également rencontré la ministre de la Défense, Mme Anna Berg.",
            "Le secrétaire général s’est ensuite entretenu avec la ministre de la Défense, Mme Anna Berg.",
            "Le même jour, il a rencontré la ministre de la Défense, Mme Anna Berg.",
        ],
    )
    def test_is_another_meeting_of_that_day(self, second):
        first, other = proposed(self.FIRST + second)
        assert facts(other, "date", "interlocutor") == ["2024-04-03", "stoltenberg-jens", "Anna Berg"]
        assert facts(first, "interlocutor") == ["stoltenberg-jens", "abe-shinzo"]

    def test_without_a_day_rests_on_both_sentences(self):
        [_, other] = proposed(f"{self.FIRST}Il a aussi rencontré la ministre, Mme Anna Berg.")
        assert other.passages == ["Il a aussi rencontré la ministre, Mme Anna Berg.", self.FIRST.strip()]

    @pytest.mark.parametrize(
        "second",
        [
            "M. Stoltenberg a rencontré souvent la ministre de la Défense, Mme Anna Berg.",
            "La ministre de la Défense, Mme Anna Berg, a également rencontré le président Jon Lund.",
            "L’ambassadrice Eva Lind a aussi rencontré la ministre de la Défense, Mme Anna Berg.",
        ],
    )
    def test_is_none_of_others_nor_where_the_text_does_not_go_on(self, second):
        assert len(proposed(self.FIRST + second)) == 1

    @pytest.mark.parametrize(
        "second",
        [
            "Two weeks later, Mr Abe met Fumio Kishida.",
            "Later that year Mr Abe met Fumio Kishida.",
            "A year earlier, Mr Abe met Fumio Kishida.",
            "Mr Abe had earlier met Fumio Kishida.",
            "Deux ans plus tard, M. Abe a rencontré Fumio Kishida.",
        ],
    )
    def test_of_another_time_is_not_on_the_day_of_the_one_before(self, second):
        text = f"On 3 May 2018 Jens Stoltenberg met Shinzo Abe. {second}"
        assert [facts(each, "date") for each in proposed(text, "meeting")] == [["2018-05-03"]]

    @pytest.mark.parametrize(
        "second",
        [
            "Mr Abe later met Fumio Kishida.",
            "Earlier, Mr Abe met Fumio Kishida.",
            "Later that day Mr Abe met Fumio Kishida.",
        ],
    )
    def test_may_be_about_either_of_those_who_met(self, second):
        text = f"On 3 May 2018 Jens Stoltenberg met Shinzo Abe. {second}"
        assert facts(proposed(text, "meeting")[1], "date", "interlocutor") == [
            "2018-05-03",
            "abe-shinzo",
            "kishida-fumio",
        ]

    @pytest.mark.parametrize(
        ("between", "present"),
        [
            ("Mr Abe thanked his host.", ["abe-shinzo", "kishida-fumio"]),
            ("It was raining.", ["stoltenberg-jens", "kishida-fumio"]),
        ],
    )
    def test_is_about_whoever_did_something_last(self, between, present):
        text = f"On 3 May 2018 Jens Stoltenberg met Shinzo Abe. {between} He then met Fumio Kishida."
        assert facts(proposed(text, "meeting")[-1], "interlocutor") == present

    def test_is_none_where_nobody_says_who_met_the_first(self):
        text = "On 3 April 2024 the Council of NATO met Shinzo Abe. He also met the Minister of Defence, Anna Berg."
        assert met(text) == [["abe-shinzo"]]

    def test_title_alone_before_an_adjective_is_somebody_else(self):
        text = (
            "Le 3 avril 2024, Jens Stoltenberg a rencontré le premier ministre néerlandais, Jan Holm. M. Stoltenberg a "
            "aussi rencontré le premier ministre japonais, Shinzo Abe."
        )
        assert met(text) == [["stoltenberg-jens", "Jan Holm"], ["stoltenberg-jens", "abe-shinzo"]]

    def test_same_people_of_a_visit_are_not_met_twice(self):
        text = (
            "On 15 April 2013, Jens Stoltenberg visited Tokyo for talks with Shinzo Abe. At the meeting with "
            "Mr. Stoltenberg, Mr. Abe spoke."
        )
        assert met(text) == [["abe-shinzo"]]
        assert met(text.replace("At the meeting", "On 16 April 2013, at the meeting")) == [["abe-shinzo"]] * 2


class TestWithoutAName:
    """Who met somebody, where the text gives one of them a title alone."""

    @pytest.mark.parametrize(
        ("text", "present", "partners"),
        [
            ("On 3 April 2024, the Minister met Mr Shinzo Abe.", ["abe-shinzo"], ["jp"]),
            (
                "On 3 April 2024, the Japanese Minister for Trade met Mr Jens Stoltenberg.",
                ["Japanese Minister for Trade", "stoltenberg-jens"],
                ["jp"],
            ),
            (
                "Le 3 avril 2024, Jens Stoltenberg s’est entretenu à Nice avec son homologue japonais.",
                ["stoltenberg-jens", "homologue japonais"],
                ["jp"],
            ),
            (
                "On 3 April 2024, the Director for Operations met a Japanese delegation.",
                ["Director for Operations", "Japanese delegation"],
                ["jp"],
            ),
        ],
    )
    def test_is_a_meeting(self, text, present, partners):
        [meeting] = proposed(text)
        assert (facts(meeting, "interlocutor"), facts(meeting, "partners")) == (present, partners)

    def test_has_the_state_for_which_they_came(self):
        [meeting] = proposed("On 3 April 2024, the Director for Operations met a Japanese delegation.")
        assert [each.state and each.state.key for each in meeting.of("interlocutor")] == [None, "jp"]

    def test_has_its_host_and_its_visitor(self):
        [meeting] = proposed("On 3 April 2024, Jens Stoltenberg received the Japanese Minister for Trade.")
        assert (facts(meeting, "host"), facts(meeting, "visitor")) == (
            ["stoltenberg-jens"],
            ["Japanese Minister for Trade"],
        )

    def test_is_none_where_nobody_at_all_is_named(self):
        assert proposed("On 3 April 2024, the ministers met the target.") == []
        assert proposed("On 3 April 2024, the Minister met the Director for Operations.") == []

    def test_title_said_again_is_the_nameless_one(self):
        text = (
            "Le 3 avril 2024, le ministre de l’Industrie a rencontré M. Shinzo Abe, ministre du Commerce du Japon. "
            "Le ministre s’est aussi entretenu par téléphone, le même jour, avec son homologue de Belgique. "
        )
        first, call = proposed(text)
        assert facts(call, "interlocutor") == ["ministre de l’Industrie", "homologue de Belgique"]
        assert call.variant == "call"
        [said] = proposed(text.split(". Le")[0] + ". Le ministre a salué la cyberdéfense.")
        assert facts(said, "interlocutor", "areas") == ["ministre de l’Industrie", "abe-shinzo", "cyber"]
        assert facts(first, "areas") == []

    def test_title_said_again_of_one_named_since_is_theirs(self):
        text = (
            "On 3 April 2024, the Minister for Trade met Mr Shinzo Abe. On 4 April 2024, Minister Anna Berg met "
            "Mr Fumio Kishida. On 5 April 2024, the Minister met Mr Jens Stoltenberg."
        )
        assert facts(proposed(text)[2], "interlocutor") == ["Anna Berg", "stoltenberg-jens"]


def test_by_the_author_is_one():
    text = "On 6 February 2024 I will travel to Tokyo to meet the Japanese Prime Minister, Mr Shinzo Abe."
    [meeting] = proposed(text)
    assert (meeting.status, facts(meeting, "interlocutor", "place")) == ("planned", ["abe-shinzo", "tokyo"])
    assert proposed(text.replace("I will travel to Tokyo", "trains run")) == []


def test_has_the_state_in_whose_offices_somebody_served_where_it_names_none():
    [call] = proposed("On 5 April 2023, Shinzo Abe had a telephone talk with Jens Stoltenberg.")
    assert (facts(call, "partners"), call.first("partners").passage) == (["jp"], "Shinzo Abe")
    [call] = proposed("On 5 April 2023, Shinzo Abe of the Republic of Korea called by phone Jens Stoltenberg.")
    assert facts(call, "partners") == ["kr"]


def test_told_again_with_other_words_keeps_host_and_visitor():
    text = (
        "Le 7 octobre 2022, Jens Stoltenberg a reçu Shinzo Abe. Au cours de l’entretien qui a suivi, Jens Stoltenberg "
        "et Shinzo Abe ont abordé la cyberdéfense."
    )
    [meeting] = proposed(text)
    assert facts(meeting, "host", "visitor", "interlocutor", "areas") == ["stoltenberg-jens", "abe-shinzo", "cyber"]


def test_goes_on_from_one_of_those_who_met_one_another():
    text = (
        "Le 12 juillet 2023, MM. Shinzo Abe et Jens Stoltenberg ont échangé leurs vues. M. Abe a également rencontré "
        "le président, M. Jon Lund."
    )
    assert met(text) == [["abe-shinzo", "stoltenberg-jens"], ["abe-shinzo", "Jon Lund"]]


def test_of_somebody_whom_the_sentence_before_names_alone():
    text = "Shinzo Abe est arrivé. Il rencontrera à Tokyo, le 5 juillet 2018, M. Jens Stoltenberg."
    assert met(text) == [["abe-shinzo", "stoltenberg-jens"]]
    assert met(text.replace("Abe est", "Abe et Fumio Kishida sont")) == []


def test_behind_talks_of_the_same_sentence_is_a_press_conference_too():
    text = "Le 31 janvier 2023, Shinzo Abe a rencontré Jens Stoltenberg, entretien suivi d’une conférence de presse."
    assert [(each.variant, *facts(each, "date", "interlocutor")) for each in proposed(text, "meeting")] == [
        ("talks", "2023-01-31", "abe-shinzo", "stoltenberg-jens"),
        ("press_conference", "2023-01-31", "abe-shinzo", "stoltenberg-jens"),
    ]


def test_behind_another_of_the_same_sentence_is_one_of_its_own():
    text = (
        "Le premier ministre du Japon, Shinzo Abe, est venu le 3 mai 2018. Il est le premier à venir. Le 4 mai 2018, "
        "il s’est entretenu avec Jens Stoltenberg, puis avec le premier ministre coréen, M. Jon Lund."
    )
    assert [facts(each, "date", "interlocutor") for each in proposed(text, "meeting")] == [
        ["2018-05-04", "abe-shinzo", "stoltenberg-jens"],
        ["2018-05-04", "abe-shinzo", "Jon Lund"],
    ]


def test_has_the_state_somebody_comes_from_where_none_of_those_named_is_a_partner():
    text = "On 24 June 2025, Shinzo Abe, who was in Belgium, met Jens Stoltenberg."
    vocabulary = known()
    vocabulary.partners = {"jp"}
    [meeting] = read_document(text, vocabulary).proposals
    assert facts(meeting, "partners") == ["jp"]


def test_told_in_the_heading_is_told_once():
    text = (
        "Japon – Entretien du ministre avec M. Shinzo Abe en marge du sommet de l’OTAN (Tokyo, 24 juin 2025)\n"
        "La ministre du Commerce a rencontré à Tokyo, le 24 juin 2025, M. Shinzo Abe, premier ministre du Japon."
    )
    [meeting] = proposed(text)
    assert facts(meeting, "interlocutor", "place") == ["abe-shinzo", "tokyo", "ministre du Commerce"]
    assert (meeting.first("interlocutor").styled, len(meeting.passages)) == ("premier ministre du Japon", 2)


def test_announced_by_a_noun_is_the_one_that_the_text_tells_behind():
    text = (
        "Japon – Entretien avec M. Shinzo Abe (4 mai 2018, Bruxelles)\n"
        "M. Jens Stoltenberg recevra M. Shinzo Abe le 4 mai 2018."
    )
    [meeting] = proposed(text)
    assert meeting.status == "planned"
    assert facts(meeting, "place") == ["brussels"]
    assert facts(meeting, "host", "visitor", "interlocutor") == ["stoltenberg-jens", "abe-shinzo"]


@pytest.mark.parametrize(
    "call",
    [
        "Shinzo Abe paid a farewell call on Jens Stoltenberg on 4 May 2018.",
        "Shinzo Abe took leave of Jens Stoltenberg on 4 May 2018.",
        "Le 4 mai 2018, Shinzo Abe a rendu une visite de courtoisie à M. Jens Stoltenberg.",
        "On 4 May 2018 Jens Stoltenberg received a farewell call from Shinzo Abe.",
    ],
)
def test_of_courtesy_is_with_the_host_on_whom_somebody_calls(call):
    [meeting] = proposed(call)
    assert (facts(meeting, "host"), facts(meeting, "visitor")) == (["stoltenberg-jens"], ["abe-shinzo"])


def test_each_is_on_the_day_and_in_the_place_that_stand_before_whom_they_met():
    text = "Jens Stoltenberg a rencontré le 7 août 2019 à Tokyo M. Shinzo Abe, et le 5 août 2019 à Nice M. Fumio"
    met = proposed(f"{text} Kishida.")
    assert [facts(each, "date", "place", "interlocutor") for each in met] == [
        ["2019-08-07", "stoltenberg-jens", "abe-shinzo", "tokyo"],
        ["2019-08-05", "stoltenberg-jens", "kishida-fumio", "nice"],
    ]


def test_each_that_is_planned_is_planned():
    text = "On 4 May 2018 Jens Stoltenberg will meet Shinzo Abe in Tokyo and Fumio Kishida in Nice."
    met = proposed(text)
    assert [facts(each, "place") for each in met] == [["tokyo"], ["nice"]]
    assert [each.status for each in met] == ["planned", "planned"]


def test_by_the_author_whose_name_stands_alone_above_is_theirs():
    text = "Visit to Tokyo\nThe Hon Anna Berg\nI will meet Shinzo Abe on 4 May 2018."
    assert facts(proposed(text, "meeting")[0], "interlocutor") == ["Anna Berg", "abe-shinzo"]


@pytest.mark.parametrize(
    "text",
    [
        "Fumio Kishida and Jens Stoltenberg had a short meeting on 31 January 2023.",
        "Fumio Kishida and Jens Stoltenberg had an exchange of views on 31 January 2023.",
        "Fumio Kishida et Jens Stoltenberg ont eu un échange le 31 janvier 2023.",
    ],
)
def test_that_two_had_is_theirs(text):
    [meeting] = proposed(text)
    assert facts(meeting, "date", "interlocutor") == ["2023-01-31", "kishida-fumio", "stoltenberg-jens"]


def test_of_another_month_has_not_the_day_last_told():
    text = "Jens Stoltenberg met Fumio Kishida on 25 June 2023. He had met Shinzo Abe in January."
    assert [facts(each, "date") for each in proposed(text, "meeting")] == [["2023-06-25"]]


def test_that_was_to_be_is_planned():
    text = "Fumio Kishida was scheduled to meet Jens Stoltenberg on 31 January 2023."
    assert [each.status for each in proposed(text)] == ["planned"]


@pytest.mark.parametrize("who", ["The adviser to", "A spokesman for", "L’épouse de"])
def test_of_whoever_somebody_has_is_not_with_them(who):
    assert proposed(f"{who} Fumio Kishida met Jens Stoltenberg on 31 January 2023.") == []


@pytest.mark.parametrize(
    "heading", ["Speech by the Secretary General of NATO", "Discours du secrétaire général de l’OTAN"]
)
def test_of_whoever_speaks_is_that_of_the_office_in_the_heading(heading):
    [meeting] = proposed(f"{heading}\nOn 4 May 2018 I met Shinzo Abe.")
    assert facts(meeting, "interlocutor") == ["nato-sg", "abe-shinzo"]
