"""What belongs to a partner: what concerns it by whatever path, and all that this names, however far."""

import pytest
from django.test import TestCase

from partnerships.exchange.selecting import concerning_partner, named_by_all, of_partner
from tests.factories import (
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    OfficeFactory,
    PartnerFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.once
PUBLIC = {"publication": "published"}


def called(pairs):
    """The kind and key of what was chosen."""
    return sorted(f"{model._meta.model_name}/{model._meta.base_manager.get(pk=pk).key}" for model, pk in pairs)


def chosen(partner, *, published=False):
    selection = of_partner(partner, published=published)
    return called((model, pk) for model, ids in selection.items() for pk in ids)


class TestConcerning(TestCase):
    @classmethod
    def setUpTestData(cls):
        with past_the_fence():
            cls.state = StateFactory(key="jp")
            cls.partner = PartnerFactory(key="jp-nato", state=cls.state)
            cls.other = PartnerFactory(key="kr-nato")

    def found(self, *, published=False):
        return called(concerning_partner(self.partner, published=published))

    def test_is_what_names_the_partner(self):
        StatementFactory(key="mine").partners.add(self.partner, self.other)
        StatementFactory(key="theirs").partners.add(self.other)
        assert self.found() == ["statement/mine"]

    def test_is_what_is_of_its_state(self):
        TenureFactory(key="mine", office=OfficeFactory(key="minister", state=self.state))
        TenureFactory(key="theirs", office__state=self.other.state)
        assert self.found() == ["office/minister", "tenure/mine"]

    def test_is_said_once_where_two_paths_lead_to_it(self):
        statement = StatementFactory(key="mine")
        statement.partners.add(self.partner)
        statement.states.add(self.state)
        assert called(concerning_partner(self.partner, published=False)) == ["statement/mine"]

    def test_is_what_may_reach_every_partner(self):
        DecisionFactory(key="all", scope="all_partners")
        DecisionFactory(key="of-nobody")
        assert self.found() == ["decision/all"]

    def test_is_the_visit_of_a_meeting_that_is_a_part_of_one(self):
        at_stop, of_visit = VisitFactory(key="at-stop"), VisitFactory(key="of-visit")
        MeetingFactory(stop=StopFactory(visit=at_stop)).partners.add(self.partner)
        MeetingFactory(visit=of_visit).partners.add(self.partner)
        MeetingFactory(key="alone").partners.add(self.partner)
        assert self.found() == ["meeting/alone", "visit/at-stop", "visit/of-visit"]

    @past_the_fence()
    def test_is_what_is_published_alone_where_that_is_asked(self):
        for state in ("published", "draft", "in_review"):
            StatementFactory(key=state, publication=state).partners.add(self.partner)
            DecisionFactory(key=f"all-{state}", scope="all_partners", publication=state)
            MeetingFactory(visit=VisitFactory(key=state, publication=state)).partners.add(self.partner)
            MeetingFactory(key=state, publication=state).partners.add(self.partner)
        assert self.found(published=True) == [
            "decision/all-published",
            "meeting/published",
            "statement/published",
            "visit/published",
        ]
        assert len(self.found()) == 12


class TestOfPartner(TestCase):
    def test_is_the_partner_with_all_that_it_names(self):
        assert chosen(PartnerFactory(key="jp-nato", state__key="jp", organization__key="nato")) == [
            "organization/nato",
            "partner/jp-nato",
            "state/jp",
        ]

    def test_goes_on_to_what_those_name_and_names_parts_by_their_record(self):
        partner = PartnerFactory(key="p", state__key="jp", organization__key="nato")
        statement = StatementFactory(key="s")
        statement.partners.add(partner)
        statement.areas.add(AreaFactory(key="low", parent=AreaFactory(key="high", parent=AreaFactory(key="top"))))
        CitationFactory(statement=statement, source=SourceFactory(key="source"))
        AreaFactory(key="unasked")
        found = ["area/high", "area/low", "area/top", "organization/nato", "partner/p", "source/source"]
        assert chosen(partner) == [*found, "state/jp", "statement/s"]

    def test_ends_where_records_name_each_other_in_a_circle(self):
        partner = PartnerFactory(key="p", state__key="jp", organization__key="nato")
        one, two = StatementFactory(key="one"), StatementFactory(key="two")
        one.partners.add(partner)
        one.contradicts.add(two)
        assert {"statement/one", "statement/two"} <= set(chosen(partner))

    def test_leaves_out_drafts_that_concern_it_where_that_is_asked(self):
        with past_the_fence():
            partner = PartnerFactory(key="p", **PUBLIC)
            StatementFactory(key="draft").partners.add(partner)
        assert "statement/draft" in chosen(partner)
        assert "statement/draft" not in chosen(partner, published=True)


class TestNamed(TestCase):
    def test_are_the_records_that_several_name(self):
        low = AreaFactory(key="low", parent=AreaFactory(key="high"))
        statement = StatementFactory()
        statement.areas.add(low)
        pairs = [(type(low), low.pk), (type(statement), statement.pk)]
        assert called(named_by_all(pairs)) == ["area/high", "area/low"]

    def test_are_none_of_nothing(self):
        assert list(named_by_all([])) == []
