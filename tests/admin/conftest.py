"""Members of staff, one per role."""

import pytest
from django.contrib.auth.models import Group, User

from partnerships.editorial.roles import ROLES, sync_roles


@pytest.fixture
def staff(db):
    """One account per role, by its name."""
    sync_roles()
    accounts = {}
    for role in ROLES:
        accounts[role] = User.objects.create_user(role, password="a long enough password", is_staff=True)
        accounts[role].groups.add(Group.objects.get(name=role))
    return accounts


@pytest.fixture
def as_role(client, staff):
    """A browser of somebody with a role."""

    def enter(role):
        client.force_login(staff[role])
        return client

    return enter
