"""Forms that are open: one row for each form and person."""

import pytest
from django.contrib.auth.models import User

from partnerships.editorial.opened import note_closed, note_open, others_in
from partnerships.models import OpenForm
from tests.factories import PersonFactory, StateFactory

pytestmark = pytest.mark.django_db


class TestOpened:
    def test_is_noted_once_for_each_form(self):
        ada, person = User.objects.create(username="ada", first_name="Ada", last_name="L."), PersonFactory()
        note_open(person, ada)
        note_open(person, ada)
        assert OpenForm.objects.count() == 1
        assert others_in(person, User(pk=0)) == ["Ada L."]
        assert others_in(person, ada) == []
        assert others_in(StateFactory(), User(pk=0)) == []
        note_closed(person, ada)
        assert others_in(person, User(pk=0)) == []
