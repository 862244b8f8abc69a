"""The page that asks before a record is deleted: what goes with it, or what stands in the way."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from partnerships.admin.forms.links import linked_record
from partnerships.models import Part, Record
from partnerships.models.base.links import owner_in
from partnerships.records.kinds import record_of


class DeletionMixin(admin.ModelAdmin):
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
