"""Somebody of the staff, who logs in by the form."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

PASSWORD = "a long enough password"


@pytest.fixture
def editor(db):
    cache.clear()
    return User.objects.create_user("editor", "editor@example.org", PASSWORD, is_staff=True)


@pytest.fixture
def enter(client, editor):
    """Log in with a password; the right one unless another is given."""

    def log_in(password=PASSWORD, **headers):
        return client.post("/admin/login/?next=/admin/", {"login": "editor", "password": password}, **headers)

    return log_in
