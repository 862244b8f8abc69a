"""Areas, postings, activities and statements."""

from django.contrib import admin

from partnerships import models

from .base import RecordAdmin
from .decisions import NewestFirst
from .inlines import AliasInline, BeneficiaryInline, CitationInline


@admin.register(models.Area)
class AreaAdmin(RecordAdmin):
    main = ("name", "parent", "summary")
    shown = ("parent",)
    inlines = (AliasInline, CitationInline)


@admin.register(models.Posting)
class PostingAdmin(RecordAdmin):
    main = ("title", "kind", ("state", "organization"), "place", "person", "period", "areas", "summary")
    shown = ("kind", "state", "organization")


@admin.register(models.Activity)
class ActivityAdmin(RecordAdmin):
    main = ("title", "period", ("partners", "organization"), ("areas", "place"), "summary")
    shown = ("organization",)
    inlines = (BeneficiaryInline, CitationInline)


@admin.register(models.Statement)
class StatementAdmin(NewestFirst, RecordAdmin):
    main = ("text", "date", ("qualifier", "count"), "partners", "organizations", "missions", "decisions")
    more = ("frameworks", "areas", "people", "contradicts")
    shown = ("count",)
