"""Decisions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.lists import NewestFirst
from .base.record import RecordAdmin


@admin.register(models.Decision)
class DecisionAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add a decision")
    main = ("title", "date", "body", ("scope", "partners"), "areas", "text")
    more = ("number", "follows", "place")
    shown = ("body",)
    filter_titles = {"scope": _("partners concerned")}
