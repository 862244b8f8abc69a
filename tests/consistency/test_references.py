"""What records name: nothing public what is not, and no record itself in a circle."""

import pytest

from tests.factories import AreaFactory, DecisionFactory, OrganizationFactory, StateFactory

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def circle(given):
    first, second = AreaFactory(key="a"), AreaFactory(key="b")
    first.parent, second.parent = second, first if given == "circle" else None
    second.save()
    first.save()


def circle_of_states(given):
    first, second = StateFactory(), StateFactory()
    first.predecessors.add(second)
    if given == "circle":
        second.predecessors.add(first)


def naming_draft(given):
    DecisionFactory(publication="published", body=OrganizationFactory(publication=given))


CASES = [
    Case("leads-back", "area", circle, "circle", "line"),
    Case("leads-back", "State", circle_of_states, "circle", "line"),
    Case("names-unpublished", "decision", naming_draft, "draft", "published"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    def test_what_is_named_is_said(self):
        DecisionFactory(key="d", publication="published", body=OrganizationFactory(key="o"))
        assert told("names-unpublished") == [
            ("decision/d", "", "It is published and names what is not: organization/o.")
        ]

    def test_each_of_a_circle_is_found_with_its_field(self):
        circle("circle")
        sentence = "Its field “parent” leads back to the record itself."
        assert told("leads-back") == [("area/a", "parent", sentence), ("area/b", "parent", sentence)]
        assert about("leads-back") == [("area/a", "", ""), ("area/b", "", "")]
