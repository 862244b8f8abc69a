"""A file is imported as whoever reads it may: by hand, never asked of the code that decides it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.utils.translation import override

from partnerships.editorial import accept, record_saving, sync_roles
from partnerships.editorial.beside_record import change_beside_record
from partnerships.models import Batch, Change, Name, PendingChange, Place, State, Translation
from partnerships.records.snapshot.taking import snapshot
from partnerships.sheets.exporting import as_csv
from partnerships.sheets.importing import Plan, SheetChange, import_sheets, preview_sheets
from partnerships.sheets.written_files import zip_of
from tests.factories import DecisionFactory, StateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody():
    sync_roles()

    def of(role):
        user, _new = User.objects.get_or_create(username=role)
        user.groups.add(Group.objects.get(name=role))
        return user

    return of


def of_state(state):
    reason = {"withdrawal_reason_fr": "Erreur."} if state == "withdrawn" else {}
    seen = {"published_at": "2018-01-01T00:00Z"} if state in ("published", "withdrawn") else {}
    return StateFactory(key="jp", publication=state, **reason, **seen)


def imported(text, by):
    plan = preview_sheets("state", "a.csv", text.encode(), by=by)
    return import_sheets("state", "a.csv", text.encode(), by=by, version=plan.version)


#: By state and role, what becomes of a change: made, or proposed. What is not here is refused.
BECOMES = {
    "draft": {"editor": "changed", "reviewer": "changed", "administrator": "changed"},
    "in_review": {"editor": "changed", "reviewer": "changed", "administrator": "changed"},
    "published": {"editor": "proposed", "reviewer": "proposed", "administrator": "proposed"},
    "withdrawn": {"editor": "proposed", "reviewer": "changed", "administrator": "changed"},
}


@pytest.mark.parametrize("state", BECOMES)
@pytest.mark.parametrize("role", ["reader", "editor", "reviewer", "administrator"])
def test_rights_are_those_of_the_forms(somebody, state, role):
    of_state(state)
    plan = imported("key,name_en\njp,Nippon\n", somebody(role))
    becomes = BECOMES[state].get(role)
    assert [each.action for each in plan.changes] == ([becomes] if becomes else ["changed"]) or plan.findings
    assert bool(plan.findings) == (becomes is None)
    record = State.objects.get()
    assert (record.name_en, record.publication) == ("Nippon" if becomes == "changed" else "Japan", state)
    assert PendingChange.objects.count() == (becomes == "proposed")
    assert Change.objects.filter(action="update").count() == (becomes == "changed")


def test_new_record_takes_the_right_to_add_one_alone():
    user = User.objects.create_user("sole")
    user.user_permissions.set(Permission.objects.filter(codename="add_state"))
    assert imported("key,name_en\njp,Nippon\n", user).findings == []
    assert State.objects.get().name_en == "Nippon"


@pytest.mark.parametrize(("rights", "may"), [(["name"], False), (["state"], False), (["name", "state"], True)])
def test_parts_take_the_right_to_the_record_too(rights, may):
    of_state("draft")
    user = User.objects.create_user("sole")
    verbs = {"name": "add_name", "state": "change_state"}
    user.user_permissions.set(Permission.objects.filter(codename__in=[verbs[each] for each in rights]))
    plan = imported("state,key,text,language\njp,old,Nippon,en\n", user)
    assert (bool(plan.findings), Name.objects.exists()) == (not may, may)


def test_new_rows_are_drafts_for_whoever_may(somebody):
    text = "key;name_fr;name_en\n;Corée;Korea\n"
    assert imported(text, somebody("reader")).findings
    assert not State.objects.exists()
    imported(text, somebody("editor"))
    assert State.objects.values_list("key", "publication", "slug_fr").get() == ("korea", "draft", "coree")
    assert Batch.objects.get().by.username == "editor"


def test_preview_writes_nothing(somebody):
    of_state("published")
    plan = preview_sheets("state", "a.csv", b"key,name_en\njp,Nippon\n,New\n", by=somebody("editor"))
    assert [(each.action, each.key) for each in plan.changes] == [("proposed", "jp"), ("drafted", "new")]
    assert (State.objects.count(), PendingChange.objects.count(), Change.objects.count()) == (1, 0, 0)


def test_one_cell_of_an_export_is_one_change_that_can_be_accepted(somebody):
    others = [StateFactory(publication="published", name_en=f"Other {number}") for number in range(3)]
    state = of_state("published")
    ids = [state.pk, *(each.pk for each in others)]
    content = as_csv("state", ids, "en").replace(b",Japan,", b",Nippon,")
    editor, reviewer = somebody("editor"), somebody("reviewer")
    plan = preview_sheets("state", "a.csv", content, by=editor)
    assert [(each.key, each.action) for each in plan.changes] == [("jp", "proposed")]
    assert plan.unchanged == 3
    import_sheets("state", "a.csv", content, by=editor, version=plan.version)
    pending = PendingChange.objects.get()
    found = change_beside_record(pending)
    assert [each.field for each in found.differences] == ["name_en"]
    assert [each.action for each in preview_sheets("state", "a.csv", content, by=editor).changes] == ["waiting"]
    assert [each.action for each in preview_sheets("state", "a.csv", content, by=reviewer).changes] == ["proposed"]
    accept(pending, by=reviewer, chosen={found.differences[0].name}, version=found.version)
    assert State.objects.get(key="jp").name_en == "Nippon"


def test_text_written_beside_one_that_has_changed_since_the_export_is_older(somebody):
    state, editor, reviewer = of_state("published"), somebody("editor"), somebody("reviewer")
    content = as_csv("state", [state.pk], "en").replace(b",Japan,", b",Nippon,")
    exported = snapshot(state)
    State.objects.update(name_fr="Le Japon")
    state.refresh_from_db()
    record_saving(state, by=reviewer, before=exported)
    for becomes in ("proposed", "waiting"):
        plan = preview_sheets("state", "a.csv", content, by=editor)
        assert [each.action for each in plan.changes] == [becomes]
        import_sheets("state", "a.csv", content, by=editor, version=plan.version)
    pending = PendingChange.objects.get()
    found = change_beside_record(pending)
    accept(pending, by=reviewer, chosen={each.name for each in found.differences}, version=found.version)
    state.refresh_from_db()
    assert (state.name_fr, state.name_en) == ("Le Japon", "Nippon")
    assert [*Translation.objects.values_list("language", "source")] == [("en", "Japon")]


def test_all_or_nothing(somebody):
    plan = imported("key,name_en,iso2\n,Good,\n,Bad,toolong\n", somebody("editor"))
    assert {(each.place.line, each.field) for each in plan.findings} == {(3, "iso2")}
    assert not State.objects.exists()


def test_errors_are_told_in_the_order_of_the_rows(somebody):
    text = "key,name_en,iso2,period\n,Good,toolong,\n,Bad,,nonsense\nx,,,,beside\n,Again,longer,\n"
    plan = preview_sheets("state", "a.csv", text.encode(), by=somebody("editor"))
    assert [*dict.fromkeys(each.place.line for each in plan.findings)] == [2, 3, 4, 5]
    assert plan.findings == sorted(plan.findings, key=lambda each: each.place.line)


def test_new_row_tells_what_it_resembles_of_the_register(somebody):
    known = StateFactory(key="kr", name_en="Korea", name_fr="Corée")
    plan = preview_sheets("state", "a.csv", b"key,name_en\n,Korea\n,Nippon\n,Nippon\n", by=somebody("editor"))
    assert plan.findings == []
    found = [[one for notice in each.resembles for one in notice.records] for each in plan.changes]
    assert found == [[known], [], []]
    said = [[notice.sentence for notice in each.resembles if not notice.records] for each in plan.changes]
    assert [["4" in one or "3" in one for one in each] for each in said] == [[], [True], [True]]


def test_of_very_many_new_ones_no_more_than_the_first_tell_it(somebody, monkeypatch):
    monkeypatch.setattr("partnerships.sheets.importing.MOST_COMPARED", 1)
    StateFactory(key="kr", name_en="Korea")
    plan = preview_sheets("state", "a.csv", b"key,name_en\n,Korea\n,Korea\n", by=somebody("editor"))
    assert [bool(each.resembles) for each in plan.changes] == [True, False]


def test_new_key_tells_that_it_may_be_a_slip(somebody):
    known = StateFactory(key="south-korea", name_en="Korea")
    plan = preview_sheets("state", "a.csv", b"key,name_en\nsouth-koera,Nippon\n,Chosen\n", by=somebody("editor"))
    slip, other = plan.changes
    assert ([each.records for each in slip.resembles], other.resembles) == ([(known,)], ())


def test_headings_may_stand_below_a_title_and_be_written_otherwise(somebody):
    text = "Les États;;\n;;\nCLÉ;  ;nom  (EN)\njp;;Nippon\n".replace("  ;", "iso2;")
    of_state("draft")
    plan = preview_sheets(
        "state", "a.csv", f"sep=;\n{text}".replace("nom  (EN)", "name_en").encode("cp1252"), by=somebody("editor")
    )
    assert ([each.key for each in plan.changes], plan.findings) == (["jp"], [])


def test_what_was_not_shown_is_not_done(somebody):
    of_state("draft")
    text, editor = b"key,name_en\njp,Nippon\n", somebody("editor")
    shown = preview_sheets("state", "a.csv", text, by=editor)
    State.objects.update(name_fr="Le Japon")
    assert import_sheets("state", "a.csv", text, by=editor, version=shown.version).version != shown.version
    assert State.objects.get().name_en == "Japan"


def test_the_same_done_otherwise_was_not_shown():
    change = SheetChange((State, "jp"), "jp", "Japan", "update", [], [])
    assert Plan([change]).version != Plan([replace(change, action="propose")]).version


@pytest.mark.parametrize(
    ("name", "text"), [("Japan", b"key,name_en\njp,Yamato\n"), ("Nihon", b"key,name_en\njp,Nippon\n")]
)
def test_another_text_in_its_place_or_another_one_in_the_register_was_not_shown(somebody, name, text):
    of_state("draft")
    editor = somebody("editor")
    shown = preview_sheets("state", "a.csv", b"key,name_en\njp,Nippon\n", by=editor)
    State.objects.update(name_en=name)
    import_sheets("state", "a.csv", text, by=editor, version=shown.version)
    assert State.objects.get().name_en == name


def test_drafts_and_proposals_of_one_file_are_one_batch_and_each_says_which_file(somebody):
    of_state("published")
    imported("key,name_en\njp,Nippon\n,New\n", somebody("editor"))
    batch, pending = Batch.objects.get(), PendingChange.objects.get()
    assert pending.batch == batch
    assert batch.by.username == "editor"
    assert [change.key for change in batch.changes.all()] == ["new"]
    assert "a.csv" in pending.comment


def test_part_that_the_export_did_not_know_is_proposed_as_it_stands_now(somebody):
    state, editor = of_state("published"), somebody("editor")
    exported = snapshot(state)
    content = as_csv("state", [state.pk], "en")
    Name.objects.create(state=state, key="old", text="Yamato", language="en")
    record_saving(state, by=editor, before=exported)
    parts = ("name.csv", [b"state,key,text,language\njp,old,Wa,en\n"])
    files = zip_of([("state.csv", [content.replace(b",Japan,", b",Nippon,")]), parts])
    plan = preview_sheets("state", "a.zip", files, by=editor)
    assert (plan.findings, [each.action for each in plan.changes]) == ([], ["proposed"])
    import_sheets("state", "a.zip", files, by=editor, version=plan.version)
    found = change_beside_record(PendingChange.objects.get())
    assert sorted(each.field for each in found.differences) == ["name_en", "text"]


def test_change_says_of_which_kind_it_is_and_its_parts_after_what_is_its_own(somebody):
    of_state("draft")
    files = [
        ("state.csv", [b"key,name_en\njp,Nippon\n"]),
        ("name.csv", [b"state,key,text,language\njp,old,Yamato,en\n"]),
    ]
    with override("en"):
        plan = preview_sheets("state", "a.zip", zip_of(files), by=somebody("editor"))
        (change,) = plan.changes
        assert (change.kind, change.label, change.key) == ("State", "Nippon", "jp")
        (own, *_said), (part, *_of_part) = change.parts()
    assert (own, bool(part)) == ("", True)


def test_part_alone_changes_its_record(somebody):
    of_state("published")
    plan = preview_sheets("state", "a.csv", b"state,key,text,language\njp,old,Yamato,en\n", by=somebody("editor"))
    assert [(each.key, each.action) for each in plan.changes] == [("jp", "proposed")]


def test_draft_that_a_public_record_would_name_waits_with_it(somebody):
    decision = DecisionFactory(publication="published")
    StateFactory(key="kr")
    text = f"key,areas\n{decision.key},no-such-area\n".encode()
    assert [each.field for each in preview_sheets("decision", "a.csv", text, by=somebody("editor")).findings] == [
        "areas"
    ]


def test_file_of_a_french_excel_is_read_as_it_shows(somebody):
    content = "key;name_fr;name_en;latitude;longitude\n;Évere;Evere;50,87;-4,5\n".encode("cp1252")
    plan = preview_sheets("place", "a.csv", content, by=somebody("editor"))
    assert plan.findings == []
    import_sheets("place", "a.csv", content, by=somebody("editor"), version=plan.version)
    place = Place.objects.get()
    assert (place.name_fr, place.latitude, place.longitude) == ("Évere", Decimal("50.87"), Decimal("-4.5"))
