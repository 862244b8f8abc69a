"""A document read: what a block is about is seen as long as nobody has dropped it."""

import pytest
from playwright.sync_api import expect

from partnerships.models import Place
from tests.factories import StopFactory, VisitFactory
from tests.gleaning.test_drafting import enter

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """Jens Stoltenberg visited Tokyo on 31 January 2023. In Tokyo, he met Prime Minister Fumio Kishida. \
On 3 May 2024 Jens Stoltenberg met Shinzo Abe."""


def test_block_that_cannot_be_ticked_says_what_it_is_about(page, live_server, editor):
    enter()
    visit = VisitFactory(title_en="Japan", period="2023-01-31", publication="published")
    StopFactory(visit=visit, place=Place.objects.get(key="tokyo"))
    page.goto(f"{live_server.url}/admin/partnerships/from-document/")
    page.fill("textarea[name=text]", TEXT)
    page.click("[name=_read]")
    _visit, at_stop, alone = (page.locator(".offer").nth(number) for number in range(3))
    expect(at_stop.locator("h2 input")).to_be_disabled()
    expect(at_stop.locator("blockquote")).to_be_visible()
    expect(at_stop.locator(".offer-facts")).to_be_visible()
    expect(alone.locator("blockquote")).to_be_visible()
    alone.locator("h2 input").uncheck()
    expect(alone.locator("blockquote")).to_be_hidden()
