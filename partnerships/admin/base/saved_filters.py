"""Filters that somebody keeps under a name, above the list: theirs alone."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from partnerships.models import SavedFilter
from partnerships.transactions import one_write

#: So many are kept for one list; the page shows them all.
MOST = 20
#: What says where in a list one is, and not what is in it.
PLACES = ("p", "e", "_popup", "_to_field")


class SavedFiltersMixin(admin.ModelAdmin):
    """A list above which stand the filters that whoever reads it has saved."""

    change_list_template = "admin/partnerships/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_filters"
        return [path("filters/", self.admin_site.admin_view(self.filters_view), name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        saved = list(saved_by(request, self.opts.model_name or "").order_by("name"))
        context: dict[str, Any] = {"saved": saved, "asked": list_query(request), **(extra_context or {})}
        return super().changelist_view(request, context)

    def filters_view(self, request: HttpRequest) -> HttpResponse:
        """Save what a list is narrowed down by, or forget it; then lead back to the list."""
        if request.method != "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        mine, query = saved_by(request, self.opts.model_name or ""), request.POST.get("query", "")[:1000]
        here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        with one_write():
            if "forget" in request.POST:
                mine.filter(name=request.POST["forget"]).delete()
                return HttpResponseRedirect(here)
            self.save_filter(request, mine, query)
        return HttpResponseRedirect(f"{here}?{query}")

    def save_filter(self, request: HttpRequest, mine: QuerySet[SavedFilter], query: str) -> None:
        name = request.POST.get("name", "").strip()[:80]
        if not name or not query:
            messages.error(request, _("Narrow the list down, and give it a name."))
        elif mine.exclude(name=name).count() >= MOST:
            messages.error(request, _("No more than %(count)s are kept: forget one first.") % {"count": MOST})
        else:
            mine.update_or_create(user=request.user, kind=self.opts.model_name, name=name, defaults={"query": query})
            messages.success(request, _("Saved."))


def saved_by(request: HttpRequest, kind: str) -> QuerySet[SavedFilter]:
    """Return what whoever asks has saved for the list of a kind."""
    return SavedFilter.objects.filter(user=request.user.pk, kind=kind)


def list_query(request: HttpRequest) -> str:
    """Return what a list is narrowed down by, without the place in it."""
    query = request.GET.copy()
    for name in PLACES:
        query.pop(name, None)
    return query.urlencode()
