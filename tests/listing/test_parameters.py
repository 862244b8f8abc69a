"""What is asked for in an address is understood, or refused with a sentence."""

from datetime import date

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from partnerships.listing.parameters import (
    day_asked,
    is_row_number,
    keys_asked,
    one,
    order,
    part_asked,
    time_asked,
)

pytestmark = pytest.mark.usefixtures("english")


def asked(query):
    return QueryDict(query)


def test_keys_are_given_once_in_their_order():
    assert keys_asked(asked("partner=kr&partner=+jp+&partner=&partner=kr"), "partner") == ("kr", "jp")


def test_one_value_is_one():
    assert one(asked("q=+a+&q="), "q") == "a"
    assert one(asked("q=+"), "q") is None
    with pytest.raises(BadRequest, match="more than once"):
        one(asked("q=a&q=b"), "q")


def test_a_day_is_one_known_day():
    assert day_asked(asked("on=24+May+2018")) == date(2018, 5, 24)
    assert day_asked(asked("")) is None
    for vague in ("May+2018", "2018-05-24~", "2018-05-24%3F"):
        with pytest.raises(BadRequest, match="One day is expected"):
            day_asked(asked(f"on={vague}"))
    with pytest.raises(BadRequest):
        day_asked(asked("on=some+day"))


def test_a_period_is_read_as_people_write_it():
    assert time_asked(asked("from=2004+to+2009"), "from").edtf == "2004/2009"
    assert time_asked(asked("to="), "to") is None


def test_whatever_is_a_date_is_taken_on_either_side():
    # The search leads to “from” and “to” with the words that it was asked for.
    for text in ("n.d.", "before+2011", "../2018", "until+2018", "after+2011", "2018/..", "2018-24"):
        assert time_asked(asked(f"from={text}"), "from") == time_asked(asked(f"to={text}"), "to")


def test_orders_are_two():
    assert (order(asked("order=newest")), order(asked("")), order(asked(""), "newest")) == (
        "newest",
        "oldest",
        "newest",
    )
    with pytest.raises(BadRequest, match="oldest"):
        order(asked("order=best"))


@pytest.mark.parametrize("value", ["0", "4", "-1", "x", "1.0", "0000001", "²"])
def test_there_is_no_such_part(value):
    with pytest.raises(BadRequest, match="no such part"):
        part_asked(asked(f"rows={value}"), most=3)


def test_number_of_a_part_has_six_digits_at_most():
    assert part_asked(asked("rows=999999")) == 999_999
    with pytest.raises(BadRequest, match="no such part"):
        part_asked(asked("rows=1000000"))


def test_parts_are_numbered_from_one():
    assert (part_asked(asked("rows=3"), most=3), part_asked(asked(""))) == (3, None)


@pytest.mark.parametrize(
    ("text", "is_one"), [("1", True), ("9" * 18, True), ("9" * 19, False), ("-1", False), ("", False)]
)
def test_numbers_of_rows_fit_into_their_column(text, is_one):
    assert is_row_number(text) is is_one
