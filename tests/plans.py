"""How the database means to read a question: what of it grows with the register."""

from django.db import connection

#: What a plan must not say, on SQLite and on PostgreSQL.
GROWING = ("SCAN", "TEMP B-TREE", "Seq Scan", "Sort", "Join Filter")


def plans(sql: str) -> list[str]:
    """Return the steps of the plan of `sql` that scan a table or sort its rows.

    A small table is read whole on PostgreSQL whatever indexes it has: there the question is whether it could be
    read otherwise.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("seqscan", "sort", "incremental_sort", "bitmapscan", "hashjoin", "mergejoin"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
            cursor.execute(f"EXPLAIN {sql}")
            return [step for (step,) in cursor.fetchall() if any(word in step for word in GROWING)]
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [step for *_, step in cursor.fetchall() if _grows(step)]


def _grows(step: str) -> bool:
    # Along an index in its order, up to a limit, is no scan; nor are the few rows of selections put together, or a
    # list that was given as one value.
    if step.startswith("SCAN") and (" USING " in step or step.startswith(("SCAN b", "SCAN json_each"))):
        return False
    return any(word in step for word in GROWING)
