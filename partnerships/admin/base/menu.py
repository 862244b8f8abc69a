"""The menu by task: what belongs together in the work stands together, whatever its kind."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OWN = "partnerships"
#: The tasks, and the kinds that stand under each in their order; a kind that stands nowhere comes under the last.
TASKS: tuple[tuple[Promise | str, tuple[str, ...]], ...] = (
    (_("Visits and meetings"), ("visit", "meeting")),
    (_("People and offices"), ("person", "office", "tenure")),
    (_("Posts and designations"), ("embassy", "mission", "designation")),
    (_("Decisions and agreements"), ("decision", "agreement")),
    (_("Cooperation"), ("partner", "membership", "posting", "activity", "statement")),
    (_("Sources"), ("source",)),
    (_("Reference lists"), ("state", "organization", "place", "area", "framework")),
    (_("The register itself"), ("page",)),
    (_("Work and history"), ("pendingchange", "confirmation", "errorreport", "change", "batch")),
)


def by_task(site: Any) -> None:
    """Let `site` list what it offers by task; the page of one application stays as it is."""
    stock = site.get_app_list

    def get_app_list(request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        apps = stock(request, app_label)
        if app_label is not None:
            return apps
        own = [task for app in apps if app["app_label"] == OWN for task in tasks_of(app)]
        return [*own, *(app for app in apps if app["app_label"] != OWN)]

    site.get_app_list = get_app_list


def tasks_of(app: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Return an application once for each task that has anything in it."""
    waiting = {model["model"]._meta.model_name: model for model in app["models"]}
    placed = [(title, [waiting.pop(kind) for kind in kinds if kind in waiting]) for title, kinds in TASKS]
    title, last = placed[-1]
    placed[-1] = (title, [*last, *waiting.values()])
    return [{**app, "name": title, "models": models} for title, models in placed if models]


by_task(admin.site)
