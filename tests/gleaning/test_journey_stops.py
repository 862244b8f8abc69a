import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning.documents import facts, known, proposed


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
        assert read_document(text, names).proposals == []


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
