"""Snapshots written back: a record is again what it was, whatever was done to it since."""

import pytest
from django.utils import translation

from partnerships import models
from partnerships.records.snapshot.findings import NothingWritten
from partnerships.records.snapshot.restoring import FIRST_NUMBER, number_from_key, take_out_parts, write_back
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory, CitationFactory, StateFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db


def restored(record, then):
    take_out_parts([(snapshot(record), then)])
    write_back([then])
    return snapshot(record)


class TestOneRecord:
    @pytest.fixture
    def visit(self):
        visit = VisitFactory(key="v", title_en="Visit", title_fr="Visite")
        visit.areas.add(AreaFactory())
        StopFactory(visit=visit, key="one", position=1)
        return visit

    def test_its_texts_and_lists_are_as_before(self, visit):
        then = snapshot(visit)
        visit.title_en = "Another"
        visit.save()
        visit.areas.clear()
        assert restored(visit, then) == then

    def test_a_list_that_was_empty_is_emptied(self, visit):
        visit.areas.clear()
        then = snapshot(visit)
        visit.areas.add(AreaFactory())
        assert restored(visit, then) == then

    def test_a_part_added_since_is_gone_and_a_part_taken_out_is_back(self, visit):
        then = snapshot(visit)
        models.Stop.objects.all().delete()
        StopFactory(visit=visit, key="two", position=1)
        CitationFactory(visit=visit)
        assert restored(visit, then) == then

    def test_a_record_that_is_gone_is_back(self):
        state = StateFactory()
        then = snapshot(state)
        state.delete()
        write_back([then])
        assert snapshot(models.State.objects.get()) == then


def test_number_of_what_is_only_looked_at_is_its_own_and_one_that_no_browser_rounds():
    references = [(model, (key,)) for model in (models.State, models.Area) for key in ("a", "b")]
    numbers = [number_from_key(one) for one in references]
    assert numbers == [number_from_key(one) for one in references]
    assert len(set(numbers)) == len(references)
    assert all(FIRST_NUMBER <= one < 2**53 for one in numbers)


class TestRefusal:
    def test_what_refers_to_nothing_any_more_is_said(self):
        stop = StopFactory()
        then = snapshot(stop.visit)
        key = stop.place.key
        stop.visit.delete()
        stop.place.delete()
        with translation.override("en"), pytest.raises(NothingWritten, match=f"place/{key}” is neither"):
            write_back([then])

    def test_a_line_that_is_no_longer_understood_is_said(self):
        with translation.override("en"), pytest.raises(NothingWritten, match="no model"):
            write_back([[{"model": "partnerships.planet", "fields": {}}]])
