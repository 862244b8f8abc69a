"""The runs of days of a tenure that are kept: none begins twice."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from partnerships.models import PossibleService

DAY = date(2018, 5, 24)


class TestRun(TestCase):
    def test_stands_once(self):
        fields = {"office": "o", "tenure": 1, "person": 2, "first": DAY, "last": DAY, "length": 0}
        one = PossibleService.objects.create(**fields)
        assert str(one) == "1: 2018-05-24/2018-05-24"
        with pytest.raises(IntegrityError), transaction.atomic():
            PossibleService.objects.create(**{**fields, "last": date(2019, 1, 1)})
        PossibleService.objects.create(**{**fields, "first": date(2019, 1, 1), "last": date(2019, 1, 1)})
        assert PossibleService.objects.count() == 2
