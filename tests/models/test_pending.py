"""What the tables of what waits refuse, whoever writes."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from partnerships.models import Change, Confirmation, PendingChange

pytestmark = pytest.mark.django_db


class TestPendingChange:
    @pytest.mark.parametrize("columns", [{"state": "lost"}, {"state": "returned", "answer": ""}])
    def test_is_in_one_of_its_states_and_returned_with_a_comment(self, columns):
        with pytest.raises(IntegrityError):
            PendingChange.objects.create(kind="state", key="jp", before=[], after=[], **columns)

    def test_is_open_while_it_may_come_to_something(self):
        found = {state: PendingChange(state=state).is_open for state in PendingChange.State.values}
        assert found == {"waiting": True, "returned": True, "accepted": False, "taken_back": False}


class TestConfirmation:
    def test_has_a_reason(self):
        change = Change.objects.create(kind="state", key="jp", action="publish", at=timezone.now())
        with pytest.raises(IntegrityError):
            Confirmation.objects.create(change=change, reason="")
