"""Agreements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.lists import NewestFirst
from .base.record import RecordAdmin
from .forms.parts import CitationInline, ParticipationInline


@admin.register(models.Agreement)
class AgreementAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add an agreement")
    main = ("title", "kind", ("date", "period"), ("partners", "organization"), "areas", "text")
    more = ("states", "organizations", ("renews", "place"))
    shown = ("kind", "organization")
    inlines = (ParticipationInline, CitationInline)
