"""The stops of a visit: each has a number of its own, given or found, and they may change places."""

from types import SimpleNamespace

import pytest
from django.contrib.admin import site
from django.forms import inlineformset_factory
from django.test import TestCase
from django.utils.translation import override

from partnerships.admin.forms.stops import StopForm, StopFormSet, StopInline
from partnerships.models import Stop, Visit
from tests.factories import PlaceFactory, StopFactory, VisitFactory

from ..browsing import as_sent

pytestmark = pytest.mark.once
FIELDS = ("position", "place", "state")
Rows = inlineformset_factory(Visit, Stop, form=StopForm, formset=StopFormSet, fields=FIELDS, can_delete=True)


@pytest.fixture(autouse=True)
def _english(_fresh_state):
    with override("en"):
        yield


class OfAVisit(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.visit, cls.place = VisitFactory(key="v"), PlaceFactory()

    def formset(self, *rows, stored=()):
        """The form as it is sent: first the rows of stops that are stored, then the new ones."""
        data = {"stops-TOTAL_FORMS": len(stored) + len(rows), "stops-INITIAL_FORMS": len(stored)}
        sent = [{"id": stop.pk, **changes} for stop, changes in stored] + list(rows)
        for index, row in enumerate(sent):
            values = {"place": self.place.pk, **row} if row else {}
            data |= {f"stops-{index}-{name}": value for name, value in values.items()}
        return Rows(as_sent(data), instance=self.visit)

    def stored(self, *positions):
        return [StopFactory(visit=self.visit, position=number, place=self.place) for number in positions]

    def positions(self):
        return dict(self.visit.stops.values_list("pk", "position"))


class TestNumbers(OfAVisit):
    def numbered(self, *rows, **options):
        formset = self.formset(*rows, **options)
        assert formset.is_valid(), formset.errors
        return [form.cleaned_data["position"] for form in formset.kept_forms()], formset.numbers

    def test_that_are_left_empty_are_the_next_that_nobody_typed(self):
        rows = ({"position": ""}, {"position": 1}, {"position": ""}, {"position": 3})
        assert self.numbered(*rows) == ([2, 1, 4, 3], {1, 2, 3, 4})

    def test_of_stops_that_somebody_else_added_meanwhile_are_left_to_them(self):
        self.stored(1)
        assert self.numbered({"position": ""}, {"position": 3}) == ([2, 3], {2, 3})
        formset = self.formset({"position": 1})
        assert not formset.is_valid()
        assert formset.forms[0].errors["position"][0].startswith("Somebody else has entered stop 1. ")

    def test_are_given_to_no_row_in_which_nothing_was_typed(self):
        assert self.numbered({"position": ""}, {}, {"position": ""}) == ([1, 2], {1, 2})

    def test_of_a_stop_that_goes_are_free(self):
        (stop,) = self.stored(1)
        assert self.numbered({"position": 1}, stored=[(stop, {"position": 1, "DELETE": "on"})]) == ([1], {1})

    def test_of_a_stop_in_which_nothing_was_changed_are_taken(self):
        (stop,) = self.stored(1)
        assert self.numbered({"position": ""}, stored=[(stop, {"position": 1})]) == ([1, 2], {1, 2})

    def test_that_two_stops_have_are_refused_at_the_second(self):
        formset = self.formset({"position": 2}, {"position": 2})
        assert not formset.is_valid()
        assert formset.errors == [{}, {"position": ["Two stops of this visit have the same number."]}]

    def test_are_from_one_to_fifty(self):
        for wrong in (0, 51):
            assert "position" in self.formset({"position": wrong}).errors[0]
        for right in (1, 50):
            assert self.formset({"position": right}).is_valid()

    def test_are_compared_in_the_form_and_all_else_is_asked_of_the_stop(self):
        formset = self.formset({"position": 1, "place": ""})
        assert formset.errors == [{"__all__": ["Say where the visit halts: a place, or at least the State."]}]


class TestSaving(OfAVisit):
    def test_stops_change_places(self):
        one, two = self.stored(1, 2)
        formset = self.formset(stored=[(one, {"position": 2}), (two, {"position": 1})])
        assert formset.is_valid(), formset.errors
        formset.save()
        assert self.positions() == {one.pk: 2, two.pk: 1}

    def test_those_that_change_step_aside_first_and_no_others(self):
        one, two, three = self.stored(1, 2, 3)
        changes = [(one, {"position": 2}), (two, {"position": 1}), (three, {"position": 3})]
        formset = self.formset(stored=changes)
        formset.set_aside()
        assert self.positions() == {one.pk: 10_000, two.pk: 10_001, three.pk: 3}

    def test_new_stops_have_a_short_key_and_make_room(self):
        (one,) = self.stored(1)
        formset = self.formset({"position": 1}, stored=[(one, {"position": 2})])
        assert formset.is_valid(), formset.errors
        formset.save()
        new = self.visit.stops.get(position=1)
        assert new.key
        assert self.positions() == {one.pk: 2, new.pk: 1}

    def test_stops_that_go_wait_until_their_meetings_have_moved(self):
        one, two, three = self.stored(1, 2, 3)
        gone = {"position": 1, "DELETE": "on"}
        formset = self.formset(stored=[(one, gone), (two, {"position": 1}), (three, gone)])
        assert formset.is_valid(), formset.errors
        formset.save()
        assert set(self.positions()) == {one.pk, two.pk, three.pk}
        formset.delete_left_stops()
        assert self.positions() == {two.pk: 1}

    def test_nothing_goes_where_nothing_was_taken_out(self):
        (one,) = self.stored(1)
        self.formset(stored=[(one, {"position": 1})]).delete_left_stops()
        assert set(self.positions()) == {one.pk}


class TestInline:
    inline = StopInline(Visit, site)

    def test_offers_a_row_to_a_new_visit_alone(self):
        request = SimpleNamespace()
        assert (self.inline.get_extra(request), self.inline.get_extra(request, Visit(pk=1))) == (1, 0)

    def test_records_are_chosen_by_typing(self):
        assert self.inline.get_autocomplete_fields(SimpleNamespace()) == ("place", "state", "further_places")
