"""Filters that somebody keeps under a name: theirs alone."""

from partnerships.admin.base import saved_filters
from partnerships.models import SavedFilter
from tests.admin.browsing import address

NARROWED = "publication__exact=draft&q=japon"


def save(client, **data):
    return client.post(address("visit", "filters"), data)


class TestSavedFilters:
    def test_stand_above_the_list_of_their_owner(self, as_role):
        client, page = as_role("reader"), address("visit", "changelist")
        assert "publication__exact=draft&amp;q=japon" in client.get(f"{page}?{NARROWED}&p=1").text
        assert save(client, name="Brouillons du Japon", query=NARROWED).headers["Location"] == f"{page}?{NARROWED}"
        assert "Brouillons du Japon" in client.get(page).text
        assert "Brouillons du Japon" not in client.get(address("person", "changelist")).text
        assert "Brouillons du Japon" not in as_role("editor").get(page).text
        save(client, forget="Brouillons du Japon")
        assert SavedFilter.objects.count() == 1, "nobody forgets what is somebody else's"
        save(as_role("reader"), forget="Brouillons du Japon")
        assert not SavedFilter.objects.exists()

    def test_are_refused_without_a_name_or_a_question(self, as_role):
        client = as_role("editor")
        for data in ({"name": " ", "query": NARROWED}, {"name": "Mine"}, {}):
            assert save(client, **data).status_code == 302
        assert client.get(address("visit", "filters")).status_code == 403
        assert not SavedFilter.objects.exists()

    def test_are_so_many_and_no_more(self, as_role, monkeypatch):
        monkeypatch.setattr(saved_filters, "MOST", 2)
        client = as_role("reader")
        for name in ("one", "two", "three", "two"):
            save(client, name=name, query=NARROWED)
        assert set(SavedFilter.objects.values_list("name", flat=True)) == {"one", "two"}
