import pytest

from partnerships.gleaning.proposing import read
from tests.gleaning.documents import ENGLISH, FRENCH, known


def proposed(text, kind=None):
    return [each for each in read(text, known()).proposals if kind in (None, each.kind)]


def facts(proposal, *fields):
    return [fact.known.key if fact.known else fact.value for fact in proposal.of(*fields)]


class TestDecision:
    def test_has_its_body_its_day_and_its_partner(self):
        first, second = proposed(FRENCH, "decision")
        assert facts(first, "body", "date", "partners") == ["2018-05-24", "nac", "jp"]
        assert (facts(second, "date"), second.variant) == (["2011"], "all_partners")

    def test_names_the_passage_it_rests_on(self):
        first, _ = proposed(FRENCH, "decision")
        assert first.passages[0].startswith("Ce jeudi (24 mai 2018), le Conseil")

    def test_needs_a_date_and_a_body(self):
        assert proposed("Le Conseil de l’Atlantique Nord a décidé d’agir.", "decision") == []
        assert proposed("Le 24 mai 2018, ils ont décidé d’agir.", "decision") == []

    def test_designates_the_embassy_of_which_it_speaks(self):
        [designation] = proposed(FRENCH, "designation")
        assert facts(designation, "state", "receiving_state", "organization") == ["jp", "be", "nato"]
        assert designation.owner == proposed(FRENCH, "decision")[0].number


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
        met = [facts(each, "interlocutor") for each in proposed(text, "meeting")]
        assert met == [["Aiko Sato"], ["Taro Aso"]]

    def test_press_conference_of_those_days_and_that_place_is_a_part_of_it(self):
        [visit] = proposed(FRENCH, "visit")
        [conference] = [each for each in proposed(FRENCH, "meeting") if each.variant == "press_conference"]
        assert (conference.owner, facts(conference, "date")) == (visit.number, ["2017-10-31"])

    def test_lasts_as_long_as_the_text_tells_of_it(self):
        [visit] = proposed(ENGLISH, "visit")
        assert facts(visit, "period") == ["2023-01-30/2023-01-31"]
        first, second = proposed(ENGLISH, "meeting")
        assert (facts(first, "interlocutor"), facts(first, "date")) == (["kishida-fumio"], ["2023-01-31"])
        assert (facts(second, "interlocutor"), facts(second, "date")) == (["Yasukazu Hamada"], [])

    def test_that_is_announced_is_planned(self):
        [visit] = proposed("Jens Stoltenberg will travel to Tokyo on 30 January 2023.", "visit")
        assert visit.variant == "planned"

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


class TestMeeting:
    def test_by_itself_has_place_partner_and_people(self):
        text = "Le 14 février 2026, Jens Stoltenberg a rencontré Shinzo Abe. Le Japon en a rendu compte."
        [meeting] = proposed(text, "meeting")
        assert (meeting.owner, facts(meeting, "interlocutor")) == (None, ["stoltenberg-jens", "abe-shinzo"])

    def test_needs_a_day(self):
        assert proposed("Jens Stoltenberg a rencontré Shinzo Abe.") == []


class TestPosting:
    def test_is_of_the_state_that_the_sentence_names(self):
        [posting] = proposed(FRENCH, "posting")
        assert facts(posting, "state", "organization") == ["jp", "shape"]

    def test_has_gone_on_since_the_day_that_the_text_says(self):
        [posting] = proposed("Japan has posted a liaison officer to SHAPE since 2013.", "posting")
        assert facts(posting, "state", "organization", "period") == ["jp", "shape", "2013/"]

    def test_officers_of_a_body_are_not_those_of_the_state_where_they_are(self):
        assert proposed("The NATO liaison officer in Japan arrived on 3 May 2024.", "posting") == []
        assert proposed("Le 3 mai 2024, l’officier de liaison de l’OTAN au Japon est arrivé.", "posting") == []


class TestAgreement:
    SIGNED = (
        "On 14 June 2012, the Prime Minister of Japan, Julia Gillard, and Jens Stoltenberg signed a Joint Political "
        "Declaration in Tokyo. The declaration sets out cooperation in cyber defence."
    )

    def test_has_its_kind_its_parties_who_signed_it_and_what_it_is_about(self):
        [agreement] = proposed(self.SIGNED)
        assert (agreement.kind, agreement.variant) == ("agreement", "declaration")
        assert facts(agreement, "date", "partners", "place", "areas") == ["2012-06-14", "jp", "tokyo", "cyber"]
        assert facts(agreement, "signatory") == ["Julia Gillard", "stoltenberg-jens"]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Le 16 mai 2022, le Japon et l’OTAN ont adopté une déclaration conjointe.", "declaration"),
            ("On 6 May 2014 Japan and NATO signed an individual partnership and cooperation programme.", "programme"),
            ("Le 25 juin 2010, le Japon et l’OTAN ont signé un accord.", "other"),
        ],
    )
    def test_is_of_the_kind_that_the_text_names(self, text, kind):
        assert [(each.kind, each.variant) for each in proposed(text)] == [("agreement", kind)]

    def test_needs_a_day_and_a_signature(self):
        assert proposed("Japan and NATO signed a joint declaration.", "agreement") == []
        assert proposed("On 6 May 2014 Japan and NATO discussed a joint declaration.", "agreement") == []


class TestTenure:
    def test_is_told_by_credentials(self):
        text = "Le 3 mai 2024, Jens Stoltenberg, secrétaire général de l’OTAN, a remis ses lettres de créance."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["stoltenberg-jens", "nato-sg", "2024-05-03"]
        assert tenure.variant == "credentials"

    def test_is_that_of_the_one_who_presents_them_not_of_the_one_who_receives_them(self):
        text = (
            "Le secrétaire général de l’OTAN, Anna Berg, parle. Le 15 novembre 2022, Mme Anna Berg a présenté ses "
            "lettres de créance à Jens Stoltenberg, secrétaire général de l’OTAN."
        )
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["Anna Berg", "nato-sg", "2022-11-15"]

    def test_office_is_the_one_named_behind_the_verb(self):
        text = "On 1 September 2019, Axel Wernhoff was appointed Secretary General of NATO."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office") == ["Axel Wernhoff", "nato-sg"]
        assert proposed("On 1 September 2019, The Ambassador was appointed Secretary General of NATO.") == []


class TestNothing:
    def test_is_proposed_that_the_text_does_not_say(self):
        assert proposed("Une phrase sans rien. Another one on 24 May 2018.") == []

    def test_empty_text_proposes_nothing(self):
        document = read("", known())
        assert (document.proposals, document.heading, document.day) == ([], "", None)


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
        assert facts(met, "interlocutor") == ["stoltenberg-jens", "Yoon Soon-gu"]
        assert proposed("On 15 November 2022, NATO received the request of Japan.", "meeting") == []
