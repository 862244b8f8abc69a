"""What changed between two snapshots, as operations that are carried out one by one, on whatever stands there now."""

import pytest

from partnerships.models import Citation, Stop, Visit
from partnerships.records.snapshot.differences import Gone, carried_out, clashes, differences_between, is_done, known_as

VISIT = {"model": "partnerships.visit", "fields": {"key": "v", "title_en": "Visit", "areas": [["a"], ["b"]]}}
STOP = {"model": "partnerships.stop", "fields": {"key": "one", "visit": ["v"], "position": 1, "place": ["tokyo"]}}
TALKS = {"model": "partnerships.meeting", "fields": {"key": "talks", "stop": ["v", "one"]}}
TAKEN = {"model": "partnerships.participation", "fields": {"key": "p", "meeting": ["talks"], "person": ["kono"]}}
CITED = {"model": "partnerships.citation", "fields": {"key": "c", "visit": ["v"], "source": ["s"]}}


def with_fields(line, **fields):
    return {**line, "fields": {**line["fields"], **fields}}


def as_set(lines):
    return {known_as(line): line for line in lines}


class TestDifferences:
    def test_are_none_between_equal_snapshots(self):
        assert differences_between([VISIT, STOP], [VISIT, STOP]) == []

    def test_name_each_field(self):
        after = with_fields(VISIT, title_en="A visit", summary_en="Why")
        assert [each.field for each in differences_between([VISIT], [after])] == ["title_en", "summary_en"]

    def test_take_a_new_part_with_what_hangs_on_it(self):
        (one,) = differences_between([VISIT], [VISIT, STOP, TALKS, TAKEN])
        assert one.action == "add"
        assert list(one.lines) == [STOP, TALKS, TAKEN]

    def test_take_away_a_part_with_what_hangs_on_it(self):
        (one,) = differences_between([VISIT, STOP, TALKS, TAKEN], [VISIT, STOP])
        assert one.action == "remove"
        assert list(one.lines) == [TALKS, TAKEN]

    def test_leave_what_was_there_before_out_of_the_new_part_that_it_hangs_on_now(self):
        there = {"model": "partnerships.meeting", "fields": {"key": "talks", "visit": ["v"]}}
        found = differences_between([VISIT, there], [VISIT, STOP, TALKS])
        assert [(each.action, each.field, each.lines) for each in found] == [
            ("change", "visit", ()),
            ("change", "stop", ()),
            ("add", "", (STOP,)),
        ]

    def test_say_of_which_kind_of_line_they_are_and_whether_they_are_about_a_list(self):
        changed = with_fields(VISIT, title_en="A", areas=[["b"]])
        found = differences_between([VISIT, STOP], [changed, with_fields(STOP, position=2), CITED])
        assert {each.field: (each.model, each.is_list) for each in found} == {
            "title_en": (Visit, False),
            "areas": (Visit, True),
            "position": (Stop, False),
            "": (Citation, False),
        }

    def test_have_names_of_their_own(self):
        found = differences_between([VISIT, CITED], [with_fields(VISIT, title_en="A", title_fr="B"), STOP])
        assert len({each.name for each in found}) == len(found) == 4
        # What a form was shown for one change is not carried out as another.
        one, other, same = (
            differences_between([VISIT, STOP], [with_fields(VISIT, title_en=title), STOP])[0].name for title in "ABA"
        )
        assert one == same != other
        added, otherwise, gone = (
            differences_between(before, after)[0].name
            for before, after in (
                ([VISIT], [VISIT, STOP]),
                ([VISIT], [VISIT, with_fields(STOP, position=2)]),
                ([VISIT, STOP], [VISIT]),
            )
        )
        assert len({added, otherwise, gone}) == 3


class TestCarryingOut:
    CASES = (
        ([VISIT], [with_fields(VISIT, title_en="Another", areas=[["b"], ["c"]])]),
        ([VISIT, STOP, TALKS, TAKEN], [VISIT]),
        ([VISIT], [VISIT, STOP, TALKS, TAKEN, CITED]),
        ([VISIT, CITED], [with_fields(VISIT, areas=None), STOP]),
    )

    @pytest.mark.parametrize(("before", "after"), CASES)
    def test_all_of_them_leads_from_one_to_the_other(self, before, after):
        after = [{**line, "fields": {k: v for k, v in line["fields"].items() if v is not None}} for line in after]
        assert as_set(carried_out(before, differences_between(before, after))) == as_set(after)

    @pytest.mark.parametrize(("before", "after"), CASES)
    def test_twice_changes_nothing_more(self, before, after):
        found = differences_between(before, after)
        done = carried_out(before, found)
        assert as_set(carried_out(done, found)) == as_set(done)
        assert all(is_done(done, each) for each in found)
        assert not any(clashes(done, each) for each in found)

    def test_keeps_what_somebody_else_changed(self):
        found = differences_between([VISIT], [with_fields(VISIT, title_en="Mine")])
        (line,) = carried_out([with_fields(VISIT, title_fr="Leur")], found)
        assert (line["fields"]["title_en"], line["fields"]["title_fr"]) == ("Mine", "Leur")

    def test_adds_to_a_list_that_somebody_else_changed(self):
        (one,) = differences_between([VISIT], [with_fields(VISIT, areas=[["b"], ["c"]])])
        now = [with_fields(VISIT, areas=[["a"], ["b"], ["d"]])]
        assert not clashes(now, one)
        assert carried_out(now, [one])[0]["fields"]["areas"] == [["b"], ["c"], ["d"]]
        assert is_done(carried_out(now, [one]), one)
        assert not is_done(now, one)
        # What somebody else took out does not come back.
        assert carried_out([with_fields(VISIT, areas=[["a"], ["d"]])], [one])[0]["fields"]["areas"] == [["c"], ["d"]]

    def test_of_a_field_of_a_part_that_is_gone_is_refused(self):
        (one,) = differences_between([VISIT, STOP], [VISIT, with_fields(STOP, place=["kyoto"])])
        with pytest.raises(Gone):
            carried_out([VISIT], [one])
        assert clashes([VISIT], one)
        assert not is_done([VISIT], one)


class TestClash:
    def test_is_a_field_that_says_a_third_thing(self):
        (one,) = differences_between([VISIT], [with_fields(VISIT, title_en="Mine")])
        assert clashes([with_fields(VISIT, title_en="Theirs")], one)
        assert not clashes([VISIT], one)

    def test_is_a_removed_part_that_somebody_else_changed(self):
        (one,) = differences_between([VISIT, STOP, TALKS], [VISIT])
        assert clashes([VISIT, with_fields(STOP, place=["kyoto"]), TALKS], one)
        assert clashes([VISIT, STOP, TALKS, TAKEN], one)
        assert not clashes([VISIT, STOP, TALKS], one)
        assert not clashes([VISIT], one)

    def test_is_a_part_that_somebody_else_added_otherwise(self):
        (one,) = differences_between([VISIT], [VISIT, CITED])
        assert clashes([VISIT, with_fields(CITED, source=["t"])], one)
        assert not clashes([VISIT], one)
