"""The accounts that the first run creates."""

import stat

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command

from partnerships.management.commands import create_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def accounts_file(settings, tmp_path):
    settings.ACCOUNTS_FILE = tmp_path / "var" / "accounts.txt"
    return settings.ACCOUNTS_FILE


class TestCreateAccounts:
    def test_makes_one_member_of_staff_per_role(self, accounts_file):
        call_command("create_accounts", verbosity=0)
        passwords = create_accounts.read_passwords(accounts_file)
        assert tuple(passwords) == create_accounts.ROLES
        for role, password in passwords.items():
            account = authenticate(username=role, password=password)
            assert account.is_staff
            assert account.is_superuser == (role == "administrator")
            assert account.groups.get().name == role

    def test_says_which_it_made_unless_it_is_to_be_silent(self, capsys):
        call_command("create_accounts")
        call_command("create_accounts")
        assert capsys.readouterr().out.splitlines() == [
            "Accounts created: reader, editor, reviewer, administrator.",
            "Accounts created: none.",
        ]
        call_command("create_accounts", verbosity=0)
        assert capsys.readouterr().out == ""

    def test_makes_what_is_missing_alone(self, accounts_file):
        User.objects.create_user("editor", password="their own")
        call_command("create_accounts", verbosity=0)
        assert "editor" not in create_accounts.read_passwords(accounts_file)
        assert authenticate(username="editor", password="their own")

    def test_takes_no_password_that_the_settings_refuse(self, monkeypatch):
        several = iter(["12345678901234567890", "Zi4kCw0tTzPqLw8sYgXe"])
        monkeypatch.setattr("secrets.token_urlsafe", lambda _length: next(several))
        assert create_accounts.new_password() == "Zi4kCw0tTzPqLw8sYgXe"

    def test_keeps_the_passwords_to_the_owner(self, accounts_file):
        call_command("create_accounts", verbosity=0)
        assert stat.S_IMODE(accounts_file.stat().st_mode) == 0o600

    def test_takes_a_file_back_that_others_could_read(self, accounts_file):
        accounts_file.parent.mkdir()
        accounts_file.write_text("\n")
        accounts_file.chmod(0o644)
        call_command("create_accounts", verbosity=0)
        assert stat.S_IMODE(accounts_file.stat().st_mode) == 0o600

    def test_changes_nothing_the_second_time(self, accounts_file):
        call_command("create_accounts", verbosity=0)
        before = accounts_file.read_text(), list(User.objects.order_by("pk").values())
        call_command("create_accounts", verbosity=0)
        assert before == (accounts_file.read_text(), list(User.objects.order_by("pk").values()))

    def test_gives_a_second_database_the_passwords_already_noted(self, accounts_file):
        call_command("create_accounts", verbosity=0)
        noted = accounts_file.read_text()
        User.objects.all().delete()
        call_command("create_accounts", verbosity=0)
        assert accounts_file.read_text() == noted
