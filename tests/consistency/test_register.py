"""What the register finds wrong with itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships.consistency import check_register
from partnerships.models import Statement, TimelineFacet
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Read the findings in English: commands answer in the language of the site."""
    with override("en"):
        yield


def found(severity):
    return {(finding.kind, finding.key) for finding in check_register() if finding.severity == severity}


def published_decision(**fields):
    return DecisionFactory(publication="published", body=OrganizationFactory(publication="published"), **fields)


@pytest.mark.once
class TestErrors:
    def test_sound_register_has_none(self):
        CitationFactory(decision=published_decision(), source__publication="published")
        assert found("error") == set()

    def test_published_decision_of_a_draft_body_is_found(self):
        DecisionFactory(key="d", publication="published")
        assert found("error") == {("decision", "d")}

    @past_the_fence()
    def test_published_decision_about_a_draft_partner_is_found(self):
        decision = published_decision(key="d")
        decision.partners.add(PartnerFactory())
        assert found("error") == {("decision", "d")}

    @past_the_fence()
    def test_public_target_hides_no_other_of_the_same_link(self):
        decision = published_decision(key="d")
        decision.partners.add(PartnerFactory(publication="published"), PartnerFactory(key="p"), PartnerFactory(key="q"))
        sentences = [finding.sentence for finding in check_register() if finding.severity == "error"]
        assert [sentence[-10:] for sentence in sentences] == ["partner/p.", "partner/q."]

    def test_part_of_a_part_of_a_published_visit_is_found(self):
        meeting = MeetingFactory(stop=StopFactory(visit=VisitFactory(key="v", publication="published")), publication="")
        ParticipationFactory(meeting=meeting)
        assert ("visit", "v") in found("error")

    @past_the_fence()
    def test_withdrawn_target_of_many_is_found(self):
        first, second = (StatementFactory(key=key, publication="published") for key in ("a", "b"))
        first.contradicts.add(second)
        Statement.objects.filter(key="b").update(publication="withdrawn", withdrawal_reason_en="Wrong")
        assert found("error") == {("statement", "a")}

    def test_draft_source_of_a_published_decision_is_found(self):
        CitationFactory(decision=published_decision(key="d"))
        assert found("error") == {("decision", "d")}

    def test_index_out_of_step_is_found(self):
        published_decision(key="d")
        TimelineFacet.objects.all().delete()
        assert found("error") == {("decision", "d")}

    def test_record_that_leads_back_to_itself_is_found(self):
        first, second = AreaFactory(key="a"), AreaFactory(key="b")
        for one, other in ((first, second), (second, first)):
            one.parent = other
            one.save()
        assert found("error") == {("area", "a"), ("area", "b")}

    def test_record_in_its_own_list_is_found(self):
        state, statement = StateFactory(key="s"), StatementFactory(key="own")
        state.predecessors.add(state)
        statement.contradicts.add(statement, StatementFactory(key="other"))
        assert found("error") == {("state", "s"), ("statement", "own")}


@pytest.mark.once
class TestWarnings:
    def test_record_without_source_is_found(self):
        published_decision(key="d")
        assert ("decision", "d") in found("warning")

    def test_missing_translation_is_found(self):
        CitationFactory(decision=published_decision(key="d", title_en=""), source__publication="published")
        assert ("decision", "d") in found("note")

    def test_sighting_outside_the_stated_period_warns(self):
        for key, day in (("inside", "2011-05-01"), ("outside", "2013-05-01")):
            tenure = TenureFactory(key=key, period="2010-01-01/2012-01-01")
            MilestoneFactory(tenure=tenure, kind="seen", date=day)
        warned = found("warning")
        assert ("tenure", "outside") in warned
        assert ("tenure", "inside") not in warned

    def test_overlap_warns(self):
        office = OfficeFactory()
        for key, period in (("one", "2010-01-01/2012-01-01"), ("two", "2011-01-01/2013-01-01")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period)
        assert ("tenure", "one") in found("warning")

    def test_overlap_with_one_who_lasts_longer_warns(self):
        office = OfficeFactory()
        for key, period in (("one", "1990/2000-12-31"), ("two", "1991/1992"), ("three", "1995-01-01/1996-12-31")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period, acting=key == "two")
        assert ("tenure", "one") in found("warning")
        assert ("tenure", "two") not in found("warning")

    def test_handover_on_one_day_does_not(self):
        office = OfficeFactory()
        for key, period in (("one", "2010-01-01/2012-01-01"), ("two", "2012-01-01/2013-01-01")):
            TenureFactory(key=key, office=office, person=PersonFactory(), period=period)
        assert ("tenure", "one") not in found("warning")


class TestQueries:
    def some(self, number):
        for n in range(number):
            published_decision(key=f"d-{number}-{n}", scope="all_partners")
            tenure = TenureFactory(publication="published", period="2010/..")
            CitationFactory(tenure=tenure, source__publication="published")
            MilestoneFactory(tenure=tenure)
            visit = VisitFactory()
            ParticipationFactory(meeting=MeetingFactory(stop=StopFactory(visit=visit)), person=tenure.person)

    def test_number_does_not_grow_with_the_records(self):
        counts = []
        for number in (2, 5):
            self.some(number)
            with CaptureQueriesContext(connection) as queries:
                check_register()
            counts.append(len(queries))
        assert counts[0] == counts[1]
