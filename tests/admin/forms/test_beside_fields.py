"""Whoever has something to show beside a form adds it."""

import pytest

from partnerships.admin.base.record import RecordAdmin
from partnerships.admin.base.while_typing import TypingMixin
from partnerships.admin.forms.beside_fields import ShownMixin
from tests.factories import AreaFactory

from ..browsing import address, press


def test_refused_key_is_nobodys_address(as_role):
    area, client = AreaFactory(), as_role("reviewer")
    page = press(client, area, key="a/b%s").text
    assert "register-problems" in page
    assert f"/translations/area/{area.key}/" in page


@pytest.mark.once
def test_the_page_of_a_new_form_shows_what_each_adds(as_role):
    context = as_role("reviewer").get(address("tenure", "add")).context
    assert {"copy_text", "steps", "may_preview", "problems", "title"} <= context.keys()
    assert "preview_address" not in context
    spelled = [each for each in RecordAdmin.__mro__ if "render_change_form" in vars(each)]
    assert spelled[:2] == [TypingMixin, ShownMixin]
