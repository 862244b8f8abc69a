from dataclasses import replace

import pytest

from partnerships.gleaning.holders import called_by_office
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import HOLDERS, facts, known, proposed


class TestCalledByOffice:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("On 4 May 2016 Foreign Minister Kishida met Secretary General Stoltenberg.", "kishida-fumio"),
            ("On 4 May 2023, Japanese Prime Minister Kishida met NATO Secretary General Stoltenberg.", "kishida-fumio"),
            ("In May 2016, the Prime Minister of Japan, Mr Abe, met Secretary General Stoltenberg.", "abe-shinzo"),
            ("On 4 May 2023 former Prime Minister Abe met Secretary General Stoltenberg.", "abe-shinzo"),
            (
                "Le 4 mai 2016, le ministre des Affaires étrangères Kishida a reçu le secrétaire général Stoltenberg.",
                "kishida-fumio",
            ),
            (
                "Le 4 mai 2023, le premier ministre japonais Kishida a reçu le secrétaire général, M. Stoltenberg.",
                "kishida-fumio",
            ),
            (
                "Le 4 mai 2023, l’ancien premier ministre Abe a rencontré le secrétaire général Stoltenberg.",
                "abe-shinzo",
            ),
        ],
    )
    def test_is_whoever_held_it_then(self, text, who):
        [meeting] = proposed(text)
        assert facts(meeting, "host", "interlocutor", "visitor") == [who, "stoltenberg-jens"]

    @pytest.mark.parametrize(
        "text",
        [
            "On 4 May 2023 Foreign Minister Kishida spoke.",
            "On 4 May 2023 Prime Minister Abe spoke.",
            "On 4 May 2016 former Prime Minister Abe spoke.",
            "On 4 May 2016 Belgian Prime Minister Abe spoke.",
            "On 4 May 2016 Deputy Prime Minister Abe spoke.",
            "On 4 May 2016 Mr Abe spoke.",
            "Prime Minister Abe spoke.",
            "Le 4 mai 2023, le premier ministre Abe a parlé.",
            "Le 4 mai 2016, le vice-premier ministre Abe a parlé.",
            "Le 4 mai 2016, M. Abe a parlé.",
        ],
    )
    def test_is_nobody_who_did_not(self, text):
        document = read_document(text, known())
        assert [each.people for each in document.told] == [[]]

    def test_is_nobody_where_two_held_it(self):
        [sentence] = sentences("Prime Minister Abe spoke.")
        [abe] = HOLDERS["abe"]
        days = (abe.first, abe.first)
        assert [each.known.key for each in called_by_office(sentence, [], HOLDERS, days)] == ["abe-shinzo"]
        assert called_by_office(sentence, [], {"abe": [abe, replace(abe, person="abe-anna")]}, days) == []
        assert called_by_office(sentence, [], HOLDERS, None) == []
