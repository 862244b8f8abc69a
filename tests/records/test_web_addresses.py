"""Which addresses may become links."""

import pytest

from partnerships.models import Source
from partnerships.records.visibility import unseen_fields
from partnerships.records.web_addresses import host_of, linkable, reachable

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


@pytest.mark.once
class TestLinkable:
    @pytest.mark.parametrize("url", FIT)
    def test_page_of_the_web_is(self, url):
        assert linkable(url)

    @pytest.mark.parametrize("url", ["", *UNFIT])
    def test_nothing_else_is(self, url):
        assert not linkable(url)

    @pytest.mark.parametrize(
        ("url", "may"),
        [
            ("https://example.org/a", True),
            ("http://example.org", True),
            ("httpx://example.org/a", False),
            ("ftp://example.org/a", False),
            ("javascript:alert(1)", False),
            ("https:///a", False),
            ("//example.org/a", False),
            ("http://[", False),
            ("http://example.org/a b", False),
            ("", False),
        ],
    )
    def test_is_a_page_of_the_web_alone_and_seen_alone(self, url, may):
        assert linkable(url) is may
        source = Source(url=url)
        assert ("url" in unseen_fields(source, source)) is not may


@pytest.mark.once
class TestReachable:
    @pytest.mark.parametrize("href", ["mailto:a@example.org", "tel:+3225551234"])
    def test_mailbox_and_telephone_are(self, href):
        assert reachable(href)

    @pytest.mark.parametrize("href", ["javascript:alert(1)", "mailto:a\njavascript:alert(1)", "https://example.org/"])
    def test_nothing_else_is(self, href):
        assert not reachable(href)


@pytest.mark.once
def test_host_is_what_people_call_it():
    assert [host_of(url) for url in ("https://WWW.Example.org:8000/a", "http://a.b.org", "mailto:a@b.org", "")] == [
        "example.org",
        "a.b.org",
        "",
        "",
    ]
