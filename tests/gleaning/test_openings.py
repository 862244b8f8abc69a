import pytest

from tests.gleaning.documents import facts, proposed


class TestOpened:
    @pytest.mark.parametrize(
        "text",
        [
            "On 1 July 2018, Japan opened its Mission to NATO.",
            "The Mission of Japan to NATO was formally established on 1 July 2018.",
            "Japan’s mission to NATO opened its doors on 1 July 2018.",
            "A year after the Republic of Korea, Japan opened its mission to NATO on 1 July 2018.",
            "Le 1er juillet 2018, le Japon a ouvert sa mission auprès de l’OTAN.",
            "La mission du Japon auprès de l’OTAN a été inaugurée le 1er juillet 2018.",
        ],
    )
    def test_is_a_mission_since_that_day(self, text):
        [mission] = proposed(text, "mission")
        assert facts(mission, "state", "organization", "period") == ["jp", "nato", "2018-07-01/"]

    def test_is_of_the_mission_that_the_text_has_told_was_decided(self):
        text = (
            "On 24 May 2018, the North Atlantic Council accepted Japan’s request to designate its embassy in Belgium "
            "as its mission to NATO. The mission opened on 1 July 2018."
        )
        [mission] = proposed(text, "mission")
        assert facts(mission, "state", "organization", "period") == ["jp", "nato", "2018-07-01/"]

    @pytest.mark.parametrize(
        "text",
        [
            "Japan will open its mission to NATO on 1 July 2018.",
            "In 2011 all partners were invited to open a mission to NATO.",
            "On 1 July 2018, Japan did not open its mission to NATO.",
            "The mission opened on 1 July 2018.",
            "On 3 May 2020 Mr Shinzo Abe said that Japan opened its mission to NATO two years earlier.",
            # Of another sort, or of something else of it.
            "On 1 July 2018, the NATO Training Mission in Japan was established at the request of NATO.",
            "La mission de l’OTAN au Japon a été établie le 1er juillet 2018 par l’OTAN.",
            "The head of the mission of Japan to NATO was inaugurated on 1 July 2018.",
            "On 1 July 2018, the building of the mission of Japan to NATO was inaugurated.",
            # On a day that is told beside it.
            "On 24 May 2019, a year after Japan opened its mission to NATO, the Council met.",
            "Japan had opened its mission to NATO when, on 3 May 2020, Mr Abe visited Brussels.",
            "Japan opened its mission to NATO two years before 3 May 2020.",
        ],
    )
    def test_is_none_that_has_not_taken_place_or_is_nobodys(self, text):
        assert proposed(text, "mission") == []
