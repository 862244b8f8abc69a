"""The suite asks the database that it was meant to ask: a run on PostgreSQL never passes on SQLite."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection
from django.test import TestCase

from partnerships.models import Area


@pytest.mark.django_db
def test_is_the_one_that_this_run_is_meant_to_ask(pytestconfig, request):
    assert request.node.get_closest_marker("once") is None
    with connection.cursor() as cursor:
        # By what it answers, not by what the settings say of it.
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SELECT version()")
        answer = cursor.fetchone()[0]
    assert connection.vendor in ("sqlite", "postgresql")
    assert answer.startswith("PostgreSQL") == (connection.vendor == "postgresql")
    assert connection.vendor == (pytestconfig.getoption("--vendor") or connection.vendor)


class TestOfDjango(TestCase):
    def test_asks_either_too(self):
        assert Area.objects.count() == 0


def test_what_asks_none_is_asked_once(request):
    marked = {
        item.name: bool(item.get_closest_marker("once")) for item in request.session.items if item.path == request.path
    }
    assert marked.get("test_asks_either_too") is not True
    assert marked["test_what_asks_none_is_asked_once"]


@pytest.mark.once
@pytest.mark.parametrize(("vendor", "code"), [("sqlite", 0), ("postgresql", 1)])
def test_another_one_turns_the_run_red(vendor, code):
    asked = "tests/test_database.py::test_is_the_one_that_this_run_is_meant_to_ask"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--vendor", vendor, asked]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment["DATABASE_URL"] = "sqlite://:memory:"
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout
