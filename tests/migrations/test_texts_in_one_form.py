"""The migration that brings stored texts into one form."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from partnerships import models
from tests.factories import DecisionFactory, StateFactory

pytestmark = pytest.mark.django_db
migration = import_module("partnerships.migrations.0006_texts_in_one_form")


def tidy_texts():
    migration.tidy_texts(apps, SimpleNamespace(connection=connection))


class TestTidyTexts:
    def test_stored_texts_take_the_form_in_which_texts_are_kept(self):
        decision = DecisionFactory()
        stored = models.Decision.objects.filter(pk=decision.pk)
        stored.update(title_en=" A\fdecision", text_en="One\r\ntwo\fthree", text_fr="e\u0301")
        tidy_texts()
        assert stored.values_list("title_en", "text_en", "text_fr").get() == ("A decision", "One\ntwo\n\nthree", "é")

    def test_what_is_tidy_is_not_written_again(self, django_assert_num_queries):
        StateFactory(name_en="Japan")
        tidy_texts()
        with django_assert_num_queries(len(list(texts())), info="a query per table, none that writes"):
            tidy_texts()


def texts():
    """The tables that hold texts."""
    return (
        model
        for model in apps.get_app_config("partnerships").get_models()
        if model._meta.model_name not in migration.WITHOUT_TEXTS
    )
