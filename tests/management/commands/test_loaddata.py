"""The stock command loads, derives and keeps the timeline in step."""

import bz2
import gzip
import io
import json
import lzma
import zipfile
from contextlib import nullcontext

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from partnerships.models import Area, Decision, FormerAddress, Organization, Person, Source, State, TimelineLine
from partnerships.projections import version
from partnerships.projections.timeline import comparison
from tests.factories import AreaFactory, SourceFactory, past_the_fence

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    def load(*lines):
        path = tmp_path / "lines.json"
        path.write_text(json.dumps([{"model": f"partnerships.{kind}", "fields": fields} for kind, fields in lines]))
        call_command("loaddata", str(path), verbosity=0)

    return load


BODY = ("organization", {"key": "nac", "name_en": "North Atlantic Council", "publication": "published"})
DECISION = {"key": "d", "title_en": "Decision", "body": ["nac"], "publication": "published", "date": "2018-05"}

EMBASSY = {"key": "e", "name_en": "E", "state": ["no"], "receiving_state": ["no"]}
AREA = '[{"model": "partnerships.area", "fields": {%s}}]'
MEETING = (
    '[{"model": "partnerships.meeting", "fields": '
    '{"key": "m", "title_en": "x", "date": "2018-03-25", "time": "02:30", "time_zone": %s}}]'
)


def zipped(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("lines.json", content)
    return packed.getvalue()


PACKED = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zip": zipped}
ONE_LINE = '{"model": "partnerships.area", "fields": {"key": "a", "name_en": "x"}}'
AN_AREA, ANOTHER = '"key": "a", "name_en": "x"', '"key": "a", "name_en": "y"'


class TestLoaddata:
    def test_derived_columns_are_filled(self, load):
        load(BODY, ("decision", DECISION))
        decision = Decision.objects.get()
        assert (decision.date_earliest.isoformat(), decision.date_latest.isoformat()) == ("2018-05-01", "2018-05-31")
        assert (decision.sort_en, decision.sort_fr) == ("decision", "decision")

    def test_timeline_is_in_step(self, load):
        load(BODY, ("decision", DECISION))
        assert TimelineLine.objects.count() == 1
        assert comparison.differences() == []

    def test_what_is_kept_of_the_register_is_let_go_of_for_drafts_too(self, load):
        before = version.stamp_of_all()
        load((BODY[0], BODY[1] | {"publication": "draft"}))
        assert version.stamp_of_all() != before

    def test_second_load_adds_nothing(self, load):
        for _ in range(2):
            load(BODY, ("decision", DECISION))
        assert (Decision.objects.count(), TimelineLine.objects.count()) == (1, 1)

    def test_bad_date_names_its_record_and_changes_nothing(self, load):
        with pytest.raises(CommandError, match="lines.json:1.*decision/d date: .*13"):
            load(BODY, ("state", {"key": "jp"}), ("decision", {**DECISION, "date": "2018-13"}))
        assert not State.objects.exists()

    def test_unknown_field_is_a_sentence(self, load):
        with pytest.raises(CommandError, match="name_de"):
            load(("state", {"key": "jp", "name_de": "Japan"}))

    def test_published_record_that_names_a_draft_is_refused_with_the_list(self, load):
        other = ("organization", {"key": "other", "name_en": "Other"})
        area = ("area", {"key": "a", "name_en": "Area"})
        decision = {**DECISION, "body": ["other"], "areas": [["a"]]}
        with override("en"), pytest.raises(CommandError) as refusal:
            load(other, area, ("decision", decision))
        first, second, remedy = str(refusal.value).split("\n")
        assert first == "decision/d is published and names area/a, which is not."
        assert second == "decision/d is published and names organization/other, which is not."
        assert remedy.startswith("Nothing is loaded. Publish what is named")
        assert not Decision.objects.exists()

    def test_record_that_published_ones_name_is_not_made_a_draft(self, load):
        load(BODY, ("decision", DECISION))
        with pytest.raises(CommandError, match="organization/nac"):
            load(("organization", {"key": "nac", "name_en": "Council"}))
        assert Organization.objects.get().publication == "published"

    def test_order_of_the_lines_and_of_the_files_does_not_matter(self, tmp_path):
        decision = [{"model": "partnerships.decision", "fields": DECISION}]
        body = [{"model": "partnerships.organization", "fields": BODY[1]}]
        for name, lines in (("1", decision), ("2", body)):
            (tmp_path / f"{name}.json").write_text(json.dumps(lines))
        call_command("loaddata", str(tmp_path / "1.json"), str(tmp_path / "2.json"), verbosity=0)
        assert Decision.objects.get().body.publication == "published"

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            (("tenure", {"key": "t", "person": ["p"], "office": ["o"]}), ("person", {"key": "p", "name": "Person A"})),
            (("alias", {"key": "a", "person": ["p"], "text": "A."}), ("person", {"key": "p", "name": "Person A"})),
        ],
    )
    def test_what_a_line_cannot_be_without_is_said_to_stand_further_on(self, load, first, then):
        load(("office", {"key": "o", "name_en": "Office"}))
        with override("en"), pytest.raises(CommandError, match="person: “person/p” stands further on: put it before"):
            load(first, then)
        assert not Person.objects.exists()

    @past_the_fence()
    def test_what_stood_before_keeps_nobody_from_loading(self, load):
        load(BODY, ("decision", DECISION))
        Organization.objects.update(publication="draft")
        load(("state", {"key": "jp", "name_en": "Japan"}))
        assert State.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("null", ":1: A list of objects is expected"),
            ("[5]", ":1: "),
            (f'[{ONE_LINE}, {{"model": "partnerships.area"}}]', ":1: "),
            ('[{"model": "partnerships.area", "fields": {"key": "a", "name_en": "x"}}', ":1:72: This is not JSON"),
            ("[" * 5000, ":1: This is nested too deeply"),
            (AREA % '"key": 5, "name_en": "x"', ":1: area/[?] key: A text is expected, not 5"),
            (AREA % '"key": " a ", "name_en": "x"', ":1: area/ a  key: A key is made of"),
            (AREA % '"name_en": "x"', ":1: area/[?] key: This field is missing"),
            (AREA % '"key": "a", "name_en": 5', ":1: area/a name_en: A text is expected, not 5"),
            (AREA.replace("area", "Area") % '"key": "a", "name_en": 5', ":1: area/a name_en: A text is expected"),
            (AREA % '"key": "a", "name_en": "\\ud83d"', ":1: area/a name_en: The text holds half a character"),
            (AREA % '"key": "a", "name_en": "\\u0000"', ":1: area/a name_en: The text holds a NUL byte"),
            *(
                (AREA % f'"key": "a", "name_en": "x\\u{code}y"', f":1: area/a name_en: .*control character .U.{code}")
                for code in ("0007", "000B", "0085", "202E")
            ),
            (AREA % '"key": "a", "name_en": "\\u00ad"', ":1: area/a name_en: .*nothing that can be seen"),
            (MEETING % '"Europe/Bruxelles"', ":1: meeting/m time_zone: Write a time zone as in “Europe/Brussels”"),
            (MEETING % '"Europe/Brussels"', ":1: meeting/m time: The clocks went forward over this hour on that day"),
            (AREA % '"key": "a", "key": "b", "name_en": "x"', ":1: “key” is given twice"),
            (AREA % '"key": "a", "name_en": "x", "slug_en": "A B"', ":1: area/a slug_en: "),
            (f"[{AREA[1:-1] % AN_AREA},\n{AREA[1:-1] % ANOTHER}]", ":2: area/a: .*says something else of the same"),
        ],
    )
    def test_what_it_would_take_for_something_else_is_refused_by_its_place(self, tmp_path, content, said):
        path = tmp_path / "lines.json"
        path.write_text(content)
        with override("en"), pytest.raises(CommandError, match=f"lines.json{said}") as refusal:
            call_command("loaddata", str(path), verbosity=0)
        assert str(refusal.value).endswith("Nothing is loaded.")
        assert not Area.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("lines.jsonl", b'{"model": "partnerships.area", "fields": {"key": "a", "name_en": "x\\u0007"}}'),
            ("lines.json.gz", gzip.compress((AREA % '"key": "a", "name_en": "x\\u0007"').encode(), mtime=0)),
        ],
    )
    def test_other_forms_of_a_fixture_are_held_to_the_same(self, tmp_path, name, content):
        path = tmp_path / name
        path.write_bytes(content)
        with override("en"), pytest.raises(CommandError, match=rf"{name}:1: area/a name_en: .*control character"):
            call_command("loaddata", str(path), verbosity=0)
        assert not Area.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize("name", ["lines.json", "lines.jsonl", *(f"lines.json.{end}" for end in PACKED)])
    def test_number_of_another_record_is_refused_in_every_form(self, tmp_path, name):
        area = AreaFactory(key="kept")
        line = {"model": "partnerships.area", "pk": area.pk, "fields": {"key": "other", "name_en": "x"}}
        content = json.dumps(line if name.endswith("jsonl") else [line]).encode()
        (tmp_path / name).write_bytes(PACKED.get(name.rpartition(".")[2], bytes)(content))
        with override("en"), pytest.raises(CommandError, match=rf"{name}:1: area/other .*: area/kept\."):
            call_command("loaddata", str(tmp_path / name), verbosity=0)
        assert [each.key for each in Area.objects.all()] == ["kept"]

    @pytest.mark.once
    def test_number_of_another_record_is_refused_on_standard_input(self, monkeypatch):
        area = AreaFactory(key="kept")
        for number, key in ((area.pk, "other"), (None, "new")):
            line = {"model": "partnerships.area", "pk": number, "fields": {"key": key, "name_en": "x"}}
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps([line]).encode())))
            with nullcontext() if number is None else pytest.raises(CommandError, match="area/other"):
                call_command("loaddata", "-", format="json", verbosity=0)
        assert {each.key for each in Area.objects.all()} == {"kept", "new"}

    @pytest.mark.once
    @pytest.mark.parametrize("number", [1.0, True, -1, "abc", 10**25])
    def test_what_is_no_number_of_a_row_is_refused(self, tmp_path, number):
        line = {"model": "partnerships.area", "pk": number, "fields": {"key": "a", "name_en": "x"}}
        (tmp_path / "lines.json").write_text(json.dumps([line]))
        with override("en"), pytest.raises(CommandError, match="area/a key: A whole number is expected, not "):
            call_command("loaddata", str(tmp_path / "lines.json"), verbosity=0)

    @pytest.mark.once
    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("lines.xml", b"<x/>", "JSON and JSON Lines, packed or not; this is xml"),
            ("lines.yaml", b"- x", "this is yaml"),
            ("lines.json.gz", gzip.compress(b"[]", mtime=0)[:-9], "ended before"),
            ("lines.json.gz", b"[]", "Not a gzipped file"),
            ("lines.json.gz", gzip.compress(b"[]", mtime=0)[:10] + b"\xff" * 20, "Error -3"),
            ("lines.json.xz", b"[" * 32, "not supported"),
            ("lines.json.zip", b"[]", "not a zip file"),
            ("lines.json", f"{ONE_LINE}\n{ONE_LINE}".encode(), "one list of objects, a file .jsonl one on each line"),
            ("lines.jsonl", f"[{ONE_LINE}]".encode(), "one list of objects, a file .jsonl one on each line"),
        ],
    )
    def test_other_form_than_the_name_says_is_refused_in_words(self, tmp_path, name, content, said):
        (tmp_path / name).write_bytes(content)
        with override("en"), pytest.raises(CommandError, match=f"{name}: .*{said}"):
            call_command("loaddata", str(tmp_path / name), verbosity=0)
        assert not Area.objects.exists()

    @pytest.mark.once
    def test_what_is_no_file_is_refused(self, tmp_path):
        path = tmp_path / "lines.json"
        path.symlink_to(path)
        with pytest.raises(CommandError, match="lines.json"):
            call_command("loaddata", str(path), verbosity=0)

    @pytest.mark.once
    def test_lines_of_something_else_and_numbers_of_rows_are_left_to_it(self, tmp_path):
        path = tmp_path / "lines.json"
        line = {"model": "partnerships.area", "pk": None, "fields": {"key": "a", "name_en": "x"}}
        path.write_text(json.dumps([{"model": "auth.group", "fields": {"name": "others"}}, line]))
        call_command("loaddata", str(path), verbosity=0)
        assert Area.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize("column", ["pk", "id"])
    def test_number_of_another_record_is_refused(self, tmp_path, column):
        kept = SourceFactory(key="kept", title_en="Kept")
        path = tmp_path / "lines.json"
        fields = {"key": "other", "title_en": "Other"}
        line = {"model": "partnerships.source", "fields": fields}
        (line if column == "pk" else fields)[column] = kept.pk
        path.write_text(json.dumps([line]))
        with (
            override("en"),
            pytest.raises(CommandError, match=rf"source/other .*number {kept.pk} is .*: source/kept\."),
        ):
            call_command("loaddata", str(path), verbosity=0)
        assert [source.key for source in Source.objects.all()] == ["kept"]

    @pytest.mark.once
    def test_number_given_twice_in_a_file_is_refused(self, tmp_path):
        path = tmp_path / "lines.json"
        lines = [
            {"model": "partnerships.area", "pk": 7, "fields": {"key": key, "name_en": key}} for key in ("one", "two")
        ]
        path.write_text(json.dumps(lines))
        with override("en"), pytest.raises(CommandError, match="area/two .*: area/one"):
            call_command("loaddata", str(path), verbosity=0)
        assert not Area.objects.exists()

    @pytest.mark.once
    def test_number_of_the_record_itself_or_of_none_is_taken(self, tmp_path):
        area = AreaFactory(key="a")
        path = tmp_path / "lines.json"
        lines = [
            {"model": "partnerships.area", "pk": number, "fields": {"key": key, "name_en": "Written"}}
            for number, key in ((area.pk, "a"), (area.pk + 7, "b"))
        ]
        path.write_text(f"\n {json.dumps(lines)}")
        call_command("loaddata", str(path), verbosity=0)
        assert {each.key: each.name_en for each in Area.objects.all()} == {"a": "Written", "b": "Written"}

    def test_constraint_of_the_database_says_its_sentence(self, load):
        state = ("state", {"key": "be", "name_en": "Belgium"})
        embassy = {"key": "e", "name_en": "Embassy", "state": ["be"], "receiving_state": ["be"]}
        with override("en"), pytest.raises(CommandError, match="A State has no embassy in itself") as refusal:
            load(state, ("embassy", embassy))
        assert "embassy_abroad" not in str(refusal.value)
        assert not State.objects.exists()

    @pytest.mark.once
    @pytest.mark.parametrize("slug", ["japan", "Japan"])
    @pytest.mark.parametrize("is_former", [False, True])
    def test_address_of_another_record_is_refused(self, load, slug, is_former):
        load(("state", {"key": "jp", "name_en": "Japan", "slug_en": "nippon" if is_former else "japan"}))
        if is_former:
            FormerAddress.objects.create(kind="state", key="jp", language="en", slug="japan")
        with override("en"), pytest.raises(CommandError, match=r"state/kr|partnerships\.State"):
            load(("state", {"key": "kr", "name_en": "Korea", "slug_en": slug}))
        assert not State.objects.filter(key="kr").exists()

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            (("area", {"key": "b", "name_en": "B", "slug_en": "ice"}), "area/b slug_en: Another record is found at"),
            (("decision", {**DECISION, "areas": [["no"]]}), "decision/d areas: “area/no” is neither in the register"),
            (("embassy", EMBASSY), "embassy/e state: “state/no” is neither in the register"),
        ],
    )
    def test_is_refused_in_the_words_of_an_import(self, load, wrong, said):
        AreaFactory(key="a", slug_en="ice")
        with override("en"), pytest.raises(CommandError) as refusal:
            load(BODY, wrong)
        told = str(refusal.value)
        assert f"lines.json:1: {said}" in told
        assert told.endswith("Nothing is loaded.")

    @pytest.mark.once
    def test_address_that_stands_for_a_key_is_refused_too(self, load):
        with override("en"), pytest.raises(CommandError, match="state/kr: .* another record: jp"):
            load(("state", {"key": "jp", "name_en": "x"}), ("state", {"key": "kr", "name_en": "x", "slug_en": "jp"}))

    def test_code_of_namibia_is_a_text(self, load):
        load(("state", {"key": "na", "iso2": "NA", "name_en": "Namibia"}))
        assert State.objects.get().iso2 == "NA"
