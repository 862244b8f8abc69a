"""What the cells of a table hold: values, and quieter sentences beside them."""

import re

import pytest
from django.template import Context

from partnerships.pages.blocks import Cell, Table, TableRow
from partnerships.pages.notes import NOTES, Notes
from partnerships.templatetags.pages import cells, table_rows


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


def test_cell_behind_a_sentence_is_marked():
    row = TableRow([Cell(["Visit"], ["Areas: sea."]), Cell(), Cell(["Somebody"]), Cell(["Tokyo"])])
    found = table_rows(Context({NOTES: Notes()}), Table("visit", "", ("", "", "", ""), [row]))
    assert re.findall(r"<td( class=\"after\")?>", found) == ["", "", ' class="after"', ""]
