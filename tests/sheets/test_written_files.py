"""What is given out for a spreadsheet is read again as it was, and computes nothing."""

import io

import pytest
from openpyxl import load_workbook

from partnerships.sheets.read_files import Sheet, read_tables
from partnerships.sheets.written_files import xlsx_of

pytestmark = pytest.mark.once


def test_numbers_are_numbers_as_far_as_a_spreadsheet_keeps_them():
    texts = ["0", "2018", "1" * 14, "1" * 15, "007", "-1", "1.5", "٣"]
    sheet = load_workbook(io.BytesIO(xlsx_of([("a", [["key"], texts])]))).active
    assert [cell.data_type for cell in sheet[2]] == ["n"] * 3 + ["s"] * 5


def test_headings_stand_out_and_stay():
    sheet = load_workbook(io.BytesIO(xlsx_of([("a", [["key", "x" * 99], ["a", "b"]])]))).active
    assert ([cell.font.bold for row in sheet.rows for cell in row], sheet.freeze_panes) == (
        [True, True, False, False],
        "B2",
    )
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [12, 40]


def test_xlsx_is_read_again_and_computes_nothing():
    table = [["key", "=1+1"], ["+a", "2018"], ["007", "two\nlines"]]
    content = xlsx_of([("Visites [1]", table)])
    assert read_tables(content) == [Sheet("Visites -1-", list(enumerate(table, start=1)))]
    sheet = load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s", "n"}
