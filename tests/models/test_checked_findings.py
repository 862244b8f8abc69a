"""What the table of answers to findings refuses, whoever writes."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from partnerships.models import CheckedFinding


@pytest.mark.django_db
def test_answer_has_a_reason():
    with pytest.raises(IntegrityError):
        CheckedFinding.objects.create(name="a", code="no-source", kind="tenure", key="a", at=timezone.now())
