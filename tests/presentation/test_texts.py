"""Longer texts: their paragraphs and links, marked as a whole in another language."""

import pytest

from partnerships.presentation.texts import paragraphs, written_html
from tests.factories import PageFactory, StateFactory, StatementFactory

pytestmark = pytest.mark.usefixtures("english")

PUBLIC = {"publication": "published"}


class TestParagraphs:
    def test_are_parted_by_empty_lines_and_escaped(self):
        assert paragraphs("One\r\nand <on>\r\n\r\n\n\nTwo\n\n \n", "en") == "<p>One\nand &lt;on&gt;</p><p>Two</p>"

    def test_in_another_language_are_marked_as_a_whole(self):
        assert paragraphs("Un\n\nDeux", "fr") == (
            '<div lang="fr"><p>Un</p><p>Deux</p></div><p class="untranslated"><small>(in French)</small></p>'
        )

    def test_of_nothing_are_none(self):
        assert paragraphs("", "fr") == ""


@pytest.mark.django_db
@pytest.mark.once
class TestWritten:
    def test_little_markup_stands_where_a_record_has_it_alone(self):
        assert written_html(PageFactory(text_en="A *word*", **PUBLIC), "text") == "<p>A <em>word</em></p>\n"
        assert written_html(StatementFactory(text_en="A *word*", **PUBLIC), "text") == "<p>A *word*</p>"

    def test_in_another_language_is_marked_as_a_whole(self):
        page = PageFactory(text_fr="Un *mot*", text_en="", **PUBLIC)
        assert written_html(page, "text").startswith('<div lang="fr"><p>Un <em>mot</em></p>')
        assert written_html(PageFactory(text_fr="", text_en="", **PUBLIC), "text") == ""

    def test_records_are_links_where_the_public_may_go(self):
        StateFactory(key="jp", slug_en="japan", **PUBLIC)
        StateFactory(key="secret")
        text = "[a](/id/state/jp), [b](/id/state/secret), [c](/id/state/none), [d](/id/page/about)"
        found = written_html(PageFactory(text_en=text, **PUBLIC), "text")
        assert found == '<p><a href="/en/states/japan/">a</a>, b, c, <a href="/en/about/">d</a></p>\n'
