"""The migration that puts names in order without their articles."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from partnerships.models import Person, Place
from tests.factories import PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db
migration = import_module("partnerships.migrations.0040_articles_do_not_count_in_lists")


def test_rows_that_are_there_take_their_new_place():
    placed = PlaceFactory(name_fr="La Haye", name_en="The Hague")
    person = PersonFactory(family_name="Le Pen", given_name="Jean")
    Place.objects.filter(pk=placed.pk).update(sort_fr="la haye", sort_en="the hague")
    migration.drop_articles(apps, SimpleNamespace(connection=connection))
    assert Place.objects.values_list("sort_fr", "sort_en").get(pk=placed.pk) == (placed.sort_fr, placed.sort_en)
    assert (placed.sort_fr, placed.sort_en) == ("haye", "hague")
    assert Person.objects.get(pk=person.pk).sort_fr == "le pen jean"
