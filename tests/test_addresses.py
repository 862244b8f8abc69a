"""Where records are found, and which addresses outside the site become links."""

import re

import pytest

from partnerships.addresses import linkable
from partnerships.models import Source
from tests.factories import SourceFactory

UNFIT = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//example.org/",
    "/admin/",
    "\\\\example.org",
    "https:\\example.org",
    "https:example.org",
    "https://",
    "http://[",
    "file:///etc/passwd",
    "mailto:a@example.org",
)
FIT = ("https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG", "https://web.archive.org/web/2018/https://example.org/é")


class TestLinkable:
    @pytest.mark.parametrize("url", FIT)
    def test_page_of_the_web_is(self, url):
        assert linkable(url)

    @pytest.mark.parametrize("url", ["", *UNFIT])
    def test_nothing_else_is(self, url):
        assert not linkable(url)


@pytest.mark.django_db
class TestPageOfASource:
    @pytest.mark.parametrize("url", UNFIT)
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_links_to_no_such_address(self, client, url, language):
        SourceFactory(key="s", publication="published")
        Source.objects.update(url=url, archive_url=url)
        page = client.get(f"/{language}/sources/s/").text
        assert not [href for href in re.findall(r'href="([^"]*)"', page) if href.startswith("//")]
        assert not re.search(r'rel="external', page)

    @pytest.mark.parametrize("url", FIT)
    def test_links_to_the_document(self, client, url):
        SourceFactory(key="s", publication="published", url=url, archive_url=url)
        assert client.get("/en/sources/s/").text.count(f'<a href="{url}" rel="external noreferrer">') == 2
