"""The page that asks before a record is deleted: what goes with it, or what stands in the way.

What somebody else has changed since that page was shown is not deleted: it is shown first.
"""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.admin.forms.conflicts import told_meanwhile
from partnerships.admin.forms.links import form_of, linked_record
from partnerships.editorial.overtaking import meanwhile
from partnerships.models import Part, Record
from partnerships.models.base.links import owner_in
from partnerships.records.kinds import record_of
from partnerships.records.snapshot.taking import digest


class SeenDeletionMixin(admin.ModelAdmin):
    """What is deleted is what the page showed that asked, or nothing."""

    def version_of(self, obj: Any) -> str:
        """Return a text that differs whenever what would be deleted does."""
        raise NotImplementedError

    def changed_since(self, obj: Any, version: str) -> str:
        """Say that somebody else has changed `obj` since it had that `version`."""
        return _("Somebody else has changed this since you opened this page. Nothing is deleted: look at it again.")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let a change that nobody saw stand in the way, where nothing else does."""
        gone, counted, lacking, in_the_way = super().get_deleted_objects(objs, request)
        if request.POST and not in_the_way:
            seen = request.POST.get("version", "")
            in_the_way = [self.changed_since(each, seen) for each in objs if self.version_of(each) != seen]
            request.overtaken = in_the_way  # pyright: ignore[reportAttributeAccessIssue]
        return gone, counted, lacking, in_the_way

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> TemplateResponse:
        overtaken = getattr(request, "overtaken", [])
        shown = {"version": self.version_of(context["object"]), "overtaken": overtaken}
        if overtaken:
            shown |= {"protected": [], "title": _("Delete")}
        return super().render_delete_form(request, {**context, **shown})


class PartsCountedMixin(admin.ModelAdmin):
    """What goes is counted by kind of part; what stands in the way is named and linked."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str | None, int], set[Any], list[SafeString]]:
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        parts = {
            capfirst(model._meta.verbose_name_plural): len(rows)
            for model, rows in collector.model_objs.items()
            if issubclass(model, Record | Part) and not set(objs) & rows
        }
        in_the_way = {record_of(owner_in(row)) for row in collector.protected}
        return [], parts, set(), [linked_record(record) for record in in_the_way]  # pyright: ignore[reportArgumentType]


class DeletionMixin(SeenDeletionMixin, PartsCountedMixin):
    """A record, with its parts, as it stood when its deletion was asked for."""

    def version_of(self, obj: Record) -> str:
        return digest(obj)

    def changed_since(self, obj: Record, version: str) -> str:
        sentence = super().changed_since(obj, version)
        found = meanwhile(obj, version) if version else None
        again = format_html('<p>{} <a href="{}">{}</a></p>', sentence, form_of(obj), obj)
        return format_html("{}{}", again, told_meanwhile(found)) if found else again
