"""Filters that somebody keeps under a name: theirs alone."""

from partnerships.admin.base import saved_filters
from partnerships.models import SavedFilter
from tests.admin.browsing import address, said

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
            answer = save(client, **data)
            assert answer.status_code == 302
            assert "Restreignez la liste" in said(answer)
        assert client.get(address("visit", "filters")).status_code == 403
        assert not SavedFilter.objects.exists()

    def test_say_what_a_list_is_narrowed_down_by_and_not_where_in_it_one_is(self, rf):
        asked = "p=1&e=1&_popup=1&_to_field=id"
        assert saved_filters.list_query(rf.get(f"/?q=a&{asked}&q=b")) == "q=a&q=b"
        assert saved_filters.list_query(rf.get(f"/?{asked}")) == ""

    def test_of_the_same_name_is_another_one_from_then_on(self, as_role):
        client = as_role("reader")
        for query in (NARROWED, "q=chine"):
            save(client, name=" Mine ", query=query)
        assert [*SavedFilter.objects.values_list("name", "kind", "query")] == [("Mine", "visit", "q=chine")]

    def test_one_is_forgotten_by_its_name_and_no_other(self, as_role):
        client = as_role("reader")
        for name in ("one", "two"):
            save(client, name=name, query=NARROWED)
        save(client, forget="one")
        assert [*SavedFilter.objects.values_list("name", flat=True)] == ["two"]

    def test_have_names_and_questions_that_are_cut_where_they_are_very_long(self, as_role):
        save(as_role("reader"), name="n" * 90, query="q=" + "a" * 1000)
        assert [*SavedFilter.objects.values_list("name", "query")] == [("n" * 80, "q=" + "a" * 998)]

    def test_are_so_many_and_no_more(self, as_role, monkeypatch):
        monkeypatch.setattr(saved_filters, "MOST", 2)
        client = as_role("reader")
        for name in ("one", "two", "three", "two"):
            save(client, name=name, query=NARROWED)
        assert set(SavedFilter.objects.values_list("name", flat=True)) == {"one", "two"}
