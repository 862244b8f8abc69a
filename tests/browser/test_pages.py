"""The public pages in a real browser, with the register loaded: nothing breaks, overflows or asks elsewhere."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "/fr/",
    "/en/timeline/?kind=designation",
    "/fr/partenaires/japon/?on=2018-09-01",
    "/en/missions/japan-nato/",
    "/fr/decisions/",
)


@pytest.fixture
def register(live_server):
    call_command("loaddata", "2018_decision", verbosity=0)
    return live_server.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_pages_fit_and_nothing_complains(page, register, complaints, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        assert page.goto(f"{register}{path}").status == 200
        assert page.locator("h1").count() == 1
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond == 0, path
    assert complaints == []


def test_reader_finds_who_headed_the_mission_on_a_day(page, register, complaints):
    page.goto(f"{register}/en/missions/japan-nato/")
    page.fill("[name=on]", "2018-09-01")
    page.click("form:has([name=on]) [type=submit]")
    expect(page).to_have_url(re.compile("/en/.*on=2018-09-01"))
    expect(page.locator(".answer .said a").first).to_have_text("Hajime Hayashi")
    page.click("header >> text=Français")
    expect(page).to_have_url(re.compile("/fr/.*on=2018-09-01"))
    expect(page.locator(".answer .said a").first).to_have_text("Hajime Hayashi")
    assert complaints == []
