"""What the cells of a table hold: values, and quieter sentences beside them."""

import re

import pytest
from django.template import Context

from partnerships.pages.blocks import Cell
from partnerships.pages.notes import NOTES, Notes
from partnerships.templatetags.pages import cells


@pytest.mark.parametrize(
    ("values", "aside", "looks"),
    [
        (["Somebody"], ["possibly"], ["aside"]),
        ([], ["possibly", "No source."], ["aside after", "aside"]),
        (["Somebody"], ["No source.", "Seen in May."], ["aside", "aside after"]),
    ],
)
def test_point_stands_between_what_no_full_stop_ends(values, aside, looks):
    found = cells(Context({NOTES: Notes()}), [Cell(values, aside)])
    assert re.findall('<span class="([^"]+)">', found) == looks
