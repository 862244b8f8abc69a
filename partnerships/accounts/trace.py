"""Log-ins, refusals and changes of the second factor, one line each in the log; never a password, never a code."""

import logging
from typing import Any

from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

logger = logging.getLogger("partnerships.accounts")

#: What a program that reads the log can rely on.
LINE = "event=%s account=%r from=%s"
REFUSED = "refused"
#: Too many attempts: nothing was tried any more. And a second factor that was not the right one.
SHUT, WRONG_FACTOR = "shut", "factor-refused"


def listen() -> None:
    """Write a line for each event; called once, when the app is ready."""
    events = {
        user_logged_in: "log-in",
        user_logged_out: "log-out",
        password_changed: "password-changed",
        password_reset: "password-reset",
        authenticator_added: "factor-added",
        authenticator_removed: "factor-removed",
    }
    for signal, said in events.items():
        signal.connect(_line(said), weak=False)
    user_login_failed.connect(log_refused)


def log_refused(sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Write that a log-in was refused, with the name that was tried."""
    name = str(credentials.get("username") or credentials.get("login") or "")[:150]
    logger.warning(LINE, REFUSED, name, sender_address(request))


def log_no_entry(event: str, request: HttpRequest | None) -> None:
    """Write that somebody was not let in who did not come as far as a wrong password, or farther."""
    logger.warning(LINE, event, name_tried(request), sender_address(request))


def name_tried(request: HttpRequest | None) -> str:
    """Return whose account somebody wants to enter, as far as the request says."""
    if request is None:
        return ""
    if request.user.is_authenticated:
        return request.user.get_username()
    stage = get_pending_stage(request)
    user = stage.login.user if stage is not None else None
    return user.get_username() if user is not None else request.POST.get("login", "")[:150]


def sender_address(request: HttpRequest | None) -> str:
    """Return the address a request came from, as this process sees it."""
    return request.META.get("REMOTE_ADDR", "-") if request is not None else "-"


def _line(said: str) -> Any:
    def write(sender: object, user: Any = None, request: HttpRequest | None = None, **_: Any) -> None:
        if user is not None:
            logger.info(LINE, said, user.get_username(), sender_address(request))

    return write
