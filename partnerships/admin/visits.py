"""Visits with their stops and meetings, and meetings by themselves."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.lists import NewestFirst
from .base.record import RecordAdmin
from .forms.meetings import TITLE_MAY_BE_EMPTY, MeetingFormSet, MeetingInline, connect
from .forms.parts import CitationInline, ParticipationInline
from .forms.stops import StopInline


class VisitParticipationInline(ParticipationInline):
    """Who travels, and who receives."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> type[Any]:
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.base_fields["role"].initial = models.Participation.Role.VISITOR  # pyright: ignore[reportAttributeAccessIssue]
        return formset


@admin.register(models.Visit)
class VisitAdmin(RecordAdmin):
    add_text = _("Add a visit")
    main = ("title", ("period", "status"), ("partners", "organization"), "areas", "summary")
    shown = ("status", "organization")
    inlines = (StopInline, MeetingInline, VisitParticipationInline, CitationInline)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-start_earliest", "-pk")

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> tuple[list, list]:
        formsets, inlines = super()._create_formsets(request, obj, change)  # pyright: ignore[reportAttributeAccessIssue]
        connect(formsets)
        return formsets, inlines

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if isinstance(formset, MeetingFormSet):
            formset.stops.delete_left_stops()  # pyright: ignore[reportAttributeAccessIssue]


@admin.register(models.Meeting)
class MeetingAdmin(NewestFirst, RecordAdmin):
    add_text = _("Add a meeting")
    main = ("title", ("date", "kind", "status"), "place", ("partners", "organization"), "areas", "summary")
    more = (("time", "time_zone"),)
    shown = ("kind", "organization")
    inlines = (ParticipationInline, CitationInline)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("title_fr", "title_en"):
            field.help_text = TITLE_MAY_BE_EMPTY
        return field
