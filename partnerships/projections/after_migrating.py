"""What an upgrade makes anew: an index that this version of the code lays out in another way, of the same records."""

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate

from partnerships.transactions import one_write

from . import possible_service, version
from .search import index as search_index
from .timeline import index

#: How this version of the code lays out the indexes: each `LAYOUT` has two digits of its own.
LAYOUT = 10_000 * possible_service.LAYOUT + 100 * index.LAYOUT + search_index.LAYOUT

#: What makes each of them anew, by the place of its layout in the number.
REBUILDS: dict[int, Callable[[], object]] = {
    1: search_index.rebuild,
    100: index.rebuild,
    10_000: possible_service.rebuild,
}


def listen_for_migrations(sender: object) -> None:
    """Do so after each `migrate` of `sender`, the application; called once, when it is ready."""
    post_migrate.connect(make_anew, sender=sender, dispatch_uid="partnerships.make-anew")


def make_anew(sender: object, *, using: str = DEFAULT_DB_ALIAS, plan: Any = None, **_: Any) -> None:
    """Make those indexes anew whose layout is not the one that was written down when they were last made."""
    # Whoever empties the tables follows no plan: they are as today.
    if using != DEFAULT_DB_ALIAS or (plan is not None and not is_of_today()):
        return
    # Where nothing is to be made, no turn to write is asked for: while the register is only read, there is none.
    if version.built_layout() == LAYOUT:
        return
    with one_write():
        if (built := version.built_layout()) != LAYOUT:
            for place, rebuild in REBUILDS.items():
                if built // place % 100 != LAYOUT // place % 100:
                    rebuild()
            version.note_layout(LAYOUT)
            version.advance()


def is_of_today() -> bool:
    """Whether every migration was run: before that, the code may ask for columns that are not there.

    Raises DatabaseError where the database does not answer.
    """
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
