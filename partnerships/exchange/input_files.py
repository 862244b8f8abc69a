"""What a command is given to read: a file, or standard input, never without end."""

import os
import stat
import sys
from typing import Any

from django.utils.translation import gettext as _

#: More than any register, and less than what a machine holds.
LARGEST = 1_000_000_000


def file_content(name: str, limit: int = LARGEST) -> bytes:
    """Return what the file holds; `-` is standard input.

    Raises `OSError` with a sentence where it cannot be read, never ends, or is larger than any register.
    """
    if name == "-":
        if sys.stdin is None:
            raise OSError(_("standard input is closed"))
        return limited(getattr(sys.stdin, "buffer", sys.stdin), limit)
    status = os.stat(name)
    if stat.S_ISDIR(status.st_mode):
        raise OSError(_("it is a folder; name the files in it"))
    if not stat.S_ISREG(status.st_mode) and not name.startswith(("/dev/fd/", "/dev/stdin", "/proc/self/fd/")):
        raise OSError(_("it is not a file; give what it says to standard input, with - as the name"))
    if status.st_size > limit:
        raise OSError(_too_large(limit))
    with open(name, "rb") as file:
        return limited(file, limit)


def limited(file: Any, limit: int = LARGEST) -> bytes:
    """Return what an open file holds. Raises `OSError` where that is larger than any register."""
    content = file.read(limit + 1)
    if len(content) > limit:
        raise OSError(_too_large(limit))
    return content.encode() if isinstance(content, str) else content


def _too_large(limit: int) -> str:
    return _("it is larger than %(size)s MB; divide it into several files") % {"size": limit // 1_000_000}
