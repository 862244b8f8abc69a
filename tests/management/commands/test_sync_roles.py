"""The command that gives each role its permissions."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from partnerships.editorial.roles import codenames

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def held(role):
    return set(Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename"))


class TestSyncRoles:
    def test_makes_the_four_groups_and_names_them(self, capsys):
        Group.objects.all().delete()
        call_command("sync_roles")
        assert capsys.readouterr().out == "Roles: reader, editor, reviewer, administrator.\n"
        assert set(Group.objects.values_list("name", flat=True)) == {"reader", "editor", "reviewer", "administrator"}
        assert ("partnerships", "view_visit") in held("reader")
        assert ("partnerships", "change_visit") not in held("reader")

    def test_gives_exactly_those_of_the_role(self):
        call_command("sync_roles")
        before = held("editor")
        group = Group.objects.get(name="editor")
        group.permissions.set(Permission.objects.filter(codename="delete_user"))
        call_command("sync_roles")
        assert held("editor") == before == set(codenames("editor"))

    def test_says_nothing_where_nothing_is_to_be_said(self, capsys):
        call_command("sync_roles", verbosity=0)
        assert capsys.readouterr().out == ""
        assert Group.objects.filter(name="reviewer").exists()
