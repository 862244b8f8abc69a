"""`make jobs`: the jobs of an editor in a browser, counted: clicks, fields, loads of a page.

A register with all fixtures is served from a scratch database. An editor enters a whole new case (source, decision,
designation with a new embassy and mission, a person with a name in their own script, office and tenure, a visit with
two stops and three interlocutors), a reviewer publishes it; then the change of an ambassador, and a new visit. Each
mark is one line; what a form refuses is printed, and the exit code is 1.
"""

import shutil
import sys
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .audit import served
from .guide import ACCOUNTS, entered

KINDS = "/admin/partnerships/"


class Job:
    """Somebody at work, and what it takes."""

    def __init__(self, browser: Browser, base: str, role: str) -> None:
        self.page = entered(browser, base, role, "en-GB")
        self.context: BrowserContext = self.page.context
        self.base, self.began = base, time.monotonic()
        self.clicks = self.fields = self.loads = 0
        self.refused: list[str] = []
        self.context.on("page", self._watched)
        self.page.on("load", self._loaded)

    def _watched(self, page: Page) -> None:
        page.set_default_timeout(120_000)
        page.on("load", self._loaded)
        page.on("dialog", lambda dialog: dialog.accept())

    def _loaded(self, _page: Page) -> None:
        self.loads += 1

    def click(self, page: Page, selector: str) -> None:
        self.clicks += 1
        page.locator(selector).first.click()

    def fill(self, page: Page, name: str, text: str) -> None:
        self.fields += 1
        page.fill(f"#id_{name}", text)

    def select(self, page: Page, name: str, value: str) -> None:
        self.fields += 1
        page.select_option(f"#id_{name}", value)

    def choose(self, page: Page, name: str, *texts: str) -> None:
        """Type a part of each name into a field of records, and take what is offered first."""
        self.fields += 1
        for text in texts:
            self.clicks += 1
            page.click(f"#id_{name} ~ .select2 .select2-selection")
            page.locator(".select2-container--open").first.wait_for()
            page.keyboard.type(text)
            page.locator(".select2-results__option--highlighted", has_text=text).first.wait_for()
            page.keyboard.press("Enter")

    def add(self, kind: str) -> Page:
        """Open the form of a new record from the menu."""
        self.click(self.page, f"#nav-sidebar .model-{kind} a.addlink, #content .model-{kind} a.addlink")
        self.page.wait_for_url(f"**/{kind}/add/**")
        return self.page

    def aside(self, page: Page, name: str, fill: Callable[[Page], Any]) -> None:
        """Add what a field needs in a window of its own."""
        with self.context.expect_page() as opened:
            self.click(page, f"#add_id_{name}")
        window = opened.value
        window.wait_for_load_state()
        fill(window)
        self.cite(window)
        with window.expect_event("close"):
            self.click(window, "[name=_save]")

    def cite(self, page: Page) -> None:
        """Take the source that is offered, if one is, and is not taken yet."""
        offered = page.locator("#citations-0 [data-offered]")
        if offered.is_visible() and not offered.is_checked():
            self.click(page, "#citations-0 [data-offered]")

    def send(self, button: str) -> None:
        """Press a button of the form, its source cited; what stands in the way is noted."""
        if button == "_submit":
            self.cite(self.page)
        self.click(self.page, f"[name={button}]")
        self.page.wait_for_load_state()
        for each in self.page.locator(".register-problems, .errornote").all():
            self.refused.append(f"{self.page.url}: {each.inner_text()}")

    def mark(self, what: str) -> None:
        took = time.monotonic() - self.began
        print(f"{what:44} {self.clicks:3} clicks {self.fields:3} fields {self.loads:3} loads {took:4.0f} s", flush=True)


def main() -> int:
    with served(["sync_roles"], ["shell", "-c", ACCOUNTS]) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        writing = Job(browser, base, "editor")
        new_case(writing)
        reading = Job(browser, base, "reviewer")
        reviewed(reading)
        for job in (writing, reading):
            job.context.close()
        print(
            f"{'the whole new case':44} {writing.clicks + reading.clicks:3} clicks"
            f" {writing.fields + reading.fields:3} fields {writing.loads + reading.loads:3} loads"
        )
        refused = [*writing.refused, *reading.refused]
        for work in (new_ambassador, new_visit):
            job = Job(browser, base, "editor")
            work(job)
            refused += job.refused
            job.context.close()
        browser.close()
    print(*refused, sep="\n")
    return 1 if refused else 0


def new_case(job: Job) -> None:
    page = job.add("source")
    job.fill(page, "title_en", "NATO agrees the mission of Mongolia")
    job.fill(page, "publisher_en", "NATO")
    job.fill(page, "date", "3 March 2020")
    job.fill(page, "url", "https://www.nato.int/mongolia")
    job.send("_submit")
    job.mark("source")
    job.add("decision")
    job.fill(page, "title_fr", "Mission de Mongolie")
    job.fill(page, "title_en", "Mission of Mongolia")
    job.fill(page, "date", "3 March 2020")
    job.choose(page, "body", "North Atlantic Council")
    job.choose(page, "partners", "Mongolia")
    job.send("_submit")
    job.mark("decision")
    job.add("designation")
    job.cite(page)
    job.aside(
        page,
        "mission",
        lambda one: (job.choose(one, "state", "Mongolia"), job.choose(one, "organization", "North Atlantic Treaty")),
    )
    job.aside(
        page,
        "embassy",
        lambda one: (job.choose(one, "state", "Mongolia"), job.choose(one, "receiving_state", "Belgium")),
    )
    job.choose(page, "decision", "Mission of Mongolia")
    job.fill(page, "period", "since 3 March 2020")
    job.send("_submit")
    job.mark("designation, embassy, mission")
    job.add("tenure")
    job.cite(page)
    job.aside(page, "person", lambda one: person(job, one, "Taro Yamada", "山田太郎"))
    job.aside(page, "office", lambda one: office(job, one))
    job.fill(page, "period", "since 1 January 2020")
    job.send("_submit")
    job.mark("person, office, tenure")
    visit(job)
    job.mark("visit")


def person(job: Job, page: Page, name: str, native: str) -> None:
    job.fill(page, "name", name)
    job.choose(page, "nationality", "Japan")
    job.click(page, "#names-group summary")
    job.fill(page, "names-0-text", native)


def office(job: Job, page: Page) -> None:
    job.choose(page, "embassy", "Mongolia")
    job.click(page, "#id_heads_post")


def visit(job: Job) -> None:
    page = job.add("visit")
    job.fill(page, "title_fr", "Visite en Mongolie")
    job.fill(page, "title_en", "Visit to Mongolia")
    job.fill(page, "period", "4-6 April 2021")
    job.choose(page, "partners", "Mongolia")
    job.choose(page, "stops-0-place", "Tokyo")
    job.click(page, "#stops-group .add-row a")
    job.choose(page, "stops-1-place", "Brussels")
    job.choose(page, "meetings-0-interlocutors", "Kono", "Abe", "Onodera")
    job.send("_submit")


def reviewed(job: Job) -> None:
    """Publish it, from what waits: the last of the case with all that it refers to."""
    page = job.page
    job.click(page, ".register-waiting a:has-text('review')")
    following = page.locator("#content tbody th a")
    while following.count():
        job.clicks += 1
        with page.expect_navigation():
            following.first.click()
        unticked = page.locator(".register-steps input[type=checkbox]:not(:checked)")
        while unticked.count():
            job.clicks += 1
            unticked.first.check()
        job.send("_publish")
        # What waits next is named above the form.
        following = page.locator(".messagelist li:has(a[href$='/work/in-review/']) ul a")
    job.mark("review and publication")


def new_ambassador(job: Job) -> None:
    """Somebody new in an office that somebody holds: one form, with the person beside it, and the end of the other."""
    page = job.add("tenure")
    job.aside(
        page, "person", lambda one: (job.fill(one, "name", "Hanako Sato"), job.choose(one, "nationality", "Japan"))
    )
    job.choose(page, "office", "Ambassador of Japan to Belgium")
    job.fill(page, "period", "since 1 October 2026")
    job.fill(page, "end_before", "30 September 2026")
    job.send("_submit")
    job.mark("a new ambassador")


def new_visit(job: Job) -> None:
    visit(job)
    job.mark("a new visit")


if __name__ == "__main__":
    sys.exit(main())
