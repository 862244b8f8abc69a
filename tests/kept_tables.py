"""The tables of the suite on SQLite: laid by the migrations once, then copied, as long as nothing they rest on changes.

Laying them takes longer than most files of tests take to run. What was laid is kept in `var/` under a name made of
everything that decides it: migrations, models, translated fields, and the packages installed.
"""

import hashlib
import os
import sqlite3
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import Path

import django
from django.conf import settings
from django.core import management
from django.db import connections
from django.db.backends.base.creation import BaseDatabaseCreation

#: What decides which tables there are, and what `migrate` writes into them.
DECIDING = ("partnerships/**/*.py", "config/settings.py", "tests/settings.py", "requirements.txt")


def name_of_tables():
    """Return a name that changes with anything that decides the tables."""
    root, digest = Path(settings.BASE_DIR), hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    for path in sorted(path for pattern in DECIDING for path in root.glob(pattern)):
        if decides(path.relative_to(root)):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return f"tables-{digest.hexdigest()[:16]}.sqlite3"


def decides(path):
    """Whether a file of the app has a say in its tables; views, pages and the like have none."""
    return path.parts[0] != "partnerships" or path.parts[1] in {"migrations", "models", "translation.py", "apps.py"}


@contextmanager
def kept():
    """Let the database of the suite be copied from one laid before; lay it, and keep it, where there is none."""
    create, file = BaseDatabaseCreation.create_test_db, Path(settings.BASE_DIR) / "var" / name_of_tables()

    @wraps(create)
    def create_with_kept(creation, *arguments, **options):
        laying, management.call_command = management.call_command, partial(lay, management.call_command, file)
        try:
            return create(creation, *arguments, **options)
        finally:
            management.call_command = laying

    BaseDatabaseCreation.create_test_db = create_with_kept
    try:
        yield
    finally:
        BaseDatabaseCreation.create_test_db = create


def lay(laying, file, name, *arguments, **options):
    """Call a command of Django's, but copy what `migrate` would lay where that is kept."""
    if name != "migrate" or connections[options["database"]].vendor != "sqlite":
        laying(name, *arguments, **options)
    elif not copied(file, options["database"]):
        laying(name, *arguments, **options)
        keep(file, options["database"])


def copied(file, alias):
    """Copy the kept tables into the database; return whether there were any."""
    if not file.is_file():
        return False
    connections[alias].ensure_connection()
    with sqlite3.connect(file) as source:
        source.backup(connections[alias].connection)
    source.close()
    return True


def keep(file, alias):
    """Keep the tables as they are now laid; of several runs at once, any one's will do."""
    file.parent.mkdir(mode=0o700, exist_ok=True)
    for old in file.parent.glob("tables-*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(unfinished) as target:
        connections[alias].connection.backup(target)
    target.close()
    unfinished.replace(file)
