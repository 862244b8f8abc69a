"""Rows that are never changed behind the back of what follows from them."""

import pytest
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.test.utils import CaptureQueriesContext

from partnerships.models import Area, State
from partnerships.models.base import Derived, DerivedQuerySet
from partnerships.records.kinds import KINDS, PARTS
from tests.factories import StateFactory


@pytest.mark.parametrize("model", [*(kind.model for kind in KINDS.values()), *PARTS])
def test_django_itself_writes_by_the_manager_that_tells(model):
    assert issubclass(model, Derived)
    assert isinstance(model._base_manager.all(), DerivedQuerySet)


@pytest.mark.django_db
class TestUpdate:
    def test_fills_what_follows_for_each_row_in_as_many_questions(self):
        def cost(number):
            rows = StateFactory.create_batch(number)
            with CaptureQueriesContext(connection) as asked:
                State.objects.filter(pk__in=[row.pk for row in rows]).update(name_en="Élan")
            return len(asked)

        assert cost(2) == cost(6)
        assert {*State.objects.values_list("sort_en", flat=True)} == {"elan"}

    def test_tidies_texts_as_a_save_does(self):
        state = StateFactory()
        State.objects.update(name_fr=" Se\u0301ne\u0301gal\r", name_en=" ")
        state.refresh_from_db()
        assert (state.name_fr, state.sort_fr, state.name_en) == ("Sénégal", "senegal", None)
        State.objects.update(name_en=Concat("name_fr", Value("\u2060 ")))
        state.refresh_from_db()
        assert state.name_en == "Sénégal"


def test_reads_a_text_in_the_language_that_has_it():
    area = Area(name_fr="Sûreté", name_en="")
    assert area.read("name", "en") == ("Sûreté", "fr")
    assert Area(key="a").read("name", "en") == ("", "en")
    assert area.read("key", "fr") == ("", "fr")
