"""The home page: the question answered in place, and the missions as a table."""

import pytest

from tests.factories import (
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
)
from tests.pages.reading import rows, said

pytestmark = pytest.mark.django_db
PUBLISHED = {"publication": "published"}


@pytest.fixture
def missions():
    body = OrganizationFactory(abbreviation_en="NATO", **PUBLISHED)
    for key, name in (("jp", "Japan"), ("kr", "Korea")):
        state = StateFactory(name_en=name, **PUBLISHED)
        mission = MissionFactory(
            key=key, name_en=f"Mission of {name}", state=state, organization=body, period="2015-01-01/..", **PUBLISHED
        )
        office = OfficeFactory(key=f"head-{key}", mission=mission, heads_post=True, **PUBLISHED)
        person = PersonFactory(name=f"Person {name}", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2015-01-01/2016-12-31", **PUBLISHED)


class TestQuestion:
    def test_is_answered_in_place(self, client, missions):
        assert said(client, "/en/?mission=kr&on=2015-06-01") == [
            "On 1 June 2015 Person Korea headed the mission of Korea."
        ]

    def test_day_that_is_none_is_refused(self, client, missions):
        assert client.get("/en/?mission=kr&on=soon").status_code == 400

    def test_mission_that_nobody_knows_has_no_answer(self, client, missions):
        assert said(client, "/en/?mission=xx") == []

    def test_draft_is_not_offered(self, client, missions):
        OfficeFactory(mission=MissionFactory(name_en="Secret mission"), heads_post=True, **PUBLISHED)
        assert "Secret" not in client.get("/en/").text


class TestTable:
    def test_says_since_when_and_who_was_last_seen(self, client, missions):
        first, second = rows(client, "/en/", "missions")
        assert first[:3] == ["Mission of Japan", "1 January 2015", ""]
        assert second[3].startswith("not known")
        assert "last seen: Person Korea" in second[3]

    def test_empty_register_says_so(self, client):
        assert "Nothing has been published yet." in client.get("/en/").text
