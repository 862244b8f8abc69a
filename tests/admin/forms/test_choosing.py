"""What was sent and is no record is refused, and shown as no choice."""

import pytest
from django.contrib import admin

from partnerships.admin.forms.choosing import ChooseSeveral
from partnerships.models import Visit
from tests.factories import AreaFactory

from ..browsing import address, parts, press


@pytest.mark.parametrize("sent", ["abc", "1" * 400, "true", "\n", "²"])
def test_what_is_no_number_is_refused(as_role, sent):
    client, area = as_role("reviewer"), AreaFactory()
    rows = parts("citations", {"source": sent})
    assert press(client, area, parent=sent, **rows).status_code == 200
    area.refresh_from_db()
    assert (area.parent, area.citations.count()) == (None, 0)


def test_nothing_ticked_that_is_no_number(as_role):
    area, client = AreaFactory(), as_role("reviewer")
    ticked = {"action": "take_step", "_selected_action": [str(area.pk), "abc"]}
    assert client.post(address("area", "changelist"), ticked).status_code == 302


@pytest.mark.once
def test_no_button_stands_among_what_is_chosen():
    """A list holds what was chosen, and a screen reader counts it."""
    several = ChooseSeveral(Visit._meta.get_field("areas"), admin.site)
    assert not several.is_required
    assert several.build_attrs({})["data-allow-clear"] == "false"
