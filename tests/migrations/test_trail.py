"""The migration that names those who wrote what is there already."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from partnerships.models import Batch

migration = import_module("partnerships.migrations.0019_trail")


@pytest.mark.django_db
def test_names_those_who_wrote():
    users = [User.objects.create_user("mori", first_name="Aiko", last_name="Mori"), User.objects.create_user("kono")]
    for by in (*users, None):
        Batch.objects.create(at=timezone.now(), by=by)
    Batch.objects.update(by_name="")
    migration.name_accounts(apps, SimpleNamespace(connection=connection))
    assert list(Batch.objects.order_by("id").values_list("by_name", flat=True)) == ["Aiko Mori", "kono", ""]
