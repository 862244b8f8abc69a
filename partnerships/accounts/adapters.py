"""What allauth asks of the site: nobody makes an account for themselves, and log-ins lead to the back-office."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; a log-in leads to the back-office."""

    # In the words of this site: allauth's French speaks of a « pseudo ».
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The account or the password is not correct."),
        "incorrect_password": _("The password is not correct."),
        "too_many_login_attempts": _("Too many failed attempts. Try again later."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")


class SecondFactorAdapter(DefaultMFAAdapter):
    """How the register stands in the list of an authenticator app."""

    def _get_site_name(self) -> str:
        return gettext("Register of partnerships")
