"""What a cell can hold is given out; what none can is left out."""

from partnerships.sheets.longest_cell import LONGEST_CELL, fitting


def test_a_control_character_and_what_is_too_long_are_left_out():
    assert fitting("a\x0bb\r\nc") == "ab\nc"
    assert len(fitting("x" * (LONGEST_CELL + 1))) == LONGEST_CELL
