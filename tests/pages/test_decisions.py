"""Whom a decision concerns."""

import pytest

from partnerships.pages.decisions import _concerned
from tests.factories import PUBLISHED, DecisionFactory, PartnerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def partner(period, publication="published"):
    return PartnerFactory(period=period, publication=publication, state__publication="published")


def test_partners_are_certain_where_they_were_so_on_every_day_on_which_it_may_have_been_taken():
    decision = DecisionFactory(scope="all_partners", date="2018", **PUBLISHED)
    certain, possible, ended = partner("2014-01-01/.."), partner("2018-06-01/.."), partner("2014-01-01/2018-06-30")
    partner("2019-01-01/.."), partner("2014-01-01/..", publication="draft")
    assert _concerned(decision) == ([certain], [possible, ended])
