"""Parts of the calendar that have a name and no notation."""

import pytest

from partnerships.dates.errors import DateError
from partnerships.dates.named_parts import DatePart, PartKind, named_part
from partnerships.dates.units import Precision, Unit


def unit(year, month=None, day=None, precision=None):
    known = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    values = {name: value for name, value in {"month": month, "day": day}.items() if value}
    return Unit(precision or known, year, **values)


DECADE = unit(1990, precision=Precision.DECADE)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (DatePart(PartKind.THIRD, unit(2018, 2), 2), unit(2018, 2, 21), unit(2018, 2, 28)),
        (DatePart(PartKind.THIRD, unit(2018), 0), unit(2018, 1), unit(2018, 4)),
        (DatePart(PartKind.EDGE, DECADE, 1), unit(1994), unit(1996)),
        (DatePart(PartKind.TOWARDS, DECADE, 2), unit(1997), unit(1999)),
        (DatePart(PartKind.HALF, unit(2018, 4), 1), unit(2018, 4, 16), unit(2018, 4, 30)),
        (DatePart(PartKind.QUARTER, unit(2018), 3), unit(2018, 10), unit(2018, 12)),
        (DatePart(PartKind.WEEK, unit(2018, 12, 31)), unit(2018, 12, 31), unit(2019, 1, 6)),
        (DatePart(PartKind.CENTURY, unit(1801)), unit(1801), unit(1900)),
    ],
)
def test_goes_from_its_first_unit_to_its_last(part, first, last):
    assert part.ends() == (first, last)


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (DatePart(PartKind.QUARTER, unit(2018, 5)), "Quarters go with a year"),
        (DatePart(PartKind.HALF, unit(2018), 2), "first and the second half"),
        (DatePart(PartKind.WEEK, unit(2018, 5)), "named by its first day"),
        (DatePart(PartKind.THIRD, unit(2018, 5, 3)), "Early, middle and late"),
    ],
)
def test_refuses_parts_that_there_are_not(part, why):
    with pytest.raises(DateError, match=why):
        part.ends()


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("whole", [unit(2018, 2), unit(2018), DECADE])
def test_a_third_is_known_by_its_ends(whole, number):
    part = DatePart(PartKind.THIRD, whole, number)
    assert named_part(*part.ends()) == part


def test_of_the_first_decade_which_has_no_year_0_the_later_thirds_are_known():
    assert named_part(unit(4), unit(6)) == DatePart(PartKind.THIRD, unit(0, precision=Precision.DECADE), 1)
    assert named_part(unit(1), unit(3)) is None


def test_a_century_is_known_by_its_first_and_last_year():
    assert named_part(unit(1801), unit(1900)) == DatePart(PartKind.CENTURY, unit(1801))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (unit(2018, 1), unit(2018, 3)),
        (unit(2018), unit(2018)),
        (unit(2018), unit(2018, 4)),
        (unit(2018, 5, 1), unit(2018, 6, 10)),
        (unit(2018, 1), unit(2019, 4)),
        (unit(2010), unit(2023)),
        (unit(1800), unit(1899)),
        (unit(1801), unit(1899)),
        (unit(1801), unit(1900, 12)),
        (unit(1801, 1), unit(1900, 12)),
        (unit(1801, 1, 1), unit(1900, 12, 31)),
        (unit(1801, 21, precision=Precision.SEASON), unit(1900, 24, precision=Precision.SEASON)),
    ],
)
def test_other_ends_have_no_name(first, last):
    assert named_part(first, last) is None
