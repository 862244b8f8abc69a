"""Lines are written after what they name; what they name that is nowhere is said."""

import pytest
from django.utils.translation import override

from partnerships.models import Area, Citation, Decision, FormerAddress, State, Statement, Stop, Visit
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import PlaceInFile
from partnerships.records.snapshot.ordering import find_one_sided, find_unknown, ordered, references
from partnerships.records.snapshot.stored import Stored


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


def entry(model, *identity, links=None, many=None):
    return Entry(PlaceInFile("a.json"), model, identity or None, links=links or {}, many=many or {})


def area(key, parent=None):
    return entry(Area, key, links={"parent": parent and (parent,)})


def keys(entries):
    return [each.identity[-1] for each in entries]


class TestOrdered:
    def test_is_first_that_of_the_models(self):
        given = [
            entry(FormerAddress, "visit", "fr", "old"),
            entry(Citation, "visit", "v", "c"),
            entry(Stop, "v", "one"),
            entry(Visit, "v"),
            entry(State, "jp"),
        ]
        assert keys(ordered(given)) == ["jp", "v", "one", "c", "old"]

    def test_puts_each_after_those_of_its_kind_that_it_names(self):
        assert keys(ordered([area("a", "b"), area("d"), area("b", "c"), area("c")])) == ["c", "b", "a", "d"]

    def test_keeps_that_of_the_files_otherwise(self):
        assert keys(ordered([area("b"), area("a"), area("c", "elsewhere")])) == ["b", "a", "c"]

    def test_does_not_follow_what_is_of_another_kind(self):
        one = entry(Decision, "one", links={"body": ("two",)})
        assert keys(ordered([one, entry(Decision, "two")])) == ["one", "two"]
        one = entry(Decision, "one", links={"body": ("three",), "follows": ("two",)})
        assert keys(ordered([one, entry(Decision, "two"), entry(Decision, "three")])) == ["two", "one", "three"]

    def test_of_a_circle_holds_each_once(self):
        assert sorted(keys(ordered([area("a", "b"), area("b", "c"), area("c", "a")]))) == ["a", "b", "c"]

    def test_holds_lines_without_a_key(self):
        nameless = entry(Area)
        assert ordered([area("a", "b"), nameless, area("b")])[-1] is nameless


class TestReferences:
    def test_are_links_then_lists_each_with_its_field(self):
        visit = entry(Visit, "v", links={"organization": ("nato",)}, many={"areas": [("a",), ("b",)]})
        assert [(name, model.__name__, identity) for name, (model, identity) in references(visit)] == [
            ("organization", "Organization", ("nato",)),
            ("areas", "Area", ("a",)),
            ("areas", "Area", ("b",)),
        ]

    def test_are_none_where_a_link_is_empty(self):
        assert references(area("a")) == []


class TestUnknown:
    def found(self, *entries, stored=(), broken_keys=()):
        register = Stored()
        register._ids = {Area: {(key,): 1 for key in stored}, Stop: {}, Visit: {}}
        find_unknown(list(entries), register, set(broken_keys))
        return entries[0]

    def test_is_what_is_neither_in_the_files_nor_in_the_register(self):
        one = self.found(area("a", "b"))
        assert [(each.field, each.message) for each in one.findings] == [
            ("parent", "“area/b” is neither in the register nor in the files.")
        ]
        assert one.broken == {"parent"}

    def test_is_not_what_one_of_these_has(self):
        for one in (self.found(area("a", "b"), area("b")), self.found(area("a", "b"), stored=["b"])):
            assert (one.findings, one.broken) == ([], set())

    def test_is_not_said_again_of_a_key_that_stands_in_a_broken_line(self):
        assert self.found(area("a", "b"), broken_keys={"b"}).findings == []
        meeting = Entry(PlaceInFile("a.json"), Stop, ("v", "one"), links={"visit": ("v",)})
        assert self.found(meeting, broken_keys={"one"}).findings != []

    def test_is_said_for_each_of_a_list(self):
        visit = entry(Visit, "v", many={"areas": [("a",), ("b",), ("c",)]})
        assert len(self.found(visit, stored=["b"]).findings) == 2


class TestOneSided:
    def found(self, *entries):
        find_one_sided(list(entries))
        return [(each.name, finding) for each in entries for finding in each.findings]

    def statement(self, key, *others, silent=False):
        return entry(Statement, key, many={} if silent else {"contradicts": [(other,) for other in others]})

    def test_is_a_statement_that_another_denies_to_contradict(self):
        [(name, finding)] = self.found(self.statement("a", "b"), self.statement("b"))
        assert (name, finding.field, finding.conflict) == ("statement/a", "contradicts", True)
        assert finding.message == (
            "“statement/b” lists what it contradicts, without this statement; it goes both ways."
        )

    def test_is_none_where_both_say_it_or_one_says_nothing(self):
        assert self.found(self.statement("a", "b"), self.statement("b", "a", "c")) == []
        assert self.found(self.statement("a", "b"), self.statement("b", silent=True)) == []

    def test_is_none_of_what_is_not_in_the_files_or_is_no_statement(self):
        assert self.found(self.statement("a", "elsewhere")) == []
        nameless = entry(Statement, many={"contradicts": [("b",)]})
        assert self.found(nameless, self.statement("b")) == []
        assert self.found(self.statement("a", "b"), entry(Area, "b", many={"contradicts": []})) == []
