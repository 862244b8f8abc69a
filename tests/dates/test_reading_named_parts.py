"""Parts of a month, a year or a decade as people write them, in texts that are tidied already."""

import pytest

from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.named_parts import DatePart, PartKind
from partnerships.dates.reading_named_parts import closed_part, open_part, part_in
from partnerships.dates.reading_plain_dates import typed_unit
from partnerships.dates.sayings import Manner, Saying


@pytest.mark.parametrize(
    ("text", "kind", "unit", "number", "notation"),
    [
        ("early 1990s", PartKind.THIRD, "199X", 0, "[1990..1993]"),
        ("mi-mai 2018", PartKind.THIRD, "2018-05", 1, "[2018-05-11..2018-05-20]"),
        ("in late 2018", PartKind.THIRD, "2018", 2, "[2018-09..2018-12]"),
        ("toward mid-may 2018", PartKind.TOWARDS, "2018-05", 1, "[2018-05-11..2018-05-20]"),
        ("towards early 2018", PartKind.TOWARDS, "2018", 0, "[2018-01..2018-04]"),
        ("vers la fin de mai 2018", PartKind.TOWARDS, "2018-05", 2, "[2018-05-21..2018-05-31]"),
        ("about the middle of the 1990s", PartKind.TOWARDS, "199X", 1, "[1994..1996]"),
        ("beginning of may 2018", PartKind.EDGE, "2018-05", 0, "[2018-05-01..2018-05-10]"),
        ("the middle of 2018", PartKind.EDGE, "2018", 1, "[2018-05..2018-08]"),
        ("end of february 2016", PartKind.EDGE, "2016-02", 2, "[2016-02-21..2016-02-29]"),
        ("first half of 2018", PartKind.HALF, "2018", 0, "[2018-01..2018-06]"),
        ("second fortnight of may 2018", PartKind.HALF, "2018-05", 1, "[2018-05-16..2018-05-31]"),
        ("dernier semestre 2018", PartKind.HALF, "2018", 1, "[2018-07..2018-12]"),
        ("third quarter of 2018", PartKind.QUARTER, "2018", 2, "[2018-07..2018-09]"),
        ("last quarter 2018", PartKind.QUARTER, "2018", 3, "[2018-10..2018-12]"),
        ("q1 2018", PartKind.QUARTER, "2018", 0, "[2018-01..2018-03]"),
        ("2018-t4", PartKind.QUARTER, "2018", 3, "[2018-10..2018-12]"),
        ("2h 2018", PartKind.HALF, "2018", 1, "[2018-07..2018-12]"),
        ("s1/2018", PartKind.HALF, "2018", 0, "[2018-01..2018-06]"),
        ("week of 21 may 2018", PartKind.WEEK, "2018-05-21", 0, "[2018-05-21..2018-05-27]"),
        ("19th century", PartKind.CENTURY, "1801", 0, "[1801..1900]"),
        ("xixe siecle", PartKind.CENTURY, "1801", 0, "[1801..1900]"),
        ("ier siecle", PartKind.CENTURY, "0001", 0, "[0001..0100]"),
        ("20e siecle", PartKind.CENTURY, "1901", 0, "[1901..2000]"),
        ("100th century", PartKind.CENTURY, "9901", 0, "[9901..9999]"),
    ],
)
def test_part_is_a_span_that_says_so(text, kind, unit, number, notation):
    moment = part_in(text)
    assert moment.edtf == notation
    assert moment.saying == Saying(Manner.PART, DatePart(kind, parse_unit(unit), number))


@pytest.mark.parametrize("text", ["2018", "may 2018", "early", "early days", "q5 2018", "late before 2018", "century"])
def test_other_text_is_no_part(text):
    assert part_in(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("h3 2018", "two halves and four quarters; “h3 2018” names another"),
        ("0th century", "no such century: “0th century”"),
        ("101st century", "no such century"),
        ("first quarter of may 2018", "Quarters go with a year"),
        ("early summer 2018", "Early, middle and late"),
        ("late may", "year is missing"),
        ("week of may 2018", "named by its first day"),
    ],
)
def test_wrong_part_is_refused(text, why):
    with pytest.raises(DateError, match=why):
        part_in(text)


class TestOpenPart:
    def test_waits_for_its_year(self):
        typed = open_part("late may")
        assert (typed.text, typed.month, typed.year, typed.part) == ("late may", 5, None, (PartKind.THIRD, 2))
        assert closed_part(typed) is None
        assert closed_part(typed.completed_by(typed_unit("5 june 2018"))).edtf == "[2018-05-21..2018-05-31]"

    @pytest.mark.parametrize("text", ["late may 2018", "late 2018", "may", "late"])
    def test_is_none_where_nothing_is_left_unsaid(self, text):
        assert open_part(text) is None

    def test_plain_unit_is_no_part(self):
        assert closed_part(typed_unit("may 2018")) is None
