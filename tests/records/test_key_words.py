"""The words that keys are made of."""

import pytest

from partnerships.models import Area, Decision, Organization, Person, State, Tenure
from partnerships.records.key_words import joined, short_key, slug_of, start_of, usual_key
from partnerships.records.kinds import KINDS


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Œuvre d’art", "oeuvre-d-art"), ("_a_b_", "a-b"), ("", ""), ("one two three", "one-two")],
)
def test_are_folded_and_cut_at_a_word(text, slug):
    assert slug_of(text, 12) == slug


@pytest.mark.parametrize(
    ("record", "start"),
    [
        (Decision(date="2018-05-24"), "2018-05-24"),
        (Decision(date="2018-05~"), "2018-05"),
        (Tenure(period="2004/.."), "2004"),
        (Tenure(period="../2004"), ""),
        (Decision(date="199X"), ""),
        (Area(), ""),
    ],
)
def test_tell_the_start_as_far_as_it_is_known(record, start):
    assert start_of(record) == start


def test_leave_out_what_is_missing():
    assert joined("a", "", "b") == "a-b"


def test_are_the_name_or_the_day_and_the_title_unless_a_kind_says_otherwise():
    assert usual_key(Area(name_fr="Sûreté", name_en="Security")) == "security"
    assert usual_key(Decision(date="2018-05-24", title_fr="Une décision")) == "2018-05-24-une-decision"
    assert short_key(Organization(name_en="Alliance", abbreviation_en="NATO")) == "nato"
    assert KINDS["state"].makes_key(State(iso2="JP", name_en="Japan")) == "jp"
    assert KINDS["person"].makes_key(Person(name="Taro Kono", family_name="Kono", given_name="Taro")) == "kono-taro"
