"""The day of a document is what stands as such; what it tells of was on other days."""

import pytest

from partnerships.gleaning.datelines import day_in_addresses, day_of_document, day_of_news, without_dateline
from partnerships.gleaning.proposing import read_document
from partnerships.gleaning.text import sentences
from tests.gleaning.documents import ENGLISH, FRENCH, known

pytestmark = pytest.mark.once


def day(text):
    found = day_of_document(sentences(text))
    return found.notation if found else None


@pytest.mark.parametrize(
    "text",
    [
        "A title\n3 February 2023\nHe arrived on 1 February 2023.",
        "A title\nTokyo, le 3 février 2023\nIl est arrivé le 1er février 2023.",
        "Un titre\nTokyo, le 03/02/2023\nIl est arrivé le 1er février 2023.",
        "Un titre\nPublié le 03/02/2023 à 18h30\nIl est arrivé le 01/02/2023.",
        "A title\nPress release\nFebruary 3, 2023\nHe arrived on 1 February 2023.",
        "A title\nHe arrived on 1 February 2023.\nIssued on 3 Feb. 2023 | Last updated: 5 Feb. 2023 10:15",
        "A title\nHe arrived on 1 February 2023.\nLast updated: 3 Feb. 2023 10:15",
        "A title\nDate: 2023-02-03\nHe arrived on 1 February 2023.",
        "A title\nPublié le vendredi 3 février 2023 à 18h30\nIl est arrivé le 1er février 2023.",
        "Point de presse du 3 février 2023\nIl est arrivé le 1er février 2023.",
        "Titre\nCommuniqué du ministère des Affaires étrangères – 3 février 2023\nIl est arrivé le 1er février 2023.",
        "A title\nBRUSSELS (AP), 3 February 2023 – He arrived on 1 February 2023.",
        "A title\nLa Haye, le 3 février 2023 — Il est arrivé le 1er février 2023.",
        "A title\n3 February 2023: he arrived on 1 February 2023.",
        "A title\nHe arrived on 1 February 2023.\nFait à Bruxelles, le 3 février 2023.",
        "A title\nCe vendredi (3 février 2023), il a rappelé sa venue le 1er février 2023.",
        "A title\nHe said today (3 February 2023) that he arrived on 1 February 2023.",
    ],
)
def test_is_that_of_a_dateline_a_heading_or_what_the_text_calls_today(text):
    assert day(text) == "2023-02-03"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "A title\nHe arrived on 1 February 2023. On 3 February 2023 he left.",
        "A title\nThe visit that was to begin on 12 May 2022 has been cancelled.",
        "A title\nLa visite prévue le 12 mai 2022 est annulée.",
        "Visit to Tokyo, 3 February 2023\nHe arrived.",
        "Sommet de Madrid, 29 juin 2022\nIl est arrivé.",
        "05 Aug. 2019 - 08 Aug. 2019\nHe left on Thursday (8 August 2019).",
        "A title\n1 February 2023\nHe arrived.\n3 February 2023\nHe left.",
        "En octobre 2017",
        "",
    ],
)
def test_is_none_of_those_of_which_the_text_tells(text):
    assert day(text) is None


def test_what_it_calls_this_day_is_its_own():
    assert day(FRENCH) == "2018-05-24"


def test_what_a_text_begins_with_behind_it_stands_by_itself():
    found = sentences("A title\nBRUSSELS, 12 November 2025 – Mr Abe spoke on Tuesday.")
    [_, begun] = without_dateline(found, day_of_document(found))
    assert (begun.text, begun.is_begun, begun.words[0].folded) == ("Mr Abe spoke on Tuesday.", True, "mr")
    assert begun.start == found[1].start + found[1].text.index("Mr Abe")


def test_line_that_says_no_more_than_it_stays():
    found = sentences("A title\nTokyo, 12 November 2025\nMr Abe spoke.")
    assert without_dateline(found, day_of_document(found)) == found
    assert without_dateline(found, None) == found


class TestAddress:
    @pytest.mark.parametrize(
        ("text", "address"),
        [
            ("A title", "https://www.nato.int/cps/en/natohq/news/2018/05/24/japan.htm"),
            ("A title", "https://example.org/2018-05-24-japan"),
            ("A title\nhttps://example.org/news/2018/05/24/", ""),
            ("A title\nhttps://example.org/news/2018/05/25/", "https://example.org/2018/05/24"),
        ],
    )
    def test_tells_the_day_where_nothing_else_does(self, text, address):
        found = day_in_addresses(text, address)
        assert (found.notation, found.text[:4]) == ("2018-05-24", "2018")

    @pytest.mark.parametrize(
        "address",
        [
            "https://example.org/2018/13/24/",
            "https://example.org/2018/05/241",
            "https://example.org/2018/05",
            "https://example.org/20180524",
            "https://example.org/2018/05/24/2018/05/25/",
            "",
        ],
    )
    def test_tells_none_where_it_holds_no_day_or_two(self, address):
        assert day_in_addresses("A title of 2018/05/24", address) is None

    def test_is_asked_after_the_text(self):
        text = "A title\n3 February 2023\nHe arrived."
        assert read_document(text, known(), "https://example.org/2018/05/24/").day.notation == "2023-02-03"
        assert read_document("A title", known(), "https://example.org/2018/05/24/").day.notation == "2018-05-24"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Entretien avec M. Abe (16 avril 2018)\nLe ministre s’est entretenu ce jour avec M. Abe.", "2018-04-16"),
        ("Call with Mr Abe (16 April 2018)\nThe Minister spoke with Mr Abe today.", "2018-04-16"),
        # The day of a title may be that of which it tells.
        ("Visit to Tokyo (16 April 2018)\nThe Minister was in Tokyo.", None),
        ("Call with Mr Abe (16 April 2018)\nThe Minister spoke with Mr Abe today, 17 April 2018.", "2018-04-17"),
        ("Bruxelles, le 12 novembre 2019. – M. Abe est arrivé le 8 novembre.", "2019-11-12"),
    ],
)
def test_day_in_the_brackets_of_a_title_counts_where_the_text_speaks_of_today(text, day):
    found = day_of_document(sentences(text))
    assert (found and found.notation) == day


class TestNews:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("A title\nOn Tuesday (3 February 2026), the Council agreed to it.", "2026-02-03"),
            (
                "A title\nMr Abe ended a trip to Tokyo on Tuesday (3 February 2026). He was there on 1 February.",
                "2026-02-03",
            ),
            ("A title\nThe Secretary General met Mr Abe on Tuesday, (3 February 2026).", "2026-02-03"),
            ("Un titre\nMardi (3 février 2026), le Conseil a fait droit à la demande.", "2026-02-03"),
            ("Un titre\nM. Abe a eu mardi (3 février 2026) un entretien. Il était venu le 1er février.", "2026-02-03"),
            ("Un titre\nLe mardi (3 février 2026), M. Abe est arrivé.", "2026-02-03"),
            # What is yet to come, two days, and a page headed by the days of a journey.
            ("A title\nMr Abe will visit Tokyo on Tuesday (3 February 2026).", None),
            ("Un titre\nM. Abe se rendra à Tokyo mardi (3 février 2026).", None),
            ("A title\nHe arrived on Monday (2 February 2026) and left on Tuesday (3 February 2026).", None),
            ("1-3 February 2026\nHe left on Tuesday (3 February 2026).", None),
        ],
    )
    def test_is_of_the_day_of_the_week_in_whose_brackets_it_stands(self, text, day):
        found = day_of_news(sentences(text))
        assert (found and found.notation) == day
        assert read_document(text, known()).day == found

    def test_is_asked_after_the_address(self):
        text = "A title\nOn Tuesday (3 February 2026), the Council agreed to it."
        assert read_document(text, known(), "https://example.org/2026/02/04/").day.notation == "2026-02-04"
