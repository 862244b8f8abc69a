from tests.gleaning.documents import FRENCH, facts, proposed


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

    def test_is_of_the_state_of_its_sentence_though_the_document_speaks_of_another(self):
        text = "Japan is a partner. Japan has a mission. The Republic of Korea has a liaison officer at SHAPE."
        [posting] = proposed(text, "posting")
        assert facts(posting, "state") == ["kr"]
