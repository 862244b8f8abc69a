"""What is asked for, and which room answers."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from partnerships import readiness, well_known
from partnerships.urls import neutral_patterns

handler400 = "partnerships.error_pages.bad_request"
handler403 = "partnerships.error_pages.permission_denied"
handler404 = "partnerships.error_pages.page_not_found"
handler500 = "partnerships.error_pages.server_error"
# Django knows none of that name; allauth does.
handler429 = "partnerships.error_pages.too_many_requests"

urlpatterns = [
    path("healthz", readiness.healthz, name="healthz"),
    path("readyz", readiness.readyz, name="readyz"),
    path("favicon.ico", well_known.icon, name="icon"),
    path("robots.txt", well_known.robots, name="robots"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", include("partnerships.accounts.urls")),
    path("admin/", admin.site.urls),
    *neutral_patterns,
    *i18n_patterns(path("", include("partnerships.urls"))),
]
