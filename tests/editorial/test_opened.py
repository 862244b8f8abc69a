"""Forms that are open: one row for each form and person."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

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

    @pytest.mark.parametrize(("missed", "shown"), [(2, True), (3, False)])
    def test_counts_as_open_though_one_word_of_the_browser_is_lost(self, missed, shown):
        ada, person = User.objects.create(username="ada", first_name="Ada"), PersonFactory()
        note_open(person, ada)
        OpenForm.objects.update(seen_at=timezone.now() - timedelta(seconds=missed * EVERY))
        assert bool(others_in(person, User(pk=0))) is shown
