"""`make audit`: every kind of public page at all widths, schemes and languages, held to its budgets.

A register with all fixtures is served from a scratch database; Chromium opens one page of each kind, the lists, the
timeline, what is asked of them, and an error page, once each, and looks at it in every width and scheme. What is out
of bounds is printed, one line each; the exit code is 1 if anything is. In parts: `PART=sizes make audit` (or `links`,
`seen`, `paper`), `ONLY=visits` for some pages.
"""

import argparse
import gzip
import html
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import html5lib
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (320, 390, 820, 1440)
PHONE = 390
SCREEN = 844
SCHEMES = ("light", "dark", "forced")
#: What a page may hold, in bytes compressed, elements, and screens of a phone.
BYTES, ELEMENTS, SCREENS = 15_000, 900, {"partners": 4.0, "partenaires": 4.0}
OTHER_SCREENS = 3.0
STYLES, SCRIPTS, REQUESTS, SHEETS = 15_000, 20_000, 8, 4
#: The founding case, then what is asked and cannot be come upon from the home page; each in both languages.
ALWAYS = (
    "/en/partners/japan/?on=2018-09-01",
    "/en/partners/japan/?on=2018-06-15&and=2018-09-01",
    "/en/?on=2018-06-15",
    "/en/search/?q=stoltenberg",
    "/en/search/?q=zzzzzz",
    "/en/compare/",
    "/en/compare/?partner=jp&partner=kr&partner=nz",
    "/en/timeline/?partner=jp&kind=visit&from=2014&to=2020",
    "/en/timeline/?from=1800&to=1801",
    "/en/cite/office/jp-ambassador-be/?of=succession",
    "/en/report/decision/2018-05-24-japan-mission/",
)
PARTS = ("sizes", "links", "seen", "paper")
PRINTED = "/(en/partners/japan|fr/partenaires/japon)/"
#: Of each list so many records are asked for, and the longest is looked at.
LONGEST_OF = 40
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What another scheme can change.
OF_SCHEMES = ["color-contrast"]


@dataclass
class Audit:
    """What was found, and what was asked already."""

    base: str
    found: list[str] = field(default_factory=list)
    answers: dict[str, str | None] = field(default_factory=dict)

    def say(self, where: str, what: str) -> None:
        """Note a finding, and print it."""
        line = f"{where}: {what}"
        if line not in self.found:
            self.found.append(line)
            print(line, flush=True)

    def ask(self, path: str) -> str | None:
        """Return the page at `path`, or None where there is none."""
        if path not in self.answers:
            try:
                with urllib.request.urlopen(urljoin(self.base, path)) as answer:  # noqa: S310
                    self.answers[path] = answer.read().decode(errors="replace")
            except urllib.error.HTTPError:
                self.answers[path] = None
        return self.answers[path]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one width and one scheme")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this, of all that is looked at")
    parser.add_argument("--only", default="", help="only pages whose address has this in it (a regular expression)")
    parser.add_argument("--base", help="the address of a site that is served already")
    options = parser.parse_args()
    parts = options.part or PARTS
    serving = nullcontext(options.base) if options.base else served(["collectstatic", "--noinput"], debug=False)
    with serving as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        audit = Audit(base)
        paths = [path for path in pages(audit) if re.search(options.only, path)]
        print(f"{len(paths)} pages", flush=True)
        for path in paths:
            if "sizes" in parts:
                budgets(audit, browser, path)
            if "links" in parts:
                links(audit, path)
            if "seen" in parts:
                seen(audit, browser, path, (PHONE,) if options.quick else WIDTHS, SCHEMES[: 1 if options.quick else 3])
        if "paper" in parts:
            sheets(audit, browser, paths)
        browser.close()
    print(f"\n{len(audit.found)} findings")
    return 1 if audit.found else 0


@contextmanager
def served(*commands: list[str], debug: bool = True) -> Iterator[str]:
    """Serve a register with all fixtures from a scratch database, in which `commands` are carried out before."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DEBUG": str(debug).lower(),
            "ALLOWED_HOSTS": "localhost",
            "LOG_LEVEL": "CRITICAL",
            "MEDIA_ROOT": folder,
            # The site as it is served, not as pages are measured: with its styles and scripts.
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'audit.sqlite3'}",
        }
        manage = [sys.executable, "manage.py"]
        fixtures = sorted(path.stem for path in (ROOT / "fixtures").glob("*.json"))
        subprocess.run([*manage, "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
        subprocess.run([*manage, "loaddata", "-v0", *fixtures], cwd=ROOT, env=environment, check=True)
        for command in commands:
            subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        port = _free_port()
        server = subprocess.Popen(
            [*manage, "runserver", "--noreload", str(port)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            base = f"http://localhost:{port}"
            _wait(base)
            yield base
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("localhost", 0))
        return one.getsockname()[1]


def _wait(base: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{base}/healthz"):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The site does not answer.")


def pages(audit: Audit) -> Iterator[str]:
    """Yield the pages to look at: home, lists, the first record of each list, the longest of them, an error page.

    They are come upon in English; each is followed by its twin.
    """
    found: dict[str, None] = {path: None for path in ("/en/", *ALWAYS)}
    for path in re.findall(r'href="(/en/[^"/?]+/)"', audit.ask("/en/") or ""):
        found[path] = None
        records = list(dict.fromkeys(re.findall(rf'href="({path}[^"/?]+/)"', audit.ask(path) or "")))
        longest = max(records[:LONGEST_OF], key=lambda one: len(audit.ask(one) or ""), default=None)
        found.update(dict.fromkeys([*records[:1], *([longest] if longest else [])]))
    for path in found:
        yield path
        if twin := re.search(r'<link rel="alternate" hreflang="fr" href="([^"]+)"', audit.ask(path) or ""):
            yield re.sub(r"^https?://[^/]+", "", html.unescape(twin[1]))
        else:
            audit.say(path, "has no twin")
    yield from ("/en/nothing-here/", "/fr/rien-ici/")


def budgets(audit: Audit, browser: Browser, path: str) -> None:
    """Hold a page to its size: bytes, elements, screens of a phone, and its HTML to the standard."""
    text = audit.ask(path)
    if text is None:
        return
    if (size := len(gzip.compress(text.encode()))) > BYTES:
        audit.say(path, f"{size:,} bytes compressed, more than {BYTES:,}")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    for (line, _column), code, _values in parser.errors[:3]:
        audit.say(path, f"HTML, line {line}: {code}")
    page = browser.new_page(viewport={"width": PHONE, "height": SCREEN})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(urljoin(audit.base, path))
    if (number := page.evaluate("document.querySelectorAll('*').length")) > ELEMENTS:
        audit.say(path, f"{number} elements, more than {ELEMENTS}")
    most = SCREENS.get(path.split("/")[2], OTHER_SCREENS)
    screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN
    if screens > most and not re.search(r"timeline|chronologie", path):
        audit.say(path, f"{screens:.1f} screens of a phone, more than {most:.0f}")
    if len(asked) > REQUESTS:
        audit.say(path, f"{len(asked)} requests, more than {REQUESTS}")
    top = page.evaluate(
        "(document.querySelector('main .said, main table, main ol, main ul, main dl, main p') || document.body)"
        ".getBoundingClientRect().top"
    )
    if top > SCREEN:
        audit.say(path, "says nothing on the first screen of a phone")
    page.close()


def links(audit: Audit, path: str) -> None:
    """Follow every link of a page on this site, fragments included, and its picture for those who share it."""
    text = audit.ask(path) or ""
    for href in set(re.findall(r'href="([^"]+)"', text)):
        address, fragment = urldefrag(urljoin(path, html.unescape(href)))
        target = address.removeprefix(audit.base)
        if not target.startswith("/") or target.startswith("/static/"):
            continue
        answer = audit.ask(target)
        if answer is None:
            audit.say(path, f"a dead link to {target}")
        elif fragment and not re.search(rf'id="{re.escape(fragment)}"', answer):
            audit.say(path, f"a link to #{fragment}, which is not on {target}")
    for mark in ('<meta name="description" content="', '<meta property="og:description" content="'):
        if text and not re.search(f'{mark}[^"]{{20,}}"', text):
            audit.say(path, f"without {mark[1:]}…")
    for picture in re.findall(r'<meta property="og:image" content="([^"]+)"', text):
        if audit.ask(html.unescape(picture).removeprefix(audit.base)) is None:
            audit.say(path, f"no picture at {picture}")


def seen(audit: Audit, browser: Browser, path: str, widths: Sequence[int], schemes: Sequence[str]) -> None:
    """Look at a page as somebody sees it: in every width, then in the other schemes; once more with all unfolded."""
    page = browser.new_page(viewport={"width": PHONE, "height": SCREEN})
    complaints = _listening(page, audit.base)
    page.goto(urljoin(audit.base, path))
    page.evaluate(AXE_SCRIPT)
    for width in widths:
        page.set_viewport_size({"width": width, "height": SCREEN})
        page.emulate_media(color_scheme="light", forced_colors="none")
        _look(audit, page, f"{path} at {width}", width, RULES)
        for scheme in schemes[1:] if width in (PHONE, max(widths)) else ():
            page.emulate_media(
                color_scheme="dark" if scheme == "dark" else "light",
                forced_colors="active" if scheme == "forced" else "none",
            )
            _look(audit, page, f"{path} at {width}, {scheme}", width, OF_SCHEMES)
    page.set_viewport_size({"width": PHONE, "height": SCREEN})
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    _look(audit, page, f"{path} at {PHONE}, unfolded", PHONE, RULES)
    for complaint in complaints:
        if not ("404" in complaint and re.search("nothing-here|rien-ici", path)):
            audit.say(path, complaint)
    page.close()


def _look(audit: Audit, page: Page, where: str, width: int, rules: Sequence[str]) -> None:
    if page.evaluate("document.documentElement.scrollWidth") > width:
        audit.say(where, "scrolls sideways")
    answer = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", list(rules))
    for violation in answer["violations"]:
        targets = ", ".join(str(node["target"][0]) for node in violation["nodes"][:2])
        audit.say(where, f"{violation['id']} ({len(violation['nodes'])}): {targets}")


def _listening(page: Page, base: str) -> list[str]:
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda asked: None if asked.url.startswith((base, "data:")) else found.append(asked.url))
    return found


def sheets(audit: Audit, browser: Browser, paths: Sequence[str]) -> None:
    """Print the founding case as it is asked for in `paths`, each time in both languages."""
    several = [path.partition("?") for path in paths if re.match(PRINTED, path)]
    asked = {f"{path}{query}" for path, *_none in several for query in {"", *("".join(one[1:]) for one in several)}}
    for path in sorted(asked):
        page = browser.new_page()
        page.goto(urljoin(audit.base, path))
        number = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
        if number > SHEETS:
            audit.say(path, f"{number} sheets of paper, more than {SHEETS}")
        page.close()


if __name__ == "__main__":
    sys.exit(main())
