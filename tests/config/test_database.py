"""The suite runs on the database it is meant to run on."""

import os

from django.db import connection


def test_suite_on_postgresql_is_not_on_sqlite():
    meant = os.environ.get("SUITE_ON") or os.environ["DATABASE_URL"].partition(":")[0]
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql", "postgresql": "postgresql"}[meant]
