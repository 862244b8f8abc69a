"""What would change: each line beside the row that the register holds, field by field."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import TestCase

from partnerships.models import Area, FormerAddress, Meeting, Place, Stop, Visit
from partnerships.records.snapshot.entries import Entry
from partnerships.records.snapshot.findings import PlaceInFile as At
from partnerships.records.snapshot.import_steps import (
    CREATE,
    UNCHANGED,
    UPDATE,
    Step,
    compare,
    is_of_a_visit,
    of_action,
    stated_fields,
    steps_of,
)
from partnerships.records.snapshot.stored import Stored
from tests.factories import AreaFactory, MeetingFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.once
AT = At("a.json", 4)


def entry(model, key, *, links=None, many=None, broken=(), **values):
    return Entry(AT, model, (key,), {"key": key, **values}, links or {}, many or {}, set(broken))


class TestDescribed:
    def test_is_what_the_register_will_state_in_its_one_form(self):
        place = entry(Place, "p", name_en="P", latitude=Decimal("35.50"), longitude=Decimal(7))
        assert stated_fields(place) == {"key": "p", "name_en": "P", "latitude": "35.5", "longitude": "7"}

    def test_says_nothing_of_defaults_and_of_what_is_empty(self):
        area = entry(Area, "a", note="", publication="draft", slug_fr="", slug_en=None, links={"parent": None})
        assert stated_fields(area) == {"key": "a"}

    def test_names_others_by_lists_in_order(self):
        visit = entry(Visit, "v", links={"organization": ("nato",)}, many={"areas": [("b",), ("a",)], "partners": []})
        assert stated_fields(visit) == {"key": "v", "organization": ["nato"], "areas": [["a"], ["b"]]}

    def test_of_a_meeting_of_a_visit_has_no_state_of_its_own(self):
        state = {"publication": "published", "published_at": dt.datetime(2018, 5, 24, 12, tzinfo=dt.UTC)}
        shown = {"publication": "published", "published_at": "2018-05-24T12:00:00Z"}
        assert stated_fields(entry(Meeting, "m", **state)) == {"key": "m", **shown}
        assert stated_fields(entry(Meeting, "m", links={"visit": ("v",)}, **state)) == {"key": "m", "visit": ["v"]}
        assert stated_fields(entry(Visit, "v", **state)) == {"key": "v", **shown}

    def test_of_a_former_address_is_all_of_it(self):
        values = {"kind": "visit", "key": "v", "language": "fr", "slug": "s"}
        assert stated_fields(Entry(AT, FormerAddress, ("visit", "fr", "s"), values)) == values


class TestOfAVisit:
    def test_is_a_meeting_at_a_stop_or_of_the_visit_itself(self):
        assert is_of_a_visit(entry(Meeting, "m", links={"visit": ("v",)}))
        assert is_of_a_visit(entry(Meeting, "m", links={"stop": ("v", "one")}))
        assert not is_of_a_visit(entry(Meeting, "m", links={"stop": None, "visit": None}))
        assert not is_of_a_visit(entry(Stop, "one", links={"visit": ("v",)}))


class TestStep:
    def step(self, action):
        return Step(
            entry(Visit, "v", many={"areas": [], "partners": []}), action, None, {"areas": (1, 2), "note": ("a", "b")}
        )

    def test_has_the_lists_that_differ(self):
        assert self.step(UPDATE).new_links == ["areas"]

    def test_tells_its_fields_to_scripts_where_something_is_changed(self):
        told = {"record": "visit/v", "model": "partnerships.visit", "file": "a.json", "line": 4}
        fields = {"areas": {"before": 1, "after": 2}, "note": {"before": "a", "after": "b"}}
        assert self.step(UPDATE).as_dict() == {**told, "fields": fields}
        assert self.step(CREATE).as_dict() == told

    def test_of_one_action_are_found(self):
        steps = [self.step(CREATE), self.step(UPDATE), self.step(CREATE)]
        assert of_action(steps, CREATE) == [steps[0], steps[2]]


class TestCompare:
    def test_a_new_record_is_created_with_all_that_is_said(self):
        step = compare(entry(Area, "a", name_en="A"), None)
        assert (step.action, step.existing) == (CREATE, None)
        assert step.fields == {"key": (None, "a"), "name_en": (None, "A")}

    def test_a_former_address_is_the_same_or_leads_elsewhere(self):
        values = {"kind": "visit", "key": "v", "language": "fr", "slug": "s"}
        given = Entry(AT, FormerAddress, ("visit", "fr", "s"), values)
        assert compare(given, FormerAddress(**values)).action == UNCHANGED
        assert compare(given, FormerAddress(**{**values, "key": "w"})).fields == {"key": ("w", "v")}


class TestWithTheRegister(TestCase):
    def only(self, given):
        [step] = steps_of([given], Stored(), lock=False)
        return step

    def test_what_is_the_same_is_unchanged(self):
        area = AreaFactory(key="a")
        step = self.only(entry(Area, "a", name_fr="sûreté maritime", name_en="maritime security"))
        assert (step.action, step.existing, step.fields) == (UNCHANGED, area, {})

    def test_a_field_that_is_not_given_takes_its_default(self):
        AreaFactory(key="a", note="old", parent=AreaFactory(key="b"))
        step = self.only(entry(Area, "a", name_fr="sûreté", name_en="maritime security"))
        assert step.action == UPDATE
        assert step.fields == {
            "name_fr": ("sûreté maritime", "sûreté"),
            "note": ("old", None),
            "parent": (["b"], None),
        }

    def test_a_field_of_no_use_is_not_compared(self):
        AreaFactory(key="a", note="old")
        step = self.only(entry(Area, "a", name_fr="sûreté maritime", broken=["note", "name_en"]))
        assert step.action == UNCHANGED

    def test_a_list_that_is_not_given_stays_and_one_given_empty_is_emptied(self):
        visit = VisitFactory(key="v", title_fr="V", title_en="V", period="2018")
        visit.areas.add(AreaFactory(key="b"), AreaFactory(key="a"))
        said = {"title_fr": "V", "title_en": "V", "period": "2018"}
        assert self.only(entry(Visit, "v", **said)).action == UNCHANGED
        assert self.only(entry(Visit, "v", many={"areas": [("b",), ("a",)]}, **said)).action == UNCHANGED
        assert self.only(entry(Visit, "v", many={"areas": []}, **said)).fields == {"areas": ([["a"], ["b"]], None)}

    def test_steps_stand_in_the_order_of_the_lines_each_beside_its_own_row(self):
        first, second = AreaFactory(key="a"), AreaFactory(key="b")
        names = {"name_fr": "sûreté maritime", "name_en": "maritime security"}
        given = [entry(Area, "b", **names), entry(Area, "new"), Entry(AT, Area), entry(Area, "a", **names)]
        steps = steps_of(given, Stored(), lock=False)
        assert [step.entry for step in steps] == given
        assert [step.existing for step in steps] == [second, None, None, first]
        assert [step.action for step in steps] == [UNCHANGED, CREATE, CREATE, UNCHANGED]

    def test_a_meeting_at_a_stop_is_the_same_without_a_state(self):
        stop = StopFactory(key="one", visit=VisitFactory(key="v"))
        MeetingFactory(key="m", stop=stop, title_fr="M", title_en="M", date="2018")
        step = self.only(entry(Meeting, "m", links={"stop": ("v", "one")}, title_fr="M", title_en="M", date="2018"))
        assert step.action == UNCHANGED
