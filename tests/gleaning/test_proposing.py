import pytest

from partnerships.gleaning.proposing import read_document
from tests.gleaning import releases
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


class TestAgreed:
    @pytest.mark.parametrize(
        "text",
        [
            "Les deux parties ont décidé de renforcer leurs liens en matière de sûreté maritime et de cyberdéfense.",
            "Ils se sont engagés à travailler davantage ensemble à la cyberdéfense et à la sûreté maritime.",
            "Les deux hommes se sont mis d’accord sur plus d’échanges en cyberdéfense et en sûreté maritime.",
            "L’OTAN et le Japon ont aussi décidé de développer la sûreté maritime et la cyberdéfense.",
            "The two sides decided to step up their work on maritime security and cyber defence.",
            "They committed themselves to closer cooperation on cyber defence and maritime security.",
            "Both sides reached agreement on further work on maritime security and cyber defence.",
            "Japan and NATO resolved to strengthen their ties in cyber defence and maritime security.",
        ],
    )
    def test_may_be_told_by_any_word_for_it(self, text):
        for language, before in (
            ("fr", "Le 3 avril 2024, Jens Stoltenberg a rencontré Shinzo Abe à Tokyo."),
            ("en", "On 3 April 2024, Jens Stoltenberg met Shinzo Abe in Tokyo."),
        ):
            if language == ("fr" if "é" in text else "en"):
                [meeting] = proposed(f"{before} {text}")
                assert set(facts(meeting, "areas")) == {"cyber", "maritime"}

    def test_is_that_of_the_meeting_told_last_not_of_a_visit_told_after(self):
        text = (
            "On 3 April 2024, Jens Stoltenberg met Shinzo Abe. On 4 April 2024, Jens Stoltenberg met Fumio Kishida. "
            "Both "
            "sides agreed to deepen cooperation on cyber defence. On 9 April 2024, Jens Stoltenberg visited Tokyo."
        )
        assert [(each.kind, facts(each, "areas")) for each in proposed(text)] == [
            ("visit", []),
            ("meeting", []),
            ("meeting", ["cyber"]),
        ]


class TestPosting:
    def test_is_of_the_state_that_the_sentence_names(self):
        [posting] = proposed(FRENCH, "posting")
        assert facts(posting, "state", "organization") == ["jp", "shape"]

    def test_has_gone_on_since_the_day_that_the_text_says(self):
        [posting] = proposed("Japan has posted a liaison officer to SHAPE since 2013.", "posting")
        assert facts(posting, "state", "organization", "period") == ["jp", "shape", "2013/"]

    def test_of_two_states_is_of_the_one_of_which_the_document_speaks(self):
        text = "Japan and NATO\nJapan is a partner. Like the Republic of Korea, Japan has a liaison officer at SHAPE."
        [posting] = proposed(text, "posting")
        assert facts(posting, "state", "organization") == ["jp", "shape"]

    def test_told_in_the_heading_and_again_is_one(self):
        text = "Japan sends liaison officers to SHAPE\nJapan will send liaison officers to SHAPE from 15 June 2015."
        [posting] = proposed(text, "posting")
        assert (facts(posting, "period"), len(posting.passages)) == (["2015-06-15/"], 2)

    def test_of_whom_it_is_not_said_that_they_keep_liaison_is_of_staff(self):
        text = "A Japanese officer has been serving at SHAPE since 2013, where she works on cyber defence."
        [posting] = proposed(text, "posting")
        assert (posting.variant, *facts(posting, "organization", "period", "areas")) == (
            "staff",
            "shape",
            "2013/",
            "cyber",
        )

    def test_at_the_disposal_of_the_alliance_is_at_the_body_of_which_the_text_speaks(self):
        text = (
            "L’OTAN et le Japon coopèrent. Le Japon a des officiers de liaison au SHAPE et met à disposition un "
            "administrateur chargé de la cyberdéfense pour l’Alliance."
        )
        assert [(each.variant, *facts(each, "organization")) for each in proposed(text, "posting")] == [
            ("liaison", "shape"),
            ("staff", "nato"),
        ]

    def test_officers_of_a_body_are_not_those_of_the_state_where_they_are(self):
        assert proposed("The NATO liaison officer in Japan arrived on 3 May 2024.", "posting") == []
        assert proposed("Le 3 mai 2024, l’officier de liaison de l’OTAN au Japon est arrivé.", "posting") == []


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


class TestRelease:
    """Whole documents, with what the fixtures know: each tells what a careful reader would record, and nothing else."""

    @pytest.mark.parametrize("name", releases.TOLD)
    def test_tells_all_of_it_and_nothing_else(self, name):
        document = read_document(releases.release(name), releases.register())
        assert [releases.told(each) for each in document.proposals] == releases.expected(name)

    def test_each_that_is_kept_is_asked(self):
        assert {path.stem for path in releases.HERE.glob("*.txt")} == set(releases.TOLD)

    @pytest.mark.parametrize(
        ("name", "day", "language"),
        [
            ("visit-with-two-stops", "2023-01-31", "en"),
            ("met-in-the-margins", "2024-07-11", "en"),
            ("agreement-signed", "2010-06-25", "en"),
            ("policy-consultations", "2023-11-21", "en"),
            ("lettres-de-creance", "2025-01-16", "fr"),
            ("nomination", "2014-10-28", "fr"),
            ("point-de-presse", "2025-06-25", "fr"),
        ],
    )
    def test_says_when_and_in_which_language_it_was_written(self, name, day, language):
        document = read_document(releases.release(name), releases.register())
        assert (document.day.notation, document.language) == (day, language)


class TestNothing:
    def test_is_proposed_that_the_text_does_not_say(self):
        assert proposed("Une phrase sans rien. Another one on 24 May 2018.") == []

    def test_empty_text_proposes_nothing(self):
        document = read_document("", known())
        assert (document.proposals, document.heading, document.day) == ([], "", None)


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
