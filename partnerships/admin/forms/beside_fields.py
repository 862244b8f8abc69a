"""What stands on the page of a form beside its fields: spelled as Django does once, here; others add theirs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse


class ShownMixin(admin.ModelAdmin):
    """A form to whose page several add what they know."""

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        """Return what the page shows beside `context`; `obj` is the record as it is stored, None for a new one."""
        return {}

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> TemplateResponse:
        # A key that was typed and refused may be none; what is found by it is that of the stored one.
        stored = context["adminform"].form.initial.get("key")
        if obj is not None and stored:
            obj.key = stored
        context.update(self.beside_form(request, context, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)
