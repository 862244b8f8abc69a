"""The index of the search against the records."""

import pytest

from partnerships import models
from tests.factories import DecisionFactory, OrganizationFactory

from .cases import Case, Cells, cells

pytestmark = pytest.mark.django_db


def lost_document(given):
    decision = DecisionFactory(publication="published", body=OrganizationFactory(publication="published"))
    models.SearchDocument.objects.filter(key=given or decision.key).delete()


CASES = [
    Case("search-out-of-step", "decision", lost_document, "", "none"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass
