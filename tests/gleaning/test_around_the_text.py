"""What a page shows around the text of a document: neither its title, nor anything that the document tells."""

import pytest

from partnerships.gleaning.around_the_text import heading_of, text_of_page
from partnerships.gleaning.text import sentences

pytestmark = pytest.mark.once


class TestTextOfPage:
    @pytest.mark.parametrize(
        "line", ["Related news", "Voir aussi", "Pour en savoir plus :", "Share this page", "Sur le même sujet"]
    )
    def test_ends_where_the_page_leads_to_others(self, line):
        assert text_of_page(f"Title\nText.\n{line}\nSecretary General visits Japan, 3 May 2020") == "Title\nText."

    def test_begins_behind_what_the_site_says_to_its_visitors(self):
        assert text_of_page("We use cookies.\nSubscribe to our newsletter\nTitle\nText.") == "Title\nText."

    def test_has_no_line_that_names_another_document(self):
        assert text_of_page("Title\nText.\nPrev: Minister meets the Ambassador of Qatar") == "Title\nText."

    @pytest.mark.parametrize("text", ["Related\nText.", "They read more.\nSee also of whom they spoke.", ""])
    def test_is_all_there_is_where_nothing_of_that_stands_alone(self, text):
        assert text_of_page(text) == text


class TestHeading:
    @pytest.mark.parametrize(
        "above",
        [
            "Press Releases\nHome > Press Releases",
            "Embassy of Japan in Belgium\nNews",
            "Ministère des Armées",
            "Communiqué de presse, 02.03.2017",
            "Media advisory\nIssued on 4 April 2025",
            "Bruxelles, le 20 mai 2017",
        ],
    )
    def test_is_not_what_stands_above_it(self, above):
        assert heading_of(sentences(f"{above}\nMr Kono visits NATO\nHe met Mr Stoltenberg.")) == "Mr Kono visits NATO"

    def test_is_the_first_line_where_none_is_a_title(self):
        assert heading_of(sentences("Embassy of Japan\nOn 3 May, Mr Kono visited NATO.")) == "Embassy of Japan"
        assert heading_of([]) == ""
