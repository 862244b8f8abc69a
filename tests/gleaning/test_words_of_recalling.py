import pytest

from partnerships.gleaning.words_of_recalling import HAD, RECALLED, RECALLING, WHO_HAD


class TestRecalling:
    @pytest.mark.parametrize(
        "text",
        ["recalling her visit", "marking the tenth anniversary of", "rappelant sa visite", "évoquant la visite de"],
    )
    def test_leads_to_what_was(self, text):
        assert RECALLING.search(text)

    def test_may_speak_of_something_else(self):
        assert not RECALLING.search("évoquant la cyberdéfense")


class TestRecalled:
    @pytest.mark.parametrize(
        "text",
        ["recalled the visit", "recalled that, in 2014, she", "a rappelé sa visite", "est revenu sur l’entretien"],
    )
    def test_is_an_event_or_of_a_year(self, text):
        assert RECALLED.search(text)

    @pytest.mark.parametrize(
        "text", ["recalled the need for peace", "ont rappelé leur attachement", "revenu sur le sol"]
    )
    def test_is_no_opinion(self, text):
        assert not RECALLED.search(text)


class TestHad:
    def test_tells_what_had_been(self):
        assert HAD.search("she had visited")
        assert HAD.search("elle s’était rendue")
        assert not HAD.search("they had talks")

    def test_of_somebody_named_before(self):
        assert WHO_HAD.search("Ms Berg, who had met him")
        assert WHO_HAD.search("Mme Berg, qu’il avait vue")
        assert not WHO_HAD.search("said that she had met him")
