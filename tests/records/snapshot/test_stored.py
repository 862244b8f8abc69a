"""What the register holds, by natural keys: each model asked once, and rows with all that they name."""

import pytest
from django.test import TestCase

from partnerships.models import Area, Citation, FormerAddress, Meeting, Name, Stop, Visit
from partnerships.records.snapshot.stored import (
    FewStored,
    Stored,
    load_rows,
    natural_keys,
    one_number,
    owner_of,
    owners_to_load,
    wholes,
)
from tests.factories import (
    AreaFactory,
    CitationFactory,
    MeetingFactory,
    ParticipationFactory,
    StopFactory,
    VisitFactory,
)

pytestmark = pytest.mark.once


class TestRegister(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.area = AreaFactory(key="a", parent=AreaFactory(key="b"))
        cls.visit = VisitFactory(key="v")
        cls.stop = StopFactory(key="one", visit=cls.visit)
        cls.of_area = CitationFactory(key="c", area=cls.area)
        cls.of_visit = CitationFactory(key="c", visit=cls.visit)
        cls.address = FormerAddress.objects.create(kind="visit", key="v", language="fr", slug="s")

    def keys(self):
        return {
            (Area, ("a",)): self.area.pk,
            (Stop, ("v", "one")): self.stop.pk,
            (Citation, ("area", "a", "c")): self.of_area.pk,
            (Citation, ("visit", "v", "c")): self.of_visit.pk,
        }

    def test_natural_keys_are_those_of_every_row(self):
        assert dict(natural_keys(Area)) == {("a",): self.area.pk, ("b",): self.area.parent_id}
        assert dict(natural_keys(Stop)) == {("v", "one"): self.stop.pk}
        assert dict(natural_keys(Citation)) == {
            ("area", "a", "c"): self.of_area.pk,
            ("visit", "v", "c"): self.of_visit.pk,
        }
        assert dict(natural_keys(FormerAddress)) == {("visit", "fr", "s"): self.address.pk}

    def test_each_number_is_found_by_its_key(self):
        for register in (Stored(), FewStored()):
            for reference, pk in self.keys().items():
                assert register.find(reference) == pk
            assert register.find((Area, ("nowhere",))) is None
            assert register.find((Citation, ("visit", "a", "c"))) is None
        assert [one_number(model, identity) for model, identity in self.keys()] == list(self.keys().values())

    def test_a_model_is_asked_for_once(self):
        register = Stored()
        with self.assertNumQueries(1):
            assert register.find((Area, ("a",))) == self.area.pk
            assert register.find((Area, ("b",))) == self.area.parent_id
            assert register.find((Area, ("nowhere",))) is None

    def test_a_row_or_two_are_asked_for_by_themselves(self):
        register = FewStored()
        assert register.ids(Area) == {}
        with self.assertNumQueries(1):
            assert register.find((Area, ("a",))) == register.find((Area, ("a",))) == self.area.pk
        assert register.ids(Area) == {("a",): self.area.pk}

    def test_what_is_written_is_added_and_what_is_not_is_dropped(self):
        for register in (Stored(), FewStored()):
            register.add((Area, ("new",)), 77)
            assert register.find((Area, ("new",))) == 77
            register.drop((Area, ("new",)))
            register.drop((Area, ("nowhere",)))
            assert register.find((Area, ("new",))) is None

    def test_rows_are_loaded_with_what_they_name(self):
        for lock in (False, True):
            found = load_rows(Area, [self.area.pk], lock=lock)
            assert found == {self.area.pk: self.area}
            with self.assertNumQueries(0):
                assert found[self.area.pk].natural_key() == ("a",)
                assert found[self.area.pk].parent.key == "b"
        assert load_rows(FormerAddress, [self.address.pk], lock=False) == {self.address.pk: self.address}
        assert load_rows(Area, [], lock=False) == {}

    def test_parts_are_loaded_with_the_record_that_they_belong_to(self):
        meeting = MeetingFactory(key="m", stop=self.stop)
        found = [load_rows(Stop, [self.stop.pk], lock=False), load_rows(Meeting, [meeting.pk], lock=False)]
        with self.assertNumQueries(0):
            assert found[0][self.stop.pk].visit.key == "v"
            assert found[1][meeting.pk].owner.key == "v"


class TestOwners:
    def test_that_are_loaded_along_are_those_of_a_part(self):
        assert owners_to_load(Meeting) == ("stop__visit", "visit")
        assert owners_to_load(Name) == ("state", "organization", "place", "person")
        assert owners_to_load(Area) == ()

    def test_of_a_row_is_a_record_with_its_number(self):
        assert owner_of(Area(pk=3)) == (Area, 3)
        assert owner_of(Stop(pk=3, visit_id=4)) == (Visit, 4)
        assert owner_of(Citation(pk=3, meeting_id=5)) == (Meeting, 5)
        assert owner_of(Citation(pk=3)) is None
        assert owner_of(FormerAddress(pk=3)) is None


class TestWholes(TestCase):
    def test_are_the_records_to_which_rows_belong_each_once(self):
        found = wholes([Area(pk=3), Citation(area_id=3), Citation(area_id=4), Citation(), FormerAddress(pk=1)])
        assert found == {(Area, 3), (Area, 4)}

    def test_of_a_meeting_of_a_visit_is_the_visit(self):
        at_stop = MeetingFactory(stop=StopFactory())
        of_visit = MeetingFactory(visit=VisitFactory())
        alone = MeetingFactory()
        same_number = Area(pk=at_stop.pk)
        assert wholes([at_stop, of_visit, ParticipationFactory(meeting=alone), same_number]) == {
            (Area, at_stop.pk),
            (Visit, at_stop.stop.visit_id),
            (Visit, of_visit.visit_id),
            (Meeting, alone.pk),
        }
