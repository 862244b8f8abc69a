"""The words by which a sentence tells of practical cooperation, and of counts."""

import pytest

from partnerships.gleaning.words_of_cooperation import ENDS, WORKED_TOGETHER, count_said, counted_in


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Il a collaboré avec l’Alliance en vue de stabiliser A, de lutter contre B et de renforcer C.", 3),
        ("It has worked closely with NATO to train soldiers.", 1),
    ],
)
def test_ends_are_told_one_by_one(text, ends):
    worked = WORKED_TOGETHER.search(text)
    assert worked
    assert len([*ENDS.finditer(text, worked.end())]) == ends


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("moins de trente l’avaient fait", (30, "less_than")),
        ("more than 25 partners have opened missions", (25, "more_than")),
        ("une vingtaine de pays", None),
        ("about 30 partners have established contact with a mission", None),
        ("in 2016 twenty had done so", (20, "exactly")),
        ("at least twenty have done so", None),
        ("no more than twenty have done so", None),
        ("one hundred and twenty have done so", None),
        ("quatre-vingt-dix l’ont fait", None),
        ("one of the twenty partners had opened a mission", None),
        ("between ten and fifteen have done so", None),
    ],
)
def test_count_has_its_qualifier(text, said):
    counted = counted_in(text)
    assert (count_said(counted) if counted else None) == said


@pytest.mark.parametrize("text", ["It would have worked with NATO to", "It has rarely worked with NATO to"])
def test_what_hardly_was_is_not_told(text):
    assert not WORKED_TOGETHER.search(text)
