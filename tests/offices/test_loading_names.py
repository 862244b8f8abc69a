"""From claims to holders: whom an answer names, with which sources."""

from datetime import date

import pytest
from django.test import TestCase

from partnerships.models import Citation, Decision, Designation, Source
from partnerships.offices import Code, Reason
from partnerships.offices.certainty_expires import now
from partnerships.offices.days import Span
from partnerships.offices.grounds import bare
from partnerships.offices.held_or_vacant import Verdict, course_of
from partnerships.offices.loading import load_dossier
from partnerships.offices.loading_names import Cast, _bears, virtue_of
from partnerships.offices.sightings import SeenInOffice, Sign, last_seen
from tests.factories import CitationFactory, DecisionFactory, past_the_fence

from .dossiers import derived, dossier_of_two, moment
from .register import TODAY, make_heads, make_tenure

pytestmark = pytest.mark.once


class TestBears:
    """A source can prove what it is cited for only if it was not written before."""

    def bears(self, seen: SeenInOffice, stance="supports", **source) -> bool:
        return _bears(Citation(stance=stance, source=derived(Source, **source)), seen)

    @pytest.mark.parametrize(
        ("date_of_source", "bears"), [("2018-06-30", False), ("2018-07-01", True), ("2018", True), ("2017", False)]
    )
    def test_not_what_came_after_it(self, date_of_source, bears):
        assert self.bears(SeenInOffice(moment("2018-07-01"), Sign.START), date=date_of_source) is bears

    def test_not_what_it_contradicts(self):
        for sign in (Sign.START, Sign.SOURCE):
            assert not self.bears(SeenInOffice(moment("2018-07-01"), sign), stance="contradicts", date="2018-07-01")

    def test_first_day_of_what_was_seen_counts(self):
        assert self.bears(SeenInOffice(moment("2018"), Sign.STEP), date="2018-01-01")

    def test_sign_of_a_source_is_borne_by_a_source_of_that_day_alone(self):
        seen = SeenInOffice(moment("2018-07-01"), Sign.SOURCE)
        assert self.bears(seen, date="2018-07-01")
        assert not self.bears(seen, date="2018-07-02")
        assert self.bears(seen, date="", accessed_on=date(2018, 7, 1))
        assert not self.bears(seen, date="", accessed_on=date(2018, 7, 2))


class TestVirtue:
    def claims(self, own=()):
        return course_of(*dossier_of_two({}, "", own, [{"period": "2017/2020"}], ("2018/2019",))).claims

    def test_is_the_designation_with_the_office_and_its_public_decision(self):
        (claim,) = self.claims()
        (link,) = claim.through
        decision = Decision(pk=1, publication="published")
        link.designation.decision = decision
        virtue = virtue_of(claim)
        assert virtue is not None
        assert (virtue.designation, virtue.office, virtue.decision) == (link.designation, link.office, decision)
        decision.publication = "draft"
        assert virtue_of(claim).decision is None

    def test_is_none_of_who_holds_it_in_their_own_right(self):
        assert [virtue_of(one) for one in self.claims([{"period": "2018-02/2019-03", "person": 2}])][-1] is None


class TestCast(TestCase):
    """An ambassador who heads a mission by a designation that rests on a decision; each step has its sources."""

    @classmethod
    def setUpTestData(cls):
        ambassador, cls.head = make_heads("2018-07-01/2025-01-15", mission={"period": "2018-07-01/.."}, key="head")
        cls.tenure = make_tenure(ambassador, "hayashi", "2017-04-27/2019-06-30", key="hayashi-be", acting=True)
        cls.decision = DecisionFactory(key="decision", publication="published", date="2018-05-24")
        cls.designation = Designation.objects.get()
        Designation.objects.update(decision=cls.decision)
        for owner, source, written in (
            ({"tenure": cls.tenure}, "letter", "2017-05-01"),
            ({"tenure": cls.tenure}, "memoir", "2020"),
            ({"designation": cls.designation}, "note", "2018-07-02"),
            ({"decision": cls.decision}, "minutes", "2018-05-28"),
        ):
            CitationFactory(**owner, source__key=source, source__publication="published", source__date=written)
        with past_the_fence():
            CitationFactory(designation=cls.designation, source__key="unseen")
            CitationFactory(tenure=cls.tenure, source__key="unseen-too")

    def setUp(self):
        self.dossier = load_dossier([self.head], now(TODAY))
        self.course = course_of(self.head, self.dossier)

    def sources(self, citations):
        return [one.source.key for one in citations]

    def holder(self, on):
        (claim,), day = self.course.claims, date.fromisoformat(on)
        return Cast([claim]).holder(claim, Verdict.CERTAIN, Span(day, day), last_seen(claim, day))

    def unnamed(self, on):
        day = date.fromisoformat(on)
        found = bare(self.course, self.dossier, Span(day, day))
        return Cast([], [found]).unnamed(found)

    def test_holder_is_the_person_of_the_tenure_as_it_says(self):
        holder = self.holder("2018-09-01")
        assert (holder.person, holder.tenure, holder.acting) == (self.tenure.person, self.tenure, True)
        assert holder.by_virtue_of.decision == self.decision

    def test_holder_has_the_public_sources_of_tenure_designation_and_decision(self):
        assert self.sources(self.holder("2018-09-01").citations) == ["letter", "memoir", "note", "minutes"]

    def test_holder_has_reasons_that_name_records_and_then_the_tenure(self):
        ambassador = self.tenure.office
        assert self.holder("2018-09-01").reasons == (
            Reason(Code.BY_VIRTUE_OF, (self.designation, ambassador, self.decision, self.tenure)),
        )

    def test_last_seen_has_the_sources_that_can_bear_it(self):
        seen = self.holder("2018-09-01").last_seen
        assert (seen.when.notation, seen.sign, seen.tenure) == ("2018-07-01", Sign.START, self.tenure)
        assert (seen.person, seen.by_virtue_of.designation) == (self.tenure.person, self.designation)
        assert self.sources(seen.citations) == ["memoir"]

    def test_holder_of_whom_nothing_was_seen_has_no_sighting(self):
        (claim,), day = self.course.claims, date(2018, 9, 1)
        assert Cast([claim]).holder(claim, Verdict.CERTAIN, Span(day, day), None).last_seen is None

    def test_days_before_the_office_have_the_reasons_and_their_sources(self):
        unnamed = self.unnamed("2018-06-01")
        assert [reason.code for reason in unnamed.reasons] == [Code.NOT_YET, Code.DECIDED]
        assert unnamed.reasons[1].when == moment("2018-07-01")
        assert self.sources(unnamed.citations) == ["note", "minutes"]
        assert (unnamed.last_seen, unnamed.next_seen) == (None, None)

    def test_days_that_are_not_known_say_who_was_last_and_next_seen_with_their_sources(self):
        make_tenure(self.head, "izawa", "2025-01-16/2025-12-31", key="izawa-head", sourced="2026-01-01")
        self.setUp()
        unnamed = self.unnamed("2023-06-01")
        assert (unnamed.last_seen.person.key, unnamed.next_seen.person.key) == ("hayashi", "izawa")
        assert (unnamed.last_seen.when.notation, unnamed.next_seen.when.notation) == ("2019-06-30", "2025-01-16")
        assert self.sources(unnamed.last_seen.citations) == ["memoir"]
        assert unnamed.citations == (*unnamed.last_seen.citations, *unnamed.next_seen.citations)
        assert unnamed.next_seen.by_virtue_of is None

    def test_record_that_covers_a_day_without_anybody_has_its_public_sources_alone(self):
        type(self.head).objects.update(coverage="2018-07-01/..")
        self.head.refresh_from_db()
        with past_the_fence():
            for key, state in (("list", "published"), ("unseen-list", "draft")):
                CitationFactory(office=self.head, source__key=key, source__publication=state)
        self.setUp()
        unnamed = self.unnamed("2023-06-01")
        assert [reason.code for reason in unnamed.reasons] == [Code.COVERED]
        assert self.sources(unnamed.citations) == ["list"]

    def test_reason_names_the_tenure_that_it_is_about(self):
        held = make_tenure(self.head, "open", "2024-01-01/", key="open-head")
        self.setUp()
        reasons = {reason.code: reason.records for reason in self.unnamed("2025-06-01").reasons}
        assert reasons[Code.LEFT_OPEN] == (held,)
