"""Suggestions while somebody types, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.factories import PersonFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_are_announced_chosen_and_followed_by_keyboard(page, live_server, complaints):
    for key, name in (("abe", "Shinzo Abe"), ("shin", "Shin Suzuki")):
        PersonFactory(key=key, name=name, publication="published")
    page.goto(f"{live_server.url}/en/")
    page.locator("#q").press_sequentially("shin")
    expect(page.locator("#q-suggestions [role=option]")).to_have_count(2)
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="2 suggestions")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    first = page.locator("#q-suggestions [aria-selected=true]")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(page.locator("#q-suggestions")).to_be_hidden()
    page.locator("#q").press_sequentially("z")
    page.keyboard.press("Backspace")
    expect(page.locator("#q-suggestions [role=option]")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/people/*/")
    assert complaints == []
