"""States, organisations, places, partners, frameworks and memberships."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.parts import AliasInline, CitationInline, NameInline


@admin.register(models.State)
class StateAdmin(RecordAdmin):
    add_text = _("Add a State")
    main = ("name", "formal_name", ("iso2", "iso3", "iso_numeric"), "period", "predecessors")
    more = ("wikidata",)
    shown = ("iso2",)
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Organization)
class OrganizationAdmin(RecordAdmin):
    add_text = _("Add an organisation")
    main = ("name", "abbreviation", ("parent", "seat"), "period")
    more = ("wikidata",)
    shown = ("parent",)
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Place)
class PlaceAdmin(RecordAdmin):
    add_text = _("Add a place")
    main = ("name", ("kind", "state"), ("latitude", "longitude"))
    shown = ("kind", "state")
    inlines = (NameInline, AliasInline, CitationInline)


@admin.register(models.Partner)
class PartnerAdmin(RecordAdmin):
    add_text = _("Add a partner")
    main = (("state", "organization"), "period", "name", "summary")
    shown = ("organization",)
    inlines = (AliasInline, CitationInline)


@admin.register(models.Framework)
class FrameworkAdmin(RecordAdmin):
    add_text = _("Add a framework")
    main = ("name", "abbreviation", "organization", "period", "summary")
    shown = ("organization",)
    inlines = (AliasInline, CitationInline)


@admin.register(models.Membership)
class MembershipAdmin(RecordAdmin):
    add_text = _("Add a membership")
    main = ("state", ("framework", "organization"), "period", "summary")
