"""What is exported, and read again untouched, changes nothing."""

import pytest
from django.utils.translation import override

from partnerships.sheets.exporting import as_csv, as_xlsx, as_zip
from partnerships.sheets.importing import preview_sheets
from tests.factories import FACTORIES, CitationFactory, MeetingFactory, MilestoneFactory, StopFactory

pytestmark = pytest.mark.django_db


def test_round_trip_of_every_kind_changes_nothing(django_user_model):
    chief = django_user_model.objects.create_superuser("chief")
    for kind, factory in FACTORIES.items():
        record = factory(publication="published")
        ids = [record.pk]
        if kind == "visit":
            of_visit = MeetingFactory(stop=StopFactory(visit=record), publication="")
        if kind == "meeting":
            ids.append(of_visit.pk)
        if kind == "tenure":
            MilestoneFactory(tenure=record)
            CitationFactory(tenure=record)
        with override("fr"):
            files = {"a.xlsx": as_xlsx(kind, ids), "a.csv": b"".join(as_csv(kind, ids, "fr"))}
            files["a.zip"] = as_zip(kind, ids, "fr")
        for name, content in files.items():
            with override("en"):
                plan = preview_sheets(kind, name, content, by=chief)
            assert (plan.findings, plan.changes) == ([], []), kind
            assert plan.unchanged >= 1, (kind, name)
