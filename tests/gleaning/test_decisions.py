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

    def test_may_be_told_as_a_noun(self):
        text = (
            "On 27 September 2022, the Republic of Korea welcomed the decision of the North Atlantic Council of 26 "
            "September 2022 to accept its request to designate its embassy as its mission to NATO."
        )
        [decision] = proposed(text, "decision")
        assert facts(decision, "body", "partners") == ["nac", "kr"]

    def test_concerns_none_but_those_that_are_partners(self):
        text = "On 24 May 2018, the North Atlantic Council approved the requests of Japan and the Republic of Korea."
        names, known_to = known(), {"jp"}
        names.partners = known_to
        [decision] = read_document(text, names).proposals
        assert facts(decision, "partners") == ["jp"]
        assert facts(*proposed(text, "decision"), "partners") == ["jp", "kr"]

    def test_to_invite_all_partners_may_stand_in_the_passive(self):
        for text in (
            "In 2011, all partner countries were invited by the North Atlantic Council to open missions.",
            "En 2011, tous les pays partenaires ont été invités à ouvrir une mission.",
        ):
            [decision] = proposed(text)
            assert (decision.variant, facts(decision, "date")) == ("all_partners", ["2011"])

    @pytest.mark.parametrize(
        "text",
        [
            "The Republic of Korea is a partner. On 26 September 2022, the North Atlantic Council accepted its "
            "request to designate its embassy in Belgium as its mission to NATO.",
            "La République de Corée est partenaire de l’OTAN. Son ambassade en Belgique a été désignée comme mission "
            "par décision du Conseil de l’Atlantique Nord du 26 septembre 2022.",
        ],
    )
    def test_is_about_the_state_of_the_sentence_before_where_it_says_its_embassy(self, text):
        decision, designation = proposed(text)
        assert facts(decision, "date", "body", "partners") == ["2022-09-26", "nac", "kr"]
        assert facts(designation, "state", "receiving_state", "organization") == ["kr", "be", "nato"]

    @pytest.mark.parametrize(
        "text",
        [
            "Le 1er juin 2024, le Conseil de l’Atlantique Nord a fait droit à la demande du Japon, qui souhaitait que "
            "son ambassade à Bruxelles fasse office de mission auprès de l’OTAN.",
            "Le 1er juin 2024, le Conseil de l’Atlantique Nord a répondu favorablement à la demande du Japon que son "
            "ambassade en Belgique soit désignée comme mission auprès de l’OTAN.",
            "Le 1er juin 2024, le Conseil de l’Atlantique Nord a donné une suite favorable à la demande du Japon : "
            "son ambassade à Bruxelles servira de mission auprès de l’OTAN.",
            "Le 1er juin 2024, le Conseil de l’Atlantique Nord a approuvé la demande du Japon de désigner son "
            "ambassade à Bruxelles comme mission auprès de l’OTAN.",
            "On 1 June 2024, the North Atlantic Council responded favourably to the request of Japan that its "
            "embassy in Brussels serve as its mission to NATO.",
            "On 1 June 2024, the North Atlantic Council granted the request of Japan for its embassy in Brussels to "
            "be designated as its mission to NATO.",
            "On 1 June 2024, the North Atlantic Council gave a positive reply to Japan’s request to let its embassy in "
            "Belgium function as its mission to NATO.",
        ],
    )
    def test_grants_a_request_by_whatever_word_and_the_embassy_is_where_its_town_is(self, text):
        decision, designation = proposed(text)
        assert facts(decision, "date", "body", "partners") == ["2024-06-01", "nac", "jp"]
        assert facts(designation, "state", "receiving_state", "organization") == ["jp", "be", "nato"]

    @pytest.mark.parametrize(
        "text",
        [
            "On 3 May 2024, Japan and NATO adopted a roadmap for their cooperation.",
            "On 3 May 2024, NATO, together with Japan, signed the book. NATO and Japan had approved the plan in 2023.",
            "In May 2024, NATO and the Republic of Korea decided to strengthen their ties.",
            "Le 3 mai 2024, le Japon et l’OTAN ont adopté une feuille de route.",
            "En mai 2024, l’OTAN et la République de Corée avaient approuvé un plan d’action.",
            "Le 3 mai 2024, l’OTAN ainsi que le Japon ont décidé de renforcer leurs liens.",
        ],
    )
    def test_is_none_of_what_a_state_and_a_body_did_together(self, text):
        assert proposed(text) == []

    def test_designates_nothing_where_nobody_says_whose_embassy_it_is(self):
        text = (
            "They spoke. On 26 September 2022, the North Atlantic Council agreed to designate its embassy in Belgium "
            "as mission to NATO."
        )
        assert [each.kind for each in proposed(text)] == ["decision"]

    def test_designates_the_embassy_of_which_it_speaks(self):
        [designation] = proposed(FRENCH, "designation")
        assert facts(designation, "state", "receiving_state", "organization") == ["jp", "be", "nato"]
        assert designation.owner == proposed(FRENCH, "decision")[0].number


def test_each_of_several_states_has_its_post_designated():
    text = (
        "On 4 May 2016 the North Atlantic Council agreed to requests from Japan and the United States to designate "
        "their embassies in Belgium as missions to NATO."
    )
    designations = proposed(text, "designation")
    assert [facts(each, "state", "receiving_state", "organization") for each in designations] == [
        ["jp", "be", "nato"],
        ["us", "be", "nato"],
    ]


@pytest.mark.parametrize(
    ("days", "date"), [("on 3 May", "[..2018-05-03]"), ("from 3 to 4 May", "2018-05-03/2018-05-04")]
)
def test_what_was_announced_on_a_day_was_decided_until_then(days, date):
    [decision] = proposed(f"NATO announced {days} 2018 that the North Atlantic Council had decided to invite Japan.")
    assert facts(decision, "date") == [date]
