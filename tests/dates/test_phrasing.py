"""Which phrase a date needs, whatever its words: asked in words that only name the phrase."""

from typing import ClassVar

import pytest

from partnerships.dates import Edge, parse_moment, parse_period
from partnerships.dates.edtf import parse_unit
from partnerships.dates.phrasing import Phrasing, elided, is_awkward, is_plain, saying_of, unit_of
from partnerships.dates.reading_moments import moment_of
from partnerships.dates.sayings import Doubt, Manner
from partnerships.dates.units import Precision
from partnerships.dates.valid_dates import make_period


class Named(Phrasing):
    """A language whose words are the names of its phrases."""

    BOTH_UNCERTAIN, AT_LEAST = "both uncertain", "at least"
    DOUBTS: ClassVar = {Doubt.PROBABLY: "probably"}
    BOTH_UNKNOWN, SINCE_UNKNOWN = "BOTH UNKNOWN", "SINCE UNKNOWN"
    START_UNKNOWN, END_UNKNOWN = "START UNKNOWN", "END UNKNOWN"
    START_OPEN, END_OPEN, END_NEVER = "START OPEN", "END OPEN", "END NEVER"

    def unit(self, unit):
        return unit.notation

    def part(self, part):
        return f"part({part.unit.notation})"

    def about(self, unit):
        return f"about({unit.notation})"

    def on_or_about(self, unit):
        return f"on_or_about({unit.notation})"

    def uncertain(self, text, doubt):
        return f"{'uncertain' if doubt is Doubt.UNSURE else doubt}({text})"

    def between(self, first, last):
        return f"between({first.notation}, {last.notation})"

    def either(self, first, last):
        return f"either({first.notation}, {last.notation})"

    def near(self, saying):
        return f"near({saying.manner}, {saying.first.notation})"

    def within(self, unit, whole, *, later):
        return f"within({unit.notation}, {whole.notation}, {'later' if later else 'earlier'})"

    def or_earlier(self, unit):
        return f"or_earlier({unit.notation})"

    def or_later(self, unit):
        return f"or_later({unit.notation})"

    def units_range(self, first, last):
        return f"range({first.notation}, {last.notation})"

    def range_into(self, unit, whole):
        return f"range_into({unit.notation}, {whole.notation})"

    def bare_within(self, unit, whole, *, later):
        return f"bare_within({unit.notation}, {whole.notation}, {'later' if later else 'earlier'})"

    def bare_limit(self, unit, *, later):
        return f"bare_limit({unit.notation}, {'later' if later else 'earlier'})"

    def begun_within(self, whole, end, *, borrows):
        return f"begun_within({whole}, {end.edtf}, {'borrows' if borrows else 'whole'})"

    def since(self, moment):
        return f"since({moment})"

    def from_(self, moment):
        return f"from({moment})"

    def until(self, moment):
        return f"until({moment})"

    def since_loosely(self, moment):
        return f"since_loosely({moment})"

    def until_loosely(self, moment):
        return f"until_loosely({moment})"

    def leaving(self, since):
        return f"leaving {since}"


class TestMoment:
    @pytest.mark.parametrize(
        ("notation", "phrase"),
        [
            ("2018-05", "2018-05"),
            ("2018-05~", "about(2018-05)"),
            ("2018-05?", "uncertain(2018-05)"),
            ("2018-05%", "uncertain(about(2018-05))"),
            ("[..2018]", "or_earlier(2018)"),
            ("[2018..]", "or_later(2018)"),
            ("[2018..2019]", "either(2018, 2019)"),
            ("[2018..2020]", "between(2018, 2020)"),
            ("[1990..1993]", "part(199X)"),
            ("[2018-05..2018]", "within(2018-05, 2018, later)"),
            ("[2018..2018-05]", "within(2018-05, 2018, earlier)"),
        ],
    )
    def test_of_a_notation(self, notation, phrase):
        assert Named().moment(parse_moment(notation)) == phrase

    @pytest.mark.parametrize(
        ("typed", "phrase"),
        [
            ("on or about 24 may 2018", "on_or_about(2018-05-24)"),
            ("soon after 2018", "near(after, 2018)"),
            ("soon before 2018", "near(before, 2018)"),
            ("between 2018 and 2019", "between(2018, 2019)"),
        ],
    )
    def test_of_what_was_said(self, typed, phrase):
        assert Named().moment(moment_of(typed)) == phrase


class TestPeriod:
    @pytest.mark.parametrize(
        ("notation", "phrase"),
        [
            ("2004/2009", "range(2004, 2009)"),
            ("2004~/2009", "about(2004) – 2009"),
            ("2004/2009?", "2004 – uncertain(2009)"),
            ("2004?/2009?", "range(2004, 2009) (both uncertain)"),
            ("2004%/2009%", "uncertain(about(2004)) – uncertain(about(2009))"),
            ("2004-05?/2004?", "uncertain(2004-05) – uncertain(2004)"),
            ("2004?/2004-05?", "begun_within(uncertain(2004), 2004-05?, whole)"),
            ("2004%/2009?", "uncertain(about(2004)) – uncertain(2009)"),
            ("2004?/2009%", "uncertain(2004) – uncertain(about(2009))"),
            ("199X~/2004", "leaving since(199X~) until(2004)"),
            ("199X/200X", "range(199X, 200X)"),
            ("2004-05/2004", "range_into(2004-05, 2004)"),
            ("2004/2004-05", "begun_within(2004, 2004-05, borrows)"),
            ("2004/2004-05?", "begun_within(2004, 2004-05?, whole)"),
            ("2004?/2004-05-03", "begun_within(uncertain(2004), 2004-05-03, whole)"),
            ("2004/2004-21", "begun_within(2004, 2004-21, whole)"),
            ("199X/1994", "begun_within(199X, 1994, whole)"),
            ("2004/2004", "2004"),
            ("[2018..2020]/2024", "leaving since_loosely([2018..2020]) until(2024)"),
            ("2004/[2018..2020]", "leaving since(2004) until_loosely([2018..2020])"),
            ("[1990..1993]/2004", "part(199X) – 2004"),
            ("[..2004]/[2009..]", "range(2004, 2009) at least"),
            ("[..2004]/[2004..]", "2004 at least"),
            ("[..2004]/[2004-05..]", "bare_limit(2004, earlier) – bare_limit(2004-05, later)"),
            ("[..2004]/[2004-12-31..]", "bare_limit(2004, earlier) – bare_limit(2004-12-31, later)"),
            ("[..2004-05]/[2004..]", "bare_limit(2004-05, earlier) – bare_limit(2004, later)"),
            ("[..2004]/2009", "bare_limit(2004, earlier) – 2009"),
            ("2004?/[2009-05..2009]", "uncertain(2004) – bare_within(2009-05, 2009, later)"),
            ("2004/..", "since(2004)"),
            ("2004/", "2004, END UNKNOWN"),
            ("[..2004]/..", "since_loosely([..2004])"),
            ("[2004..]/..", "since_loosely([2004..])"),
            ("[2018..2020]/..", "since_loosely([2018..2020])"),
            ("[2018..2019]/..", "since_loosely([2018..2019])"),
            ("[2018..2020]/", "between(2018, 2020), END UNKNOWN"),
            ("[1990..1993]/..", "since([1990..1993])"),
            ("/2004", "until(2004)"),
            ("../2004", "until(2004), START OPEN"),
            ("/[2018..2020]", "until_loosely([2018..2020])"),
            ("../[2018..2020]", "until_loosely([2018..2020]), START OPEN"),
            ("/", "BOTH UNKNOWN"),
            ("../..", "START OPEN, END OPEN"),
            ("/..", "SINCE UNKNOWN"),
            ("../", "START OPEN, END UNKNOWN"),
        ],
    )
    def test_of_a_notation(self, notation, phrase):
        assert Named().period(parse_period(notation)) == phrase

    @pytest.mark.parametrize(
        ("start", "end", "phrase"),
        [
            ("before 24 may 2018", "2019", "near(before, 2018-05-24) – 2019"),
            ("2016", "soon after 2018", "2016 – near(after, 2018)"),
            ("by mid-2016", "2019", "leaving since_loosely([..2016-08]) until(2019)"),
            ("on or about may 2018", "24 may 2018", "on_or_about(2018-05) – 2018-05-24"),
            # “At least” is said of two limits alone, of which nothing else is said.
            ("2004 or earlier", "2009 or later", "range(2004, 2009) at least"),
            ("before 2005", "2009 or later", "near(before, 2005) – bare_limit(2009, later)"),
            ("2004 or earlier", "after 2008", "bare_limit(2004, earlier) – near(after, 2008)"),
            ("probably by 2004", "2009 or later", "probably(bare_limit(2004, earlier)) – bare_limit(2009, later)"),
            ("by 2004", "probably 2009 or later", "bare_limit(2004, earlier) – probably(bare_limit(2009, later))"),
            (
                "probably by 2004",
                "probably 2009 or later",
                "probably(bare_limit(2004, earlier)) – probably(bare_limit(2009, later))",
            ),
            # What is doubted in one word is doubted once only where both ends share their year.
            ("probably may 2018", "probably june 2018", "range(2018-05, 2018-06) (probably)"),
            ("probably 2018", "probably 2019", "probably(2018) – probably(2019)"),
        ],
    )
    def test_of_what_was_said(self, start, end, phrase):
        period = make_period(moment_of(start), moment_of(end), Edge.KNOWN, Edge.KNOWN)
        assert Named().period(period) == phrase

    @pytest.mark.parametrize(
        ("notation", "phrase"),
        [
            ("2041/..", "from(2041)"),
            ("2041/", "2041, END UNKNOWN"),
            ("[2041..2043]/..", "between(2041, 2043), END NEVER"),
            ("[..2041]/..", "or_earlier(2041), END NEVER"),
            ("[2041..2043]/", "between(2041, 2043), END UNKNOWN"),
        ],
    )
    def test_of_what_is_to_come(self, notation, phrase):
        assert Named().period(parse_period(notation), to_come=True) == phrase


class TestUnit:
    def test_of_a_moment_is_without_its_sign(self):
        assert unit_of(parse_moment("2018-05~")) == parse_unit("2018-05")

    @pytest.mark.parametrize("notation", ["[2018..2020]", "[..2018]", "[2018..]"])
    def test_of_a_span_there_is_none(self, notation):
        with pytest.raises(ValueError, match="no single unit"):
            unit_of(parse_moment(notation))

    @pytest.mark.parametrize("notation", ["2018~", "2018?", "[..2018]"])
    def test_with_a_sign_is_not_plain(self, notation):
        assert not is_plain(parse_moment(notation))
        assert is_plain(parse_moment("2018"))


class TestSaying:
    def test_of_a_unit_or_a_limit_there_is_none(self):
        assert saying_of(parse_moment("2018")) is saying_of(parse_moment("[..2018]")) is None

    def test_of_a_span_is_what_was_said_else_what_its_ends_imply(self):
        assert saying_of(parse_moment("[2018..2019]")).manner is Manner.EITHER
        assert saying_of(moment_of("between 2018 and 2019")).manner is Manner.BETWEEN


@pytest.mark.parametrize(
    ("notation", "awkward"),
    [
        ("2018", False),
        ("2018~", False),
        ("[1990..1993]", False),
        ("[2018..2020]", True),
        ("[2018..2019]", True),
        ("[2018-05..2018]", True),
        ("[2018..2018-05]", True),
        ("[..2018]", True),
        ("[2018..]", True),
    ],
)
def test_words_that_cannot_stand_beside_a_dash(notation, awkward):
    assert is_awkward(parse_moment(notation)) is awkward


@pytest.mark.parametrize(
    ("typed", "awkward"),
    [("by mid-2018", True), ("before mid-2018", False), ("on or soon after 2018", False), ("on or about 2018", False)],
)
def test_limit_that_lets_a_part_in_cannot_stand_so_either(typed, awkward):
    assert is_awkward(moment_of(typed)) is awkward


@pytest.mark.parametrize(
    ("first", "last", "once"),
    [
        ("2018-05-24", "2018-05-28", Precision.DAY),
        ("2018-05-24", "2018-06-28", Precision.MONTH),
        ("2018-05-24", "2019-05-28", None),
        ("2018-05", "2018-06", Precision.MONTH),
        ("2018-05", "2019-06", None),
        ("2018-05", "2018-06-28", None),
        ("2018-21", "2018-22", None),
        ("2018", "2018", None),
    ],
)
def test_what_two_ends_say_once(first, last, once):
    assert elided(parse_unit(first), parse_unit(last)) is once
