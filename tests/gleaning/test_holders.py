from dataclasses import replace

import pytest

from partnerships.gleaning.holders import called_by_office, without_namesakes
from partnerships.gleaning.known_names import Known, Mention
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

    def test_of_another_state_is_nobody_whom_the_register_knows(self):
        for state, key in (("Belgium", None), ("Japan", Known("person", "abe-shinzo"))):
            [told] = read_document(f"On 4 May 2016 the Prime Minister of {state}, Mr Abe, spoke.", known()).told
            assert [each.known for each in told.people] == [key]

    def test_is_nobody_where_two_held_it(self):
        [sentence] = sentences("Prime Minister Abe spoke.")
        [abe] = HOLDERS["abe"]
        days = (abe.first, abe.first)
        assert [each.known.key for each in called_by_office(sentence, [], HOLDERS, days)] == ["abe-shinzo"]
        assert called_by_office(sentence, [], {"abe": [abe, replace(abe, person="abe-anna")]}, days) == []
        assert called_by_office(sentence, [], HOLDERS, None) == []


class TestNamesakes:
    def left(self, text, days):
        [sentence] = sentences(text)
        at = text.index("Shinzo Abe")
        both = [Mention(Known("person", key), "Shinzo Abe", at, at + 10) for key in ("abe-other", "abe-shinzo")]
        return [each.known.key for each in without_namesakes(sentence, both, HOLDERS, days)]

    def test_of_two_with_one_name_it_is_the_one_who_was_in_office(self):
        [abe] = HOLDERS["abe"]
        for text in ("Prime Minister Shinzo Abe spoke.", "Shinzo Abe spoke."):
            assert self.left(text, (abe.first, abe.first)) == ["abe-shinzo"]

    def test_both_stay_where_nothing_tells_which(self):
        [abe] = HOLDERS["abe"]
        before = abe.first.replace(year=1990)
        assert self.left("Shinzo Abe spoke.", (before, before)) == ["abe-other", "abe-shinzo"]
        assert self.left("Shinzo Abe spoke.", None) == ["abe-other", "abe-shinzo"]
