import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning.documents import FRENCH, facts, known, proposed


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

    def test_of_a_post_as_the_mission_needs_no_body(self):
        text = (
            "On 24 May 2018, Allies agreed to accept Japan’s request to designate its embassy in Belgium as its "
            "mission to NATO."
        )
        decision, designation = proposed(text)
        assert (decision.kind, facts(decision, "date", "body", "partners")) == ("decision", ["2018-05-24", "jp"])
        assert facts(designation, "state", "receiving_state", "organization") == ["jp", "be", "nato"]

    def test_of_a_post_that_has_been_taken_by_the_day_of_the_document(self):
        text = (
            "4 May 2016\nThe North Atlantic Council has also agreed to accept the request of Japan to designate its "
            "embassy in Belgium as Mission to NATO."
        )
        decision, _ = proposed(text)
        assert (facts(decision, "date"), decision.first("date").passage) == (["[..2016-05-04]"], "4 May 2016")
        assert proposed(text.replace("has also agreed", "agreed")) == []

    def test_concerns_none_but_those_that_are_partners(self):
        text = "On 24 May 2018, the North Atlantic Council approved the requests of Japan and the Republic of Korea."
        names, known_to = known(), {"jp"}
        names.partners = known_to
        [decision] = read_document(text, names).proposals
        assert facts(decision, "partners") == ["jp"]
        assert facts(*proposed(text, "decision"), "partners") == ["jp", "kr"]

    def test_designates_the_embassy_of_which_it_speaks(self):
        [designation] = proposed(FRENCH, "designation")
        assert facts(designation, "state", "receiving_state", "organization") == ["jp", "be", "nato"]
        assert designation.owner == proposed(FRENCH, "decision")[0].number


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

    def test_is_signed_by_whoever_met_and_the_one_named_again(self):
        text = (
            "On 7 August 2019, Jens Stoltenberg met Prime Minister Scott Morrison and Defence Minister Linda Reynolds, "
            "and signed an agreement between NATO and Japan with Minister Reynolds."
        )
        [agreement] = proposed(text, "agreement")
        assert facts(agreement, "signatory") == ["stoltenberg-jens", "Linda Reynolds"]
        [meeting] = proposed(text, "meeting")
        assert facts(meeting, "interlocutor") == ["stoltenberg-jens", "Scott Morrison", "Linda Reynolds"]

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

    @pytest.mark.parametrize(
        ("text", "office"),
        [
            (
                "On 9 May 2024, the Ambassador Extraordinary and Plenipotentiary of Japan to Belgium, H.E. Mr Masahiro "
                "Mikami, presented his credentials.",
                "jp-ambassador-be",
            ),
            (
                "S. E. M. Masahiro Mikami, ambassadeur du Japon auprès de l’OTAN, a remis ce jeudi 9 mai 2024 ses "
                "lettres de créance.",
                "jp-ambassador-nato",
            ),
        ],
    )
    def test_ambassador_is_known_by_who_sends_and_who_receives_them(self, text, office):
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office", "milestone") == ["Masahiro Mikami", office, "2024-05-09"]

    def test_ambassador_of_whom_the_text_does_not_say_where_has_no_office(self):
        text = "On 9 May 2024, the Ambassador of Japan, Mr Masahiro Mikami, presented his credentials."
        assert proposed(text, "tenure") == []
        assert proposed(text.replace("of Japan", "of Belgium to Japan"), "tenure") == []

    def test_is_that_of_each_whose_credentials_are_received(self):
        text = (
            "Le Roi a reçu ce jeudi 9 mai 2024 les lettres de créance de S.E. M. Masahiro Mikami, ambassadeur du Japon "
            "auprès du Roi des Belges, et de S.E. Mme Ryu Jeong-hyun, ambassadrice de la République de Corée."
        )
        first, second = proposed(text)
        assert facts(first, "person", "office", "milestone") == ["Masahiro Mikami", "jp-ambassador-be", "2024-05-09"]
        assert facts(second, "person", "office") == ["Ryu Jeong-hyun", "kr-ambassador-be"]

    def test_is_that_of_each_who_presents_them(self):
        text = (
            "Le 9 mai 2024, M. Masahiro Mikami, ambassadeur du Japon en Belgique, et Mme Ryu Jeong-hyun, ambassadrice "
            "de la République de Corée en Belgique, ont remis leurs lettres de créance."
        )
        assert [facts(each, "person", "office") for each in proposed(text)] == [
            ["Masahiro Mikami", "jp-ambassador-be"],
            ["Ryu Jeong-hyun", "kr-ambassador-be"],
        ]

    def test_ambassador_is_known_by_the_adjective(self):
        text = "On 9 May 2024, the Japanese Ambassador to Belgium, Mr Masahiro Mikami, presented his credentials."
        assert facts(*proposed(text, "tenure"), "office") == ["jp-ambassador-be"]

    def test_is_that_of_whoever_says_so_under_their_name(self):
        text = (
            "My name is Shinzo Abe. On 16 May 2017, I presented my credentials to the King of Belgium and took office "
            "as the Ambassador of Japan to Belgium."
        )
        [tenure] = proposed(text)
        assert facts(tenure, "person", "office", "milestone") == ["abe-shinzo", "jp-ambassador-be", "2017-05-16"]
        assert proposed(text.removeprefix("My name is Shinzo Abe. ")) == []

    def test_office_is_the_one_named_behind_the_verb(self):
        text = "On 1 September 2019, Axel Wernhoff was appointed Secretary General of NATO."
        [tenure] = proposed(text, "tenure")
        assert facts(tenure, "person", "office") == ["Axel Wernhoff", "nato-sg"]
        assert proposed("On 1 September 2019, The Ambassador was appointed Secretary General of NATO.") == []


class TestHeading:
    @pytest.mark.parametrize(
        "above", ["Communiqué de presse", "PRESS RELEASE", "Press release:", "Communiqué de presse, 02.03.2017"]
    )
    def test_is_what_follows_the_kind_of_document(self, above):
        document = read_document(f"{above}\n\nUne mission de plus\nLe 24 mai 2018.", known())
        assert document.heading == "Une mission de plus"
        assert document.day.notation == "2018-05-24"

    def test_is_that_kind_where_nothing_follows(self):
        assert read_document("Communiqué de presse", known()).heading == "Communiqué de presse"


class TestNothing:
    def test_is_proposed_that_the_text_does_not_say(self):
        assert proposed("Une phrase sans rien. Another one on 24 May 2018.") == []

    def test_empty_text_proposes_nothing(self):
        document = read_document("", known())
        assert (document.proposals, document.heading, document.day) == ([], "", None)
