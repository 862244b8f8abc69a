"""What was sent and is no record is refused, and shown as no choice."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from partnerships.admin.forms.choosing import ChooseSeveral
from partnerships.models import Visit
from partnerships.records.kinds import KINDS
from tests.factories import AreaFactory, VisitFactory

from ..browsing import address, parts, press, submitted


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


class TestSeveral:
    """Numbers longer than any column holds, in every field of several."""

    TOO_LONG = "9" * 20

    @pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.model._meta.many_to_many])
    def test_too_long_a_number_is_refused_at_its_field(self, as_role, kind):
        client = as_role("reviewer")
        fields = {field.name for field in KINDS[kind].model._meta.many_to_many}
        page = client.get(address(kind, "add"))
        shown = fields & {*page.context["adminform"].form.fields}
        assert shown
        answer = client.post(address(kind, "add"), submitted(page) | dict.fromkeys(shown, [self.TOO_LONG]))
        assert answer.status_code == 200
        assert shown <= {*answer.context["adminform"].form.errors}

    def test_in_a_part_too(self, as_role):
        rows = parts("meetings", {"kind": "talks", "interlocutors": [self.TOO_LONG]})
        assert press(as_role("reviewer"), VisitFactory(), **rows).status_code == 200

    @pytest.mark.parametrize(("page", "field"), [("user", "groups"), ("group", "permissions")])
    def test_of_accounts_and_roles(self, as_role, staff, page, field):
        client = as_role("administrator")
        one = staff["editor"] if page == "user" else Group.objects.create(name="archivist")
        found = reverse(f"admin:auth_{page}_change", args=[one.pk])
        answer = client.post(found, {field: ["9" * 20]})
        assert answer.context["adminform"].form.errors[field]


@pytest.mark.once
def test_no_button_stands_among_what_is_chosen():
    """A list holds what was chosen, and a screen reader counts it."""
    several = ChooseSeveral(Visit._meta.get_field("areas"), admin.site)
    assert not several.is_required
    assert several.build_attrs({})["data-allow-clear"] == "false"
