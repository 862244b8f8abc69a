"""What the cells of a table hold: values, and quieter sentences beside them."""

import re

import pytest
from django.template import Context

from partnerships.pages.blocks import Cell, Table, TableRow
from partnerships.pages.notes import NOTES, Notes
from partnerships.templatetags.pages import MOST_NOTES, cells, table_rows
from tests.factories import CitationFactory, PartnerFactory


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


@pytest.mark.parametrize(("labelled", "words"), [(True, ["When"]), (False, [])])
def test_cells_carry_the_word_of_their_column_where_the_table_says_so(labelled, words):
    table = Table("visit", "", ("When", ""), [TableRow([Cell(["2018"]), Cell(["Tokyo"])])], labelled=labelled)
    assert re.findall('data-word="([^"]+)"', table_rows(Context({NOTES: Notes()}), table)) == words


@pytest.mark.django_db
def test_cell_carries_few_numbers_of_notes():
    citations = CitationFactory.create_batch(MOST_NOTES + 2, partner=PartnerFactory(), source__publication="published")
    found = cells(Context({NOTES: Notes()}), [Cell(["Somebody"], citations=citations)])
    assert f">1–{MOST_NOTES}</a>" in found
