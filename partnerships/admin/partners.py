"""States, organisations, places, partners, frameworks and memberships."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin
from .inlines import AliasInline, CitationInline, NameInline


@admin.register(models.State)
class StateAdmin(RecordAdmin):
    main = ("name", "formal_name", ("iso2", "iso3"), "period", "predecessors")
    more = ("wikidata",)
    shown = ("iso2",)
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Organization)
class OrganizationAdmin(RecordAdmin):
    main = ("name", "abbreviation", ("parent", "seat"), "period")
    shown = ("parent",)
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Place)
class PlaceAdmin(RecordAdmin):
    main = ("name", ("kind", "state"), ("latitude", "longitude"))
    shown = ("kind", "state")
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Partner)
class PartnerAdmin(RecordAdmin):
    main = (("state", "organization"), "period", "name", "summary")
    shown = ("organization",)
    label_links = ("state",)
    search_fields = ("folded__contains", "state__folded__contains")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Framework)
class FrameworkAdmin(RecordAdmin):
    main = ("name", "abbreviation", "organization", "period", "summary")
    shown = ("organization",)
    inlines = (AliasInline, CitationInline)


@admin.register(models.Membership)
class MembershipAdmin(RecordAdmin):
    main = ("state", ("framework", "organization"), "period", "summary")
    label_links = ("state", "framework", "organization")
    search_fields = (
        "folded__contains",
        "state__folded__contains",
        "framework__folded__contains",
        "organization__folded__contains",
    )
