"""Dates drawn at random, with the rare ones (year 1, year 9999, winters, leap days) drawn often."""

from calendar import monthrange

from hypothesis import assume, settings
from hypothesis import strategies as st

from partnerships.dates import DateError, Moment, Period, parse_moment, parse_period

few = settings(max_examples=60, deadline=None)
some = settings(max_examples=200, deadline=None)
many = settings(max_examples=500, deadline=None)

YEARS = st.one_of(
    st.integers(1, 9999),
    st.integers(1945, 2030),
    st.integers(1990, 2001),
    st.sampled_from([1, 2, 9, 10, 9990, 9998, 9999]),
)


@st.composite
def days(draw) -> str:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    length = monthrange(year, month)[1]
    day = draw(st.one_of(st.integers(1, length), st.sampled_from([1, length])))
    return f"{year:04d}-{month:02d}-{day:02d}"


months = st.builds(lambda year, month: f"{year:04d}-{month:02d}", YEARS, st.integers(1, 12))
seasons = st.builds(lambda year, season: f"{year:04d}-{season}", YEARS, st.integers(21, 24))
years = st.builds(lambda year: f"{year:04d}", YEARS)
decades = st.builds(lambda year: f"{year // 10:03d}X", YEARS)
units = st.one_of(days(), months, seasons, years, decades)
signs = st.sampled_from(["", "", "~", "?", "%"])
thirds = st.builds(
    lambda decade, ends: f"[{decade}{ends[0]}..{decade}{ends[1]}]",
    st.integers(100, 999),
    st.sampled_from(["03", "46", "79"]),
)


def or_discard(parse, text):
    try:
        return parse(text)
    except DateError:
        assume(False)


@st.composite
def near_pairs(draw) -> tuple[str, str]:
    """Two units, often of the same year or month, so that what they share can be said once."""
    first = draw(units)
    last = draw(st.one_of(units, units.map(lambda unit: first[:4] + unit[4:]), st.just(first[:-1] + "9")))
    return first, last


@st.composite
def moments(draw) -> Moment:
    shape = draw(st.sampled_from(["signed", "signed", "span", "third", "before", "after"]))
    if shape == "signed":
        text = draw(units) + draw(signs)
    elif shape == "span":
        first, last = draw(near_pairs())
        text = f"[{first}..{last}]"
    elif shape == "third":
        text = draw(thirds)
    elif shape == "before":
        text = f"[..{draw(units)}]"
    else:
        text = f"[{draw(units)}..]"
    return or_discard(parse_moment, text)


@st.composite
def periods(draw) -> Period:
    shape = draw(st.sampled_from(["near", "any", "single"]))
    if shape == "single":
        return parse_period(draw(moments()).edtf)
    if shape == "near":
        text = "/".join(draw(near_pairs()))
    else:
        side = st.one_of(moments().map(str), moments().map(str), st.sampled_from(["", ".."]))
        text = f"{draw(side)}/{draw(side)}"
    return or_discard(parse_period, text)
