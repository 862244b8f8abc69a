"""What is given out for a spreadsheet is read again as it was, and computes nothing."""

import io

import pytest
from openpyxl import load_workbook

from partnerships.sheets.read_files import Sheet, read_tables
from partnerships.sheets.written_files import xlsx_of

pytestmark = pytest.mark.once


def test_xlsx_is_read_again_and_computes_nothing():
    table = [["key", "=1+1"], ["+a", "2018"], ["007", "two\nlines"]]
    content = xlsx_of([("Visites [1]", table)])
    assert read_tables(content) == [Sheet("Visites -1-", list(enumerate(table, start=1)))]
    sheet = load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s", "n"}
