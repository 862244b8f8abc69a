"""What is decided of a pending change, written down."""

import pytest
from django.contrib.auth.models import User

from partnerships import editorial
from partnerships.editorial.deciding import decide, locked_change, require_change_state
from partnerships.models import PendingChange
from partnerships.records.snapshot.taking import snapshot
from tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["", "reviewer"])
def test_keeps_who_decided_and_is_decided_once(name):
    area, author = AreaFactory(publication="published"), User.objects.create_user("author")
    [line] = before = snapshot(area)
    after = [{**line, "fields": {**line["fields"], "name_en": "Sea"}}]
    pending = editorial.propose(area, by=author, before=before, after=after)
    decide(pending, "accepted", by=User.objects.create_user(name) if name else None, answer=" Yes. ")
    stored = locked_change(pending)
    assert (stored.state, stored.decided_by_name, stored.answer) == ("accepted", name, "Yes.")
    with pytest.raises(editorial.Refused):
        require_change_state(stored, *PendingChange.OPEN)
