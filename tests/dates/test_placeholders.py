import pytest

from partnerships.dates import is_no_end, is_placeholder, parse_moment, shown_period


class TestIsPlaceholder:
    @pytest.mark.parametrize(
        "text",
        [
            "9999-12-31", "9999-01-01", "9999", "9999-12", "9998", "999X", "[..9999-12-31]", "[9999..]", "9999~",
            "2099-12-31", "2099", "2999-12-31", "2999", "3999", "3999-12-31", "3000-01-01",
            "1900-01-01", "1900-01-01~", "1899-12-30", "1899-12-31",
            "1970-01-01", "0001-01-01", "0001", "1753-01-01", "2038-01-19", "[1900-01-01..1970-01-01]",
            "[1900-01-01..]", "[2018..2099-12-31]",
        ],
    )  # fmt: skip
    def test_day_that_machines_write_for_none(self, text):
        assert is_placeholder(parse_moment(text))

    @pytest.mark.parametrize(
        "text",
        [
            "2018-05-24", "1900", "1900-01", "1900-01-02", "1970", "1970-01", "1970-01-02", "1969-12-31", "2099-12-30",
            "2041-05-01", "2018-12-31", "2018-01-01", "199X", "[1990..1993]", "[..2018]", "[1901-01-01..]", "190X",
            "1900-24", "8999-12-31",
        ],
    )  # fmt: skip
    def test_day_that_people_write(self, text):
        assert not is_placeholder(parse_moment(text))


@pytest.mark.parametrize(
    ("notation", "never"),
    [
        ("9999-12-31", True),
        ("9000", True),
        ("8999", False),
        ("[..9999]", True),
        ("2099-12-31", True),
        ("2099", True),
        ("2999", True),
        ("2099-12-30", False),
        ("[2018..2099-12-31]", False),
        ("1970-01-01", False),
        ("2038-01-19", True),
        ("2028-03-04", False),
    ],
)
def test_a_day_that_nobody_means_is_no_end(notation, never):
    assert is_no_end(parse_moment(notation)) is never
    period = shown_period(f"1960/{notation}")
    assert (period.end is None, period.edtf) == (never, "1960/" if never else f"1960/{notation}")


@pytest.mark.parametrize("notation", ["9999-12-31", "9999-12-31/..", "/2018", "2018/"])
def test_what_has_no_such_end_stands_as_it_is(notation):
    assert shown_period(notation).edtf == notation
