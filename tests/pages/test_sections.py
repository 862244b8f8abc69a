"""Sections of a page: each under an id of its own, each record under an address that exists."""

from collections import Counter

import pytest

from partnerships.addresses import MOST_ON_A_PAGE
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    TenureFactory,
)
from tests.pages.reading import ids

pytestmark = pytest.mark.django_db


def leads_to(client, address):
    """Whether a permanent address leads to a place that exists."""
    target = client.get(address, headers={"accept-language": "en"})["Location"]
    path, _hash, fragment = target.partition("#")
    return fragment in ids(client, path)


class TestIds:
    def test_are_unique_where_two_sections_are_of_one_kind(self, client):
        mission = MissionFactory(key="m", **PUBLISHED)
        DesignationFactory(mission=mission, embassy=EmbassyFactory(**PUBLISHED), **PUBLISHED)
        other = MissionFactory(**PUBLISHED)
        DesignationFactory(mission=other, embassy=None, serving_mission=mission, **PUBLISHED)
        found = Counter(ids(client, "/en/missions/m/"))
        assert [name for name, number in found.items() if number > 1] == []
        assert {"designation-all", "designation-serving_mission-all"} <= set(found)


class TestPermanentAddress:
    def test_leads_to_the_page_where_the_record_stands(self, client):
        TenureFactory(key="t", office=OfficeFactory(**PUBLISHED), **PUBLISHED)
        assert leads_to(client, "/id/tenure/t")

    def test_leads_to_the_timeline_beyond_what_the_page_shows(self, client):
        office = OfficeFactory(**PUBLISHED)
        for number in range(MOST_ON_A_PAGE + 1):
            year = 1800 + number
            TenureFactory(key=f"t{number}", office=office, period=f"{year}-01-01/{year}-12-01", **PUBLISHED)
        assert leads_to(client, f"/id/tenure/t{MOST_ON_A_PAGE - 1}")
        assert leads_to(client, f"/id/tenure/t{MOST_ON_A_PAGE}")
