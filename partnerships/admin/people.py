"""People, offices and tenures."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin
from .inlines import AliasInline, CitationInline, MilestoneInline, PersonNameInline


@admin.register(models.Person)
class PersonAdmin(RecordAdmin):
    main = ("name", ("family_name", "given_name"), "nationality", "summary")
    more = (("birth", "death"), "wikidata")
    shown = ("name", "nationality")
    search_fields = ("folded__contains", "names__folded__contains")
    inlines = (PersonNameInline, AliasInline, CitationInline)

    def get_prepopulated_fields(self, request, obj=None):
        return {}


@admin.register(models.Office)
class OfficeAdmin(RecordAdmin):
    main = (
        "name",
        ("role", "single_holder"),
        ("state", "organization"),
        ("embassy", "mission", "heads_post"),
        ("receiving_state", "receiving_organization"),
        "period",
        ("coverage", "checked_on"),
    )
    more = ("summary",)
    shown = ("role", "state", "organization")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Tenure)
class TenureAdmin(RecordAdmin):
    main = ("person", "office", "period", ("acting", "never_served", "ending"), "appointment")
    more = ("summary",)
    shown = ("acting",)
    label_links = ("person", "office")
    search_fields = ("folded__contains", "person__folded__contains", "office__folded__contains")
    inlines = (MilestoneInline, CitationInline)
