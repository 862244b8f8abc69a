import pytest

from .documents import facts, proposed


def met(text):
    return [facts(each, "date", "interlocutor", "host", "visitor", "place") for each in proposed(text, "meeting")]


class TestMeanwhile:
    """Those of whom a clause says that they were elsewhere met nobody of whom the main one tells."""

    @pytest.mark.parametrize(
        "text",
        [
            "While Shinzo Abe was in Tokyo, Mr Taro Berg met Jens Stoltenberg in Brussels on 4 May 2018.",
            "On 4 May 2018, while the Prime Minister, Shinzo Abe, was in Tokyo, Mr Taro Berg met Jens Stoltenberg in "
            "Brussels.",
            "Pendant que M. Shinzo Abe se trouvait à Tokyo, M. Taro Berg a rencontré Jens Stoltenberg à Bruxelles "
            "le 4 mai 2018.",
        ],
    )
    def test_others_were_elsewhere(self, text):
        assert met(text) == [["2018-05-04", "Taro Berg", "stoltenberg-jens", "brussels"]]

    def test_the_day_of_the_clause_is_that_of_both(self):
        text = "While Shinzo Abe visited Tokyo on 4 May 2018, Mr Taro Berg met Jens Stoltenberg in Brussels."
        assert met(text) == [["2018-05-04", "Taro Berg", "stoltenberg-jens", "brussels"]]
        [visit] = proposed(text, "visit")
        assert facts(visit, "visitor", "stop") == ["abe-shinzo", "tokyo"]

    def test_a_clause_about_the_same_people_is_none(self):
        assert met("While in Tokyo on 4 May 2018, Jens Stoltenberg met Shinzo Abe.") == [
            ["2018-05-04", "stoltenberg-jens", "abe-shinzo", "tokyo"]
        ]


class TestBefore:
    """Whom somebody met before what they are yet to do was met by them, at its own place and on its own day."""

    @pytest.mark.parametrize(
        "text",
        [
            "After meeting Prime Minister Shinzo Abe in Tokyo on 3 May 2018, the Secretary General, Jens "
            "Stoltenberg, will travel to Nice on 7 May.",
            "Après avoir rencontré le premier ministre, Shinzo Abe, à Tokyo le 3 mai 2018, Jens Stoltenberg se rendra "
            "à Nice le 7 mai.",
        ],
    )
    def test_is_no_part_of_what_is_to_come(self, text):
        [visit] = proposed(f"4 May 2018\n{text}", "visit")
        assert (visit.status, *facts(visit, "period", "visitor", "stop")) == (
            "planned",
            "2018-05-07",
            "stoltenberg-jens",
            "nice",
        )
        [meeting] = proposed(f"4 May 2018\n{text}", "meeting")
        assert (meeting.status, *facts(meeting, "date", "interlocutor", "place")) == (
            "",
            "2018-05-03",
            "abe-shinzo",
            "stoltenberg-jens",
            "tokyo",
        )

    def test_is_left_where_the_main_clause_is_over_too(self):
        text = "After meeting Shinzo Abe on 3 May 2018, Jens Stoltenberg travelled to Nice on 7 May 2018."
        [visit] = proposed(text, "visit")
        assert facts(visit, "stop") == ["nice"]
