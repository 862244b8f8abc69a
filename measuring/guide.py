"""`make guide`: the pictures of the guides for staff, taken from the back-office as it is today, in both languages, and
the one of README.

A register with all fixtures is served from a scratch database, a reader, an editor and a reviewer log in, and Chromium
takes one picture of each screen that the guides show. `SCREENS` is the list: a guide names a picture, a picture names
an address. Whoever changes what a screen shows runs this again.
"""

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from .audit import ROOT, served

IMAGES = ROOT / "docs" / "images" / "guide"
#: The picture of README, and the page that it is of.
OF_README, PAGE_OF_README = IMAGES.parent / "partner.png", "/en/partners/japan/?on=2018-09-01"
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
WIDTH, HEIGHT, COLOURS = 1100, 760, 48
#: For the scratch database alone, which is gone when the pictures are taken.
PASSWORD = "the pictures of the guide"  # noqa: S105
ACCOUNTS = f"""
from django.contrib.auth.models import Group, User
for role in ("reader", "editor", "reviewer"):
    User.objects.create_user(role, password={PASSWORD!r}, is_staff=True).groups.add(Group.objects.get(name=role))
"""
RELEASE = """Visit to Japan
On 30 January 2023, Jens Stoltenberg arrived in Tokyo, where he met Prime Minister Fumio Kishida. \
During the visit, both sides agreed to deepen cooperation on cyber defence."""


@dataclass(frozen=True)
class Screen:
    """A picture: its name, the name and arguments of its address, and what is done there before it is taken."""

    name: str
    address: str
    arguments: tuple[str, ...] = ()
    role: str = "editor"
    act: Callable[[Page], None] | None = None


def _mistaken(page: Page) -> None:
    page.fill("[name=period]", "30 February 2017")
    page.click("[name=_save]")


def _gleaned(page: Page) -> None:
    page.fill("[name=text]", RELEASE)
    page.locator("#content form [type=submit]").first.click()
    page.wait_for_selector("[name=_draft]")


def _pictured(page: Page) -> None:
    page.locator("#pictures-group summary").click()
    page.locator("#pictures-group .add-row a").click()
    page.locator("#pictures-group").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#pictures-group').scrollIntoView()")


SCREENS = (
    Screen("home", "admin:index", role="reviewer"),
    Screen("visit", "admin:partnerships_visit_add"),
    Screen("mistakes", "admin:partnerships_visit_add", act=_mistaken),
    Screen("document", "admin:partnerships_from_document", act=_gleaned),
    Screen("list", "admin:partnerships_tenure_changelist"),
    Screen("picture", "admin:partnerships_decision_add", act=_pictured),
    Screen("read", "admin:partnerships_visit_change", ("1",), role="reader"),
    Screen("translations", "admin:partnerships_translations"),
    Screen("findings", "admin:partnerships_findings"),
)


def main() -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    addresses = _addresses()
    with served(["sync_roles"], ["shell", "-c", ACCOUNTS]) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for language, locale in LANGUAGES.items():
            for role in ("reader", "editor", "reviewer"):
                page = entered(browser, base, role, locale)
                for screen in SCREENS:
                    if screen.role == role:
                        page.goto(base + addresses[screen.name])
                        if screen.act:
                            screen.act(page)
                        page.wait_for_timeout(400)
                        (IMAGES / f"{screen.name}.{language}.png").write_bytes(small(page.screenshot()))
                page.context.close()
        page = drawn_page(browser, LANGUAGES["en"])
        page.goto(f"{base}{PAGE_OF_README}")
        OF_README.write_bytes(small(page.screenshot()))
        browser.close()
    found = sorted(IMAGES.glob("*.png"))
    print(f"{len(found)} pictures, {sum(path.stat().st_size for path in found) // 1024} kB")
    return 0


def entered(browser: Browser, base: str, role: str, locale: str) -> Page:
    """Return a page on which somebody with a role has logged in."""
    page = drawn_page(browser, locale)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{base}/admin/login/")
    page.fill("[name=login]", role)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{base}/admin/")
    return page


def drawn_page(browser: Browser, locale: str) -> Page:
    """Return an empty page of the size and the language of a picture."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, locale=locale, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    # A page may take long on a machine that has other work.
    page.set_default_timeout(120_000)
    return page


def small(picture: bytes) -> bytes:
    """Return a picture in a few colours: what stands in it is flat."""
    written = io.BytesIO()
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _addresses() -> dict[str, str]:
    """Return the address of each screen, from the addresses of the site."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "measuring.settings")
    django.setup()
    from django.urls import reverse

    return {screen.name: reverse(screen.address, args=screen.arguments) for screen in SCREENS}


if __name__ == "__main__":
    raise SystemExit(main())
