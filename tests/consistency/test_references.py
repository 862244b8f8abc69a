"""What the register says of itself: its index, what the public meets, and circles."""

import pytest

from partnerships import models
from partnerships.consistency import check_register
from tests.factories import AreaFactory, DecisionFactory, OrganizationFactory, StateFactory, TenureFactory

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


def lost_line(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.TimelineLine.objects.filter(key=given or decision.key).delete()


def lost_service(given):
    tenure = TenureFactory(publication="published", period="2001-01-01/2003-03-03")
    models.PossibleService.objects.filter(office=given or tenure.office.key).delete()


CASES = [
    Case("leads-back", "area", circle, "circle", "line"),
    Case("leads-back", "State", circle_of_states, "circle", "line"),
    Case("names-unpublished", "decision", naming_draft, "draft", "published"),
    Case("service-out-of-step", "office", lost_service, "", "none"),
    Case("timeline-out-of-step", "decision", lost_line, "", "none"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    def test_line_out_of_step_is_mended_by_a_command(self):
        body = OrganizationFactory(publication="published")
        DecisionFactory(key="d", publication="published", body=body)
        models.TimelineLine.objects.filter(key="d").delete()
        [found] = check_register("timeline-out-of-step")
        assert (found.record, found.pk, found.field, found.where) == (
            *("decision/d", None, ""),
            "manage.py rebuild_timeline",
        )

    def test_line_of_no_record_is_out_of_step(self):
        DecisionFactory(key="d", publication="published", body=OrganizationFactory(publication="published"))
        line = models.TimelineLine.objects.get(key="d")
        line.pk, line.key, line.sort = None, "gone", line.sort.replace(" decision d ", " decision gone ")
        line.save(force_insert=True)
        assert [record for record, _field, _sentence in told("timeline-out-of-step")] == ["decision/gone"]

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
