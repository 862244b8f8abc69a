#!/usr/bin/env python
"""Django's command line; a setting that is wrong, or a database that is away, is one sentence, not a stack trace."""

import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

#: Made by the first `make run`.
KEY = Path(__file__).resolve().parent / "var" / "secret_key"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    take_what_make_run_sets()
    from django.conf import settings
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        settings.INSTALLED_APPS  # noqa: B018  reading a setting is what loads the file
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        # A full disk, a file that is closed to us, a server that is away: no fault of whoever typed the command.
        sys.exit(f"The database in DATABASE_URL cannot be used: {str(error).strip()}. Nothing is written.")


def take_what_make_run_sets() -> None:
    """Where `make run` has set up the site and nothing else is set, commands work with its key; no server does."""
    if KEY.is_file() and "SECRET_KEY" not in os.environ and "ALLOWED_HOSTS" not in os.environ:
        os.environ |= {"SECRET_KEY": KEY.read_text(encoding="utf-8").strip(), "ALLOWED_HOSTS": "localhost"}


if __name__ == "__main__":
    main()
