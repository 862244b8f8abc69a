"""What the pages in a browser need: staff signed in, and a list of what went wrong."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

PASSWORD = "a long enough password"  # noqa: S105  of an account that lives as long as a test


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
