"""A list that is asked again is exchanged in its place, and works without a script."""

import contextlib
import gzip
import re

import pytest
from django.conf import settings
from playwright.sync_api import Error, expect

from tests.browser.conftest import until
from tests.factories import DecisionFactory, PersonFactory, VisitFactory

pytestmark = pytest.mark.django_db(transaction=True)
#: What all scripts of the public pages may weigh, compressed.
BUDGET = 20_000


@pytest.fixture
def decisions():
    for date in ("1995-05-24", "2018-05-24", "2019-05-24"):
        DecisionFactory(date=date, publication="published")


def test_keeps_focus_and_history_and_says_the_number(page, live_server, complaints, decisions):
    page.goto(f"{live_server.url}/en/timeline/")
    loads = []
    page.on("load", lambda _page: loads.append(page.url))
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(2)
    expect(page).to_have_url(f"{live_server.url}/en/timeline/?from=2018")
    expect(page.get_by_role("button", name="Show")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="2 main events")).to_have_count(1)
    expect(page.locator(".masthead-language a")).to_have_attribute("href", "/fr/chronologie/?from=2018")
    page.locator(".chips a").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(3)
    expect(page.locator("p.count")).to_be_focused()
    expect(page.locator("#filter-from")).to_have_value("")
    page.go_back()
    expect(page.locator("main li[id^=decision-]")).to_have_count(2)
    expect(page.locator("#filter-from")).to_have_value("2018")
    page.go_forward()
    expect(page.locator("main li[id^=decision-]")).to_have_count(3)
    assert loads == []
    assert complaints == []


def test_search_keeps_its_field_and_the_suggestions(page, live_server, complaints, decisions):
    PersonFactory(name="Taro Kono", publication="published")
    VisitFactory(title_en="Visit of Taro Kono", publication="published")
    page.goto(f"{live_server.url}/en/search/?q=kono")
    loads = []
    page.on("load", lambda _page: loads.append(page.url))
    page.locator("details.filters summary").click()
    page.select_option("#filter-kind", "visit")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("p.count")).to_contain_text("1 record")
    expect(page).to_have_url(f"{live_server.url}/en/search/?q=kono&kind=visit")
    page.fill("#search-q", "tar")
    page.locator("#search-q").press("o")
    expect(page.get_by_role("option", name="Taro Kono").first).to_be_visible()
    assert loads == []
    assert complaints == []


def head_of(page):
    """Return what the head of the page tells programs, those that follow and those that share."""
    return page.evaluate(
        """() => [...document.head.querySelectorAll("link[rel], meta[property], meta[name]")]
            .filter(one => one.rel !== "stylesheet" && !one.name?.match(/viewport/))
            .map(one => [one.rel || one.name || one.getAttribute("property"), one.type || "", one.hreflang || "",
                         one.getAttribute("href") || one.content]).sort()"""
    )


def test_head_tells_what_the_page_shows(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/")
    whole = head_of(page)
    assert [told for told in whole if told[0] == "robots"] == []
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(2)
    exchanged = head_of(page)
    feeds = [address for rel, kind, _language, address in exchanged if rel == "alternate" and kind]
    assert sorted(feeds) == [f"/en/timeline.{form}?from=2018" for form in ("atom", "csv", "ics", "json")]
    page.reload()
    assert head_of(page) == exchanged
    page.locator(".chips a").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(3)
    page.goto(f"{live_server.url}/en/timeline/")
    assert head_of(page) == whole


def test_what_makes_no_sense_is_said_as_without_a_script(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/")
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "some day")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/en/timeline/?from=some+day*")
    expect(page.locator("h1")).not_to_have_text("Timeline")


def test_a_letter_is_exchanged_too(page, live_server):
    for letter in "AB":
        for number in range(30):
            PersonFactory(name=f"{letter}{number} Person", family_name=f"{letter}{number}", publication="published")
    page.goto(f"{live_server.url}/en/people/")
    page.locator(".letters a").last.click()
    expect(page.locator(".letters a[aria-current]")).to_have_count(1)
    expect(page.locator("p.count")).to_be_focused()


def test_name_is_led_to_its_key_and_other_pages_are_loaded(page, live_server, decisions):
    PersonFactory(key="kono", name="Taro Kono", publication="published")
    page.goto(f"{live_server.url}/en/timeline/")
    loads = []
    page.on("load", lambda _page: loads.append(page.url))
    page.locator("details.filters summary").click()
    page.fill("#filter-named", "Taro Kono")
    page.press("#filter-named", "Enter")
    expect(page.locator(".chips a")).to_contain_text("Taro Kono")
    expect(page.locator("#filter-named")).to_be_focused()
    expect(page).to_have_url(f"{live_server.url}/en/timeline/?person=kono")
    assert loads == []
    page.locator(".chips a").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(3)
    page.locator("main li[id^=decision-] .line-title a").first.click()
    page.wait_for_url("**/en/decisions/*/")
    assert loads == [page.url]


def test_title_is_that_of_the_answer(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/")

    def renamed(route):
        given = route.fetch()
        route.fulfill(response=given, body=given.text().replace("<title>", "<title>Another "))

    page.route("**/timeline/?*", renamed)
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_title(re.compile("^Another "))


def test_what_fails_is_loaded_whole(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/")
    page.route(
        "**/timeline/?*", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    with page.expect_event("load"):
        page.get_by_role("button", name="Show").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(2)


def test_later_of_two_answers_is_shown_though_the_other_is_slow(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/")
    slow = []
    page.route("**/timeline/?from=2018*", lambda route: slow.append(route))
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    page.get_by_role("button", name="Show").click()
    until(page, lambda: slow)
    page.fill("#filter-from", "2019")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(1)
    with contextlib.suppress(Error):
        # Whoever asked for it may have gone.
        slow[0].continue_()
    page.wait_for_timeout(400)
    expect(page.locator("main li[id^=decision-]")).to_have_count(1)


def test_click_with_a_key_is_left_to_the_browser(page, live_server, decisions):
    page.goto(f"{live_server.url}/en/timeline/?from=2018")
    page.evaluate(
        "window.addEventListener('click', each => { window.taken = each.defaultPrevented; each.preventDefault(); })"
    )
    click = """(link, more) => {
        link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, ...more}));
        return window.taken;
    }"""
    link = page.locator(".chips a").first
    for key in ("ctrlKey", "metaKey", "shiftKey", "altKey"):
        assert link.evaluate(click, {key: True}) is False
    assert link.evaluate(click, {"button": 1}) is False
    # What stands on the page itself, or elsewhere, is no other list.
    for href in ("#content", "/en/visits/", "https://example.org/en/timeline/"):
        assert (
            page.locator("main h1").evaluate(
                """(heading, href) => {
                const way = Object.assign(document.createElement("a"), { href });
                heading.append(way);
                way.click();
                return window.taken;
            }""",
                href,
            )
            is False
        )
    # Last: the list is asked again.
    assert link.evaluate(click, {}) is True


def test_scripts_are_small():
    scripts = (settings.BASE_DIR / "static" / "partnerships").glob("*.js")
    public = [path.read_bytes() for path in scripts if not path.name.startswith("admin")]
    assert sum(len(gzip.compress(script)) for script in public) < BUDGET


def test_form_is_folded_on_a_telephone_and_the_number_comes_into_sight(page, live_server, complaints, decisions):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/en/timeline/")
    page.locator("details.filters summary").click()
    page.fill("#filter-from", "2018")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main li[id^=decision-]")).to_have_count(2)
    expect(page.locator("details.filters")).not_to_have_attribute("open", re.compile(".*"))
    expect(page.locator("p.count")).to_be_focused()
    expect(page.locator("p.count")).to_be_in_viewport()
    assert complaints == []
