"""Registers of all shapes for Hypothesis: periods that contradict nothing, milestones that may, coverage, checks."""

from datetime import date

from hypothesis import strategies as st

from partnerships import dates

DAYS = (
    *("2001-03-01", "2001-03-02", "2002", "2002-05", "2003-07-09", "2004~"),
    *("[2002..2004]", "2005-01-01", "2031-01-01"),
)
SIDES = (*DAYS, "", "..", "[..2003]", "[2003..]", "9999-12-31")
KINDS = ("appointed", "arrived", "credentials", "seen", "recalled", "departed", "ended")
PEOPLE = (1, 2, 3)


@st.composite
def periods(draw):
    """A period whose earliest start does not lie after its latest end."""
    first, last = draw(st.sampled_from(SIDES)), draw(st.sampled_from(SIDES))
    return f"{first}/{last}" if readable(f"{first}/{last}") else f"{first}/"


def readable(text: str) -> bool:
    try:
        dates.parse_period(text)
    except dates.DateError:
        return False
    return True


steps = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(DAYS)), max_size=3, unique=True)
deaths = st.sampled_from(["", "", "2002-05-05", "2003"])
tenures = st.lists(
    st.fixed_dictionaries(
        {
            "person": st.sampled_from(PEOPLE),
            "period": periods(),
            "steps": steps,
            "source": st.sampled_from(["", "2003-01-01", "2006-06-06"]),
            "checked_on": st.sampled_from([None, None, date(2005, 5, 5)]),
        }
    ),
    max_size=4,
)
offices = st.fixed_dictionaries(
    {
        "period": st.sampled_from(["", "2001-06-01/..", "2002/2004", "../2004-04-04", "[2001..2002]/"]),
        "coverage": st.sampled_from(["", "2001/2003", "2002-02-02/.."]),
        "checked_on": st.sampled_from([None, date(2003, 3, 3), date(2006, 1, 1)]),
        "single_holder": st.booleans(),
    }
)
missions = st.sampled_from(["", "2001-04-01/2004", "[2001..2003]/.."])
designations = st.lists(periods(), min_size=1, max_size=2)
todays = st.sampled_from([date(2004, 6, 1), date(2026, 2, 18)])
