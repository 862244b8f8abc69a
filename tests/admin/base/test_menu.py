"""The menu by task."""

import pytest

from partnerships.admin.base.menu import TASKS
from partnerships.records.kinds import KINDS, Task

from ..browsing import address

pytestmark = pytest.mark.usefixtures("unchecked")

FRENCH = {"accept-language": "fr"}


def kinds_of(apps):
    return [model["model"]._meta.model_name for app in apps for model in app["models"]]


class TestMenu:
    @pytest.mark.once
    def test_has_a_title_for_each_task_that_a_kind_may_say(self):
        assert list(TASKS) == list(Task)

    def test_names_each_kind_once(self, as_role):
        found = kinds_of(as_role("editor").get("/admin/").context["app_list"])
        assert len(found) == len(set(found))
        assert set(KINDS) <= set(found)

    def test_is_by_task_in_the_language_of_the_reader(self, as_role):
        apps = as_role("administrator").get("/admin/", headers=FRENCH).context["app_list"]
        assert [str(app["name"]) for app in apps][:2] == ["Visites et rencontres", "Personnes et fonctions"]

    def test_ends_with_what_waits_and_was_in_its_order(self, as_role):
        apps = as_role("editor").get("/admin/", headers={"accept-language": "en"}).context["app_list"]
        (work,) = [app for app in apps if str(app["name"]) == "Work and history"]
        assert kinds_of([work]) == ["pendingchange", "confirmation", "errorreport", "change", "batch"]

    def test_is_that_of_every_page(self, as_role):
        page = as_role("editor").get(address("visit", "add"))
        assert kinds_of(page.context["available_apps"])[:2] == ["visit", "meeting"]

    def test_of_the_register_is_that_of_the_first_page(self, as_role):
        client = as_role("editor")
        home = client.get("/admin/partnerships/", follow=True)
        assert home.redirect_chain == [("/admin/", 302)]
        assert set(KINDS) <= set(kinds_of(home.context["app_list"]))
        assert '/admin/partnerships/"' not in client.get(address("visit", "changelist")).text

    def test_of_another_application_bears_its_name(self, as_role):
        page = as_role("administrator").get("/admin/auth/", headers=FRENCH)
        assert page.context["title"] == "Comptes et rôles"
