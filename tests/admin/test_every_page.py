"""Every page of the back-office answers everybody on the staff, whatever stands in the register."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone

from partnerships.editorial import ROLES
from partnerships.models import Batch, Change
from partnerships.records.kinds import KINDS
from tests.factories import FACTORIES, MeetingFactory, StopFactory

ODD = (
    "?q=%27%22%3Cscript%3E%25_%5C",
    "?q=" + "%E3%81%8B%E3%80%80" * 200,
    "?q=%22unfinished",
    "?p=minus",
    "?p=99999999999999999999",
    "?o=9.-9.zz",
    "?publication__exact=nonsense",
    "?no_such_field=1",
    "?date_earliest__year=99999",
    "?parent=abc",
    "?all=",
    "?_facets=True",
    "?e=1",
)


@pytest.fixture
def rows(staff):
    """One row of every model of the back-office, by its model."""
    found = {KINDS[name].model: factory() for name, factory in FACTORIES.items()}
    batch = Batch.objects.create(at=timezone.now(), by=staff["reviewer"], files=["a.jsonl"])
    found[Change] = Change.objects.create(
        kind="visit",
        key="a",
        action="create",
        at=timezone.now(),
        by=staff["editor"],
        batch=batch,
        after=[{"model": "x"}],
    )
    return {**found, Batch: batch, User: staff["reader"], Group: Group.objects.first()}


@pytest.mark.parametrize("role", ROLES)
class TestEveryPage:
    def test_answers(self, as_role, rows, role):
        client = as_role(role)
        assert set(admin.site._registry) == set(rows)
        for model, row in rows.items():
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            pages = [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
            pages += [reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "history", "delete")]
            pages += [reverse(f"{name}_{page}", args=[987654]) for page in ("change", "history", "delete")]
            for page in pages:
                assert client.get(page).status_code in (200, 302, 403), page

    def test_of_a_meeting_at_a_stop_answers(self, as_role, role):
        meeting = MeetingFactory(stop=StopFactory())
        for page in ("change", "history", "delete"):
            answer = as_role(role).get(reverse(f"admin:partnerships_meeting_{page}", args=[meeting.pk]))
            assert answer.status_code in (200, 403)


def test_every_list_answers_odd_questions(as_role, rows):
    client = as_role("administrator")
    for model in rows:
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for question in ODD:
            assert client.get(page + question).status_code in (200, 302), page + question


class TestChanges:
    def test_are_read_by_everybody_on_the_staff(self, as_role, rows):
        for model in (Change, Batch):
            page = reverse(f"admin:partnerships_{model._meta.model_name}_change", args=[rows[model].pk])
            for role in ROLES:
                assert as_role(role).get(page).status_code == 200
