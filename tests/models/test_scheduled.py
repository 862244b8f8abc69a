"""One moment for one record."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from partnerships.models import ScheduledPublication

pytestmark = pytest.mark.django_db


def test_a_record_has_one_moment():
    one = ScheduledPublication.objects.create(kind="state", record=1, at=timezone.now())
    assert str(one) == "state/1"
    ScheduledPublication.objects.create(kind="visit", record=1, at=timezone.now())
    with pytest.raises(IntegrityError):
        ScheduledPublication.objects.create(kind="state", record=1, at=timezone.now())
