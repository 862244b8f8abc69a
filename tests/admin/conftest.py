"""Members of staff, one per role."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from partnerships.consistency import kept_findings
from partnerships.editorial.roles import ROLES, sync_roles

PASSWORD = "a long enough password"


@pytest.fixture
def staff(db):
    """One account per role, by its name."""
    if not Group.objects.exists():
        # A test that emptied the tables took them away.
        sync_roles()
    accounts = {}
    for role in ROLES:
        accounts[role] = User.objects.create_user(role, password=PASSWORD, is_staff=True)
        accounts[role].groups.add(Group.objects.get(name=role))
    return accounts


@pytest.fixture
def as_role(client, staff):
    """A browser of somebody with a role."""

    def enter(role):
        client.force_login(staff[role])
        if role == "administrator":
            # Before rights are granted, the password once more.
            client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        return client

    return enter


@pytest.fixture
def unchecked(monkeypatch):
    """The first page without what the checks find, which is half a second of work."""
    monkeypatch.setattr(kept_findings, "CHECKS", ())
