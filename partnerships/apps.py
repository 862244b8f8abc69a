"""The application: what listens to signals, and what is checked before it starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = _("Register")

    def ready(self) -> None:
        from . import checks  # noqa: F401
        from .accounts import adapters, trace
        from .first_day import teach_first_day
        from .projections import after_migrating, invalidation  # noqa: F401

        trace.listen()
        adapters.listen_to_accounts()
        teach_first_day()
        after_migrating.listen_for_migrations(self)
