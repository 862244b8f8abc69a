"""One moment as people write it, in texts that are tidied already."""

import pytest

from partnerships.dates import read, word
from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.reading_moments import moment_of, side_of, whole_of
from partnerships.dates.sayings import Manner, Nearness


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("<2018", "[..2017]"),
        ("<= 2018", "[..2018]"),
        ("≤ 2018", "[..2018]"),
        ("> 2018", "[2019..]"),
        ("≥2018", "[2018..]"),
        (">= 2018", "[2018..]"),
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
        ("after 24 may 2018 and before 1 june 2018", "[2018-05-25..2018-05-31]"),
        ("before 1 june 2018, after 24 may 2018", "[2018-05-25..2018-05-31]"),
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
        ("on or about 24 may 2018", "2018-05-24~"),
        ("24 may 2018 or thereabouts", "2018-05-24~"),
        ("possibly on or about 24 may 2018", "2018-05-24%"),
        ("nowhere", None),
    ],
)
def test_is_understood(text, notation):
    moment = moment_of(text)
    assert (moment and moment.edtf) == notation


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
        ("2016 or 2018", "not neighbours"),
        ("2019 or 2018", "not neighbours"),
        ("long after 2018", "“long after 2018” sets no limit"),
        ("well before 2018", "sets no limit"),
        ("before 0001", "0001 to 9999"),
        ("after 9999", "0001 to 9999"),
        ("soon after 9999", "0001 to 9999"),
        ("soon before 0001", "0001 to 9999"),
        ("before about 2018", "a plain date is expected"),
        ("after 24 may and before 1 june 2018", "year is missing in “24 may”"),
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


def test_side_may_leave_its_year_to_a_neighbour():
    side = side_of("about 24 may")
    assert (side.what.month, side.what.day, side.what.year, side.approximate, side.doubt) == (
        5,
        24,
        None,
        True,
        None,
    )
    assert side_of("nowhere") is None


class TestBesideADay:
    @pytest.mark.parametrize(
        ("typed", "notation"),
        [
            ("the day after 24 May 2018", "2018-05-25"),
            ("on the day before 1 May 2018", "2018-04-30"),
            ("le lendemain du 31 décembre 2018", "2019-01-01"),
            ("la veille du 24 mai 2018", "2018-05-23"),
        ],
    )
    def test_is_counted(self, typed, notation):
        assert read(typed).edtf == notation

    @pytest.mark.parametrize("typed", ["the day after", "la veille", "the day after May 2018", "le lendemain de 2018"])
    def test_of_no_day_is_none(self, typed):
        with pytest.raises(DateError):
            read(typed)

    @pytest.mark.parametrize(
        ("typed", "notation"),
        [
            ("shortly before or on 3 June 1920", "[1919-06-03..1920-06-03]"),
            ("peu avant ou le 3 juin 1920", "[1919-06-03..1920-06-03]"),
            ("on or near 24 May 2018", "2018-05-24~"),
            ("le 1er juillet 2018 ou aux alentours", "2018-07-01~"),
            ("effectif le 1er juillet 2018", "2018-07-01/"),
            ("effectif au 1er juillet 2018", "2018-07-01/"),
        ],
    )
    def test_phrases_like_others_are_read_like_them(self, typed, notation):
        assert read(typed).edtf == notation

    def test_french_says_until_soon_after_with_its_preposition(self):
        found = read("until soon after 24 May 2018")
        assert word(found, "fr") == "jusqu’à peu après le 24 mai 2018"
        assert read(word(found, "fr")) == found
