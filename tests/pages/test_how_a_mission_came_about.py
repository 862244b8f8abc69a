"""The story of a mission, as the first page tells it."""

from types import SimpleNamespace

import pytest

from partnerships.pages.how_a_mission_came_about import _first_and_last, how_it_came_about
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PersonFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def mission():
    mission = MissionFactory(key="jp", name_en="Mission of Japan", period="2015-01-01/..", **PUBLISHED)
    office = OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    person = PersonFactory(name="Person Japan", **PUBLISHED)
    TenureFactory(office=office, person=person, period="2015-01-01/2016-12-31", **PUBLISHED)
    return mission


class TestStory:
    def test_tells_the_decisions_the_journey_before_them_and_the_heads(self, client, mission):
        before = DecisionFactory(title_en="All invited", date="2011", **PUBLISHED)
        decision = DecisionFactory(title_en="Japan designated", date="2014-05-24", follows=before, **PUBLISHED)
        DesignationFactory(mission=mission, decision=decision, period="2015-01-01/..", **PUBLISHED)
        partner = PartnerFactory(state=mission.state, organization=mission.organization, period="", **PUBLISHED)
        for title, year in (("A visit in time", 2014), ("An early visit", 2010)):
            VisitFactory(title_en=title, period=f"{year}-01", **PUBLISHED).partners.add(partner)
        told = client.get("/en/?mission=jp").text.partition('id="turning-points"')[2].partition("</section>")[0]
        places = [told.index(text) for text in ("all invited", "A visit in time", "Japan designated", "Person Japan")]
        assert places == sorted(places)
        assert "An early visit" not in told

    def told(self, mission):
        office = mission.offices.get()
        return [(line.key, line.moment) for line in how_it_came_about(mission, office).lines]

    @past_the_fence()
    def test_tells_no_decision_that_is_hidden_and_no_end(self, mission):
        hidden = DecisionFactory(key="hidden", date="2012-01-01")
        decision = DecisionFactory(key="public", date="2014-05-24", follows=hidden, **PUBLISHED)
        several = {"public": decision, "by-hidden": hidden, "by-none": None}
        for key, ground in several.items():
            DesignationFactory(key=key, mission=mission, decision=ground, period="2015-01-01/2015-12-31", **PUBLISHED)
        found = self.told(mission)
        assert ("public", "on") in found
        assert "hidden" not in [key for key, _moment in found]
        assert not any(moment.endswith("end") for _key, moment in found)

    def test_tells_no_visit_where_nothing_was_decided_on_a_known_day(self, mission):
        partner = PartnerFactory(state=mission.state, organization=mission.organization, period="", **PUBLISHED)
        VisitFactory(key="v", period="2014-01", **PUBLISHED).partners.add(partner)
        assert "v" not in dict(self.told(mission))
        decision = DecisionFactory(date="", **PUBLISHED)
        DesignationFactory(mission=mission, decision=decision, period="2015-01-01/..", **PUBLISHED)
        assert "v" not in dict(self.told(mission))
        decision.date = "2014-12-31"
        decision.save()
        assert "v" in dict(self.told(mission))

    def test_without_an_office_of_its_head_nobody_takes_it(self, mission):
        assert [line.kind for line in how_it_came_about(mission, None).lines] == ["mission"]


@pytest.mark.parametrize(
    ("moments", "kept"),
    [("", ""), ("a", "a"), ("a-end", ""), ("a a-end b", "a b"), ("a b c c-end", "a c")],
)
def test_of_those_who_took_office_the_first_and_the_last_are_told(moments, kept):
    lines = [SimpleNamespace(moment=moment) for moment in moments.split()]
    assert " ".join(line.moment for line in _first_and_last(lines)) == kept
