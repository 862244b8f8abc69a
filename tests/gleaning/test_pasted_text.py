import itertools
import textwrap

import pytest

from partnerships.gleaning.pasted_text import as_shown, heading_as_pasted
from tests.gleaning.documents import facts, proposed
from tests.growth import growth

HEADING = "Secretary General in Japan"
TEXT = (
    "On 31 January 2023, NATO Secretary General Jens Stoltenberg met Prime Minister Fumio Kishida in Tokyo, where they "
    "discussed non-proliferation and other matters of common interest."
)
ONE_PARAGRAPH = f"{HEADING}\n{TEXT}"


class TestPlainText:
    @pytest.mark.parametrize(
        "pasted",
        [
            f"{HEADING}\n\n{textwrap.fill(TEXT, 60)}",
            f"{HEADING}\n{textwrap.fill(TEXT, 60)}",
            f"{HEADING}\n\n{textwrap.fill(TEXT, 90)}".replace("\nTokyo, where they", " Tokyo,\n\n- 2 -\n\nwhere they"),
            f"{HEADING}\n\n{textwrap.fill(TEXT.replace('discussed', 'dis- cussed'), 60)}".replace("dis- ", "dis-\n"),
            ONE_PARAGRAPH.replace(" ", "\u00a0\t "),
            ONE_PARAGRAPH.replace("General", "Gen\u00aderal\u200b").replace("\n", "\u2028"),
            "<head><title>T<style>p {}</style></head><script>if (a<b) '<p>'</script><!-- <p> -->"
            f"<h1>{HEADING}</h1>\n<p class='a'>{TEXT}</p>".replace(" met ", "&nbsp;met "),
        ],
    )
    def test_is_the_paragraphs_without_what_a_pdf_or_a_page_puts_between_their_words(self, pasted):
        assert [line.strip() for line in as_shown(pasted).splitlines() if line.strip()] == ONE_PARAGRAPH.splitlines()

    def test_keeps_what_stands_in_lines_of_its_own(self):
        listed = (
            "Ambassadors of Japan to Belgium:\nJun Yokota, 2009-2012\nMasafumi Ishii, 2014-2017\n- maritime security"
        )
        assert as_shown(listed) == listed
        hyphen = "They spoke for hours of the nuclear arms race and of non-"
        hyphen += "\nproliferation, then went on to meet again Mr Jean-\nYves Le Drian"
        assert as_shown(hyphen).endswith("non-proliferation, then went on to meet again Mr Jean-Yves Le Drian")

    def test_is_one_column_after_the_other(self):
        french = "Il s’agit de la première visite depuis des années, et les deux parties en ont salué le succès."
        left, right = ["Of Japan", "", *textwrap.wrap(TEXT, 38)], ["Note", "", *textwrap.wrap(french, 28)]
        page = "\n".join(f"{one:38}    {other}" for one, other in itertools.zip_longest(left, right, fillvalue=""))
        assert as_shown(page).splitlines() == ["Of Japan", TEXT, "Note", french]

    def test_parts_the_cells_of_a_table_and_the_words_of_a_mark(self):
        assert as_shown("Day\tWho\n3 May 2024\tGen Nakatani") == "Day, Who\n3 May 2024, Gen Nakatani"
        assert as_shown("on #CyberDefence, No #1") == "on Cyber Defence, No #1"

    def test_of_elements_that_never_end_grows_no_faster_than_they_do(self):
        assert growth(lambda size: as_shown("<head><style><!--" * size), 500, 3_000) < 12

    def test_parts_sentences_but_no_address(self):
        assert as_shown("Il est venu.Le Japon, en 2018.Elle www.nato.int/a.Bc") == (
            "Il est venu. Le Japon, en 2018. Elle www.nato.int/a.Bc"
        )
        assert as_shown("eﬀective R&D a < b") == "effective R&D a < b"


def test_a_heading_keeps_its_narrow_blanks():
    assert heading_as_pasted("\nL’OTAN\u00a0: un  jour\nTexte", "L’OTAN : un jour") == "L’OTAN\u00a0: un  jour"
    assert heading_as_pasted("A long\nheading", "A long heading") == "A long heading"


def test_a_document_set_in_lines_tells_the_same():
    [meeting] = proposed(f"{HEADING}\n\n{textwrap.fill(TEXT, 60)}")
    assert facts(meeting, "date", "interlocutor", "place") == [
        "2023-01-31",
        "stoltenberg-jens",
        "kishida-fumio",
        "tokyo",
    ]


def test_in_capitals_alone_nobody_is_named_whom_the_register_does_not_know():
    text = "ON 31 OCTOBER 2017, JENS STOLTENBERG MET SHINZO ABE, MINISTER FOR FOREIGN AFFAIRS OF SOME OTHER STATE."
    [meeting] = proposed(text)
    assert facts(meeting, "interlocutor") == ["stoltenberg-jens", "abe-shinzo"]
