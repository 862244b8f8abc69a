"""What is typed of one end of a period."""

import pytest

from partnerships.dates.moments import Edge
from partnerships.dates.reading_ends import clause, clauses, end_of, joined_ends

pytestmark = pytest.mark.once


def said(end):
    side, edge = end
    return (side.moment().edtf if side else None), edge


@pytest.mark.parametrize(
    ("text", "meant"),
    [("2004", ("2004", Edge.KNOWN)), ("not known", (None, Edge.UNKNOWN)), ("today", (None, Edge.OPEN))],
)
def test_end_is_known_unknown_or_open(text, meant):
    assert said(end_of(text)) == meant


def test_what_is_no_date_is_no_end():
    assert end_of("perhaps") is None


def test_clause_says_of_which_end_it_speaks():
    name, end = clause("end: 2009")
    assert (name, said(end)) == ("end", ("2009", Edge.KNOWN))
    assert clause("end not known") == ("end", (None, Edge.UNKNOWN))
    assert clause("2004") == ("", None)


def test_what_begins_no_clause_belongs_to_the_one_before():
    assert clauses("24 may, 2004; end: 2009") == ["24 may, 2004", "end: 2009"]


def test_first_end_takes_from_the_last_what_it_leaves_out():
    assert joined_ends(end_of("3 may"), end_of("5 june 2016")).edtf == "2016-05-03/2016-06-05"
