import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning.documents import ENGLISH, FRENCH, facts, known, proposed


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


class TestTwoStops:
    TEXT = (
        "Jens Stoltenberg concluded a three-day visit to the Republic of Korea and Japan on 31 January 2023. On 29 "
        "January in Seoul, the Secretary General held talks with the Foreign Minister of the Republic of Korea. On "
        "30 January he was received by the President of the Republic of Korea. On 31 January, Mr Stoltenberg visited "
        "Tokyo, where he was welcomed by the Minister of Defence, Mr Itsunori Onodera."
    ).replace("Jens", "Secretary General Jens", 1)

    def test_town_in_the_midst_of_a_sentence_is_the_stop_in_its_state(self):
        [visit] = proposed(self.TEXT, "visit")
        assert facts(visit, "period", "stop") == ["2023-01-29/2023-01-31", "Seoul", "tokyo"]
        assert facts(visit, "partners") == ["kr", "jp"]

    def test_whoever_was_met_without_a_name_is_there_by_the_title(self):
        met = [facts(each, "date", "interlocutor", "place") for each in proposed(self.TEXT, "meeting")]
        assert sorted(met) == [
            ["2023-01-29", "Foreign Minister of the Republic of Korea", "Seoul"],
            ["2023-01-30", "President of the Republic of Korea"],
            ["2023-01-31", "Itsunori Onodera", "tokyo"],
        ]

    def test_may_be_those_of_somebody_without_a_name(self):
        text = (
            "Le ministre de l’Industrie effectuera du 17 au 19 janvier 2023 un déplacement à Séoul puis à Tokyo. À "
            "Séoul, "
            "le 17 janvier, il s’entretiendra avec son homologue coréen. Le 19 janvier à Tokyo, le ministre "
            "rencontrera "
            "M. Shinzo Abe, ministre du Commerce. Le ministre sera aussi reçu par le président de la République de "
            "Corée."
        )
        visit, *met = proposed(text)
        assert (visit.status, facts(visit, "period", "visitor", "stop", "partners")) == (
            "planned",
            ["2023-01-17/2023-01-19", "ministre de l’Industrie", "Séoul", "tokyo", "jp", "kr"],
        )
        assert [(each.owner, each.status, facts(each, "interlocutor")) for each in met] == [
            (visit.number, "planned", ["homologue coréen"]),
            (visit.number, "planned", ["abe-shinzo"]),
            (visit.number, "planned", ["président de la République de Corée"]),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "On 3 May 2024, Shinzo Abe met Fumio Kishida to prepare the visit of Jens Stoltenberg to Japan.",
            "On 3 May 2024, Shinzo Abe and Fumio Kishida spoke ahead of the visit of Jens Stoltenberg to Japan.",
            "Le 3 mai 2024, Shinzo Abe a parlé pour préparer la visite de Jens Stoltenberg au Japon.",
        ],
    )
    def test_visit_of_which_people_only_speak_is_none(self, text):
        assert proposed(text, "visit") == []

    def test_days_that_the_text_gives_are_those_of_a_visit_of_as_many(self):
        text = (
            "9 avril 2025\nLe 9 avril 2025, le secrétaire général, M. Jens Stoltenberg, a rencontré M. Shinzo Abe. Le "
            "secrétaire général effectuait une visite de deux jours au Japon. La veille, il avait été reçu par M. "
            "Fumio Kishida."
        )
        [visit] = proposed(text, "visit")
        assert facts(visit, "period", "visitor", "stop") == ["2025-04-08/2025-04-09", "stoltenberg-jens", "jp"]
        assert proposed(text.replace("deux jours", "trois jours"), "visit") == []
        assert proposed(text.replace("de deux jours", "au long cours"), "visit") == []

    def test_that_ended_on_a_day_lasted_on_those_before_of_which_the_text_goes_on_to_tell(self):
        text = (
            "Jens Stoltenberg concluded a visit to Japan on 8 August 2019. On 6 August 2019, he met Shinzo Abe "
            "in Tokyo."
        )
        visit, talks = proposed(text)
        assert (facts(visit, "period"), talks.owner) == (["2019-08-06/2019-08-08"], visit.number)
        begun = text.replace("concluded", "began")
        assert facts(*proposed(begun, "visit"), "period") == ["2019-08-08"]

    def test_does_not_last_until_a_call_on_a_later_day(self):
        text = (
            "On 6 August 2019 Jens Stoltenberg visited Tokyo. On 8 August 2019 Mr Stoltenberg spoke by telephone with "
            "Shinzo Abe."
        )
        visit, call = proposed(text)
        assert (facts(visit, "period"), call.owner, call.variant) == (["2019-08-06"], None, "call")

    def test_told_behind_a_meeting_is_that_of_whoever_met(self):
        text = (
            "Jens Stoltenberg s’entretiendra le 12 mai 2016 à Bruxelles avec M. Shinzo Abe, et se rendra à Doha les "
            "23 et 24 mai 2016."
        )
        visit, meeting = proposed(text)
        assert facts(visit, "period", "visitor", "stop") == ["2016-05-23/2016-05-24", "stoltenberg-jens", "Doha"]
        assert facts(meeting, "date", "place", "interlocutor") == [
            "2016-05-12",
            "stoltenberg-jens",
            "abe-shinzo",
            "brussels",
        ]
        undated = text.replace(" les 23 et 24 mai 2016", "")
        assert [each.kind for each in proposed(undated)] == ["meeting"]

    def test_goes_on_to_where_somebody_without_a_name_was_received(self):
        text = (
            "La ministre de l’Industrie s’est rendue à Tokyo le 11 avril 2023, où elle s’est entretenue avec M. Shinzo "
            "Abe. Elle a ensuite gagné Séoul, où elle a été reçue le 12 avril par le président de la République de "
            "Corée."
        )
        visit, *met = proposed(text)
        assert facts(visit, "period", "stop") == ["2023-04-11/2023-04-12", "tokyo", "Séoul"]
        assert facts(visit, "partners") == ["jp", "kr"]
        assert [facts(each, "interlocutor") for each in met] == [
            ["abe-shinzo"],
            ["président de la République de Corée"],
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Jens Stoltenberg will visit Japan from 29 January to 1 February 2023. In Tokyo, where he arrives on 30 "
            "January, he will meet Fumio Kishida.",
            "Jens Stoltenberg effectuera une visite au Japon du 29 janvier au 1er février 2023. À Tokyo, où il "
            "arrivera le 30 janvier, il rencontrera Fumio Kishida.",
        ],
    )
    def test_day_on_which_somebody_arrives_is_not_that_of_whom_they_met(self, text):
        visit, meeting = proposed(text)
        assert facts(visit, "period", "stop") == ["2023-01-29/2023-02-01", "tokyo"]
        assert facts(meeting, "interlocutor", "date") == ["kishida-fumio"]

    @pytest.mark.parametrize(
        "first", ["During his visit to Japan from 8 to 9 April 2025", "Lors de sa visite au Japon"]
    )
    def test_told_in_passing_needs_its_days(self, first):
        text = f"{first}, Jens Stoltenberg met Shinzo Abe."
        assert [each.kind for each in proposed(text)][:1] == (["visit"] if "2025" in first else [])

    def test_body_at_whose_seat_somebody_is_received_is_that_of_the_visit(self):
        text = (
            "Shinzo Abe s’est rendu à Bruxelles du 2 au 4 avril 2025. Le 2 avril, il a été reçu au siège de l’OTAN par "
            "M. Jens Stoltenberg."
        )
        assert facts(*proposed(text, "visit"), "organization") == ["nato"]
        assert facts(*proposed(text.replace("au siège de l’OTAN", "avec l’OTAN"), "visit"), "organization") == []

    def test_is_for_the_state_of_the_visitor_where_no_place_lies_in_a_partner(self):
        text = "Le ministre de la Défense du Japon, M. Itsunori Onodera, s’est rendu à Bruxelles le 2 avril 2025."
        names = known()
        names.partners = {"jp"}
        [visit] = read_document(text, names).proposals
        assert facts(visit, "partners") == ["jp"]
        names.partners = {"kr"}
        [visit] = read_document(text, names).proposals
        assert facts(visit, "partners") == []


class TestUnknown:
    """What the register does not know yet: taken under the name that the text gives."""

    SEOUL = (
        "Visit to Japan\nOn 29 January 2023, Jens Stoltenberg visited Seoul and spoke of Japan, where he met "
        "President Yoon Suk Yeol, Foreign Minister Park Jin and Defence Minister Lee Jong-sup."
    )

    def test_place_is_the_stop_of_a_visit(self):
        [visit] = proposed(self.SEOUL, "visit")
        assert facts(visit, "visitor", "stop", "partners") == ["stoltenberg-jens", "Seoul", "jp"]
        assert proposed("On 29 January 2023, Jens Stoltenberg visited yesterday.", "visit") == []

    def test_names_carry_neither_titles_nor_courtesies(self):
        talks = proposed(self.SEOUL, "meeting")
        assert [facts(each, "interlocutor") for each in talks] == [["Yoon Suk Yeol"], ["Park Jin"], ["Lee Jong-sup"]]
        [met] = proposed(
            "Le 8 août 2019, Jens Stoltenberg a rencontré au Japon la ministre de la Défense, Mme Linda Reynolds.",
            "meeting",
        )
        assert "Linda Reynolds" in facts(met, "interlocutor")

    def test_whoever_is_received_is_met(self):
        text = "Jens Stoltenberg received Ambassador Yoon Soon-gu on 15 November 2022 at NATO Headquarters."
        [met] = proposed(text, "meeting")
        assert (facts(met, "host"), facts(met, "visitor")) == (["stoltenberg-jens"], ["Yoon Soon-gu"])
        assert proposed("On 15 November 2022, NATO received the request of Japan.", "meeting") == []


def test_place_that_nobody_knows_stands_for_the_state_behind_it():
    text = "Jens Stoltenberg concluded a visit to Japan on 8 August 2019. On 7 August 2019, he visited Sapporo, Japan."
    (visit,) = proposed(text, "visit")
    assert facts(visit, "stop", "partners") == ["jp", "Sapporo"]


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


class TestInCompany:
    @pytest.mark.parametrize(
        "company", ["accompanied by Mr Shinzo Abe", "together with the Prime Minister, Mr Shinzo Abe"]
    )
    def test_whoever_travels_along_is_neither_the_visitor_nor_met(self, company):
        [visit] = proposed(f"Prime Minister Fumio Kishida, {company}, visited Brussels on 4 April 2023.")
        assert facts(visit, "visitor", "stop") == ["kishida-fumio", "brussels"]

    def test_whoever_is_named_in_another_clause_is_not_met(self):
        text = "Le 4 avril 2023, M. Shinzo Abe a salué le Japon ; M. Fumio Kishida a visité Bruxelles."
        [visit] = proposed(text)
        assert facts(visit, "visitor") == ["kishida-fumio"]
