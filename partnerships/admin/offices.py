"""Offices and tenures."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.copied_appointment import CopyMixin, SharedCitationInline, SharedMilestoneInline
from .forms.parts import AliasInline, CitationInline
from .forms.posts import OfficeForm


@admin.register(models.Office)
class OfficeAdmin(RecordAdmin):
    form = OfficeForm
    add_text = _("Add an office")
    main = (
        "name",
        ("role", "single_holder"),
        ("state", "organization"),
        ("embassy", "mission", "heads_post"),
        ("receiving_state", "receiving_organization"),
        "period",
        ("coverage", "checked_on"),
    )
    more = ("title_feminine", "summary", "wikidata")
    shown = ("role", "state", "organization")
    inlines = (AliasInline, CitationInline)


#: “Acting”, as the tenure calls it: so it stands in every sentence.
ACTING = models.Tenure._meta.get_field("acting").verbose_name


@admin.register(models.Tenure)
class TenureAdmin(CopyMixin, RecordAdmin):
    add_text = _("Add a tenure")
    main = ("person", "office", "period", ("acting", "never_served", "ending"), "appointment")
    more = ("rank", "residence", "residence_text", "title_form", "checked_on", "summary")
    shown = ("acting_shown",)
    inlines = (SharedMilestoneInline, SharedCitationInline)

    @admin.display(description=ACTING, ordering="acting")
    def acting_shown(self, record: models.Tenure) -> str:
        """Say it of those who acted alone: a mark on each of the others would draw the eye."""
        return str(ACTING) if record.acting else ""
