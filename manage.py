#!/usr/bin/env python
"""Django's command line; a setting that is missing or wrong is one sentence, not a stack trace."""

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

    try:
        settings.INSTALLED_APPS  # noqa: B018  reading a setting is what loads the file
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    execute_from_command_line(sys.argv)


def take_what_make_run_sets() -> None:
    """Where `make run` has set up the site and nothing else is set, commands work with its key; no server does."""
    if KEY.is_file() and "SECRET_KEY" not in os.environ and "ALLOWED_HOSTS" not in os.environ:
        os.environ |= {"SECRET_KEY": KEY.read_text(encoding="utf-8").strip(), "ALLOWED_HOSTS": "localhost"}


if __name__ == "__main__":
    main()
