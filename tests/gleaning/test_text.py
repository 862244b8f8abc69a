import pytest

from partnerships.gleaning.text import LONGEST, language_written, sentences, without_plural
from tests.gleaning.documents import ENGLISH, FRENCH


class TestSentences:
    def test_end_with_a_line_or_a_full_stop(self):
        assert [each.text.strip() for each in sentences("Titre\nUne phrase. Une autre.")] == [
            "Titre",
            "Une phrase.",
            "Une autre.",
        ]

    def test_do_not_end_after_an_abbreviation(self):
        assert len(sentences("M. Abe a reçu Mme. Inada et J. Stoltenberg.")) == 1

    def test_do_not_end_between_an_hour_and_its_zone(self):
        assert len(sentences("On April 4 (local time; April 5, 2:10 a.m. JST), she met him.")) == 1
        assert len(sentences("On April 4 (local time; 5:40 p.m. Japan time), she met him.")) == 1
        assert len(sentences("On May 6, at 3:15 p.m. (10:15 p.m. Tokyo time), he spoke to her.")) == 1
        assert len(sentences("It began at 10 a.m. He left.")) == 2

    def test_do_not_begin_with_the_number_of_their_paragraph(self):
        text = "1. He met her. 2. She left.\n(2) They spoke.\n- It ended.\n3.5 per cent"
        assert [each.text.strip() for each in sentences(text)][0] == "He met her."
        assert [each.text.strip() for each in sentences(text)][-3:] == ["They spoke.", "It ended.", "3.5 per cent"]
        assert len(sentences("It began at 5:30 p.m. (JST) and ended.")) == 1

    def test_do_not_end_between_may_and_its_year(self):
        assert len(sentences("11 May. 2010")) == 1
        assert len(sentences("It was in May. He left.")) == 2

    def test_hold_the_short_items_of_a_list_to_which_they_lead(self):
        text = "On the agenda:\n- cyber defence;\n• maritime security\nThe talks ended."
        assert [each.paragraph for each in sentences(text)] == [0, 1]
        # Without a colon, and where an item tells more than a matter, each line is by itself.
        for apart in (
            text.replace(":", ""),
            text.replace("security", "security, on which the two ministers spoke at length, and in the evening too"),
        ):
            assert len(sentences(apart)) > 2

    def test_hold_the_name_of_whoever_is_in_the_office_that_stands_above_it(self):
        assert (
            len(
                sentences("Ambassador of Japan to Belgium\nMr HOLM Jan (Head of delegation)\nDirector, Asia\nBERG Anna")
            )
            == 2
        )
        for apart in (
            "Ambassador of Japan\nNew Delhi",
            "Minister of Defence\nMinister of Trade",
            "Mr Jan Holm\nMs Anna Berg",
        ):
            assert len(sentences(apart)) == 2

    def test_keep_their_place_in_the_text(self):
        for sentence in sentences(FRENCH):
            assert FRENCH[sentence.start :].startswith(sentence.text)
            word = sentence.words[-1]
            assert sentence.passage(word.start, word.end) == FRENCH[word.start : word.end]

    def test_blank_text_has_none(self):
        assert sentences(" \n\r\n ") == []


class TestLanguage:
    def test_is_told_by_the_small_words(self):
        assert (language_written(FRENCH), language_written(ENGLISH)) == ("fr", "en")

    def test_is_french_where_they_do_not_tell(self):
        assert [language_written(text) for text in ("", "Tokyo 2018", "the visit, le visiteur")] == ["fr"] * 3


class TestStem:
    def test_plural_counts_as_the_singular(self):
        assert without_plural("missions") == without_plural("mission")
        assert without_plural("bureaux") == without_plural("bureau")

    def test_short_word_stays(self):
        assert without_plural("pas") == "pas"


class TestLong:
    @pytest.mark.parametrize("item", ["Le 24 mai 2018, ", "on 24 May 2018; ", "x"])
    def test_list_is_read_in_parts_and_nothing_of_it_is_lost(self, item):
        text = item * (5000 // len(item))
        found = sentences(text)
        assert "".join(each.text for each in found) == text
        assert all(LONGEST // 2 < len(each.text) <= LONGEST for each in found[:-1])
        assert {each.paragraph for each in found} == {0}
        assert all(each.text.startswith(item) for each in found)

    def test_sentence_of_people_is_whole(self):
        [sentence] = sentences("Le premier ministre, " * 90 + "est arrivé.")
        assert sentence.text.endswith("est arrivé.")


class TestOfAnother:
    @pytest.mark.parametrize(
        ("text", "clauses"),
        [
            (
                "Ms Berg met Mr Holm; the Minister received Mr Lind.",
                ["Ms Berg met Mr Holm; ", "the Minister received Mr Lind."],
            ),
            ("Mme Berg a signé ; M. Holm a reçu M. Lind.", ["Mme Berg a signé ; ", "M. Holm a reçu M. Lind."]),
            ("Ms Berg visited Rome while Mr Holm stayed.", ["Ms Berg visited Rome ", "while Mr Holm stayed."]),
            (
                "Mme Berg a visité Rome, tandis que M. Holm restait.",
                ["Mme Berg a visité Rome, ", "tandis que M. Holm restait."],
            ),
            ("Mme Berg a reçu M. Holm ; l’entretien a porté sur l’eau.", None),
            ("Ms Berg met Mr Holm, Minister of Trade; Mr Lind, Minister of Finance.", None),
            ("Received were: Ms Berg, who has arrived; Mr Holm, who met Mr Lind.", None),
            ("Ms Berg met Mr Holm while he was in Rome.", None),
        ],
    )
    def test_clause_about_somebody_else_is_a_sentence(self, text, clauses):
        assert [each.text for each in sentences(text)] == (clauses or [text])
