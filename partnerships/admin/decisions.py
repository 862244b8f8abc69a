"""Decisions and agreements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base import RecordAdmin
from .inlines import CitationInline, ParticipationInline


class NewestFirst:
    """A list in the order of time, the newest first."""

    def get_ordering(self, request):
        return ("-date_earliest", "-pk")


@admin.register(models.Decision)
class DecisionAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add a decision")
    main = ("title", "date", "body", ("scope", "partners"), "areas", "text")
    more = ("follows", "place")
    shown = ("body",)
    filter_titles = {"scope": _("partners concerned")}


@admin.register(models.Agreement)
class AgreementAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add an agreement")
    main = ("title", "kind", ("date", "period"), ("partners", "organization"), "areas", "text")
    more = ("states", ("renews", "place"))
    shown = ("kind", "organization")
    inlines = (ParticipationInline, CitationInline)
