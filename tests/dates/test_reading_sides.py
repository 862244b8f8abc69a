"""What may stand beside “before” and “between”, or on one side of a range."""

import re

import pytest

from partnerships.dates import parse_moment
from partnerships.dates.edtf import parse_unit
from partnerships.dates.errors import DateError
from partnerships.dates.named_parts import DatePart, PartKind
from partnerships.dates.reading_plain_dates import typed_unit
from partnerships.dates.reading_sides import (
    Side,
    completed,
    named_side,
    plain_ends,
    plain_unit,
    simple,
    simple_side,
    splits,
    without_signs,
)
from partnerships.dates.sayings import Doubt, Manner


@pytest.mark.parametrize(
    ("text", "said", "approximate", "doubt"),
    [
        ("2018", "2018", False, None),
        ("about 2018", "2018", True, None),
        ("c.2018", "2018", True, None),
        ("aux alentours de 2018", "2018", True, None),
        ("2018 or so", "2018", True, None),
        ("2018~", "2018", True, None),
        ("possibly 2018", "2018", False, Doubt.PERHAPS),
        ("? 2018", "2018", False, Doubt.UNSURE),
        ("2018 (?)", "2018", False, Doubt.UNSURE),
        ("2018, perhaps", "2018", False, Doubt.PERHAPS),
        ("2018%", "2018", True, Doubt.UNSURE),
        ("possibly about 2018", "2018", True, Doubt.PERHAPS),
        ("about 2018?", "2018", True, Doubt.UNSURE),
        ("vers la fin de 2018", "vers la fin de 2018", False, None),
    ],
)
def test_without_signs(text, said, approximate, doubt):
    assert without_signs(text) == (said, approximate, doubt)


class TestSide:
    def test_is_a_moment_with_its_signs(self):
        assert Side(typed_unit("may 2018"), approximate=True).moment().edtf == "2018-05~"
        assert Side(typed_unit("may 2018"), doubt=Doubt.UNSURE).moment().edtf == "2018-05?"
        assert Side(typed_unit("may 2018")).moment().saying is None

    def test_on_or_about_is_said(self):
        moment = Side(typed_unit("may 2018"), approximate=True, on_or_about=True).moment()
        assert (moment.saying.manner, moment.saying.first) == (Manner.ABOUT, parse_unit("2018-05"))

    @pytest.mark.parametrize("notation", ["[2018..2020]", "2018~", "2018?"])
    def test_moment_stays_as_it_is(self, notation):
        moment = parse_moment(notation)
        assert Side(moment).moment() is moment

    def test_day_that_was_counted_keeps_its_signs(self):
        day = parse_moment("2018-05-25")
        assert Side(day, approximate=True).moment().edtf == "2018-05-25~"
        assert Side(day, doubt=Doubt.PROBABLY).moment() == parse_moment("2018-05-25?")
        assert Side(day, approximate=True, doubt=Doubt.UNSURE).moment().edtf == "2018-05-25%"

    def test_span_is_not_about_itself(self):
        with pytest.raises(DateError, match="choose a wider span"):
            Side(parse_moment("[2018..2020]"), approximate=True).moment()

    def test_span_keeps_how_it_was_doubted(self):
        moment = Side(parse_moment("[2018..2020]"), doubt=Doubt.PERHAPS).moment()
        assert (moment.edtf, moment.uncertain, moment.doubt) == ("[2018..2020]", False, Doubt.PERHAPS)


class TestSimple:
    def test_is_a_typed_unit_or_a_part_and_never_nests(self):
        assert simple("may 2018").month == 5
        assert simple("late may").part == (PartKind.THIRD, 2)
        assert simple("late may 2018").edtf == "[2018-05-21..2018-05-31]"
        assert simple("before 2018") is simple("between 2018 and 2020") is None

    def test_side_keeps_the_signs(self):
        side = simple_side("possibly may 2018")
        assert (side.what.month, side.approximate, side.doubt) == (5, False, Doubt.PERHAPS)
        assert simple_side("before 2018") is None


class TestCompleted:
    def sides(self, first, last):
        return completed(simple_side(first), simple_side(last))

    @pytest.mark.parametrize(
        ("first", "last", "notations"),
        [
            ("3", "5 march 2016", ("2016-03-03", "2016-03-05")),
            ("3 march 2016", "5", ("2016-03-03", "2016-03-05")),
            ("late may", "5 june 2018", ("[2018-05-21..2018-05-31]", "2018-06-05")),
            ("may", "late 2018", ("2018-05", "[2018-09..2018-12]")),
            ("may", "late june 2018", ("2018-05", "[2018-06-21..2018-06-30]")),
            # A sign before both says it of both, unless each is whole or the other has its own.
            ("about 3", "5 march 2016", ("2016-03-03~", "2016-03-05~")),
            ("possibly 3", "5 march 2016", ("2016-03-03?", "2016-03-05?")),
            ("about 3 march 2016", "5 march 2016", ("2016-03-03~", "2016-03-05")),
            ("about 3", "5 march 2016?", ("2016-03-03~", "2016-03-05?")),
            ("about 3 march 2016", "5", ("2016-03-03~", "2016-03-05~")),
            ("may", "q1 2018", ("2018-05", "[2018-01..2018-03]")),
            ("3", "about 5 march 2016", ("2016-03-03", "2016-03-05~")),
        ],
    )
    def test_each_by_the_other(self, first, last, notations):
        assert tuple(side.moment().edtf for side in self.sides(first, last)) == notations

    @pytest.mark.parametrize(
        ("typed", "other"),
        [
            ("may", "19th century"),
            ("may", "early 1990s"),
            ("may", "1990s"),
            ("24 may", "2018"),
            ("may", "week of 21 may 2018"),
        ],
    )
    def test_nothing_is_taken_from_what_has_no_year_to_give(self, typed, other):
        first, _last = self.sides(typed, other)
        with pytest.raises(DateError, match="year is missing"):
            first.moment()


def test_cuts_in_two_at_each_place_from_left_to_right():
    assert list(splits(re.compile(" or "), "a or b or c")) == [("a", "b or c"), ("a or b", "c")]
    assert list(splits(re.compile("or"), "or a or")) == []


class TestNamed:
    def test_is_the_unit_or_the_part(self):
        assert named_side(simple_side("may 2018")) == parse_unit("2018-05")
        assert named_side(simple_side("late 2018")) == DatePart(PartKind.THIRD, parse_unit("2018"), 2)

    def test_towards_its_end_is_its_end_after_another_preposition(self):
        side = simple_side("towards the end of 2018")
        assert named_side(side).kind is PartKind.TOWARDS
        assert named_side(side, plainly=True) == DatePart(PartKind.THIRD, parse_unit("2018"), 2)

    def test_of_a_span_there_is_none(self):
        with pytest.raises(ValueError, match="neither a unit nor a part"):
            named_side(Side(parse_moment("[2018..2020]")))


class TestPlain:
    def test_ends_of_a_date_are_the_date_twice(self):
        unit = parse_unit("2018-05")
        assert plain_ends(simple_side("may 2018"), "may 2018") == (unit, unit)

    def test_ends_of_a_part_are_its_own(self):
        assert plain_ends(simple_side("late 2018"), "late 2018") == (parse_unit("2018-09"), parse_unit("2018-12"))

    @pytest.mark.parametrize("text", ["about 2018", "2018?", "probably late 2018", "about q1 2018"])
    def test_with_a_sign_are_refused_in_the_words_typed(self, text):
        with pytest.raises(DateError, match=f"such as 2011; “{re.escape(text)}” is not"):
            plain_ends(simple_side(text), text)

    def test_unit_is_that_of_a_date_alone(self):
        assert plain_unit(simple_side("2018"), "2018") == parse_unit("2018")
        with pytest.raises(DateError, match="“late 2018” is not"):
            plain_unit(simple_side("late 2018"), "late 2018")
