"""Decisions and agreements."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin
from .inlines import CitationInline, ParticipationInline


class NewestFirst:
    """A list in the order of time, the newest first."""

    def get_ordering(self, request):
        return ("-date_earliest", "-pk")


@admin.register(models.Decision)
class DecisionAdmin(NewestFirst, RecordAdmin):
    main = ("title", "date", "body", ("scope", "partners"), "areas", "text")
    more = ("follows", "place")
    shown = ("body",)


@admin.register(models.Agreement)
class AgreementAdmin(NewestFirst, RecordAdmin):
    main = ("title", "kind", ("date", "period"), ("partners", "organization"), "areas", "text")
    more = ("states", ("renews", "place"))
    shown = ("kind", "organization")
    inlines = (ParticipationInline, CitationInline)
