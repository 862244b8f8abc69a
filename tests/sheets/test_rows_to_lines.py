"""A row says what it changes, beside what was exported; what is wrong with it has its row and its field."""

import pytest
from django.utils.translation import override

from partnerships.editorial import record_saving
from partnerships.models import Name, State
from partnerships.records.snapshot.taking import digest, snapshot
from partnerships.sheets.read_files import Sheet
from partnerships.sheets.rows_to_lines import read_sheets
from tests.factories import PersonFactory, StateFactory

pytestmark = pytest.mark.django_db


def read(*rows, title=""):
    return read_sheets("state", "a.csv", [Sheet(title, list(enumerate(map(list, rows), start=1)))])


def said(found):
    return [(each.place.line, each.record, each.field) for each in found.findings]


class TestRows:
    def test_what_a_column_leaves_out_stays(self):
        state = StateFactory(key="jp", name_fr="Japon", name_en="Japan", note="Kept")
        found = read(["key", "name_en"], ["jp", "Nippon"])
        assert found.findings == []
        ((place, line),) = found.lines
        assert place.line == 2
        assert line["fields"] == snapshot(state)[0]["fields"] | {"name_en": "Nippon"}

    def test_empty_cell_empties(self):
        StateFactory(key="jp", note="Gone")
        ((_place, line),) = read(["key", "note"], ["jp", ""]).lines
        assert "note" not in line["fields"]

    def test_new_one_gets_its_key_and_address(self):
        StateFactory(key="japan", slug_en="japan")
        found = read(["key", "name_en"], ["", "Japan"], ["", "Japan"])
        fields = [line["fields"] for _place, line in found.lines]
        assert [each["key"] for each in fields] == ["japan-2", "japan-3"]
        assert [each["slug_en"] for each in fields] == ["japan-2", "japan-3"]

    def test_errors_are_said_by_row_and_field(self):
        StateFactory(key="jp", publication="published")
        found = read(
            ["key", "name_en", "publication", "version", "nonsense"],
            ["jp", "Nippon", "draft", "", ""],
            ["kr", "Korea", "", "abc", ""],
            ["jp", "", "published", "", ""],
        )
        assert said(found) == [(1, "", ""), (4, "jp", ""), (2, "jp", "publication"), (3, "kr", "key")]

    def test_sheet_of_another_name_is_passed_over_where_it_is_hidden_alone(self):
        for hidden, found in ((True, []), (False, [(0, "", "")])):
            sheets = [Sheet("states", [(1, ["key"])]), Sheet("Lists", [(1, ["a"])], is_hidden=hidden)]
            with override("en"):
                assert said(read_sheets("state", "a.xlsx", sheets)) == found

    def test_empty_file_is_said(self):
        assert said(read_sheets("state", "a.csv", [])) == [(0, "", "")]
        assert said(read_sheets("state", "a.csv", [Sheet("")])) == [(0, "", "")]

    def test_of_new_ones_alone_need_no_keys(self):
        found = read(["name_en"], ["Japan"], ["Korea"])
        assert (said(found), [line["fields"]["key"] for _place, line in found.lines]) == ([], ["japan", "korea"])
        # An export whose keys were taken out would enter everything a second time.
        assert said(read(["name_en", "version"], ["Japan", ""]))[0] == (1, "", "")

    def test_words_of_a_date_stay_beside_it(self):
        StateFactory(key="jp", period="2018", period_wording_en="soon after the war")
        StateFactory(key="kr", period="[2018-01..2018-04]/..", period_wording_fr="depuis début 2018 (probablement)")
        found = read(
            ["key", "name_en", "period", "period_wording_fr"],
            ["", "Zed", "probably 2018", ""],
            ["", "Other", "probably early 2018", "en 2018, dit-on"],
            ["jp", "Japan", "perhaps 2019", ""],
            ["kr", "Korea", "2019", "depuis début 2018 (probablement)"],
        )
        told = [
            (fields["period"], fields.get("period_wording_fr"), fields.get("period_wording_en"))
            for fields in (line["fields"] for _place, line in found.lines)
        ]
        assert (said(found), told) == (
            [],
            [
                ("2018?", "2018 (probablement)", "2018 (probably)"),
                ("[2018-01..2018-04]", "en 2018, dit-on", "early 2018 (probably)"),
                # A wording that says something of its own stays.
                ("2019?", "2019 (peut-être)", "soon after the war"),
                # That of the date before goes with it.
                ("2019", None, None),
            ],
        )

    def test_columns_that_are_none_are_named_and_those_that_are_once(self):
        with override("en"):
            found = read(["key", "one", "two"], ["jp", "", ""])
            first, second = [each.message for each in found.findings]
        assert first.startswith("There is no column “one”. Expected: ")
        assert second == "There is no column “two”."


class TestLostLetters:
    """A CSV that French Excel has saved has “?” for the letters of other scripts."""

    def read(self, *rows):
        sheet = Sheet("Noms", list(enumerate(map(list, rows), start=1)), is_western=True)
        return read_sheets("person", "a.csv", [sheet])

    def test_stay_as_they_are(self):
        name = Name.objects.create(person=PersonFactory(key="abe"), key="a", text="安倍晋三")
        rows = ["key", "person", "text", "honorific"], [name.key, "abe", "????", "Dr"]
        found = self.read(*rows)
        assert found.findings == []
        assert found.lines[0][1]["fields"] == snapshot(name.person)[1]["fields"] | {"honorific": "Dr"}

    def test_are_not_written_where_something_else_stood(self):
        Name.objects.create(person=PersonFactory(key="abe"), key="a", text="安倍晋三")
        assert said(self.read(["key", "person", "text"], ["a", "abe", "???"], ["", "abe", "??"])) == [
            (2, "a", "text"),
            (3, "", "text"),
        ]
        assert said(self.read(["key", "person", "text"], ["a", "abe", "Abe"])) == []


class TestParts:
    def test_of_no_record_are_refused_by_the_column_that_names_it(self):
        sheet = Sheet("Noms", [(1, ["key", "person", "text"]), (2, ["", "", "Abe"])])
        assert said(read_sheets("person", "a.csv", [sheet])) == [(2, "", "person")]
        sheet = Sheet("Références", [(1, ["key", "visit", "meeting", "locator"]), (2, ["", "", "", "x"])])
        (found,) = read_sheets("visit", "a.csv", [sheet]).findings
        assert "Visite | Rencontre" in found.message


class TestMeanwhile:
    """Somebody has changed the record since it was exported."""

    @pytest.fixture
    def exported(self):
        state = StateFactory(key="jp", name_fr="Japon", name_en="Japan")
        record_saving(state, by=None, before=None)
        version, before = digest(state), snapshot(state)
        State.objects.filter(pk=state.pk).update(name_fr="Le Japon")
        record_saving(State.objects.get(), by=None, before=before)
        return version

    def test_what_they_changed_stays_where_the_row_did_not(self, exported):
        found = read(["key", "name_fr", "name_en", "version"], ["jp", "Japon", "Nippon", exported])
        assert found.findings == []
        assert {name: found.lines[0][1]["fields"][name] for name in ("name_fr", "name_en")} == {
            "name_fr": "Le Japon",
            "name_en": "Nippon",
        }

    def test_both_changed_one_thing(self, exported):
        found = read(["key", "name_fr", "version"], ["jp", "Nippon", exported])
        assert said(found) == [(2, "jp", "name_fr")]
        assert "Le Japon" in found.findings[0].message

    def test_no_history_tells(self):
        StateFactory(key="jp")
        assert said(read(["key", "name_fr", "version"], ["jp", "Nippon", "0" * 64])) == [(2, "jp", "version")]
