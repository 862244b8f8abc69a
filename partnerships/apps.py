"""The application, and the one signal it listens to."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = _("Register")

    def ready(self):
        from .projections import invalidation  # noqa: F401
