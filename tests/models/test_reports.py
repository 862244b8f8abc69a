"""Reports of errors, as the database keeps them."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnerships.models import ErrorReport

pytestmark = pytest.mark.django_db


class TestErrorReport:
    @pytest.mark.parametrize("said", [{}, {"outcome": "corrected"}, {"answer": "Yes"}])
    def test_is_not_closed_without_outcome_and_answer(self, said):
        with pytest.raises(IntegrityError), transaction.atomic():
            ErrorReport.objects.create(kind="visit", key="v", text="Wrong", closed_at=timezone.now(), **said)
