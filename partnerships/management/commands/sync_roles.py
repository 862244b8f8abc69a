"""The groups of the staff, each with exactly the permissions of its role."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from partnerships.editorial.roles import ROLES, sync_roles


class Command(BaseCommand):
    help = "Creates the groups reader, editor, reviewer and administrator, and sets their permissions."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        if options["verbosity"]:
            self.stdout.write(f"Roles: {', '.join(ROLES)}.")
