"""The story of a mission, as the first page tells it."""

import pytest

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
