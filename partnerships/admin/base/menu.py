"""The menu by task: what belongs together in the work stands together, whatever its kind."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnerships.records.kinds import KINDS, Task

OWN = "partnerships"
#: The tasks in their order; which kinds stand under each, the kinds say.
TASKS: dict[Task, Promise | str] = {
    Task.VISITS: _("Visits and meetings"),
    Task.PEOPLE: _("People and offices"),
    Task.POSTS: _("Posts and designations"),
    Task.DECISIONS: _("Decisions and agreements"),
    Task.COOPERATION: _("Cooperation"),
    Task.SOURCES: _("Sources"),
    Task.REFERENCE: _("Reference lists"),
    Task.REGISTER: _("The register itself"),
}
#: What is no record comes last, in this order, and after it what stands nowhere else.
WORK_TITLE = _("Work and history")
WORK = ("pendingchange", "confirmation", "errorreport", "change", "batch")


def by_task(site: Any) -> None:
    """Let `site` list what it offers by task; the page of one application has its name, the register’s is home."""
    stock, app_index = site.get_app_list, site.app_index

    def get_app_list(request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        apps = stock(request, app_label)
        if app_label is not None:
            return apps
        own = [task for app in apps if app["app_label"] == OWN for task in tasks_of(app)]
        return [*own, *(app for app in apps if app["app_label"] != OWN)]

    def index_of_one(request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None) -> Any:
        if app_label == OWN:
            # It would list by alphabet what stands on the first page by task.
            return HttpResponseRedirect(reverse("admin:index"))
        known = {each.label: each.verbose_name for each in apps.get_app_configs()}
        return app_index(request, app_label, {"title": known.get(app_label, ""), **(extra_context or {})})

    site.get_app_list, site.app_index = get_app_list, index_of_one


def tasks_of(app: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Return an application once for each task that has anything in it."""
    waiting = {model["model"]._meta.model_name: model for model in app["models"]}
    placed = [
        (title, [waiting.pop(name) for name, kind in KINDS.items() if kind.task is task and name in waiting])
        for task, title in TASKS.items()
    ]
    work = [waiting.pop(name) for name in WORK if name in waiting]
    placed.append((WORK_TITLE, [*work, *waiting.values()]))
    return [{**app, "name": title, "models": models} for title, models in placed if models]


by_task(admin.site)
