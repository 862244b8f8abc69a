import pytest

from partnerships.gleaning import words_of_people


class TestWords:
    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_people.TITLED, "le ministre de la Défense, M. Itsunori Onodera"),
            (words_of_people.FOLLOWED, "Taro Kono, Minister for Foreign Affairs,"),
            (words_of_people.COURTEOUS, "M. Yoon Soon-gu"),
            (words_of_people.BEGINNING, "Axel Wernhoff was appointed"),
            (words_of_people.BY_TITLE, "the Secretary General met"),
            (words_of_people.IS_BODY, "North Atlantic Council"),
            (words_of_people.TITLE_OF, "Prime Minister of "),
        ],
    )
    def test_name_somebody_or_a_body(self, pattern, text):
        assert pattern.search(text)

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            (words_of_people.TITLED, "the ministers met"),
            (words_of_people.BY_TITLE, "the Secretary General of the United Nations"),
            (words_of_people.IS_BODY, "Taro Kono"),
        ],
    )
    def test_do_not_name_what_is_none(self, pattern, text):
        assert not pattern.search(text)
