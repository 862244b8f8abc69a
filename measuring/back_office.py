"""`make audit`, second half: every page of the back-office, as staff see it, held to the rules of accessibility.

A register with all fixtures is served from a scratch database, with a draft of every kind and something that waits on
every desk. Each address of the URL configuration is opened, by whoever may, at two widths, light and dark; forms also
unfolded, with one more of each part, refused, and as those see them who may only read. What axe finds, what the
console says, what is asked of other hosts and what scrolls sideways is printed, one line each.
"""

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from .audit import RULES, SCREEN, Audit, served
from .back_office_rows import GUARDED, IN_REVIEW, ROLES
from .guide import PASSWORD, RELEASE

WIDTHS, SCHEMES = (1440, 390), ("light", "dark")
#: A page may take long on a machine that has other work, in milliseconds.
PATIENCE = 120_000
WRITER, READER, NOBODY = "administrator", "reader", ""
#: What is asked for each address that belongs to no kind; addresses that are only sent, or lead on, have none.
OWN: dict[str, tuple[str, ...]] = {
    "index": ("",),
    "partnerships_work": (),
    "partnerships_translations": ("", "?state=missing&kind=person", "?state=older&kind=visit"),
    "partnerships_translation": (),
    "partnerships_findings": ("", "?severity=warning", "?kind=no-source"),
    "partnerships_mails": ("",),
    "partnerships_from_document": ("",),
    "app_list": (),
    "auth_user_password_change": (),
    "account_change_password": ("",),
    "account_inactive": ("",),
    "account_logout": ("",),
    "account_reauthenticate": ("",),
    "mfa_index": ("",),
    "mfa_activate_totp": ("",),
    "mfa_reauthenticate": ("",),
    "mfa_generate_recovery_codes": ("",),
    "mfa_view_recovery_codes": ("",),
    "mfa_list_webauthn": ("",),
    "mfa_add_webauthn": ("",),
    "mfa_deactivate_totp": ("",),
}
#: The pages of somebody who has a second factor.
SECOND_FACTOR = (
    "mfa_index",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
)
#: The pages of somebody who has not logged in.
ENTRANCE = (
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
)
#: What is no page: it is sent, downloaded, asked by a script, or leads on to one of the others.
NO_PAGE = (
    "account_admin_password",
    "account_admin_password_done",
    "account_reset_password_from_key",
    "mfa_authenticate",
    "mfa_download_recovery_codes",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "mfa_login_webauthn",
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "autocomplete",
    "jsi18n",
    "view_on_site",
)
#: Of a kind: with what question each page is opened too.
OF_ALL = {"changelist": ("", "?q=zzz", "?_popup=1"), "add": ("", "?_popup=1"), "import": ("",)}
OF_ONE = {"change": ("",), "history": ("",), "delete": ("",), "preview": ("",), "merge": ("", "?q=a")}
SENT_OF_A_KIND = ("understood", "export", "filters", "opened")


@dataclass(frozen=True)
class Sight:
    """A page: its name, its address, who opens it, and what is done there before it is looked at."""

    name: str
    address: str
    role: str = WRITER
    act: Callable[[Page], None] | None = None


@dataclass
class Rows:
    """What `back_office_rows` made: by kind the number of a public record and of two drafts; addresses of its own."""

    public: dict[str, int] = field(default_factory=dict)
    drafts: dict[str, int] = field(default_factory=dict)
    #: Those on which "Publish" is pressed.
    to_publish: dict[str, int] = field(default_factory=dict)
    journals: dict[str, int] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    #: What lets somebody with a second factor in, once each.
    codes: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one width and one scheme")
    parser.add_argument("--width", type=int, choices=WIDTHS, action="append", help="only this width")
    parser.add_argument("--scheme", choices=SCHEMES, action="append", help="only this scheme")
    parser.add_argument("--only", default="", help="a regular expression: the names of the pages to open")
    options = parser.parse_args()
    rows_file = Path(os.environ.get("TMPDIR", "/tmp")) / f"office-rows-{os.getpid()}.json"  # noqa: S108
    making = f"from measuring.back_office_rows import make; make({str(rows_file)!r})"
    with served(["sync_roles"], ["shell", "-c", making]) as base, sync_playwright() as playwright:
        rows = Rows(**json.loads(rows_file.read_text()))
        rows_file.unlink()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        audit = Audit(base)
        sights = [each for each in sights_of(rows) if re.search(options.only, each.name)]
        print(f"{len(sights)} pages of the back-office", flush=True)
        for width in options.width or (WIDTHS[:1] if options.quick else WIDTHS):
            for scheme in options.scheme or (SCHEMES[:1] if options.quick else SCHEMES):
                seen(audit, browser, sights, width, scheme, rows.codes)
        browser.close()
    print(f"\n{len(audit.found)} findings in the back-office")
    return 1 if audit.found else 0


def addresses() -> list[tuple[str, str]]:
    """Return the name of each address under `/admin/`, and its pattern, as the URL configuration has them."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "measuring.settings")
    django.setup()
    from django.urls import get_resolver

    def walked(patterns: Any, before: str = "") -> Iterator[tuple[str, str]]:
        for each in patterns:
            here = before + str(each.pattern)
            if hasattr(each, "url_patterns"):
                yield from walked(each.url_patterns, here)
            elif here.startswith("admin/") and each.name:
                yield each.name, here

    return list(walked(get_resolver().url_patterns))


def of_a_model(name: str) -> tuple[str, str] | None:
    """Return the kind and the page of the address `name` of a model, or None."""
    found = re.fullmatch(r"(?:partnerships|auth)_([a-z]+)_([a-z]+)", name)
    pages = (*OF_ALL, *OF_ONE, *SENT_OF_A_KIND)
    return (found[1], found[2]) if found and found[2] in pages else None


def sights_of(rows: Rows) -> Iterator[Sight]:
    """Yield every page of the back-office, in the order of the URL configuration, and then what is done on some."""
    for name, pattern in addresses():
        if of := of_a_model(name):
            yield from of_kind(name, pattern, *of, rows)
        elif name in ENTRANCE:
            yield Sight(name, f"/{pattern}", NOBODY)
        elif name not in NO_PAGE and not pattern.startswith("admin/^"):
            role = GUARDED if name in SECOND_FACTOR else WRITER
            for question in OWN.get(name, ("",)) if "<" not in pattern else ():
                yield Sight(f"{name}{question}", f"/{pattern}{question}", role)
    yield from (Sight(name, address) for name, address in rows.pages.items())
    yield from done(rows)


def of_kind(name: str, pattern: str, kind: str, page: str, rows: Rows) -> Iterator[Sight]:
    address = f"/{pattern}"
    for question in OF_ALL.get(page, ()):
        if page == "add" and kind in rows.journals:
            continue
        yield Sight(f"{name}{question}", address + question)
        if page == "add" and not question and kind in rows.public:
            yield Sight(f"{name}, refused", address, act=refused)
            yield Sight(f"{name}, unfolded", address, act=unfolded)
    if page not in OF_ONE:
        return
    one = re.compile("<[^>]*>")
    for numbers, said in ((rows.public, "public"), (rows.drafts, "draft"), (rows.journals, "journal")):
        if kind not in numbers or (page == "delete" and (said != "draft" or kind == IN_REVIEW)):
            continue
        here = one.sub(str(numbers[kind]), address)
        for question in OF_ONE[page]:
            yield Sight(f"{name}{question}, {said}", here + question)
        if page == "change" and said == "public":
            yield Sight(f"{name}, unfolded, {said}", here, act=unfolded)
            yield Sight(f"{name}, read, {said}", here, READER)
        if page == "change" and said == "draft":
            yield Sight(f"{name}, published, {said}", one.sub(str(rows.to_publish[kind]), address), act=published)


def done(rows: Rows) -> Iterator[Sight]:
    """Yield what is seen only after something was done."""
    tenures, visit = "/admin/partnerships/tenure/", rows.public["visit"]
    yield Sight("a document read", "/admin/partnerships/from-document/", act=gleaned)
    yield Sight("a choice open", "/admin/partnerships/tenure/add/", act=choosing)
    yield Sight("a list with many ticked", tenures, act=many)
    yield Sight("a sheet with errors", f"{tenures}import/", act=sheet)
    yield Sight("a preview in French", f"/admin/partnerships/visit/{visit}/preview/?language=fr")
    yield Sight("a comparison", f"/admin/partnerships/visit/{visit}/history/", act=compared)
    yield Sight("a log-in refused", "/admin/login/", NOBODY, act=turned_away)
    yield Sight("mfa_authenticate", "/admin/login/", NOBODY, act=half_way)


def refused(page: Page) -> None:
    page.click("[name=_save]")


def published(page: Page) -> None:
    """Press what may be refused: with obstacles, what is in the way stands above."""
    if page.locator("[name=_publish]").count():
        page.locator("[name=_publish]").first.click()


def unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate("document.querySelectorAll('.add-row a').forEach(each => each.click())")


def gleaned(page: Page) -> None:
    page.fill("[name=text]", RELEASE)
    page.click("[name=_read]")
    page.wait_for_selector("[name=_draft]")


def choosing(page: Page) -> None:
    page.locator(".field-person .select2-selection").click()
    page.wait_for_selector(".select2-results__option")


def many(page: Page) -> None:
    page.locator("#action-toggle").check()
    page.select_option("[name=action]", "take_step")
    page.click("[name=index]")


def sheet(page: Page) -> None:
    content = "key,person,office,period\nnobody,nobody,nothing,30 February 2017\n"
    page.set_input_files("[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": content.encode()})
    page.click("[name=_read]")


def compared(page: Page) -> None:
    if page.locator("#content-main form button").count():
        page.click("#content-main form button")


def half_way(page: Page) -> None:
    """Give the right password of an account that has a second factor."""
    page.context.clear_cookies()
    page.goto(page.url)
    page.fill("[name=login]", GUARDED)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_selector("[name=code]")


def turned_away(page: Page) -> None:
    page.fill("[name=login]", "nobody")
    page.fill("[name=password]", "nothing")
    page.press("[name=password]", "Enter")
    page.wait_for_selector(".errornote")


def seen(audit: Audit, browser: Browser, sights: list[Sight], width: int, scheme: str, codes: list[str]) -> None:
    """Look at every page as somebody sees it."""
    looking = {role: entered(browser, audit.base, role, width, scheme, codes) for role in (NOBODY, *ROLES)}
    for sight in sights:
        page = looking[sight.role]
        where = f"{sight.name} at {width}, {scheme}"
        complaints: list[str] = []
        heard = listening(page, audit.base, complaints)
        opened = False
        try:
            opened = is_open(audit, page, sight, where)
        except Exception as problem:  # noqa: BLE001  one page less, and the others are looked at
            audit.say(where, f"is not seen: {str(problem).splitlines()[0]}")
        # What axe itself does is not the page's.
        for event, listener in heard.items():
            page.remove_listener(event, listener)
        for complaint in complaints:
            audit.say(where, complaint)
        if opened:
            judge(audit, page, where, width)
    for page in looking.values():
        page.context.close()


def is_open(audit: Audit, page: Page, sight: Sight, where: str) -> bool:
    """Open a page, do what is done there, and say whether there is one."""
    answer = page.goto(audit.base + sight.address)
    if "/reauthenticate/" in page.url and "reauthenticate" not in sight.name:
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/reauthenticate/" not in url)
    if answer is not None and answer.status != 200:  # noqa: PLR2004
        audit.say(where, f"answers {answer.status}")
        return False
    if sight.act:
        sight.act(page)
        page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    return True


def judge(audit: Audit, page: Page, where: str, width: int) -> None:
    """Hold what stands there to the rules."""
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        audit.say(where, f"scrolls sideways, {wide}")
    # What is beneath the bar of buttons comes out from under it as one scrolls: nothing of it is too small to hit.
    page.evaluate(
        "document.querySelectorAll('.register-bar, .register-foot').forEach(e => e.style.position = 'static')"
    )
    asked = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    for violation in Axe().run(page, options=asked).response["violations"]:
        targets = ", ".join(str(node["target"][0]) for node in violation["nodes"][:2])
        audit.say(where, f"{violation['id']} ({len(violation['nodes'])}): {targets}")


def listening(page: Page, base: str, found: list[str]) -> dict[Any, Callable[..., None]]:
    heard: dict[Any, Callable[..., None]] = {
        "console": lambda message: found.append(message.text) if message.type in ("error", "warning") else None,
        "pageerror": lambda error: found.append(str(error)),
        "request": lambda asked: None if asked.url.startswith((base, "data:")) else found.append(asked.url),
    }
    for event, listener in heard.items():
        page.on(event, listener)
    return heard


def entered(browser: Browser, base: str, role: str, width: int, scheme: str, codes: list[str]) -> Page:
    """Return a page on which somebody with a role has logged in, or nobody."""
    context = browser.new_context(
        viewport={"width": width, "height": SCREEN},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("dialog", lambda dialog: dialog.accept())
    if role:
        page.goto(f"{base}/admin/login/")
        page.fill("[name=login]", role)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        if role == GUARDED:
            page.fill("[name=code]", codes.pop())
            page.press("[name=code]", "Enter")
        page.wait_for_url(f"{base}/admin/")
    return page


if __name__ == "__main__":
    sys.exit(main())
