"""Imports and merges are read, the last one first; whoever may publish takes one back."""

import pytest
from django.utils import timezone

from partnerships import editorial
from partnerships.admin.batches import refusal_with_records
from partnerships.editorial.merge_choices import fields_to_choose, version_of_two
from partnerships.models import Area, Batch, Change, PendingChange, State
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.sheets.importing import import_sheets, preview_sheets
from tests.exchange.fixtures import apply, line
from tests.factories import AreaFactory, PersonFactory, SourceFactory, StateFactory

from .browsing import address


def imported(*files):
    return Batch.objects.create(at=timezone.now(), files=list(files), by_name="Somebody")


def merged(by):
    stays, goes = PersonFactory(name="Taro Kono"), PersonFactory(name="Tarō Kōno")
    picked = {each.field.name: each.offered for each in fields_to_choose(stays, goes)}
    editorial.merge(stays, goes, by=by, picked=picked, version=version_of_two(stays, goes))
    return Batch.objects.get()


class TestRead:
    def test_are_listed_the_last_one_first(self, as_role):
        first, last = imported("first.json"), imported("last.json")
        page = as_role("administrator").get(address("batch", "changelist"))
        assert list(page.context["cl"].result_list) == [last, first]
        for text in ("first.json", "last.json", "Somebody"):
            assert text in page.text

    def test_say_what_was_read_when_by_whom_and_what_it_changed(self, as_role):
        batch = imported("one.json")
        text = as_role("reader").get(address("batch", "change", batch.pk)).text
        assert "one.json" in text
        assert "Somebody" in text
        batch = Batch.objects.get(pk=apply(line("area", key="cyber", name_en="Cyber defence")).batch)
        text = as_role("reader").get(address("batch", "change", batch.pk)).text
        assert f'{address("change", "change", batch.changes.get().pk)}">Cyber defence</a>' in text

    def test_of_a_document_say_which(self, as_role):
        batch, older = imported("document"), imported("document")
        source = SourceFactory(title_fr="Un communiqué", title_en="A communiqué")
        Change.objects.create(kind="source", key=source.key, action="create", at=timezone.now(), batch=batch)
        rows = {
            "en": ("From the document “A communiqué”", "From a document"),
            "fr": ("Un communiqué", "À partir d’un document"),
        }
        for language, (known, unknown) in rows.items():
            said = {"accept-language": language}
            text = as_role("reader").get(address("batch", "changelist"), headers=said).text
            assert known in text
            assert known in as_role("reader").get(address("batch", "change", batch.pk), headers=said).text
            assert unknown in as_role("reader").get(address("batch", "change", older.pk), headers=said).text
            assert ">ID<" not in text

    def test_of_a_merge_say_which_became_one(self, as_role, staff):
        batch = merged(staff["reviewer"])
        for page in (address("batch", "changelist"), address("batch", "change", batch.pk)):
            text = as_role("reader").get(page, headers={"accept-language": "en"}).text
            assert "Merged: “" in text
            assert "Tarō Kōno" in text

    def test_are_neither_made_nor_changed_nor_deleted(self, as_role):
        client, batch = as_role("administrator"), imported("one.json")
        assert client.get(address("batch", "add")).status_code == 403
        assert client.post(address("batch", "change", batch.pk), {"files": "[]"}).status_code == 403
        assert client.post(address("batch", "delete", batch.pk), {"post": "yes"}).status_code == 403
        assert Batch.objects.get().files == ["one.json"]


def brought_in(content, by):
    """Bring a file of States in, and return its batch."""
    version = preview_sheets("state", "a.csv", content, by=by).version
    import_sheets("state", "a.csv", content, by=by, version=version)
    return Batch.objects.latest("pk")


class TestTakenBack:
    @pytest.mark.parametrize(
        ("role", "may"), [("reader", False), ("editor", False), ("reviewer", True), ("administrator", True)]
    )
    def test_by_whoever_may_publish(self, as_role, role, may):
        page = address("batch", "change", apply(line("area", key="cyber", name_en="Cyber defence")).batch)
        assert ('name="_undo"' in as_role(role).get(page).text) == may
        assert as_role(role).post(page, {"_undo": "1"}).status_code == (302 if may else 403)
        assert Area.objects.exists() != may

    def test_once(self, as_role):
        page = address("batch", "change", apply(line("area", key="cyber", name_en="Cyber defence")).batch)
        client = as_role("reviewer")
        client.post(page, {"_undo": "1"})
        assert 'name="_undo"' not in client.get(page).text
        assert 'role="alert"' in client.post(page, {"_undo": "1"}).text

    def test_not_where_something_was_changed_since(self, as_role):
        page = address("batch", "change", apply(line("area", key="cyber", name_en="Cyber defence")).batch)
        apply(line("area", key="cyber", name_en="Cyber"))
        alert = as_role("reviewer").post(page, {"_undo": "1"}).text.partition('role="alert"')[2].partition("</div>")[0]
        assert f'{address("area", "change", Area.objects.get().pk)}">Cyber</a>' in alert
        assert "area/cyber" not in alert
        assert Area.objects.get().name_en == "Cyber"

    def test_not_and_the_key_stands_there_for_what_is_gone_since(self, db):
        area = AreaFactory(key="cyber")
        known = refusal_with_records(NothingWritten("Changed since:", "area/cyber"))
        assert (known.sentence, known.records) == ("Changed since:", [area])
        gone = refusal_with_records(NothingWritten("Changed since:", "area/cyber", "area/sea"))
        assert (gone.sentence, gone.records) == ("Changed since: area/cyber area/sea", [])

    def test_with_what_it_proposed_of_public_records(self, as_role, staff):
        StateFactory(key="jp", name_en="Japan", publication="published")
        StateFactory(key="kr", name_en="Korea", publication="published")
        first = brought_in(b"key,name_en\njp,Nippon\n,New\n", staff["editor"])
        brought_in(b"key,name_en\nkr,Hanguk\n", staff["editor"])
        page, client = address("batch", "change", first.pk), as_role("reviewer")
        of_japan = address("pendingchange", "change", PendingChange.objects.get(key="jp").pk)
        assert f'{of_japan}">Japan</a>' in client.get(page, headers={"Accept-Language": "en"}).text
        client.post(page, {"_undo": "1"})
        states = dict(PendingChange.objects.values_list("key", "state"))
        assert states == {"jp": "taken_back", "kr": "waiting"}
        assert not State.objects.filter(key="new").exists()

    def test_where_it_wrote_nothing_and_only_proposed(self, as_role, staff):
        StateFactory(key="jp", name_en="Japan", publication="published")
        batch = brought_in(b"key,name_en\njp,Nippon\n", staff["editor"])
        as_role("reviewer").post(address("batch", "change", batch.pk), {"_undo": "1"})
        assert PendingChange.objects.get().state == "taken_back"
        batch.refresh_from_db()
        assert batch.undone_at

    def test_without_what_was_decided_meanwhile(self, as_role, staff):
        StateFactory(key="jp", name_en="Japan", publication="published")
        batch = brought_in(b"key,name_en\njp,Nippon\n", staff["editor"])
        PendingChange.objects.update(state="accepted")
        as_role("reviewer").post(address("batch", "change", batch.pk), {"_undo": "1"})
        assert PendingChange.objects.get().state == "accepted"

    def test_a_merge_makes_two_of_one(self, as_role, staff):
        batch = merged(staff["reviewer"])
        as_role("reviewer").post(address("batch", "change", batch.pk), {"_undo": "1"})
        assert type(PersonFactory()).objects.filter(name__in=["Taro Kono", "Tarō Kōno"]).count() == 2
