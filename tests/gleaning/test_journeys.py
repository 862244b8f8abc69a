import pytest

from tests.gleaning.documents import ENGLISH, FRENCH, facts, proposed


def test_of_what_others_were_asked_about_nothing_is_told():
    text = "Asked about the visit of Jens Stoltenberg to Tokyo on 5 July 2018, he said that Japan would welcome it."
    assert proposed(text) == []


def test_unknown_town_lies_in_the_state_that_heads_the_line():
    text = (
        "Le Japon et la Belgique parlent du Japon.\nRépublique de Corée – M. Jan Berg se rendra à Séoul le 3 mai 2018."
    )
    [visit] = proposed(text)
    assert facts(visit, "stop", "partners") == ["Séoul", "kr"]


def test_of_whom_the_text_gives_a_family_name_alone_is_nobody_named_before():
    text = "On 3 May 2018 Jens Stoltenberg met Shinzo Abe. Mr Berg travels to Tokyo on 4 May 2018, where he will meet"
    assert proposed(f"{text} Fumio Kishida.", "visit") == []


class TestCalledOff:
    @pytest.mark.parametrize(
        "text",
        [
            "Shinzo Abe was to visit Brussels on 4 May 2018. The visit has been postponed.",
            "Shinzo Abe was due in Brussels on 4 May 2018. Both sides have agreed to postpone his trip to 8 June 2018.",
            "Shinzo Abe devait se rendre à Bruxelles le 4 mai 2018. Ce déplacement a été annulé.",
            "Shinzo Abe était attendu à Bruxelles le 4 mai 2018. Il a dû reporter sa visite.",
        ],
    )
    def test_is_the_visit_of_which_a_sentence_behind_says_so(self, text):
        [visit] = proposed(text)
        assert (visit.status, *facts(visit, "period", "stop")) == ("cancelled", "2018-05-04", "brussels")
        assert len(visit.passages) == 2

    def test_was_to_come_where_the_sentence_tells_of_nothing_that_was(self):
        [visit] = proposed("Shinzo Abe visited Brussels on 4 May 2018, where he was to visit the Queen.", "visit")
        assert visit.status == ""
        met = "On 4 May 2018 Shinzo Abe met Jens Stoltenberg in Tokyo; he was expected in Seoul the next day."
        assert [(each.kind, each.status) for each in proposed(met)] == [("meeting", "")]

    def test_was_to_come_and_was_made_as_the_text_goes_on_to_say(self):
        was_to = (
            "Jens Stoltenberg was to visit Tokyo on 31 January 2023. He arrived in Tokyo on 31 January 2023 and met"
        )
        assert [each.status for each in proposed(f"{was_to} Fumio Kishida.")] == ["", ""]
        will = "Jens Stoltenberg will visit Tokyo on 31 January 2023. He visited Tokyo on 31 October 2017."
        assert [each.status for each in proposed(will)][:1] == ["planned"]

    def test_of_what_else_was_expected_nothing_is_told(self):
        said = "Jens Stoltenberg said in Tokyo on 31 January 2023 that a report was expected in"
        assert proposed(f"{said} May.") == proposed(f"{said} Brussels.") == []

    @pytest.mark.parametrize(
        "behind",
        [
            "The visit to Tokyo has been postponed.",
            "The visit planned for April was cancelled.",
            "An earlier visit had been cancelled.",
            "Sa précédente visite avait été reportée.",
            "Should the visit be cancelled, the press will be informed.",
            "Si la visite était annulée, la presse en serait informée.",
            "The press conference during the visit has been cancelled.",
            "Le concert prévu au cours de la visite est annulé.",
            "The visit of the President of the Republic of Korea has been cancelled.",
            "The visit of Jens Stoltenberg has been cancelled.",
        ],
    )
    def test_is_no_other_visit_nor_a_part_of_it(self, behind):
        [visit] = proposed(f"Shinzo Abe will visit Brussels on 4 May 2018. {behind}")
        assert visit.status == "planned"


class TestVisit:
    def test_has_visitor_stop_partner_and_what_was_agreed(self):
        [visit] = proposed(FRENCH, "visit")
        assert facts(visit, "period", "visitor", "stop") == ["2017-10", "stoltenberg-jens", "tokyo"]
        assert facts(visit, "partners", "organization") == ["jp", "nato"]
        assert facts(visit, "areas") == ["cyber", "maritime"]

    def test_each_interlocutor_has_talks_of_their_own(self):
        [visit] = proposed(FRENCH, "visit")
        talks = [each for each in proposed(FRENCH, "meeting") if each.variant == "talks"]
        assert [facts(each, "interlocutor") for each in talks] == [["abe-shinzo"], ["Itsunori Onodera"]]
        assert {each.owner for each in talks} == {visit.number}
        assert talks[1].first("interlocutor").styled == "ministre de la Défense"

    def test_place_with_which_a_sentence_begins_is_a_stop_and_nobody_meets_themselves(self):
        text = (
            "On 14 March 2024, Deputy Secretary General Mircea Geoana travelled to Japan. In Kyoto he met President "
            "Aiko Sato. Mircea Geoana, Deputy Secretary General, held talks with Minister Taro Aso."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop", "partners") == ["jp", "Kyoto"]
        assert visit.passages[1] == "In Kyoto he met President Aiko Sato."
        met = [facts(each, "interlocutor") for each in proposed(text, "meeting")]
        assert met == [["Aiko Sato"], ["Taro Aso"]]

    def test_press_conference_of_those_days_and_that_place_is_a_part_of_it(self):
        [visit] = proposed(FRENCH, "visit")
        [conference] = [each for each in proposed(FRENCH, "meeting") if each.variant == "press_conference"]
        assert (conference.owner, facts(conference, "date")) == (visit.number, ["2017-10-31"])

    def test_press_conference_is_one_for_all_who_gave_it(self):
        text = "Jens Stoltenberg visited Tokyo on 31 January 2023. {} with Shinzo Abe and Fumio Kishida."
        told = [
            [(each.variant, facts(each, "interlocutor")) for each in proposed(text.format(what), "meeting")]
            for what in ("In Tokyo, he gave a press conference", "In Tokyo, he held talks")
        ]
        both = ["abe-shinzo", "kishida-fumio"]
        assert told == [[("press_conference", both)], [("talks", [each]) for each in both]]

    def test_lasts_as_long_as_the_text_tells_of_it(self):
        [visit] = proposed(ENGLISH, "visit")
        assert facts(visit, "period") == ["2023-01-30/2023-01-31"]
        first, second = proposed(ENGLISH, "meeting")
        assert (facts(first, "interlocutor"), facts(first, "date")) == (["kishida-fumio"], ["2023-01-31"])
        assert (facts(second, "interlocutor"), facts(second, "date")) == (["Yasukazu Hamada"], [])

    def test_that_is_announced_is_planned(self):
        [visit] = proposed("Jens Stoltenberg will travel to Tokyo on 30 January 2023.", "visit")
        assert visit.status == "planned"

    def test_told_twice_is_proposed_once(self):
        text = f"{ENGLISH}\nOn 31 January 2023, Jens Stoltenberg concluded his visit to Japan."
        assert len(proposed(text, "visit")) == 1
        text = text.replace("On 31 January 2023", "On 20 February 2023")
        assert len(proposed(text, "visit")) == 2

    def test_strangers_are_told_again_by_their_family_name(self):
        text = (
            "Le secrétaire général délégué, Mircea Geoană, s’est rendu au Japon le 3 octobre 2022. "
            "Lors d’une conférence de presse tenue le 3 octobre 2022, M. Geoană et Shinzo Abe ont parlé."
        )
        [conference] = proposed(text, "meeting")
        assert facts(conference, "visitor", "interlocutor") == ["Mircea Geoană", "abe-shinzo"]

    def test_is_that_of_whoever_was_received_not_of_the_host(self):
        text = (
            "On 31 January 2023, Jens Stoltenberg was received in Tokyo by the Prime Minister of Japan, Mr Fumio "
            "Kishida, during a two-day visit to Japan."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "visitor", "stop", "period") == ["2023-01-31", "stoltenberg-jens", "tokyo"]
        assert [facts(each, "interlocutor") for each in proposed(text, "meeting")] == [["kishida-fumio"]]

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("Jens Stoltenberg began a two-day visit to Japan on 30 January 2023.", "2023-01-30/2023-01-31"),
            ("On 1 February 2023 Jens Stoltenberg concluded a three-day visit to Japan.", "2023-01-30/2023-02-01"),
            ("On 1 February 2023 Jens Stoltenberg wrapped up a two-day visit to Japan.", "2023-01-31/2023-02-01"),
            (
                "On 30 January 2023 Jens Stoltenberg began a three-day visit to Japan, and concluded it in Tokyo.",
                "2023-01-30/2023-02-01",
            ),
            ("On 31 January 2023 Jens Stoltenberg paid a two-day visit to Japan.", "2023-01-31"),
            ("Jens Stoltenberg paid a three-day visit to Japan in October 2017.", "2017-10"),
            (
                "Jens Stoltenberg a entamé ce lundi 30 janvier 2023 une visite officielle de deux jours au Japon.",
                "2023-01-30/2023-01-31",
            ),
            (
                "Le 31 janvier 2023, Jens Stoltenberg a achevé une visite de deux jours au Japon.",
                "2023-01-30/2023-01-31",
            ),
        ],
    )
    def test_takes_as_many_days_as_the_text_says_from_its_first_or_to_its_last(self, text, period):
        [visit] = proposed(text, "visit")
        assert facts(visit, "period") == [period]

    def test_goes_on_where_the_text_says_he_or_she(self):
        text = (
            "Le secrétaire général de l’OTAN, M. Jens Stoltenberg, se rendra à Séoul les 29 et 30 janvier 2023. "
            "Il s’entretiendra le 31 janvier à Tokyo avec le premier ministre, M. Fumio Kishida. "
            "Le lendemain, il se rend à Nice."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop") == ["Séoul", "tokyo", "nice"]
        assert facts(visit, "period") == ["2023-01-29/2023-02-01"]
        [talks] = proposed(text, "meeting")
        assert facts(talks, "date", "place", "interlocutor") == ["2023-01-31", "kishida-fumio", "tokyo"]
        assert talks.first("visitor").styled == "secrétaire général de l’OTAN"

    def test_that_did_not_take_place_says_so(self):
        for text in (
            "The visit of Jens Stoltenberg to Japan, planned for 12 to 14 December 2021, has been postponed.",
            "Le déplacement de Jens Stoltenberg au Japon, prévu du 12 au 14 décembre 2021, est reporté.",
        ):
            [visit] = proposed(text, "visit")
            assert visit.status == "cancelled"
            assert facts(visit, "period", "visitor", "stop") == ["2021-12-12/2021-12-14", "stoltenberg-jens", "jp"]

    def test_meets_at_a_place_that_nobody_knows(self):
        text = (
            "Jens Stoltenberg will visit Japan from 29 January to 1 February 2023. In Tokyo, he will meet Shinzo Abe. "
            "In Kyoto, the Secretary General will meet the Minister of Defence, Mr Itsunori Onodera."
        )
        assert facts(*proposed(text, "visit"), "stop") == ["tokyo", "Kyoto"]
        assert [facts(each, "interlocutor", "place") for each in proposed(text, "meeting")] == [
            ["abe-shinzo", "tokyo"],
            ["Itsunori Onodera", "Kyoto"],
        ]

    def test_has_the_days_that_stand_above_the_text(self):
        text = (
            "05 Aug. 2019 - 08 Aug. 2019\nJens Stoltenberg was in Kyoto on Thursday (8 August 2019), concluding an "
            "official visit to Japan. On Tuesday, the Secretary General visited Tokyo."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "period") == ["2019-08-05/2019-08-08"]
        assert visit.first("period").passage == "05 Aug. 2019 - 08 Aug. 2019"
        assert facts(*proposed(text.replace("05 Aug. 2019 - 08 Aug. 2019\n", "")), "period") == [
            "2019-08-06/2019-08-08"
        ]

    def test_goes_on_where_the_text_says_the_title_alone(self):
        text = (
            "NATO Secretary General Jens Stoltenberg visited Tokyo on 5 August 2019. On 6 August 2019, the Secretary "
            "General visited Wellington for talks with Prime Minister Jacinda Ardern. He also met Minister Ron Mark."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "visitor", "stop") == ["stoltenberg-jens", "tokyo", "Wellington"]
        first, second = proposed(text, "meeting")
        assert facts(first, "visitor", "interlocutor", "place") == ["stoltenberg-jens", "Jacinda Ardern", "Wellington"]
        assert facts(second, "interlocutor", "place", "date") == ["Ron Mark"]

    def test_is_never_that_of_whoever_stands_behind_the_verb(self):
        text = "On 6 August 2019, the delegation visited Tokyo for talks with Prime Minister Jacinda Ardern."
        assert proposed(text, "visit") == []

    def test_is_not_that_of_somebody_who_was_met_before_another_went(self):
        met = "After meeting Shinzo Abe in Tokyo on 31 October 2017, "
        assert not [
            each for each in proposed(met + "the Secretary General travelled to Seoul.") if each.kind == "visit"
        ]
        [visit] = proposed("Shinzo Abe, the Prime Minister, travelled to Brussels on 31 October 2017.")
        assert facts(visit, "visitor") == ["abe-shinzo"]

    def test_to_several_places_that_nobody_knows_stops_at_each(self):
        text = "Jens Stoltenberg thanked Japan during a visit to Bern and Geneva on 1-2 March 2017."
        assert facts(*proposed(text, "visit"), "stop") == ["Bern", "Geneva"]

    def test_stops_at_a_place_of_which_nobody_knows_where_it_lies(self):
        text = (
            "Jens Stoltenberg visited Japan from 29 to 31 January 2023. In Nice on 30 January 2023, he met Shinzo Abe."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop") == ["jp", "nice"]
        assert [each.owner for each in proposed(text, "meeting")] == [visit.number]
        elsewhere = text.replace("Nice", "Brussels").replace("he met", "Jens Stoltenberg met")
        assert [each.owner for each in proposed(elsewhere, "meeting")] == [None]

    def test_to_a_body_needs_no_place(self):
        text = "Anna Berg, Japanese Minister of Defence, visited NATO Headquarters on 22 March 2023."
        [visit] = proposed(text, "visit")
        assert facts(visit, "visitor", "partners", "organization", "stop") == ["Anna Berg", "jp", "nato"]

    def test_never_stops_in_the_state_of_a_title(self):
        text = (
            "Jens Stoltenberg paid a visit to the port in March 2012 during his service as Prime Minister of Belgium."
        )
        assert proposed(text, "visit") == []

    def test_of_an_official_is_no_stop_in_their_state(self):
        text = "On 6 August 2019, Jens Stoltenberg visited Nice and met the Japanese Minister of Defence, Anna Berg."
        assert facts(*proposed(text, "visit"), "stop", "partners") == ["nice"]

    def test_of_somebody_else_is_another_one(self):
        text = "On 29 January 2023 Jens Stoltenberg visited Japan. On 30 January 2023 Shinzo Abe visited Nice."
        assert [facts(each, "visitor") for each in proposed(text, "visit")] == [["stoltenberg-jens"], ["abe-shinzo"]]

    def test_to_a_body_is_for_the_state_that_sent_the_visitor(self):
        text = (
            "The President of the Republic of Korea, Yoon Suk Yeol, visited NATO Headquarters in Brussels on 29 June "
            "2022."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "partners")[0] == "kr"
        assert facts(visit, "stop", "organization") == ["brussels", "nato"]
        elsewhere = text.replace("visited NATO Headquarters in Brussels", "visited Tokyo")
        assert facts(*proposed(elsewhere, "visit"), "partners") == ["jp"]


def test_visit_to_come_was_not_made_because_the_text_speaks_of_it_again():
    text = "Jens Stoltenberg will visit Tokyo on 30 January 2023. On 30 January 2023, {} Tokyo."
    assert [each.status for each in proposed(text.format("he arrived in"), "visit")] == [""]
    assert [each.status for each in proposed(text.format("he will begin his visit to"), "visit")] == ["planned"]
    assert [each.status for each in proposed(text.format("it is his first visit to"), "visit")] == ["planned"]


class TestAlsoVisited:
    VISIT = "Jens Stoltenberg visited Tokyo on 31 January 2023. In Tokyo, he met Shinzo Abe on 31 January 2023. "
    VISITE = "Jens Stoltenberg s’est rendu à Tokyo le 31 janvier 2023. Il y a rencontré Shinzo Abe le 31 janvier 2023. "

    @pytest.mark.parametrize(
        "text",
        [
            f"{VISIT}He also visited Nice.",
            f"{VISIT}“We go on,” he said. Afterwards he travelled to Nice.",
            f"{VISIT}He then visited Nice, where he met the Minister of Defence.",
            f"{VISITE}Il a également visité Nice.",
            f"{VISITE}Il s’est aussi rendu à Nice.",
            f"{VISITE}Ensuite, il s’est rendu à Nice.",
        ],
    )
    def test_is_a_stop_of_the_visit_of_which_the_text_goes_on(self, text):
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop") == ["tokyo", "nice"]

    def test_may_be_in_another_state(self):
        [visit] = proposed(f"{self.VISIT}He also visited Brussels.", "visit")
        assert facts(visit, "stop", "partners") == ["tokyo", "jp", "brussels", "be"]

    @pytest.mark.parametrize(
        "text",
        [
            f"{VISIT}He will visit Nice.",
            f"{VISIT}He has visited Nice before.",
            f"{VISIT}He did not visit Nice.",
            f"{VISIT}Next year he will travel to Nice.",
            f"{VISITE}Il se rendra à Nice.",
            f"{VISITE}Il s’est déjà rendu à Nice.",
            f"{VISITE}L’an dernier, il a visité Nice.",
            f"{VISITE}Il n’a pas visité Nice.",
        ],
    )
    def test_is_none_of_another_time(self, text):
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop") == ["tokyo"]
