"""Decisions and agreements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.lists import NewestFirst
from .base.record import RecordAdmin
from .forms.parts import CitationInline, ParticipationInline


@admin.register(models.Decision)
class DecisionAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add a decision")
    main = ("title", "date", "body", ("scope", "partners"), "areas", "text")
    more = ("number", "follows", "place")
    shown = ("body",)
    filter_titles = {"scope": _("partners concerned")}


@admin.register(models.Agreement)
class AgreementAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add an agreement")
    main = ("title", "kind", ("date", "period"), ("partners", "organization"), "areas", "text")
    more = ("states", ("renews", "place"))
    shown = ("kind", "organization")
    inlines = (ParticipationInline, CitationInline)
