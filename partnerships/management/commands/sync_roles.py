"""The groups of the staff, each with exactly the permissions of its role."""

from typing import Any

from django.core.management.base import BaseCommand

from partnerships.editorial.roles import ROLES, sync_roles
from partnerships.transactions import one_write


class Command(BaseCommand):
    help = "Creates the groups reader, editor, reviewer and administrator, and sets their permissions."

    @one_write()
    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        if options["verbosity"]:
            self.stdout.write(f"Roles: {', '.join(ROLES)}.")
