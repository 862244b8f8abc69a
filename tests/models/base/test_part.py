"""A part belongs to one record, and is known by it and by a short key."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils.translation import override

from partnerships.models import Area, Citation, Participation, Stop, Visit
from partnerships.models.base import owned_by, part_constraints
from tests.factories import AreaFactory, CitationFactory, SourceFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.once


class TestNaturalKey:
    def test_names_the_kind_of_its_record_where_that_may_be_another(self):
        assert Citation(key="c", area=Area(pk=1, key="a")).natural_key() == ("area", "a", "c")
        assert Stop(key="one", visit=Visit(pk=1, key="v")).natural_key() == ("v", "one")

    def test_of_what_belongs_to_nothing_yet_has_a_gap(self):
        assert Stop(key="one").natural_key() == ("", "one")
        assert Citation(key="c").natural_key() == (Citation.owner_fields[0], "", "c")

    def test_is_looked_up_by_its_record_and_its_key(self):
        assert Stop.natural_lookup("v", "one") == {"visit__key": "v", "key": "one"}
        assert Citation.natural_lookup("area", "a", "c") == {"area__key": "a", "key": "c"}

    def test_of_a_record_that_has_no_such_part_is_not_found(self):
        with pytest.raises(Citation.DoesNotExist, match="colour"):
            Citation.natural_lookup("colour", "a", "c")


class TestOwner:
    def test_is_the_record_of_the_column_that_is_filled(self):
        visit = Visit(pk=1, key="v")
        taken = Participation(visit=visit)
        assert (taken.owner_field, taken.owner) == ("visit", visit)
        assert (Participation().owner_field, Participation().owner) == (None, None)

    def test_part_is_called_by_its_key(self):
        assert str(Citation(key="c")) == "c"

    def test_columns_stand_for_each_kind_and_may_be_empty(self):
        base = owned_by(("area", "visit"), "things")
        assert base.owner_fields == ("area", "visit")
        column = Citation._meta.get_field("area")
        assert (column.null, column.blank, column.related_model) == (True, True, Area)
        assert column.remote_field.related_name == "citations"


class TestConstraints:
    def test_are_one_for_each_kind_of_record_and_one_for_the_owner(self):
        names = [each.name for each in part_constraints("thing", ["area", "visit"])]
        assert names == ["thing_area_key", "thing_visit_key", "thing_one_owner"]

    def test_say_what_is_wrong(self):
        with override("en"):
            said = [str(each.violation_error_message) for each in part_constraints("thing", ["area", "visit"])]
        twice = "Two parts of this record have the same short key."
        assert said == [twice, twice, "A part belongs to exactly one record."]

    def test_is_no_owner_asked_where_there_is_one_column(self):
        assert [each.name for each in part_constraints("stop", ["visit"])] == ["stop_visit_key"]


class TestInTheDatabase(TestCase):
    def test_is_found_by_its_natural_key(self):
        stop = StopFactory(key="one", visit=VisitFactory(key="v"))
        StopFactory(key="one")
        StopFactory(key="two", visit=stop.visit)
        assert Stop.objects.get_by_natural_key("v", "one") == stop

    def test_short_key_is_that_of_one_part_of_a_record(self):
        area, source = AreaFactory(), SourceFactory()
        CitationFactory(key="c", area=area, source=source)
        CitationFactory(key="c", area=AreaFactory(), source=source)
        CitationFactory(key="c", visit=VisitFactory(), source=source)
        with pytest.raises(IntegrityError), transaction.atomic():
            CitationFactory(key="c", area=area, source=source)

    def test_belongs_to_one_record_and_no_more(self):
        source = SourceFactory()
        for owners in ({}, {"area": AreaFactory(), "visit": VisitFactory()}):
            with pytest.raises(IntegrityError, match="citation_one_owner"), transaction.atomic():
                CitationFactory(source=source, **owners)

    def test_key_is_made_of_small_letters_digits_and_single_hyphens(self):
        for key in ("One", "a--b", "x" * 101):
            with pytest.raises(ValidationError) as refused:
                StopFactory.build(key=key).clean_fields(exclude=["visit", "place"])
            assert set(refused.value.message_dict) == {"key"}

    def test_goes_with_its_record(self):
        stop = StopFactory()
        stop.visit.delete()
        assert not Stop.objects.exists()
