"""What `make run` prepares."""

import fcntl
import json
import re
from unittest import mock

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import OperationalError

from partnerships.management.commands import create_accounts, prepare
from partnerships.models import State
from tests.factories import StateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def accounts_file(settings, tmp_path):
    settings.ACCOUNTS_FILE = tmp_path / "var" / "accounts.txt"
    return settings.ACCOUNTS_FILE


class TestPrepare:
    @pytest.fixture(autouse=True)
    def _apart(self):
        with (
            mock.patch.object(prepare, "refusal", return_value=None),
            mock.patch.object(prepare, "collect_static_files"),
        ):
            yield

    @pytest.fixture
    def fixtures(self, settings, tmp_path):
        settings.FIXTURE_DIRS = [tmp_path]
        return tmp_path

    def test_fills_an_empty_database(self, fixtures, capsys):
        call_command("prepare")
        assert User.objects.count() == len(create_accounts.ROLES)
        said = capsys.readouterr().out
        assert re.findall(r"http://localhost:8000(/\S*)", said) == ["/fr/", "/en/", "/admin/"]
        assert create_accounts.read_passwords(create_accounts.settings.ACCOUNTS_FILE)["editor"] in said

    def test_loads_what_there_is_and_says_so(self, fixtures, capsys):
        line = {"model": "partnerships.state", "fields": {"key": "jp", "name_en": "Japan"}}
        (fixtures / "states.json").write_text(json.dumps([line]))
        call_command("prepare")
        assert capsys.readouterr().out.startswith("Loading states …\n")
        assert State.objects.get().key == "jp"
        assert not prepare.is_empty()

    def test_leaves_a_register_in_use_alone(self, fixtures):
        StateFactory()
        call_command("prepare")
        assert not User.objects.exists()

    def test_says_that_the_database_cannot_be_used(self, fixtures):
        broken = mock.patch.object(prepare, "is_empty", side_effect=OperationalError(" no such server\n"))
        with broken, pytest.raises(CommandError, match="^The database in DATABASE_URL cannot be used: no such server$"):
            call_command("prepare")

    def test_leaves_a_database_in_use_alone(self, fixtures):
        User.objects.create_user("somebody")
        call_command("prepare")
        assert User.objects.count() == 1

    def test_loads_the_main_fixture_first(self, fixtures):
        for name in ("1990_states", "2018_decision", "zz_visits"):
            (fixtures / f"{name}.json").write_text("[]")
        assert prepare.fixture_labels() == ["2018_decision", "1990_states", "zz_visits"]

    def test_waits_for_another_one_of_this_copy(self, fixtures, capsys, accounts_file):
        accounts_file.parent.mkdir()
        with accounts_file.with_name("preparing").open("w") as other:
            fcntl.flock(other, fcntl.LOCK_EX)

            def until_it_is_done(lock, how):
                if not how & fcntl.LOCK_NB:
                    fcntl.flock(other, fcntl.LOCK_UN)
                return fcntl.flock(lock, how)

            waiting = mock.Mock(wraps=fcntl, flock=until_it_is_done, LOCK_EX=fcntl.LOCK_EX, LOCK_NB=fcntl.LOCK_NB)
            with mock.patch.object(prepare, "fcntl", waiting):
                call_command("prepare")
        assert capsys.readouterr().out.startswith("Waiting for another make run that prepares the site …\n")
        assert User.objects.count() == len(create_accounts.ROLES)

    def test_says_that_the_address_is_taken(self):
        with mock.patch.object(prepare, "refusal", return_value="Taken."), pytest.raises(CommandError, match="Taken"):
            call_command("prepare")
