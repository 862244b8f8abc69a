"""The words that keys are made of."""

import pytest

from partnerships.models import (
    Agreement,
    Area,
    Decision,
    Embassy,
    Membership,
    Organization,
    Person,
    Posting,
    State,
    Tenure,
)
from partnerships.records.key_words import (
    between,
    joined,
    key_text,
    mistyped,
    short_key,
    slug_of,
    start_of,
    titled_key,
    usual_key,
    year_of,
)
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
        (Agreement(date="2018-05-24", period="2019/.."), "2018-05-24"),
        (Tenure(period="../2004"), ""),
        (Tenure(period="2004-05/2006"), "2004-05"),
        (Tenure(period="/2006"), ""),
        (Decision(date="2018-21"), ""),
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


@pytest.mark.parametrize(
    ("text", "longest", "slug"),
    [("one two", 7, "one-two"), ("one two", 6, "one"), ("onetwothree", 5, "onetw"), (None, 5, "")],
)
def test_that_just_fit_are_kept_and_one_long_word_is_cut(text, longest, slug):
    assert slug_of(text, longest) == slug


@pytest.mark.parametrize(
    ("french", "english", "text"), [("Sûreté", "Security", "Security"), ("Sûreté", "", "Sûreté"), (None, None, "")]
)
def test_are_english_or_else_french(french, english, text):
    assert key_text(Area(name_fr=french, name_en=english), "name") == text


def test_of_a_record_between_two_are_theirs_as_far_as_there_is_a_second():
    japan, belgium = State(key="jp"), State(key="be")
    assert between(Embassy(state=japan, receiving_state=belgium), "state", "receiving_state") == "jp-be"
    assert between(Membership(state=japan), "state", "framework", "organization") == "jp"
    member = Membership(state=japan, organization=Organization(key="nato"))
    assert between(member, "state", "framework", "organization") == "jp-nato"


def test_day_and_title_are_told_as_far_as_they_are_known():
    assert (year_of(Decision(date="2018-05-24")), year_of(Decision())) == ("2018", "")
    assert titled_key(Decision(title_en="A decision")) == "a-decision"
    assert titled_key(Decision(date="2018")) == "2018"
    posting = Posting(state=State(key="jp"), organization=Organization(key="nato"), period="2014/..")
    assert KINDS["posting"].makes_key(posting) == "jp-nato-2014"
    assert short_key(Organization(name_en="Alliance")) == "alliance"
    assert KINDS["state"].makes_key(State(name_en="Kosovo")) == "kosovo"


class TestMistyped:
    def test_has_a_letter_more_or_less_another_or_two_turned_round(self):
        found = mistyped("jp-nato")
        assert {"jp-nat", "jp-ato", "jp-natoo", "jp-natox", "jp-xnato", "jp-anto", "jp-naot", "jp-nata"} <= found
        assert {"jp-nato", "jp-na", "jp-otan", "jp-n8to", "jp-na-to"}.isdisjoint(found)

    def test_is_in_one_word_of_several(self):
        found = mistyped("abel-cain")
        assert {"abe-cain", "abel-cai"} <= found
        assert "abe-cai" not in found

    def test_code_number_or_sign_means_something_else_with_another_letter(self):
        assert mistyped("abc") == mistyped("2018") == mistyped("nato2") == set()
        assert all(each.startswith("jp-") for each in mistyped("jp-nato"))
        assert all(each.endswith("-2018") for each in mistyped("visit-2018"))
        assert "abc" in mistyped("abcd")

    def test_is_not_looked_for_of_a_long_key(self):
        assert mistyped("a" * 40)
        assert mistyped("a" * 41) == set()
