"""The menu in the order of its language."""

from partnerships.folding import fold

from ..browsing import address

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


class TestMenu:
    def test_is_in_the_order_of_the_language(self, as_role):
        page = as_role("administrator").get("/admin/", headers=FRENCH)
        for app in page.context["app_list"]:
            names = [str(model["name"]) for model in app["models"]]
            assert names == sorted(names, key=fold)

    def test_is_that_of_every_page(self, as_role):
        models = as_role("editor").get(address("visit", "add"), headers=FRENCH).context["available_apps"][0]["models"]
        names = [str(model["name"]) for model in models]
        assert names.index("Énoncés") < names.index("États") < names.index("Visites")
