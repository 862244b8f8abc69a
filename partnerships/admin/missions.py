"""Embassies, missions and designations."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.parts import AliasInline, CitationInline


@admin.register(models.Embassy)
class EmbassyAdmin(RecordAdmin):
    add_text = _("Add an embassy")
    main = ("name", ("state", "receiving_state"), "place", "period", "summary")
    shown = ("state", "receiving_state")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Mission)
class MissionAdmin(RecordAdmin):
    add_text = _("Add a mission")
    main = ("name", ("state", "organization"), "place", "period", ("coverage", "checked_on"), "summary")
    shown = ("state", "organization")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Designation)
class DesignationAdmin(RecordAdmin):
    add_text = _("Add a designation")
    main = ("mission", ("embassy", "serving_mission"), "decision", "period", "summary")
    label_links = ("mission", "embassy", "serving_mission")
