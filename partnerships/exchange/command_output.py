"""The answer of a command, which never decides what it has done: no output stops it."""

import contextlib
import os

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _


def take_everything(stream: OutputWrapper, **options: str) -> None:
    """Let `stream` take every text: what its encoding has not, it writes as `\\u97d3`."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="backslashreplace", **options)


def problem_of_writing(stream: OutputWrapper, text: str) -> str:
    """Write `text` as it is; return a sentence where that cannot be done, and then let the stream swallow the rest."""
    try:
        stream.write(text, ending="")
        stream.flush()
    except OSError as error:
        swallow(stream)
        return _("The answer cannot be written: %(reason)s.") % {"reason": error.strerror}
    except AttributeError:  # what Django makes of a closed stream
        return _("The answer cannot be written: %(reason)s.") % {"reason": _("standard output is closed")}
    return ""


def swallow(stream: OutputWrapper) -> None:
    """Send to nowhere what `stream` still holds, so that its end is no second error."""
    with contextlib.suppress(OSError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
