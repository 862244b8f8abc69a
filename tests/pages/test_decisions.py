"""Whom a decision concerns."""

import pytest

from partnerships.pages.decisions import _concerned, _line, decision_facts
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    DecisionFactory,
    OrganizationFactory,
    PartnerFactory,
    PlaceFactory,
    past_the_fence,
)
from tests.pages.reading import cells, facts_said

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def partner(period, publication="published"):
    return PartnerFactory(period=period, publication=publication, state__publication="published")


def test_partners_are_certain_where_they_were_so_on_every_day_on_which_it_may_have_been_taken():
    decision = DecisionFactory(scope="all_partners", date="2018", **PUBLISHED)
    certain, possible, ended = partner("2014-01-01/.."), partner("2018-06-01/.."), partner("2014-01-01/2018-06-30")
    partner("2019-01-01/.."), partner("2014-01-01/..", publication="draft")
    assert _concerned(decision) == ([certain], [possible, ended])


def test_decision_about_the_partners_named_concerns_no_others():
    partner("2014-01-01/..")
    assert _concerned(DecisionFactory(scope="partners", date="2018", **PUBLISHED)) == ([], [])


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("scope", "said"),
    [("partners", ("Partners", "Japan")), ("all_partners", ("Concerns", "all partners at that date"))],
)
def test_facts_name_the_partners_or_say_that_it_concerns_all(scope, said):
    decision = DecisionFactory(scope=scope, number="C-1", body=OrganizationFactory(name_en="Body", **PUBLISHED))
    decision.partners.add(partner("1990/.."))
    assert facts_said(decision_facts(decision)) == [
        ("Date", "24 May 2018"),
        ("Number", "C-1"),
        ("Decided by", "Body"),
        said,
    ]


@pytest.mark.usefixtures("english")
@past_the_fence()
def test_line_has_the_number_and_the_place_and_areas_that_are_public():
    decision = DecisionFactory(number="C-1", place=PlaceFactory(name_en="Madrid", **PUBLISHED), **PUBLISHED)
    for name, publication in (("space", "published"), ("secret", "draft")):
        decision.areas.add(AreaFactory(name_en=name, publication=publication))
    assert cells(_line(decision)) == ["No. C-1", "Madrid", "space"]
    decision.number, decision.place = "", PlaceFactory()
    assert cells(_line(decision)) == ["space"]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("number", "said"), [("12", ["No. 12"]), ("No. 12 bis", ["No. 12 bis"]), ("n° 2018-12", ["n° 2018-12"]), ("", [])]
)
def test_number_that_says_so_itself_is_said_once(number, said):
    assert cells(_line(DecisionFactory(number=number))) == said
