"""Tables as CSV: read again as they were."""

import pytest

from partnerships.sheets.csv_files import csv_of
from partnerships.sheets.read_files import read_tables

pytestmark = pytest.mark.once


@pytest.mark.parametrize("language", ["fr", "en"])
def test_csv_is_read_again_in_either_language(language):
    table = [["key", "=1+1"], ["+a", "x;y,z"], ["-", "“a”\nb"]]
    content = b"".join(csv_of(table, language))
    assert b"'=1+1" in content
    assert [cells for _number, cells in read_tables(content)[0].rows] == table
