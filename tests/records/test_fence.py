"""What a script meets that would let the public read of a draft; every link is tried in tests/test_house_doors.py."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from partnerships.models import Citation, Decision, Mission, Stop
from partnerships.records.references import published_naming_unpublished
from partnerships.transactions import one_write, taken_back
from tests.factories import (
    PUBLISHED,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MissionFactory,
    OrganizationFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return OrganizationFactory(key="body", **PUBLISHED)


@pytest.fixture
def decision(body):
    return DecisionFactory(key="d", body=body, **PUBLISHED)


@pytest.fixture
def area():
    return AreaFactory(key="a")


@contextmanager
def refused(match):
    with pytest.raises(ValidationError, match=match), transaction.atomic():
        yield


class TestStates:
    def test_publishing_what_names_a_draft_is_refused(self):
        decision = DecisionFactory(key="d", body__key="b")
        decision.publication = "published"
        with refused("decision/d .* organization/b"):
            decision.save()
        assert Decision.objects.get().publication == "draft"

    def test_so_is_publishing_where_only_a_part_of_it_does(self):
        decision = DecisionFactory(key="d", body__publication="published")
        CitationFactory(decision=decision, source__key="s")
        with refused("decision/d .* source/s"):
            Decision.objects.update(publication="published")

    def test_so_is_taking_back_what_is_named(self, decision, body):
        body.publication = "in_review"
        with refused("decision/d .* organization/body"):
            body.save()
        with refused("decision/d .* organization/body"):
            type(body).objects.filter(pk=body.pk).update(publication="draft")

    def test_what_nothing_public_names_goes_back(self, body):
        DecisionFactory(body=body)
        body.publication = "draft"
        body.save()


class TestRows:
    def test_new_row_is_asked(self, body):
        with refused("mission/m .* state/s"):
            Mission.objects.create(key="m", name_fr="M", state=StateFactory(key="s"), organization=body, **PUBLISHED)
        new = Mission(key="m", name_fr="M", state=StateFactory(key="t"), organization=body, **PUBLISHED)
        with refused("mission/m .* state/t"):
            Mission.objects.bulk_create([new])
        assert not Mission.objects.exists()

    def test_new_part_is_asked_for_the_record_it_belongs_to(self, decision):
        with refused("decision/d .* source/s"):
            Citation.objects.create(key="c", decision=decision, source=SourceFactory(key="s"))

    def test_part_that_moves_takes_along_what_its_own_parts_name(self):
        draft, public = VisitFactory(period="2017"), VisitFactory(key="v", period="2017", **PUBLISHED)
        stop = StopFactory(visit=draft, place=PlaceFactory(**PUBLISHED))
        ParticipationFactory(meeting=MeetingFactory(stop=stop), person=PersonFactory(key="p"))
        stop.visit = public
        with refused("visit/v .* person/p"):
            stop.save()
        with refused("visit/v .* person/p"):
            Stop.objects.filter(pk=stop.pk).update(visit=public)

    def test_link_that_goes_both_ways_is_asked_from_either_side(self):
        public, draft = StatementFactory(key="p", **PUBLISHED), StatementFactory(key="d")
        for one, other in ((public, draft), (draft, public)):
            with refused("statement/p .* statement/d"):
                one.contradicts.add(other)
        assert not public.contradicts.exists()

    def test_what_stood_before_keeps_nobody_from_writing_another_link(self, decision, body):
        with past_the_fence():
            type(body).objects.update(publication="draft")
        decision.place = PlaceFactory(**PUBLISHED)
        decision.save()
        decision.areas.add(AreaFactory(**PUBLISHED, key="shown"))
        assert decision.areas.get().key == "shown"
        with refused("decision/d .* organization/other"):
            decision.body = OrganizationFactory(key="other")
            decision.save()

    def test_drafts_name_whatever_they_like(self, area):
        decision = DecisionFactory()
        decision.areas.add(area)
        area.decisions.set([decision])
        decision.body = OrganizationFactory()
        decision.save()


class TestOneWrite:
    def test_order_within_it_does_not_matter(self, decision, area):
        with one_write():
            decision.areas.add(area)
            with one_write():
                decision.title_en = "Another title"
                decision.save()
            area.publication = "published"
            area.save()
        assert not list(published_naming_unpublished())

    def test_what_is_named_may_be_hidden_for_a_while_within_it(self, decision, body):
        def states(*several):
            with one_write():
                for state in several:
                    body.publication = state
                    body.save()

        states("in_review", "published")
        with refused("decision/d .* organization/body"):
            states("in_review", "published", "draft")

    def test_what_is_taken_back_is_not_asked(self, decision, area):
        with taken_back():
            decision.areas.add(area)
        assert not decision.areas.exists()

    def test_is_taken_back_whole(self, decision, area):
        with refused("decision/d .* area/a"), one_write():
            decision.title_en = "Another title"
            decision.save()
            decision.areas.add(area)
        decision.refresh_from_db()
        assert decision.title_en != "Another title"
        assert not decision.areas.exists()


class TestCost:
    def test_nothing_is_asked_where_no_link_has_changed(self, decision):
        decision = Decision.objects.get()
        costs = []
        for title in ("One", "Two"):
            decision.title_en = title
            with CaptureQueriesContext(connection) as asked:
                if title == "One":
                    decision.save()
                else:
                    with past_the_fence():
                        decision.save()
            costs.append(len(asked))
        assert costs[0] == costs[1]

    def test_many_rows_are_asked_together(self, body):
        def cost(number, prefix):
            state = StateFactory(**PUBLISHED)
            names = {"state": state, "organization": body, "name_fr": "M", **PUBLISHED}
            with CaptureQueriesContext(connection) as asked, one_write():
                for each in range(number):
                    Mission.objects.create(key=f"{prefix}{each}", **names)
            return sum("NOT" in query["sql"] and "publication" in query["sql"] for query in asked)

        MissionFactory(**PUBLISHED)
        assert cost(2, "a") == cost(6, "b") > 0
