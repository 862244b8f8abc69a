"""The addresses of one's own account, within the back-office; nobody signs up here."""

from allauth.account import views
from allauth.mfa.totp.views import activate_totp
from csp.decorators import csp_update
from django.urls import include, path, re_path
from django.views.generic import RedirectView

#: The code that an authenticator app reads is a picture within the page: on this one alone the policy lets it in.
with_picture = csp_update({"img-src": ["data:"]})

#: Django’s own page writes no line in the log, and tells nobody: there is one door.
to_one_door = RedirectView.as_view(pattern_name="account_change_password")

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("password_change/", to_one_door, name="account_admin_password"),
    path("password_change/done/", to_one_door, name="account_admin_password_done"),
    path("account/logout/", views.logout, name="account_logout"),
    path("account/inactive/", views.account_inactive, name="account_inactive"),
    path("account/reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("account/password/", views.password_change, name="account_change_password"),
    path("account/password/reset/", views.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("account/2fa/totp/activate/", with_picture(activate_totp), name="mfa_activate_totp"),
    path("account/2fa/", include("allauth.mfa.urls")),
]
