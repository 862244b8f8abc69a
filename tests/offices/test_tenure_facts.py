"""What the register says of a tenure, read from its columns."""

from datetime import date

import pytest

from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.tenure_facts import Bounds, TenureFacts, TenureStep, day_of_source, facts_of_row, read_sides

pytestmark = pytest.mark.once
FIRST, LAST = date(2018, 7, 1), date(2019, 8, 31)


def read(period, start=(FIRST, FIRST), end=(LAST, LAST)):
    return facts_of_row((1, "a", 2, 3, False, period, *start, *end, "", "1950", None))


@pytest.mark.parametrize(
    ("notation", "sides"),
    [("2018/..", ("2018", "..")), ("2018", ("2018", "2018")), ("", ("", "")), ("/2019", ("", "2019"))],
)
def test_moment_is_both_sides_of_a_period(notation, sides):
    assert read_sides(notation) == sides


class TestRow:
    def test_gives_both_ends_and_a_life(self):
        facts = read("2018-07-01/2019-08-31")
        assert (facts.start, facts.end) == (Bounds(FIRST, FIRST, "2018-07-01"), Bounds(LAST, LAST, "2019-08-31"))
        assert (facts.going_on, facts.always, facts.birth) == (False, False, None)
        assert facts.death == Bounds(date(1950, 1, 1), date(1950, 12, 31), "1950")

    @pytest.mark.parametrize("period", ["2018-07-01/..", "2018-07-01/9999-12-31"])
    def test_still_going_on_has_no_end(self, period):
        facts = read(period, end=(LATEST, LATEST))
        assert (facts.end, facts.going_on) == (None, True)

    @pytest.mark.parametrize(
        ("last", "going_on"),
        [("2099-12-31", True), ("9999", True), ("1970-01-01", False), ("1900-01-01", False), ("2019-08-31", False)],
    )
    def test_day_that_stands_for_no_end_is_one_to_come(self, last, going_on):
        facts = read(f"1850-01-01/{last}")
        assert (facts.going_on, facts.end is None) == (going_on, going_on)

    def test_side_that_nobody_knows_is_none(self):
        facts = read("/", start=(EARLIEST, LATEST), end=(EARLIEST, LATEST))
        assert (facts.start, facts.end, facts.going_on, facts.always) == (None, None, False, False)

    def test_without_beginning_was_always(self):
        assert read("../2019-08-31").always


def test_moments_stand_in_the_order_of_the_kinds_and_of_time():
    steps = (
        TenureStep("seen", Bounds(LAST, LAST, "b")),
        TenureStep("arrived", Bounds(LAST, LAST, "c")),
        TenureStep("seen", Bounds(FIRST, FIRST, "a")),
    )
    facts = TenureFacts(1, "a", 2, 3, False, steps=steps)
    assert [when.notation for when in facts.moments("arrived", "seen")] == ["c", "a", "b"]


class TestDayOfASource:
    first, last, read_on = date(2018, 5, 1), date(2018, 5, 31), date(2019, 2, 3)

    def test_is_its_date(self):
        assert day_of_source(self.first, self.last, "2018-05", self.read_on) == Bounds(self.first, self.last, "2018-05")

    def test_of_a_page_without_one_is_the_day_on_which_it_was_read(self):
        assert day_of_source(self.first, self.last, "", self.read_on) == Bounds(
            self.read_on, self.read_on, "2019-02-03"
        )

    def test_is_none_where_neither_is_known(self):
        assert day_of_source(self.first, self.last, "", None) is None


@pytest.mark.parametrize(
    ("earliest", "latest", "from_day", "until_day", "exact"),
    [
        (FIRST, LAST, FIRST, LAST, False),
        (FIRST, FIRST, FIRST, FIRST, True),
        (EARLIEST, LAST, LAST, LAST, False),
        (FIRST, LATEST, FIRST, FIRST, False),
    ],
)
def test_bound_that_nobody_knows_is_the_other_one(earliest, latest, from_day, until_day, exact):
    when = Bounds(earliest, latest, "x")
    assert (when.from_day, when.until_day, when.exact) == (from_day, until_day, exact)
