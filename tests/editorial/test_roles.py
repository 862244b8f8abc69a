"""The groups of the staff."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from partnerships.editorial import ROLES
from partnerships.editorial.roles import codenames
from partnerships.records.kinds import KINDS, PARTS

#: Over accounts and their groups: nobody deletes them, since the history names them.
OVER_ACCOUNTS = {f"{verb}_{name}" for verb in ("view", "add", "change") for name in ("user", "group")}


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

    def test_have_exactly_their_rights_after_each_time(self):
        call_command("sync_roles", verbosity=0)
        reader = Group.objects.get(name="reader")
        reader.permissions.add(Permission.objects.get(codename="publish_records"))
        call_command("sync_roles", verbosity=0)
        assert not reader.permissions.filter(codename="publish_records").exists()


#: What each role may do with records, with their parts, and beside them.
RIGHTS = {
    "reader": ({"view"}, {"view"}, set()),
    "editor": (
        {"view", "add", "change"},
        {"view", "add", "change", "delete"},
        {"add_checkedfinding", "change_errorreport"},
    ),
    "reviewer": (
        {"view", "add", "change", "delete"},
        {"view", "add", "change", "delete"},
        {"add_checkedfinding", "change_errorreport", "publish_records"},
    ),
}
RIGHTS["administrator"] = RIGHTS["reviewer"]
JOURNALS = ("change", "batch", "pendingchange", "confirmation", "errorreport")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_rights_and_no_other(role):
    of_records, of_parts, others = RIGHTS[role]
    wanted = {f"{verb}_{kind}" for verb in of_records for kind in KINDS}
    wanted |= {f"{verb}_{part._meta.model_name}" for verb in of_parts for part in PARTS}
    wanted |= {f"view_{journal}" for journal in JOURNALS} | others
    assert {name for application, name in codenames(role) if application == "partnerships"} == wanted


@pytest.mark.parametrize("role", ROLES)
def test_accounts_are_the_administrators_and_deleted_by_nobody(role):
    granted = {name for application, name in codenames(role) if application != "partnerships"}
    assert granted == (OVER_ACCOUNTS if role == "administrator" else set())
