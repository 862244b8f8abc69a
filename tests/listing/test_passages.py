"""Passages: what stands around the words that were looked for."""

import pytest

from partnerships.listing.passages import marked_words, passage, spans_of
from partnerships.projections.search import understand
from partnerships.records.texts import Text


@pytest.fixture
def tokens(db):
    return lambda text: understand(text).tokens


class TestMarked:
    def test_forms_of_a_word_are_marked_and_the_rest_is_escaped(self, tokens):
        assert marked_words("<b>Visits</b> & more", tokens("visit")) == (
            "&lt;b&gt;<mark>Visits</mark>&lt;/b&gt; &amp; more"
        )

    def test_characters_without_blanks(self, tokens):
        assert marked_words("外務大臣河野太郎", tokens("河野")) == "外務大臣<mark>河野</mark>太郎"
        # Of two pairs that share a character the first is marked.
        assert marked_words("東京都", frozenset({"東京", "京都"})) == "<mark>東京</mark>都"

    def test_words_that_say_nothing_are_not(self, tokens):
        assert marked_words("the visit", tokens("the visit")) == "the <mark>visit</mark>"


class TestPassage:
    def test_language_of_the_page_comes_first(self, tokens):
        several = [Text("Une visite", "fr"), Text("A visit", "en")]
        assert passage(several, tokens("visit"), "en").html == "A <mark>visit</mark>"
        assert passage(several, tokens("visite"), "fr").html == "Une <mark>visite</mark>"
        several = [Text("Tokyo en mai", "fr"), Text("Tokyo in May", "en")]
        for texts in (several, several[::-1]):
            assert passage(texts, tokens("tokyo"), "en").html == "<mark>Tokyo</mark> in May"
            assert passage(texts, tokens("tokyo"), "fr").html == "<mark>Tokyo</mark> en mai"

    def test_of_two_that_say_as_much_the_first_stands(self, tokens):
        several = [Text("A visit", "en"), Text("One more visit", "en")]
        assert passage(several, tokens("visit"), "en").html == "A <mark>visit</mark>"

    def test_words_are_counted_and_not_how_often_each_stands(self, tokens):
        several = [Text("Balloons, balloons, balloons", "en"), Text("Green balloons", "en")]
        assert passage(several, tokens("green balloons"), "en").html == "<mark>Green</mark> <mark>balloons</mark>"

    def test_long_text_is_cut_around_the_word(self, tokens):
        text = f"{'before ' * 50}seaweed {'after ' * 50}"
        found = passage([Text(text, "en")], tokens("seaweed"), "en").html
        assert found.startswith("… before")
        assert found.endswith("after …")
        assert "<mark>seaweed</mark>" in found
        assert len(found) < 300

    @pytest.mark.parametrize(
        ("before", "after", "begins", "ends"),
        [(20, 0, "a a", "</mark>"), (40, 0, "… a", "</mark>"), (0, 60, "<mark>", "a a"), (0, 100, "<mark>", "a …")],
    )
    def test_text_is_cut_on_the_side_where_it_is_long(self, tokens, before, after, begins, ends):
        text = f"{'a ' * before}seaweed{' a' * after}"
        found = passage([Text(text, "en")], tokens("seaweed"), "en").html
        assert found.startswith(begins)
        assert found.endswith(ends)

    def test_names_and_keys_are_no_passage(self, tokens):
        assert passage([Text("Visit", "en", names=True), Text("visit", "", is_key=True)], tokens("visit"), "en") is None

    def test_name_of_another_record_is_none(self, tokens):
        several = [Text("A visit", "en", of_another=True), Text("One more visit", "en")]
        assert passage(several[:1], tokens("visit"), "en") is None
        assert passage(several, tokens("visit"), "en").html == "One more <mark>visit</mark>"

    def test_language_of_the_page_is_left_for_what_says_far_more(self, tokens):
        several = [Text("Red and green balloons", "en"), Text("Un red, balloons", "fr")]
        assert passage(several, tokens("red green balloons"), "fr").language == "fr"
        assert passage([several[0], Text("Un red", "fr")], tokens("red green balloons"), "fr").language == "en"

    def test_beside_a_name_stands_what_says_more_in_the_language_of_the_page(self, tokens):
        several = [Text("visite à Tokyo", "fr"), Text("visit", "en"), Text("A visit in May", "en")]
        named = {"title": "Visits to Tokyo", "named": True}
        assert passage(several, tokens("visit"), "en", **named).html == "A <mark>visit</mark> in May"
        assert passage(several[:2], tokens("visit visite"), "en", **named) is None

    def test_sort_is_read_in_the_language_of_the_page_and_a_time_stands_beside(self, tokens):
        several = [Text("visite", "fr", of_sort=True), Text("May visit", "en", of_time=True)]
        assert passage(several, tokens("visit visite"), "en") is None
        assert passage(several, tokens("visite"), "fr").html == "<mark>visite</mark>"


class TestSpans:
    def test_are_where_the_words_stand(self, tokens):
        assert list(spans_of("a visit, two visits", tokens("visits"), "en")) == [(2, 7), (13, 19)]
