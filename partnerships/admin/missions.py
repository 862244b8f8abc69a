"""Embassies, missions and designations."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin
from .inlines import AliasInline, CitationInline


@admin.register(models.Embassy)
class EmbassyAdmin(RecordAdmin):
    main = ("name", ("state", "receiving_state"), "place", "period", "summary")
    shown = ("state", "receiving_state")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Mission)
class MissionAdmin(RecordAdmin):
    main = ("name", ("state", "organization"), "place", "period", ("coverage", "checked_on"), "summary")
    shown = ("state", "organization")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Designation)
class DesignationAdmin(RecordAdmin):
    main = ("mission", ("embassy", "serving_mission"), "decision", "period", "summary")
    label_links = ("mission", "embassy", "serving_mission")
    search_fields = ("folded__contains", "mission__folded__contains", "embassy__folded__contains")
