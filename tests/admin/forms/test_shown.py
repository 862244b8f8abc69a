"""Whoever has something to show beside a form adds it."""

import pytest

from partnerships.admin.base.record import RecordAdmin
from partnerships.admin.forms.shown import ShownMixin

from ..browsing import address


@pytest.mark.once
def test_the_page_of_a_new_form_shows_what_each_adds(as_role):
    context = as_role("reviewer").get(address("tenure", "add")).context
    assert {"copy_text", "steps", "may_preview", "problems", "title"} <= set(context.flatten())
    assert "preview_address" not in context
    spelled = [each for each in RecordAdmin.__mro__ if "render_change_form" in vars(each)]
    assert spelled[0] is ShownMixin
