"""Words of English: ordinals, articles and prepositions."""

import pytest

from partnerships.dates.edtf import parse_unit
from partnerships.dates.named_parts import DatePart, PartKind
from partnerships.dates.reading_moments import moment_of
from partnerships.dates.sayings import Manner, Nearness, Saying
from partnerships.dates.wording_english import English, is_ambiguous, ordinal

WORDS = English()


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (20, "20th"),
        (21, "21st"),
        (100, "100th"),
    ],
)
def test_ordinal(number, written):
    assert ordinal(number) == written


@pytest.mark.parametrize(
    ("notation", "ambiguous"), [("190X", True), ("191X", False), ("200X", False), ("180X", True), ("1900", False)]
)
def test_decade_that_can_be_a_century(notation, ambiguous):
    assert is_ambiguous(parse_unit(notation)) is ambiguous


@pytest.mark.parametrize(
    ("kind", "notation", "number", "written"),
    [
        (PartKind.THIRD, "2018-05", 0, "early May 2018"),
        (PartKind.THIRD, "2018", 1, "mid-2018"),
        (PartKind.THIRD, "199X", 2, "late 1990s"),
        (PartKind.EDGE, "2018-05", 0, "beginning of May 2018"),
        (PartKind.EDGE, "2018", 1, "middle of 2018"),
        (PartKind.EDGE, "199X", 2, "end of the 1990s"),
        (PartKind.HALF, "2018", 0, "first half of 2018"),
        (PartKind.HALF, "199X", 1, "second half of the 1990s"),
        (PartKind.QUARTER, "2018", 3, "fourth quarter of 2018"),
        (PartKind.WEEK, "2018-05-21", 0, "week of 21 May 2018"),
        (PartKind.CENTURY, "1801", 0, "19th century"),
        (PartKind.CENTURY, "2001", 0, "21st century"),
    ],
)
def test_part(kind, notation, number, written):
    assert WORDS.part(DatePart(kind, parse_unit(notation), number)) == written


@pytest.mark.parametrize(
    ("manner", "near", "included", "notation", "written"),
    [
        (Manner.AFTER, Nearness.SOON, False, "2018-05-24", "soon after 24 May 2018"),
        (Manner.AFTER, Nearness.SHORTLY, False, "199X", "shortly after the 1990s"),
        (Manner.AFTER, Nearness.JUST, True, "2018-05", "in or just after May 2018"),
        # English has no “soon before”.
        (Manner.BEFORE, Nearness.SOON, False, "2018", "shortly before 2018"),
        (Manner.BEFORE, Nearness.SHORTLY, True, "2018-05-24", "on or shortly before 24 May 2018"),
        (Manner.BEFORE, Nearness.JUST, False, "2018", "just before 2018"),
    ],
)
def test_near(manner, near, included, notation, written):
    assert WORDS.near(Saying(manner, parse_unit(notation), near=near, included=included)) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("on or about 24 may 2018", "on or about 24 May 2018"),
        ("in or about may 2018", "in or about May 2018"),
        ("between early may 2018 and 2019", "between early May 2018 and 2019"),
        ("late 2018 or early 2019", "late 2018 or early 2019"),
        ("second half of 2018 or first half of 2019", "the second half of 2018 or the first half of 2019"),
        ("autumn 2018 or winter 2018", "autumn 2018 or winter 2018–2019"),
        ("spring 2018 or summer 2018", "spring or summer 2018"),
        ("winter 2018 or spring 2019", "winter 2018–2019 or spring 2019"),
    ],
)
def test_what_was_typed(typed, written):
    assert WORDS.moment(moment_of(typed)) == written


@pytest.mark.parametrize(
    ("typed", "after_since"),
    [
        ("1990s", "since the 1990s"),
        ("1990s?", "since the 1990s (uncertain)"),
        ("about the 1990s", "since about the 1990s"),
        ("early 1990s", "since the early 1990s"),
        ("late may 2018", "since late May 2018"),
        ("end of may 2018", "since the end of May 2018"),
        ("soon after 2018", "since soon after 2018"),
    ],
)
def test_after_a_preposition(typed, after_since):
    moment = moment_of(typed)
    assert WORDS.since(moment) == after_since
    assert WORDS.until(moment) == after_since.replace("since", "until", 1)
    assert WORDS.from_(moment) == after_since.replace("since", "from", 1)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2018-21", "2018-22", "spring 2018 – summer 2018"),
        ("2018", "2019", "2018–2019"),
        ("2018-05", "2018-06", "May–June 2018"),
        ("2018-05-24", "2018-05-28", "24–28 May 2018"),
        ("2018-05-24", "2018-06-01", "24 May – 1 June 2018"),
        ("199X", "2004", "1990s – 2004"),
    ],
)
def test_range(first, last, written):
    assert WORDS.units_range(parse_unit(first), parse_unit(last)) == written


def test_winter_lies_in_two_years_but_the_last():
    assert WORDS.unit(parse_unit("2017-24")) == "winter 2017–2018"
    assert WORDS.unit(parse_unit("9998-24")) == "winter 9998–9999"
    assert WORDS.unit(parse_unit("9999-24")) == "winter 9999"
