"""The succession in an office: in order, without a gap, and never at odds with the holders of a day."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from partnerships.offices import Verdict, holders, succession
from tests.factories import CitationFactory, DesignationFactory, EmbassyFactory, MissionFactory

from . import strategies
from .register import TODAY, make_office, make_step, make_tenure

pytestmark = pytest.mark.django_db


def fill(office, several):
    for one in several:
        made = make_tenure(office, f"person-{one['person']}", one["period"], checked_on=one["checked_on"])
        for kind, when in one["steps"]:
            make_step(made, kind, when)
        if one["source"]:
            CitationFactory(tenure=made, source__publication="published", source__date=one["source"])


def agree(office):
    found = succession(office, today=TODAY)
    for on in sorted({bound for row in found for bound in (row.first, row.last)}):
        said = Counter(brief(row.answer, row.holder) for row in found if row.first <= on <= row.last)
        answer = holders(office, on, today=TODAY)
        named = [brief(Verdict.CERTAIN, holder) for holder in answer.certain]
        named += [brief(Verdict.POSSIBLE, holder) for holder in answer.possible]
        unnamed = (Verdict.NOBODY if answer.known else Verdict.NOT_KNOWN, "", None)
        assert said == Counter(named or [unnamed]), on


def brief(verdict, holder):
    return (verdict, holder.tenure.key, holder.by_virtue_of) if holder else (verdict, "", None)


def test_row_begins_and_ends_between_two_days_where_the_record_leaves_both_open():
    office = make_office()
    make_tenure(office, "somebody", "2018/2020")
    (row,) = [one for one in succession(office, today=TODAY) if one.answer is Verdict.CERTAIN]
    assert (row.start.earliest, row.start.latest) == (date(2018, 1, 1), date(2018, 12, 31))
    assert (row.end.earliest, row.end.latest) == (date(2020, 1, 1), date(2020, 12, 31))


class TestAgreement(TestCase):
    """The succession and the holders say the same of every day, names and all."""

    @given(head=strategies.offices, own=strategies.tenures, ambassadors=strategies.tenures)
    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15)
    def test_for_any_register(self, head, own, ambassadors):
        embassy, mission = EmbassyFactory(publication="published"), MissionFactory(publication="published")
        ambassador = make_office(embassy=embassy, heads_post=True)
        held = make_office(mission=mission, heads_post=True, **head)
        fill(held, own)
        fill(ambassador, ambassadors)
        DesignationFactory(publication="published", mission=mission, embassy=embassy, period="2002/2004-02-02")
        agree(held)
        agree(ambassador)
