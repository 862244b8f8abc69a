"""The history of the suite: triggers keep it, but for the end of a test that emptied its tables."""

from contextlib import contextmanager

from django.db.backends.base.operations import BaseDatabaseOperations

TABLE = "partnerships_change"


@contextmanager
def emptied():
    """Let `flush` empty the history between two tests, which nothing else can."""
    stock = BaseDatabaseOperations.execute_sql_flush

    def execute_sql_flush(operations, statements):
        take, put = triggers(operations.connection)
        stock(operations, [*take, *statements, *put])

    BaseDatabaseOperations.execute_sql_flush = execute_sql_flush
    try:
        yield
    finally:
        BaseDatabaseOperations.execute_sql_flush = stock


def triggers(connection):
    """Return the statements that take the triggers of the history away, and those that put them back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT to_regclass(%s)", [TABLE])
            there = cursor.fetchone()[0]
            return [[f"ALTER TABLE {TABLE} {verb} TRIGGER USER"] * bool(there) for verb in ("DISABLE", "ENABLE")]
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        found = cursor.fetchall()
    return [f"DROP TRIGGER {name}" for name, _sql in found], [sql for _name, sql in found]
