"""Forms that are open: one row for each form and person."""

import pytest
from django.contrib.auth.models import User

from partnerships.editorial.opened import EVERY, note_closed, note_open, others_in
from partnerships.models import OpenForm
from tests.factories import PersonFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestOpened:
    def test_is_noted_once_for_each_form(self):
        ada, person = User.objects.create(username="ada", first_name="Ada", last_name="L."), PersonFactory()
        note_open(person, ada)
        noted = note_open(person, ada)
        assert OpenForm.objects.count() == 1
        assert others_in(person, User(pk=0)) == ["Ada L."]
        assert others_in(person, ada) == []
        assert others_in(StateFactory(), User(pk=0)) == []
        note_closed(person, ada, noted)
        assert others_in(person, User(pk=0)) == []

    def test_later_note_of_another_tab_stands_and_so_does_that_of_another_form(self):
        ada, person = User.objects.create(username="ada", first_name="Ada"), PersonFactory()
        earlier = note_open(person, ada)
        other = PersonFactory()
        note_open(other, ada)
        noted = note_open(person, ada)
        note_closed(person, ada, earlier if earlier != noted else "")
        assert others_in(person, User(pk=0)) == ["Ada"]
        note_closed(person, ada, noted)
        assert [others_in(each, User(pk=0)) for each in (person, other)] == [[], ["Ada"]]

    def test_those_who_came_first_stand_first(self):
        person = PersonFactory()
        for name in ("Zoe", "Ada"):
            note_open(person, User.objects.create(username=name, first_name=name))
        assert others_in(person, User(pk=0)) == ["Zoe", "Ada"]

    @pytest.mark.parametrize(("missed", "shown"), [(2, True), (3, False)])
    def test_counts_as_open_though_one_word_of_the_browser_is_lost(self, missed, shown, time_machine):
        time_machine.move_to("2026-12-01T12:00Z", tick=False)
        ada, person = User.objects.create(username="ada", first_name="Ada"), PersonFactory()
        note_open(person, ada)
        time_machine.shift(missed * EVERY)
        assert bool(others_in(person, User(pk=0))) is shown
