"""Trainings."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin


@admin.register(models.Training)
class TrainingAdmin(RecordAdmin):
    add_text = _("Add a training")
    main = ("title", "period", "partners", ("areas", "place"), "people", "summary")
    shown = ("place",)
