"""The back-office: one file per subject, over one base."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import (
    accounts,
    agreements,
    batches,
    cooperation,
    decisions,
    documents,
    findings,
    history,
    mails,
    missions,
    offices,
    pages,
    partners,
    pending,
    people,
    reports,
    sources,
    translations,
    visits,
)
from .base import home, menu
from .base.suggesting import suggest_in_order

__all__ = [
    "accounts",
    "agreements",
    "batches",
    "cooperation",
    "decisions",
    "documents",
    "findings",
    "history",
    "home",
    "mails",
    "menu",
    "missions",
    "offices",
    "pages",
    "partners",
    "pending",
    "people",
    "reports",
    "sources",
    "translations",
    "visits",
]

admin.site.site_header = _("Register of partnerships: back-office")
admin.site.site_title = _("Register of partnerships")
admin.site.index_title = _("Back-office")
suggest_in_order(admin.site)
