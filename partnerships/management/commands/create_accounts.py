"""One account per role, with a generated password kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from partnerships.editorial.roles import ROLES
from partnerships.transactions import one_write

OWNER_ONLY = 0o600


class Command(BaseCommand):
    help = "Creates the accounts reader, editor, reviewer and administrator where they are missing."

    @one_write()
    def handle(self, *args: Any, **options: Any) -> None:
        if "sync_roles" in get_commands():
            call_command("sync_roles", verbosity=0)
        path = settings.ACCOUNTS_FILE
        passwords = read_passwords(path)
        missing = [role for role in ROLES if not User.objects.filter(username=role).exists()]
        for role in missing:
            passwords.setdefault(role, new_password())
            create_account(role, passwords[role])
        if missing:
            write_passwords(path, passwords)
        if options["verbosity"]:
            self.stdout.write(f"Accounts created: {', '.join(missing) or 'none'}.")


def create_account(role: str, password: str) -> None:
    """A member of staff in the group that bears the role's name."""
    account = User.objects.create_user(
        role, password=password, is_staff=True, is_superuser=role == "administrator", last_name=role.capitalize()
    )
    account.groups.add(Group.objects.get_or_create(name=role)[0])


def new_password() -> str:
    while True:
        password = secrets.token_urlsafe(15)
        try:
            validate_password(password)
        except ValidationError:
            continue
        return password


def read_passwords(path: Path) -> dict:
    """Passwords handed out before are used again: a second database does not invalidate what somebody noted."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line.strip())


def write_passwords(path: Path, passwords: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{role:<14} {password}\n" for role, password in passwords.items())
    path.chmod(OWNER_ONLY)
