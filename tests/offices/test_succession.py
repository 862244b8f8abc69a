"""The succession in an office: in order, without a gap, and never at odds with the holders of a day."""

import cProfile
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from partnerships import kept_in_process
from partnerships.models import Mission, Office, Person, Tenure
from partnerships.offices import Verdict, claims, holders, succession
from partnerships.offices.succession import Succession
from tests.factories import CitationFactory, DesignationFactory, EmbassyFactory, MissionFactory

from . import strategies
from .register import TODAY, in_brief, make_office, make_step, make_tenure, rows

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


@pytest.mark.once
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


class TestKept:
    """What is worked out once is worked out anew when, and only when, something is read that it rests on."""

    @pytest.fixture
    def office(self):
        mission = MissionFactory(publication="published", period="1990/..")
        office = make_office(mission=mission, heads_post=True, period="1985/..", coverage="1990/2026")
        for number, period in enumerate(("1990/1994-05", "1994-06/", "/2003", "2004-02-03/2010", "2012/..")):
            make_tenure(office, f"person-{number}", period)
        return office

    def said(self, office):
        """What is said now, and what would be if nothing were kept."""
        found = []
        for forget in (False, True):
            if forget:
                kept_in_process.forget()
            now = Office.objects.get(pk=office.pk)
            answers = [holders(now, date(year, 7, 1), today=TODAY) for year in range(1980, 2028, 3)]
            found.append(([each.period for each in succession(now, today=TODAY)], rows(now), map(in_brief, answers)))
        (periods, several, brief), (other_periods, others, other_brief) = found
        assert (periods, several, list(brief)) == (other_periods, others, list(other_brief))
        return periods, several

    @pytest.mark.parametrize(
        "change",
        [
            lambda office: make_tenure(office, "person-9", "2011/2011"),
            lambda office: Tenure.objects.filter(period="/2003").update(period="/2002-05"),
            lambda office: Tenure.objects.filter(period="2012/..").update(publication="draft"),
            lambda office: Tenure.objects.filter(period="2012/..").update(checked_on=TODAY),
            lambda office: make_step(Tenure.objects.get(period="1994-06/"), "seen", "1997-03-02"),
            lambda office: Person.objects.filter(key="person-4").update(death="2015-01-01"),
            lambda office: CitationFactory(
                tenure=Tenure.objects.get(period="2012/.."),
                source__publication="published",
                source__date="2026-01-05",
            ),
            lambda office: Office.objects.update(period="1991-03/.."),
            lambda office: Office.objects.update(coverage="1990/2000"),
            lambda office: Office.objects.update(single_holder=False),
            lambda office: Mission.objects.update(period="1992-04/.."),
            lambda office: Mission.objects.update(coverage="2000/2026", checked_on="2026-01-05"),
        ],
    )
    def test_is_said_anew_where_it_changed(self, office, change):
        before = self.said(office)
        change(office)
        assert self.said(office) != before

    def test_is_not_worked_out_again_where_something_else_changed(self, office, monkeypatch):
        before = rows(office)
        monkeypatch.setattr(claims, "tenure_days", None)
        Office.objects.update(name_en="Another name")
        found = succession(Office.objects.get(pk=office.pk), today=TODAY)
        assert rows(office) == before
        assert {row.holder.tenure.office.name_en for row in found if row.holder} == {"Another name"}

    @pytest.mark.once
    def test_tenures_read_as_they_were_take_a_few_calls_of_functions_each(self):
        few, many = (self.calls(number) for number in (20, 120))
        assert many - few < 6 * 100

    def calls(self, tenures):
        """How many functions are called to say who is in office, with so many tenures read as they were last time."""
        office = make_office()
        for year in range(1880, 1880 + tenures):
            make_tenure(office, "somebody", f"{year}-02/{year}-09")
        rows(office)
        called = cProfile.Profile()
        called.runcall(lambda: Succession(Office.objects.get(pk=office.pk), today=TODAY).rows(0, 1))
        return sum(each.callcount for each in called.getstats())
