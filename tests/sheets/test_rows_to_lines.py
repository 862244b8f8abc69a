"""A row says what it changes, beside what was exported; what is wrong with it has its row and its field."""

import pytest
from django.utils.translation import override

from partnerships.editorial import record_saving
from partnerships.models import Name, State
from partnerships.records.snapshot.taking import digest, snapshot
from partnerships.sheets.read_files import Sheet
from partnerships.sheets.rows_to_lines import read_sheets
from tests.factories import AreaFactory, DecisionFactory, PersonFactory, StateFactory

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

    def test_name_of_a_person_may_stand_in_two_columns(self):
        rows = [["Family name", "Given name", "Nationality"], ["Dupont", "Marie", ""], ["Ban", "Ki-moon", "kr"]]
        StateFactory(key="kr", iso2="KR")
        with override("en"):
            found = read_sheets("person", "a.csv", [Sheet("", [*enumerate(rows, start=1)])])
        assert [line["fields"]["name"] for _place, line in found.lines] == ["Marie Dupont"]
        assert said(found) == [(3, "", "name")]

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

    def test_records_come_before_their_parts_whatever_the_order_of_the_sheets(self):
        sheets = [
            Sheet("Noms", [(1, ["key", "state", "text"]), (2, ["", "jp", "Nippon"])]),
            Sheet("États", [(1, ["key", "name_en"]), (2, ["jp", "Japan"])]),
        ]
        with override("fr"):
            found = read_sheets("state", "a.xlsx", sheets)
        assert [line["model"] for _place, line in found.lines] == ["partnerships.state", "partnerships.name"]
        assert [place.file for place, _line in found.lines] == ["a.xlsx, États", "a.xlsx, Noms"]

    def test_one_of_two_sheets_that_is_called_otherwise_is_named(self):
        sheets = [Sheet("one", [(1, ["key", "name_en"])]), Sheet("states", [(1, ["key", "name_en"]), (2, ["jp", "J"])])]
        with override("en"):
            found = read_sheets("state", "a.xlsx", sheets)
            (finding,) = found.findings
            assert finding.message.startswith("No table of this kind is called “one”. Expected: “States”, ")
            # Alone it is told by its headings.
            assert said(read_sheets("state", "a.xlsx", sheets[:1])) == []

    def test_cells_that_are_merged_are_told_below_the_headings_alone(self):
        sheet = Sheet("", [(1, ["The States"]), (2, ["key", "name_en"]), (3, ["jp", "Japan"])])
        sheet.merged = [(1, "A1:B1"), (2, "A2:B2"), (3, "A3:A4")]
        assert said(read_sheets("state", "a.xlsx", [sheet])) == [(3, "", "")]

    def test_cell_beyond_the_headings_is_told_unless_it_is_blank(self):
        found = read(["key", "name_en"], ["jp", "Japan", " ", ""], ["kr", "Korea", "", "x"])
        assert said(found) == [(3, "", "")]

    def test_short_row_empties_what_it_leaves_out(self):
        StateFactory(key="jp", name_en="Japan", note="Gone")
        ((_place, line),) = read(["key", "name_en", "note"], ["jp", "Japan"]).lines
        assert "note" not in line["fields"]

    def test_headings_are_looked_for_in_the_first_rows(self):
        titles = [["A title"], ["of", "many"], ["rows"], [""]]
        found = read(*titles, ["key", "name_en"], ["jp", "Japan"])
        assert (said(found), [line["fields"]["key"] for _place, line in found.lines]) == ([], ["jp"])
        assert said(read(*titles, ["x"], ["key", "name_en"], ["jp", "Japan"]))

    def test_column_that_is_there_twice_is_told_twice(self):
        with override("en"):
            found = read(["key", "name_en", "name_en"], ["jp", "Japan", "Nippon"]).findings
        assert [each.message for each in found] == ["The column “name_en” occurs twice."] * 2

    def test_address_that_a_row_gives_stands(self):
        StateFactory(key="x", slug_en="japan")
        found = read(["key", "name_en", "slug_en"], ["", "Japan", "nippon"], ["", "Japan", ""])
        assert [line["fields"]["slug_en"] for _place, line in found.lines] == ["nippon", "japan-2"]

    def test_row_that_says_nothing_new_is_counted(self):
        StateFactory(key="jp", name_en="Japan")
        found = read(["key", "name_en", "iso2"], ["jp", "Japan", ""])
        assert (found.unchanged, found.lines, found.findings) == (1, [], [])
        wrong = read(["key", "name_en", "publication"], ["jp", "Japan", "withdrawn"])
        assert (wrong.unchanged, wrong.lines, len(wrong.findings)) == (0, [], 1)

    def test_list_that_is_emptied_is_a_change_and_one_that_was_empty_none(self):
        decision = DecisionFactory(key="d")
        rows = [(1, ["key", "areas"]), (2, ["d", " "])]
        assert read_sheets("decision", "a.csv", [Sheet("", rows)]).unchanged == 1
        decision.areas.add(AreaFactory(key="a"))
        ((_place, line),) = read_sheets("decision", "a.csv", [Sheet("", rows)]).lines
        assert line["fields"].get("areas") == []

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

    def test_question_mark_where_no_letter_was_lost_is_one(self):
        Name.objects.create(person=PersonFactory(key="abe"), key="a", text="Abe")
        assert said(self.read(["key", "person", "text"], ["a", "abe", "Abe?"])) == []
        sheet = Sheet("Noms", [(1, ["key", "person", "text"]), (2, ["a", "abe", "??"])])
        assert said(read_sheets("person", "a.xlsx", [sheet])) == []


class TestParts:
    def test_of_no_record_are_refused_by_the_column_that_names_it(self):
        sheet = Sheet("Noms", [(1, ["key", "person", "text"]), (2, ["", "", "Abe"])])
        assert said(read_sheets("person", "a.csv", [sheet])) == [(2, "", "person")]
        sheet = Sheet("Références", [(1, ["key", "visit", "meeting", "locator"]), (2, ["", "", "", "x"])])
        (found,) = read_sheets("visit", "a.csv", [sheet]).findings
        assert "Visite | Rencontre" in found.message

    def test_each_gets_a_key_that_no_other_part_of_its_record_has(self):
        Name.objects.create(state=StateFactory(key="jp"), key="nippon", text="Nippon", language="en")
        StateFactory(key="kr")
        rows = [["", state, "Nippon"] for state in ("jp", "jp", "kr", "kr")]
        sheet = Sheet("Noms", list(enumerate([["key", "state", "text"], *rows], start=1)))
        keys = [line["fields"]["key"] for _place, line in read_sheets("state", "a.csv", [sheet]).lines]
        assert keys == ["nippon-2", "nippon-3", "nippon", "nippon-2"]


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

    def test_both_changed_one_thing_alike(self, exported):
        found = read(["key", "name_fr", "version"], ["jp", "Le Japon", exported])
        assert (said(found), found.unchanged) == ([], 1)

    def test_both_changed_one_thing(self, exported):
        found = read(["key", "name_fr", "version"], ["jp", "Nippon", exported])
        assert said(found) == [(2, "jp", "name_fr")]
        assert "Le Japon" in found.findings[0].message

    def test_no_history_tells(self):
        StateFactory(key="jp")
        assert said(read(["key", "name_fr", "version"], ["jp", "Nippon", "0" * 64])) == [(2, "jp", "version")]
