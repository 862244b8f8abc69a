"""The little markup of texts that staff write."""

import re

import pytest

from partnerships import markup

pytestmark = pytest.mark.once
METHOD = "/en/method/"


def html(text):
    return markup.html(text, lambda kind, key: METHOD if (kind, key) == ("page", "method") else None)


class TestHtml:
    def test_knows_paragraphs_headings_lists_emphasis_and_links(self):
        text = "# One\n\n## Two\n\nA *b* **c** [d](https://example.org/?a=1&b=2).\n\n- e\n- f"
        assert html(text).replace("\n", "") == (
            "<h2>One</h2><h2>Two</h2><p>A <em>b</em> <strong>c</strong> "
            '<a href="https://example.org/?a=1&amp;b=2">d</a>.</p><ul><li>e</li><li>f</li></ul>'
        )

    @pytest.mark.parametrize("address", ["https://a.org", "http://a.org", "mailto:a@a.org", "HTTPS://A.org"])
    def test_links_lead_to_pages_and_mailboxes(self, address):
        assert html(f"[a]({address})") == f'<p><a href="{address}">a</a></p>\n'

    def test_leads_to_records_that_the_public_may_see(self):
        assert f'<a href="{METHOD}">method</a>' in html("[method](/id/page/method)")
        assert html("[*hidden* thing](/id/page/hidden)") == "<p><em>hidden</em> thing</p>\n"

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt&colon;alert(1))",
            "[a](data:text/html,x)",
            "[a](//example.org)",
            "[a](/admin/)",
            "[a](/id/page/method/../../../admin)",
            "![a](https://example.org/x.png)",
            '[a](https://example.org "onmouseover=x")',
            '[a](https://example.org/"onmouseover="x)',
            "<https://example.org>",
            "    code\n\n```\ncode\n```\n\n> quoted\n\n---\n\n| a |\n|---|\n| b |",
            "[a]: javascript:alert(1)\n\n[a]",
        ],
    )
    def test_nothing_else_becomes_html(self, text):
        tags = set(re.findall(r"<[^>]*>", html(text)))
        allowed = r"</?(p|ul|ol|li|em|strong|h[2-6]|a)>|<a href=\"https://example\.org[^\"<>]*\"( title=\"[^\"<>]*\")?>"
        assert all(re.fullmatch(allowed, tag) for tag in tags), tags


class TestPlain:
    def test_says_the_words_alone(self):
        text = "## Two\n\nA *b* [d](https://example.org).\nOn <b>.\n\n- e\n- f"
        assert markup.without_markup(text) == "Two\n\nA b d.\nOn <b>.\n\ne\n\nf"

    def test_a_break_of_the_line_parts_words(self):
        assert markup.without_markup("Rue Léopold\\\nBruxelles") == "Rue Léopold\nBruxelles"


class TestRecordsLinked:
    def test_names_each_once(self):
        text = "[a](/id/page/method) [b](/id/state/jp) [c](/id/page/method) [d](https://example.org)"
        assert markup.records_linked(text) == [("page", "method"), ("state", "jp")]


class TestWithoutTags:
    def test_leaves_what_is_escaped(self):
        assert markup.without_tags('<a href="/x?a=1&amp;b">A &lt;b&gt; <em>c</em></a>.') == "A &lt;b&gt; c."


class TestWithoutLinksTo:
    def test_leaves_the_words_and_every_other_link(self):
        page = '<a href="/a/">A <b>b</b></a>, <a href="/a/b/">c</a>, <a href="/a/">d</a> <a href="/a/" class="e">f</a>'
        left = 'A <b>b</b>, <a href="/a/b/">c</a>, d <a href="/a/" class="e">f</a>'
        assert markup.without_links_to("/a/", page) == left

    def test_of_a_page_without_any_is_the_page(self):
        assert markup.without_links_to("/a/", '<p><a href="/b/">b</a></p>') == '<p><a href="/b/">b</a></p>'
