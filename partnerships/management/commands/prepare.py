"""What `make run` does before it serves: tables, first content, accounts, static files."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from config.listen import refusal, site_address
from partnerships.models import ContentVersion
from partnerships.transactions import one_write

MAIN_FIXTURE = "2018_decision"

WELCOME = """
  Français   {site}/fr/
  English    {site}/en/
  Back-office, gestion du registre   {site}/admin/

  Accounts, one per role; comptes, un par rôle (make accounts):
{accounts}
"""


class Command(BaseCommand):
    help = (
        "Brings the database up to date, fills an empty one with the fixtures and the accounts, collects static files."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")

    def handle(self, *args: Any, host: str, port: str, **options: Any) -> None:
        with self.by_itself():
            if sentence := refusal(host, port):
                raise CommandError(sentence)
            try:
                call_command("migrate", interactive=False, verbosity=0)
                self.fill_if_empty()
            except OperationalError as error:
                raise CommandError(f"The database in DATABASE_URL cannot be used: {str(error).strip()}") from error
            collect_static_files()
        accounts = settings.ACCOUNTS_FILE.read_text(encoding="utf-8") if settings.ACCOUNTS_FILE.exists() else "none\n"
        indented = "".join(f"    {line}\n" for line in accounts.splitlines())
        self.stdout.write(WELCOME.format(site=site_address(host, port), accounts=indented))

    @contextmanager
    def by_itself(self) -> Iterator[None]:
        """Wait for another `make run` of this copy that prepares the same: it takes longer than a writer waits."""
        where = settings.ACCOUNTS_FILE.with_name("preparing")
        where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with where.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.stdout.write("Waiting for another make run that prepares the site …")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    # One transaction: cut short, it leaves the database empty, and the next run starts afresh.
    @one_write()
    def fill_if_empty(self) -> None:
        if not is_empty():
            return
        fixtures = fixture_labels()
        if fixtures:
            self.stdout.write(f"Loading {', '.join(fixtures)} …")
            call_command("loaddata", *fixtures, verbosity=0)
        call_command("create_accounts", verbosity=0)


def is_empty() -> bool:
    """Nobody has an account, and no record stands in the register."""
    models = {User, *apps.get_app_config("partnerships").get_models()} - {ContentVersion}
    return not any(model._default_manager.exists() for model in models)


def fixture_labels() -> list:
    """Every file of the fixtures folder, the main one first: the others may name its records."""
    names = sorted(path.stem for folder in settings.FIXTURE_DIRS for path in folder.glob("*.json"))
    return sorted(names, key=lambda name: name != MAIN_FIXTURE)


def collect_static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
