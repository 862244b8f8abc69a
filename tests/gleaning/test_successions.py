import pytest

from tests.gleaning.documents import facts, proposed


class TestHeldInTurn:
    @pytest.mark.parametrize(
        "lines",
        [
            "Shinzo Abe: December 2012 – 16 September 2020\nMr Fumio Kishida, from 4 October 2021 to the present",
            "M. Shinzo Abe (décembre 2012 - 16 septembre 2020)\nM. Fumio Kishida (depuis le 4 octobre 2021)",
            "December 2012-16 September 2020: Shinzo Abe\nsince 4 October 2021: Fumio Kishida",
            "Name\tFrom\tUntil\nShinzo Abe\tDecember 2012\t16 September 2020\nFumio Kishida\tsince 4 October 2021",
        ],
    )
    @pytest.mark.parametrize(
        "heading", ["Former ambassadors of Japan to Belgium", "Anciens ambassadeurs du Japon en Belgique"]
    )
    def test_are_tenures_of_the_office_in_the_heading(self, heading, lines):
        first, second = proposed(f"{heading}\n{lines}", "tenure")
        assert facts(first, "person", "office", "period") == ["abe-shinzo", "jp-ambassador-be", "2012-12/2020-09-16"]
        assert facts(second, "person", "office", "period") == ["kishida-fumio", "jp-ambassador-be", "2021-10-04/.."]
        assert first.passages[1] == heading

    def test_may_be_of_people_whom_nobody_knows(self):
        first, second = proposed("Prime Ministers of Japan\nAnna Berg, 1990-1992\nJan van der Holm, 1992 –", "tenure")
        assert facts(first, "person", "office", "period") == ["Anna Berg", "jp-prime-minister", "1990/1992"]
        assert facts(second, "person", "period") == ["Jan van der Holm", "1992/"]

    @pytest.mark.parametrize(
        "text",
        [
            "Ambassadors of Japan to Belgium\nShinzo Abe, 2012-2020",
            "Ambassadors of Japan to Belgium who wrote\nShinzo Abe, 2012-2020\nFumio Kishida, 2021-2024",
            "Books about Japan\nShinzo Abe, 2012-2020\nFumio Kishida, 2021-2024",
            "Ambassadors of Japan to Belgium\nShinzo Abe, born 1954, 2012-2020\nFumio Kishida spoke, 2021-2024",
            "Ambassadors of Japan to Belgium\nShinzo Abe, 2012\nFumio Kishida, 2021",
            "Ambassadors of Japan to Belgium\nAnna Berg (1901–1980)\nJan van der Holm (1910–1999)",
        ],
    )
    def test_are_none_where_something_else_is_said(self, text):
        assert proposed(text, "tenure") == []
