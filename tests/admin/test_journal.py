"""The imports are read, the last one first, and changed by nobody."""

from django.contrib.admin import site
from django.utils import timezone

from partnerships.models import Batch

from .browsing import address


def imported(*files):
    return Batch.objects.create(at=timezone.now(), files=list(files), by_name="Somebody")


class TestImports:
    def test_are_listed_the_last_one_first(self, as_role):
        first, last = imported("first.json"), imported("last.json")
        page = as_role("administrator").get(address("batch", "changelist"))
        assert list(page.context["cl"].result_list) == [last, first]
        for text in ("first.json", "last.json", "Somebody"):
            assert text in page.text

    def test_say_what_was_read_when_and_by_whom(self, as_role):
        batch = imported("one.json")
        page = as_role("administrator").get(address("batch", "change", batch.pk))
        assert [name for name, _field in site.get_model_admin(Batch).get_fieldsets(page.wsgi_request)] == [None]
        shown = page.context["adminform"].fieldsets[0][1]["fields"]
        assert list(shown) == ["at", "by_name", "files", "undone_at"]
        assert "one.json" in page.text

    def test_are_neither_made_nor_changed_nor_deleted(self, as_role):
        client, batch = as_role("administrator"), imported("one.json")
        assert client.get(address("batch", "add")).status_code == 403
        assert client.post(address("batch", "change", batch.pk), {"files": "[]"}).status_code == 403
        assert client.post(address("batch", "delete", batch.pk), {"post": "yes"}).status_code == 403
        assert Batch.objects.get().files == ["one.json"]
