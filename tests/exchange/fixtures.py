"""What the tests of import and export share: short fixtures, and the register as a dump of its tables."""

import json

from django.apps import apps
from django.contrib.auth.models import Permission, User

from partnerships import models
from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.records.snapshot.entries import MODELS


def line(model, **fields):
    return {"model": f"partnerships.{model}", "fields": fields}


def content(*objects):
    return ("[\n" + ",\n".join(json.dumps(each) for each in objects) + "\n]").encode()


def plan(*objects, **options):
    return importing.run(read_files([("test.json", content(*objects))]), **options)


def apply(*objects, by=None):
    return plan(*objects, apply=True, by=by)


def messages(outcome):
    return "\n".join(str(finding) for finding in outcome.findings)


def publisher(name="publisher"):
    user = User.objects.create_user(name)
    user.user_permissions.add(Permission.objects.get(codename="publish_records"))
    return user


def tables(*, without=()):
    """Every row of every table of the app, database numbers replaced by natural keys."""
    return {
        model._meta.label: sorted(map(repr, rows(model)))
        for model in apps.get_app_config("partnerships").get_models(include_auto_created=True)
        if model not in (models.TimelineFacet, models.PossibleService, models.ContentVersion, *without)
    }


def rows(model):
    for row in model._base_manager.all():
        fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        # The number of a document of the search is the database's own; PostgreSQL gives none twice.
        yield {field.attname: value(row, field) for field in fields if field.attname != "document_id"}


def value(row, field):
    if field.remote_field and (field.related_model in MODELS):
        target = getattr(row, field.name)
        return target and target.natural_key()
    return getattr(row, field.attname)
