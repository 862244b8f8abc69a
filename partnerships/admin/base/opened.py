"""Whoever has the form of a record open is told who else has, and told of."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partnerships.admin.forms.beside_fields import ShownMixin
from partnerships.editorial.opened import EVERY, note_closed, note_open, others_in

#: As what a browser sends the last note of a form that is left.
LEFT = "left"


class OpenedMixin(ShownMixin):
    """A form at whose head stands who else has it open."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_opened"
        view = self.admin_site.admin_view(require_POST(self.opened_view))
        return [path("<path:object_id>/opened/", view, name=name), *super().get_urls()]

    def opened_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Note that the form is open, or left; answer with who else has it open."""
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        user: Any = request.user
        if LEFT in request.POST:
            note_closed(record, user, request.POST[LEFT])
            return JsonResponse({})
        noted = note_open(record, user)
        return JsonResponse({"noted": noted, "sentence": others_in_words(others_in(record, user))})

    def beside_form(self, request: HttpRequest, context: dict[str, Any], obj: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if obj is not None and self.has_change_permission(request, obj):
            address = reverse(f"admin:partnerships_{self.opts.model_name}_opened", args=[obj.pk])
            user: Any = request.user
            also = others_in_words(others_in(obj, user))
            found = {"opened_address": address, "opened_every": EVERY, "also_open": also}
        return {**super().beside_form(request, context, obj), **found}


def others_in_words(names: list[str]) -> str:
    """Return who else has the form open, as a sentence; an empty text where nobody has."""
    if not names:
        return ""
    several = get_text_list(names, _("and"))
    if len(names) == 1:
        return _("%(name)s has this form open as well.") % {"name": several}
    return _("%(names)s have this form open as well.") % {"names": several}
