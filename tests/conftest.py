"""What every test may rely on."""

import gc
import os
import shutil
from datetime import timedelta
from pathlib import Path

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import TransactionTestCase
from django.utils import timezone, translation

from partnerships import dates, kept_in_process
from partnerships.editorial import sync_roles
from tests.kept_trail import emptied

# Playwright runs a loop of its own in the thread of the test.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# How long an example takes says more about the machine than about the code. The gate answers the same tree with the
# same examples; HYPOTHESIS_PROFILE=explore looks for new ones.
PATIENT = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("gate", derandomize=True, **PATIENT)
hypothesis.settings.register_profile("explore", **PATIENT)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

# What test_house_adding_a_kind.py puts into a copy of the project.
collect_ignore = ["adding_a_kind"]

HERE = Path(__file__).parent

# Where it is asked what is said of rows, not how they are found: the words, the drawings and the marks are the same.
# That every page answers on the second database, and names nothing that is hidden, test_house_canaries.py asks there.
SAYING = (
    "drawing/",
    "measuring/",
    "templatetags/",
    "pages/",
    "outlets/",
    "admin/test_words.py",
    "admin/base/test_account_words.py",
    "admin/base/test_menu.py",
    "admin/base/test_reading.py",
    "admin/base/test_wording.py",
    "admin/forms/test_copied_appointment.py",
    "admin/forms/test_names.py",
    "admin/forms/test_own_words.py",
    "admin/forms/test_parts.py",
    "admin/forms/test_posts.py",
    "admin/forms/test_publishers.py",
    "admin/forms/test_summary.py",
    "api/test_offices.py",
    "editorial/test_changes_in_words.py",
    "gleaning/",
    "test_addresses.py",
    "views/test_citing.py",
    "views/test_details.py",
    "views/test_sharing.py",
    "views/test_standing.py",
    "test_docs_fixtures.py",
)
# Of these what the database puts in order, counts or searches.
FINDING = (
    "pages/test_answers_to_decision.py",
    "pages/test_time_in_search.py",
    "pages/test_latest.py",
    "pages/test_section_tables.py",
    "pages/test_order.py",
    "pages/test_search.py",
    "pages/test_suggestions.py",
    "pages/test_timeline.py",
)

# The fixtures that let a test ask the database.
ASKING = {"db", "transactional_db", "django_db_blocker", "live_server"}

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


#: So long before midnight a suite is still over in time.
IN_TIME = timedelta(hours=1)


def pytest_addoption(parser):
    parser.addoption("--vendor", choices=["sqlite", "postgresql"], help="the database that this run is meant to ask")
    parser.addoption("--write-said", action="store_true", help="what the register says is written down anew")


def pytest_configure(config):
    """No suite sees two days: cases name theirs by how far they are from today, as they are collected."""
    if config.getoption("vendor") and dates.rest_of_today() < IN_TIME.total_seconds():
        earlier = time_machine.travel(timezone.now() - 2 * IN_TIME, tick=True)
        earlier.start()
        config.add_cleanup(earlier.stop)


def pytest_ignore_collect(collection_path, config):
    """What is asked once is not even read where it is not asked."""
    return ("not once" in config.option.markexpr and _only_says(collection_path)) or None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """What may not ask a database at all says the same on either; pytest-django holds it to that.

    So does what only says what rows hold. What stands under browser/ drives one. The longest tests begin first: at the
    end of a run nobody waits for one of them alone.
    """
    for item in items:
        if item.path.is_relative_to(HERE / "browser"):
            item.add_marker("browser")
        if not _asks(item) or _only_says(item.path):
            item.add_marker("once")
    yield
    items.sort(key=lambda item: not item.path.name.startswith("test_house"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection():
    """What is imported and collected stays to the end: it is not searched for garbage, then or after each few tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        gc.enable()


def _only_says(path):
    """Whether a file of tests asks what is said of rows, not how they are found."""
    name = str(path.relative_to(HERE)) if path.suffix and path.is_relative_to(HERE) else ""
    return name.startswith(SAYING) and name not in FINDING


def _asks(item):
    """Whether a test may ask the database."""
    of_django = item.cls is not None and issubclass(item.cls, TransactionTestCase)
    return of_django or item.get_closest_marker("django_db") or not ASKING.isdisjoint(_fixtures_of(item))


def _fixtures_of(item):
    """The fixtures that a test names, and those that the fixtures of this project name for it."""
    definitions = (each for found in item._fixtureinfo.name2fixturedefs.values() for each in found if each.baseid)
    return {*item._fixtureinfo.initialnames, *(name for each in definitions for name in each.argnames)}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings, tmp_path_factory):
    """What a test wrote goes with it, the history too.

    A browser asks for several things at once. In the memory of the process they would all be asked over the one
    connection that there is, each within the transaction of another; in a file each has its own, as on a server.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and any(
        item.get_closest_marker("browser") for item in request.session.items
    ):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
    with emptied():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The roles of the staff are there from the start, as on a server."""
    with django_db_blocker.unblock():
        sync_roles()


@pytest.fixture
def english():
    """Words are English, as long as a test runs; without it they are French."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _fresh_state():
    """A request for /en/ leaves its language behind, and a page its cache and its lines."""
    translation.deactivate()
    yield
    translation.deactivate()
    cache.clear()
    kept_in_process.forget()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium; no browser is downloaded."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        pytest.fail("Chromium is missing; on Debian: apt-get install chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox", "--disable-gpu"]}
