"""The reading index of the timeline, and who possibly held an office when, against the records."""

from contextlib import contextmanager

import pytest

from partnerships import models
from partnerships.consistency import check_register, timeline
from tests.factories import DecisionFactory, OrganizationFactory, TenureFactory

from .cases import Case, Cells, cells, told

pytestmark = pytest.mark.django_db


def lost_line(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.TimelineLine.objects.filter(key=given or decision.key).delete()


def lost_service(given):
    tenure = TenureFactory(publication="published", period="2001-01-01/2003-03-03")
    models.PossibleService.objects.filter(office=given or tenure.office.key).delete()


CASES = [
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


class TestComparedMeanwhile:
    def test_is_asked_once_inside_and_told_of_what_it_found(self, monkeypatch):
        read = []

        @contextmanager
        def beside(what):
            yield lambda: read.append(what) or (["2018-05-24 2018-05-24 9 decision d on"], ["office-1"])

        monkeypatch.setattr(timeline, "read_meanwhile", beside)
        with timeline.compared_meanwhile():
            assert {(each.kind, each.key) for each in timeline.check()} == {("decision", "d"), ("office", "office-1")}
        assert read == [timeline.out_of_step]
        assert list(timeline.check()) == []
