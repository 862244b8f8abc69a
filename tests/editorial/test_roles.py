"""The groups of the staff."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from partnerships.editorial import ROLES


@pytest.mark.django_db
class TestRoles:
    def test_are_made_once(self):
        for _ in range(2):
            call_command("sync_roles", verbosity=0)
        assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)

    def test_reviewer_publishes_and_editor_does_not(self):
        call_command("sync_roles", verbosity=0)
        may = Group.objects.filter(permissions__codename="publish_records").values_list("name", flat=True)
        assert set(may) == {"reviewer", "administrator"}
