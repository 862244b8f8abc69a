"""What allauth asks of the site: nobody makes an account for themselves, and log-ins lead to the back-office."""

from contextlib import suppress
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_reset
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from partnerships.models.base import LANGUAGES

from .trace import LINE, SHUT, WRONG_FACTOR, log_no_entry, logger, sender_address


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; a log-in leads to the back-office."""

    # In the words of this site: allauth's French speaks of a « pseudo ».
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The account or the password is not correct."),
        "incorrect_password": _("The password is not correct."),
        "enter_current_password": _("The current password is not correct."),
        # `ACCOUNT_RATE_LIMITS` forgets a failed attempt after so long.
        "too_many_login_attempts": _("Too many failed attempts. Try again in ten minutes."),
        "rate_limited": _("Too many failed attempts. Try again in ten minutes."),
    }

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Return why somebody is refused; that it is shut after too many attempts is written down."""
        if code in ("too_many_login_attempts", "rate_limited"):
            log_no_entry(SHUT, self.request)
        return super().validation_error(code, *args)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def is_safe_url(self, url: str | None) -> bool:
        """Return whether a log-in may lead there: within the site, and to an address that it has."""
        return bool(url) and super().is_safe_url(url) and _is_there(url)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def end_lock(self, request: HttpRequest, user: User) -> None:
        """Let somebody in again whose password is new: the wrong ones were tried for the old one."""
        self._delete_login_attempts_cached_email(request, username=user.get_username())

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell whose account it is what was changed of it; a mail that cannot be sent hinders nobody."""
        given = {**(context or {}), "username": user.get_username()}
        try:
            super().send_notification_mail(template_prefix, user, given, email or user.email)
        except (OSError, SMTPException):
            logger.exception(LINE, "mail-not-sent", user.get_username(), sender_address(self.request))


def _is_there(url: str) -> bool:
    """Return whether some page answers at an address, in whichever language it is written."""
    for language in LANGUAGES:
        with override(language), suppress(Resolver404):
            resolve(urlsplit(url).path)
            return True
    return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """How the register stands in the list of an authenticator app, and in which words it refuses."""

    error_messages = DefaultMFAAdapter.error_messages | {
        # allauth says the same of a code and of a passkey.
        "incorrect_code": _("This was not accepted; try again."),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
    }

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Return why a second factor is refused, and write it down where it was a wrong one."""
        if code == "incorrect_code":
            log_no_entry(WRONG_FACTOR, self.request)
        return super().validation_error(code, *args)

    def _get_site_name(self) -> str:
        return gettext("Register of partnerships")

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """Return by what name somebody knows a new passkey, unless they say another."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}


def listen_to_accounts() -> None:
    """Act on what becomes of an account; called once, when the app is ready."""
    # Whose owner chose a new password by mail, its lock ends.
    password_reset.connect(_end_lock)
    authenticator_added.connect(_spend_code)


def _spend_code(sender: object, request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    """Let nobody enter with the code by which an app was set up."""
    if authenticator.type != Authenticator.Type.TOTP:
        return
    if code := request.POST.get("code"):
        # A code that was accepted is accepted once.
        authenticator.wrap().validate_code(code)


def _end_lock(sender: object, request: HttpRequest | None, user: User, **_: Any) -> None:
    if request is not None:
        AccountAdapter(request).end_lock(request, user)
