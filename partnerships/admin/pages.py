"""Pages about the register itself."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnerships import models

from .base.record import RecordAdmin


@admin.register(models.Page)
class PageAdmin(RecordAdmin):
    add_text = _("Add a page about the register")
    main = ("title", "summary", "text")
    inlines = ()
