"""One of several days, as people write it, in texts that are tidied already."""

import pytest

from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.reading_between_and_or import whole_of
from partnerships.dates.reading_moments import moment_of


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("between 24 and 28 may 2018", "[2018-05-24..2018-05-28]"),
        ("some time between 2016 and 2018", "[2016..2018]"),
        ("between early 2016 and late 2018", "[2016-01..2018-12]"),
        ("2018 or 2019", "[2018..2019]"),
        ("either 2018 or 2019", "[2018..2019]"),
        ("soit 2018 soit 2019", "[2018..2019]"),
        ("31 may or 1 june 2018", "[2018-05-31..2018-06-01]"),
        ("8 september 2014 or later that month", "[2014-09-08..2014-09]"),
        ("8 september 2014 or earlier that year", "[2014..2014-09-08]"),
        ("8 september 2014 or later that week", None),
        ("early 2014 or later that year", None),
    ],
)
def test_is_understood(text, notation):
    moment = moment_of(text)
    assert (moment and moment.edtf) == notation


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2016 or 2018", "not neighbours"),
        ("2019 or 2018", "not neighbours"),
        ("between 2018? and 2019", "a plain date is expected"),
    ],
)
def test_is_refused(text, why):
    with pytest.raises(DateError, match=why):
        moment_of(text)


@pytest.mark.parametrize(
    ("notation", "name", "whole"),
    [
        ("2014-09-08", "month", "2014-09"),
        ("2014-09-08", "annee", "2014"),
        ("2014-09", "decade", "201X"),
        ("2014-07-08", "summer", "2014-22"),
        ("2014-12-24", "winter", "2014-24"),
        # A winter begins in the year before.
        ("2015-01-24", "hiver", "2014-24"),
        ("2014-07-08", "winter", None),
        ("0001-01-08", "winter", None),
        ("2014-09", "month", None),
        ("2014", "year", None),
        ("2014-09-08", "week", None),
    ],
)
def test_whole_in_which_a_unit_lies(notation, name, whole):
    assert whole_of(parse_unit(notation), name) == (parse_unit(whole) if whole else None)
