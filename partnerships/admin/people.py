"""People."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin
from .forms.names import PersonForm
from .forms.parts import AliasInline, CitationInline, PersonNameInline


@admin.register(models.Person)
class PersonAdmin(RecordAdmin):
    form = PersonForm
    add_text = _("Add a person")
    main = (("name", "name_language"), ("family_name", "given_name"), "nationality", "summary")
    more = ("honorific", "suffix", "title_form", ("birth", "death"), "wikidata")
    shown = ("name", "nationality")
    inlines = (PersonNameInline, AliasInline, CitationInline)
