"""What the pages in a browser need: staff signed in, patience, and a list of what went wrong."""

import time

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import expect

PASSWORD = "a long enough password"  # noqa: S105  of an account that lives as long as a test

#: How long anything may take in a browser, in seconds. Whoever passes waits for none of it, and other processes are at
#: work beside it.
PATIENCE = 60
expect.set_options(timeout=PATIENCE * 1000)


def until(page, happened):
    """Let the page go on until something has happened."""
    ends = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < ends
        page.wait_for_timeout(20)


@pytest.fixture
def context(context):
    context.set_default_timeout(PATIENCE * 1000)
    return context


@pytest.fixture(scope="session")
def live_server(django_db_setup, live_server):
    """The server of a database that stands: one that it found in memory would lend it its one connection."""
    return live_server


@pytest.fixture
def complaints(page):
    """What the browser writes to its console, and what it asks of other hosts."""
    found = []
    page.on("console", lambda message: found.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda asked: None if "//localhost:" in asked.url else found.append(asked.url))
    return found


@pytest.fixture
def editor(page, live_server):
    """An editor, signed in by a session that stands; those who log in by hand do so in test_policy.py."""
    call_command("sync_roles", verbosity=0)
    user = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return user
