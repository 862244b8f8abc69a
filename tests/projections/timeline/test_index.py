"""The reading index follows the records."""

import pytest

from partnerships.models import TimelineFacet, TimelineLine
from partnerships.projections.timeline import comparison, index
from partnerships.projections.up_to_date import deferred
from partnerships.records.kinds import ON_THE_TIMELINE
from tests.factories import (
    FACTORIES,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    PartnerFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


def anchors():
    return sorted(f"{line.kind}-{line.key}-{line.moment}" for line in TimelineLine.objects.all())


def values(facet):
    return sorted(TimelineFacet.objects.filter(facet=facet).values_list("value", flat=True))


class TestLines:
    def test_draft_has_no_line(self):
        DecisionFactory()
        assert anchors() == []

    def test_published_decision_stands_on_its_day(self):
        DecisionFactory(key="d", publication="published")
        assert anchors() == ["decision-d-on"]

    def test_withdrawn_decision_leaves(self):
        decision = DecisionFactory(key="d", publication="published")
        decision.publication, decision.withdrawal_reason_fr = "withdrawn", "erreur"
        decision.save()
        assert anchors() == []

    def test_deleted_decision_leaves(self):
        DecisionFactory(publication="published").delete()
        assert anchors() == []

    def test_designation_begins_and_ends(self):
        DesignationFactory(key="d", publication="published")
        assert anchors() == ["designation-d-end", "designation-d-start"]

    def test_end_that_is_not_known_has_no_line(self):
        DesignationFactory(key="d", publication="published", period="2018-07-01/")
        assert anchors() == ["designation-d-start"]

    @pytest.mark.parametrize(
        ("factory", "usual", "other"), [(DecisionFactory, "main", "further"), (TenureFactory, "further", "main")]
    )
    def test_weight_is_the_usual_one_until_staff_say_otherwise(self, factory, usual, other):
        record = factory(publication="published")
        assert set(TimelineLine.objects.values_list("weight", flat=True)) == {usual}
        record.weight = other
        record.save()
        assert set(TimelineLine.objects.values_list("weight", flat=True)) == {other}
        type(record).objects.update(weight="")
        assert set(TimelineLine.objects.values_list("weight", flat=True)) == {usual}

    def test_every_kind_on_the_timeline_can_be_weighed(self):
        assert all(hasattr(kind.model, "weight") for kind in ON_THE_TIMELINE.values())

    def test_tenure_shows_its_credentials(self):
        tenure = TenureFactory(key="t", publication="published", period="2017-04-27/2019")
        MilestoneFactory(tenure=tenure, kind="credentials", date="2017-05-16")
        assert anchors() == ["tenure-t-credentials", "tenure-t-end", "tenure-t-start"]

    @past_the_fence()
    def test_meeting_at_a_stop_follows_its_visit(self):
        visit = VisitFactory(key="v")
        MeetingFactory(key="m", stop=StopFactory(visit=visit))
        assert anchors() == []
        visit.publication = "published"
        visit.save()
        assert anchors() == ["meeting-m-on", "visit-v-on"]

    def test_deleted_meeting_at_a_stop_leaves(self):
        visit = VisitFactory(key="v", publication="published")
        first, second = (MeetingFactory(key=key, stop=StopFactory(visit=visit)) for key in ("m", "n"))
        first.delete()
        assert anchors() == ["meeting-n-on", "visit-v-on"]
        second.stop.delete()
        assert anchors() == ["visit-v-on"]

    def test_meetings_leave_with_their_visit(self):
        visit = VisitFactory(publication="published")
        MeetingFactory(stop=StopFactory(visit=visit))
        visit.delete()
        assert anchors() == []


class TestFacets:
    @past_the_fence()
    def test_links_to_many_are_followed(self):
        decision = DecisionFactory(publication="published")
        decision.partners.add(PartnerFactory(key="jp"))
        assert values("partner") == ["jp"]
        decision.partners.clear()
        assert values("partner") == []

    def test_decision_about_all_belongs_to_the_partners_of_its_day(self):
        DecisionFactory(publication="published", scope="all_partners", date="2011")
        PartnerFactory(key="jp", period="[1990..1993]/..")
        PartnerFactory(key="late", period="2015/..")
        PartnerFactory(key="gone", period="1994/2009")
        assert values("partner") == ["jp"]

    def test_partner_recorded_later_finds_its_tenures(self):
        office = OfficeFactory()
        partner = PartnerFactory(key="jp")
        office.state = partner.state
        office.save()
        TenureFactory(office=office, publication="published", period="2017/..")
        assert values("partner") == ["jp"]
        partner.delete()
        assert values("partner") == []

    def test_citation_puts_the_line_under_its_source(self):
        decision = DecisionFactory(publication="published")
        citation = CitationFactory(decision=decision, source__key="nato")
        assert values("source") == ["nato"]
        citation.delete()
        assert values("source") == []


class TestWholeIndex:
    def fill(self):
        for make in FACTORIES.values():
            make(publication="published")
        MeetingFactory(stop=StopFactory(visit=VisitFactory(publication="published")))
        decision = DecisionFactory(publication="published", scope="all_partners", date="2011")
        CitationFactory(decision=decision)

    def test_rebuilding_changes_nothing(self):
        self.fill()
        before = list(TimelineFacet.objects.order_by("facet", "value", "sort").values_list("facet", "value", "sort"))
        assert len(before) > 20
        index.rebuild()
        after = list(TimelineFacet.objects.order_by("facet", "value", "sort").values_list("facet", "value", "sort"))
        assert after == before
        assert comparison.differences() == []

    def test_difference_is_found(self):
        self.fill()
        line = TimelineLine.objects.first()
        TimelineFacet.objects.filter(line=line).first().delete()
        assert comparison.differences() == [line.sort]

    def test_deferred_refresh_ends_the_same(self):
        with deferred():
            self.fill()
            assert not TimelineLine.objects.exists()
        assert TimelineLine.objects.exists()
        assert comparison.differences() == []
