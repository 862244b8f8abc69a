"""Suggestions while somebody types, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import until
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_are_announced_chosen_and_followed_by_keyboard(page, live_server, complaints):
    for key, name in (("abe", "Shinzo Abe"), ("shin", "Shin Suzuki")):
        PersonFactory(key=key, name=name, publication="published")
    page.goto(f"{live_server.url}/en/")
    # At once: however slowly a machine types, it is asked for once.
    page.locator("#q").fill("shin")
    expect(page.locator("#q-suggestions [role=option]")).to_have_count(2)
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="2 suggestions")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    first = page.locator("#q-suggestions [aria-selected=true]")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(page.locator("#q-suggestions")).to_be_hidden()
    # An arrow opens them again, the first one chosen.
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-suggestions [role=option]")).to_have_count(2)
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "q-suggestions-0")
    page.keyboard.press("Escape")
    page.locator("#q").press_sequentially("z")
    page.keyboard.press("Backspace")
    expect(page.locator("#q-suggestions [role=option]")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/people/*/")
    assert complaints == []


def answer(route, *names, language="en"):
    route.fulfill(
        json={"suggestions": [{"name": name, "language": language, "kind": "person", "address": "/"} for name in names]}
    )


@pytest.fixture
def asked(page, live_server):
    """The requests for suggestions, each to be answered when the test says so."""
    page.goto(f"{live_server.url}/en/")
    waiting = []
    page.route(
        re.compile(re.escape(page.locator("#q").get_attribute("data-suggestions")) + r"\?"),
        lambda route: waiting.append(route),
    )

    def ask(text):
        number = len(waiting)
        page.locator("#q").focus()
        page.keyboard.insert_text(text)
        until(page, lambda: len(waiting) > number)
        return waiting[-1]

    return ask


def test_names_are_texts_in_their_language(page, asked):
    answer(asked("abe"), "<i>Abe</i>", language="fr")
    name = page.locator("#q-suggestions [role=option] bdi")
    expect(name).to_have_text("<i>Abe</i>")
    expect(name).to_have_attribute("lang", "fr")
    expect(page.locator("#q-suggestions [role=option]")).to_have_text("<i>Abe</i> person")
    expect(page.get_by_role("listbox", name="Search the register")).to_be_visible()


def test_number_of_them_is_said_whatever_it_is(page, asked):
    said = page.locator("#q ~ [role=status]")
    for letters, names, sentence in (
        ("ab", ["One"], "1 suggestion"),
        ("c", [], "No suggestion"),
        ("d", "AB", "2 suggestions"),
    ):
        answer(asked(letters), *names)
        expect(said).to_have_text(sentence)
        expect(page.locator("#q")).to_have_attribute("aria-expanded", str(bool(names)).lower())
        expect(page.locator("#q-suggestions")).to_be_visible(visible=bool(names))


def test_are_gone_with_the_focus_and_followed_with_the_mouse(page, live_server, asked):
    answer(asked("abe"), "One", "Two")
    option = page.locator("#q-suggestions [role=option]")
    expect(option).to_have_count(2)
    page.locator("#q").blur()
    expect(page.locator("#q-suggestions")).to_be_hidden()
    answer(asked("x"), "Three")
    with page.expect_navigation(url=f"{live_server.url}/en/"):
        page.locator("#q-suggestions [role=option]").click()


def test_one_letter_asks_for_nothing_but_one_sign_of_another_script_does(page, live_server):
    page.goto(f"{live_server.url}/en/")
    texts = []
    page.route(re.compile(r"suggestions/\?"), lambda route: (texts.append(route.request.url), answer(route)))
    page.fill("#q", "a")
    page.wait_for_timeout(400)
    page.fill("#q", "日")
    expect(page.locator("#q ~ [role=status]")).to_have_text("No suggestion")
    assert [text.partition("?q=")[2] for text in texts] == ["%E6%97%A5"]


def test_slow_answer_to_an_earlier_text_is_not_shown(page, asked):
    slow = asked("ab")
    answer(asked("e"), "Second")
    expect(page.locator("#q-suggestions bdi")).to_have_text("Second")
    answer(slow, "First")
    page.wait_for_timeout(300)
    expect(page.locator("#q-suggestions bdi")).to_have_text("Second")


def test_arrows_lead_through_them_and_back_to_the_field(page, asked):
    answer(asked("abe"), "One", "Two")
    chosen = page.locator("#q-suggestions [aria-selected=true]")
    page.locator("#q").dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    expect(chosen).to_have_count(0)
    for key, name in (
        ("ArrowDown", "One"),
        ("ArrowDown", "Two"),
        ("ArrowDown", ""),
        ("ArrowUp", "Two"),
        ("ArrowUp", "One"),
        ("ArrowUp", ""),
        ("ArrowUp", "Two"),
    ):
        page.keyboard.press(key)
        expect(chosen).to_have_count(1 if name else 0)
        assert not name or chosen.inner_text().startswith(name)
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#q")).not_to_have_attribute("aria-activedescendant", re.compile("."))
