"""Areas, postings, activities and statements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.lists import NewestFirst
from .base.record import RecordAdmin
from .forms.parts import AliasInline, BeneficiaryInline, CitationInline


@admin.register(models.Area)
class AreaAdmin(RecordAdmin):
    add_text = _("Add an area")
    main = ("name", "parent", "summary")
    shown = ("parent",)
    inlines = (AliasInline, CitationInline)


@admin.register(models.Posting)
class PostingAdmin(RecordAdmin):
    add_text = _("Add a posting")
    main = ("title", "kind", ("state", "organization"), "place", "person", "period", "areas", "summary")
    shown = ("kind", "state", "organization")


@admin.register(models.Activity)
class ActivityAdmin(RecordAdmin):
    add_text = _("Add an activity")
    main = ("title", "period", ("partners", "organization"), ("areas", "place"), "summary")
    shown = ("organization",)
    inlines = (BeneficiaryInline, CitationInline)


@admin.register(models.Statement)
class StatementAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add a statement")
    main = (
        "text",
        ("date", "period"),
        ("qualifier", "count"),
        "partners",
        "states",
        "organizations",
        "missions",
        "decisions",
    )
    more = ("frameworks", "areas", "people", "contradicts")
    shown = ("count",)
