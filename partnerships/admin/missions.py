"""Embassies, missions and designations."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.parts import AliasInline, CitationInline
from .forms.posts import PostForm

#: How a post is reached.
REACHED = ("address", ("latitude", "longitude"), "website", ("email", "phone"))


@admin.register(models.Embassy)
class EmbassyAdmin(RecordAdmin):
    form = PostForm
    add_text = _("Add an embassy")
    main = ("name", ("kind", "state", "receiving_state"), "place", "period", "summary")
    more = REACHED
    shown = ("kind", "state", "receiving_state")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Mission)
class MissionAdmin(RecordAdmin):
    form = PostForm
    add_text = _("Add a mission")
    main = ("name", ("kind", "state", "organization"), "place", "period", ("coverage", "checked_on"), "summary")
    more = REACHED
    shown = ("kind", "state", "organization")
    inlines = (AliasInline, CitationInline)


@admin.register(models.Designation)
class DesignationAdmin(RecordAdmin):
    add_text = _("Add a designation")
    main = ("mission", ("embassy", "serving_mission"), "decision", "period", "summary")
