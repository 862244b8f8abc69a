"""What an upgrade makes anew: an index that now says something else of the same records.

A migration names in `makes_anew` the commands that do it (`rebuild_search`, `rebuild_timeline`). They run once all
tables are as the code of today knows them, and only where records are stored already.
"""

from collections.abc import Sequence
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate

from partnerships.models import SearchDocument


def listen_for_migrations(sender: object) -> None:
    """Do so after each `migrate` of `sender`, the application; called once, when it is ready."""
    post_migrate.connect(make_anew, sender=sender, dispatch_uid="partnerships.make-anew")


def make_anew(
    sender: object, *, using: str = DEFAULT_DB_ALIAS, plan: Sequence[tuple[Migration, bool]] = (), **_: Any
) -> None:
    """Run what the migrations that were just run ask for, each command once."""
    asked = [name for migration, backwards in plan if not backwards for name in getattr(migration, "makes_anew", ())]
    if not asked or using != DEFAULT_DB_ALIAS or not is_of_today() or not SearchDocument.objects.exists():
        return
    for command in dict.fromkeys(asked):
        call_command(command, verbosity=0)


def is_of_today() -> bool:
    """Whether every migration was run: before that, the code may ask for columns that are not there.

    Raises DatabaseError where the database does not answer.
    """
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
