"""Forms that are open: one row for each person and form, gone with the account."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from partnerships.models import OpenForm

pytestmark = pytest.mark.django_db


class TestOpenForm:
    def test_is_one_row_that_goes_with_the_account(self):
        ada = User.objects.create(username="ada")
        OpenForm.objects.create(kind="person", record=1, user=ada)
        with pytest.raises(IntegrityError), transaction.atomic():
            OpenForm.objects.create(kind="person", record=1, user=ada)
        ada.delete()
        assert not OpenForm.objects.exists()
