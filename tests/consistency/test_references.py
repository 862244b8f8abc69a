"""What the register says of itself: its index, what the public meets, and circles."""

import pytest

from partnerships import models
from tests.factories import AreaFactory, DecisionFactory, OrganizationFactory, StateFactory

from .cases import Case, Cells, cells

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


CASES = [
    Case("leads-back", "area", circle, "circle", "line"),
    Case("leads-back", "State", circle_of_states, "circle", "line"),
    Case("names-unpublished", "decision", naming_draft, "draft", "published"),
    Case("timeline-out-of-step", "decision", lost_line, "", "none"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
