"""What a request into the back-office goes through: a log-in ends, and a second factor may be asked for."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partnerships.own_site import asked_site

BACK_OFFICE = "/admin/"
#: Where somebody sets up a second factor, logs in and out; nothing else is in there.
OWN_ACCOUNT = "/admin/account/"
#: The moment of the log-in and of the last request, in seconds, as the session keeps them.
SINCE, SEEN = "logged_in_at", "seen_at"
#: The last request is written down once a minute, not each time.
STEP = 60

Respond = Callable[[HttpRequest], HttpResponse]


class BackOfficeMiddleware:
    """Ends a log-in that is idle or old, and asks for a second factor where the site requires one."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(BACK_OFFICE):
            return self.get_response(request)
        with asked_site(request):
            return self.in_the_back_office(request)

    def in_the_back_office(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if has_ended(request):
                logout(request)
                messages.info(request, said_of_end(request))
            elif needs_second_factor(request):
                messages.warning(request, _("This site asks for a second factor: set one up to go on."))
                return HttpResponseRedirect(reverse("mfa_index"))
        elif is_sent_form(request):
            messages.info(request, said_of_end(request))
        return self.get_response(request)


def has_ended(request: HttpRequest) -> bool:
    """Whether the log-in was idle for too long, or is too old; notes that it is in use."""
    now = int(timezone.now().timestamp())
    since, seen = request.session.setdefault(SINCE, now), request.session.setdefault(SEEN, now)
    if now - seen > settings.LOGIN_IDLE_SECONDS or now - since > settings.LOGIN_SECONDS:
        return True
    # A form that is left open says so by itself: that is nobody at work.
    if now - seen >= STEP and not request.path_info.endswith("/opened/"):
        request.session[SEEN] = now
    return False


def is_sent_form(request: HttpRequest) -> bool:
    """Whether somebody has sent a form of the back-office, which asks for a log-in first; a script sends none."""
    own = request.path_info.startswith((OWN_ACCOUNT, reverse("admin:login")))
    return request.method == "POST" and not own and request.headers.get("Sec-Fetch-Dest", "document") == "document"


def said_of_end(request: HttpRequest) -> str:
    """Return what is said of a log-in that has ended; what was sent then, the browser keeps (`desks.js`)."""
    if is_sent_form(request):
        return _("Your log-in has ended. What you sent is kept in this window: log in here, and it comes back.")
    return _("Your log-in has ended; log in again to go on.")


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether the site requires a second factor that this account has not set up yet."""
    own = request.path_info.startswith(OWN_ACCOUNT)
    return settings.REQUIRE_2FA and not own and not is_mfa_enabled(request.user)  # pyright: ignore[reportArgumentType]
