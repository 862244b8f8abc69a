"""What is known by a limit alone, as people write it, in texts that are tidied already."""

import pytest

from partnerships.dates import word
from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.reading_before_and_after import neighbour_of
from partnerships.dates.reading_moments import moment_of
from partnerships.dates.sayings import Manner, Nearness


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("pre-2018", "[..2017]"),
        ("post 2018", "[2019..]"),
        ("before the end of 2018", "[..2018]"),
        ("before late 2018", "[..2018-08]"),
        ("after the start of 2018", "[2018..]"),
        ("after early 2018", "[2018-05..]"),
        ("by the end of 2018", "[..2018]"),
        ("by late 2018", "[..2018]"),
        ("by 2018 at the latest", "[..2018]"),
        ("2018 or later", "[2018..]"),
        ("not before late 2018", "[2018-09..]"),
        ("not before early 2018", "[2018..]"),
        ("by the late 1990s", "[..1999]"),
        ("by the third quarter of 2018", "[..2018-09]"),
        ("not before the first quarter of 2018", "[2018-01..]"),
        ("after the start of the 19th century", "[1801..]"),
        ("by the end of the 19th century", "[..1900]"),
        ("after 24 may 2018 and before 1 june 2018", "[2018-05-25..2018-05-31]"),
        ("before 1 june 2018, after 24 may 2018", "[2018-05-25..2018-05-31]"),
    ],
)
def test_is_understood(text, notation):
    moment = moment_of(text)
    assert (moment and moment.edtf) == notation


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("before 24 may 2018", "before 24 May 2018"),
        ("after may 2018", "after May 2018"),
        ("before the end of may 2018", "before the end of May 2018"),
        # A day or a season has no end of its own.
        ("by the end of 24 may 2018", "on 24 May 2018 or earlier"),
        ("before the end of spring 2018", "in spring 2018 or earlier"),
    ],
)
def test_is_said_in_its_own_words(text, said):
    assert word(moment_of(text), "en") == said


class TestNear:
    """Within a year, that day included."""

    @pytest.mark.parametrize(
        ("text", "notation", "manner", "near", "included"),
        [
            ("soon after 24 may 2018", "[2018-05-24..2019-05-24]", Manner.AFTER, Nearness.SOON, False),
            ("shortly before 24 may 2018", "[2017-05-24..2018-05-24]", Manner.BEFORE, Nearness.SHORTLY, False),
            ("peu de temps apres 2018", "[2018..2019]", Manner.AFTER, Nearness.SHORTLY, False),
            ("just after may 2018", "[2018-05..2019-05]", Manner.AFTER, Nearness.JUST, False),
            ("immediately following may 2018", "[2018-05..2019-05]", Manner.AFTER, Nearness.JUST, False),
            ("on or soon after 24 may 2018", "[2018-05-24..2019-05-24]", Manner.AFTER, Nearness.SOON, True),
            ("24 may 2018 or shortly beforehand", "[2017-05-24..2018-05-24]", Manner.BEFORE, Nearness.SHORTLY, True),
            ("24 may 2018 or soon thereafter", "[2018-05-24..2019-05-24]", Manner.AFTER, Nearness.SOON, True),
            ("soon after 29 february 2016", "[2016-02-29..2017-02-28]", Manner.AFTER, Nearness.SOON, False),
            ("soon after 9998", "[9998..9999]", Manner.AFTER, Nearness.SOON, False),
            ("soon before 0002", "[0001..0002]", Manner.BEFORE, Nearness.SOON, False),
            ("soon after the 1990s", "[199X..2000]", Manner.AFTER, Nearness.SOON, False),
            ("soon before the 1990s", "[1989..199X]", Manner.BEFORE, Nearness.SOON, False),
        ],
    )
    def test_is_understood(self, text, notation, manner, near, included):
        moment = moment_of(text)
        assert moment.edtf == notation
        said = moment.saying
        assert (said.manner, said.near, said.included) == (manner, near, included)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("long after 2018", "“long after 2018” sets no limit"),
        ("well before 2018", "sets no limit"),
        ("before 0001", "0001 to 9999"),
        ("after 9999", "0001 to 9999"),
        ("soon after 9999", "0001 to 9999"),
        ("soon before 0001", "0001 to 9999"),
        ("before about 2018", "a plain date is expected"),
        ("after 24 may and before 1 june 2018", "year is missing in “24 may”"),
    ],
)
def test_is_refused(text, why):
    with pytest.raises(DateError, match=why):
        moment_of(text)


def test_neighbour_of_a_unit_is_one_like_it():
    assert neighbour_of(parse_unit("2014-12"), 1) == parse_unit("2015-01")
    with pytest.raises(DateError, match="0001 to 9999"):
        neighbour_of(parse_unit("9999"), 1)
