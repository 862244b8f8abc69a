"""The door to what the public may see."""

import pytest

from partnerships.records.visibility import is_public, public_rows
from tests.projections import edits

pytestmark = pytest.mark.django_db


class TestPublicRows:
    def test_are_those_of_public_records(self):
        edits.build()
        for model in edits.ROWS:
            assert set(public_rows(model)) == {row for row in model.objects.all() if is_public(row)}, model
