"""The succession in a post, drawn."""

import html5lib
import pytest

from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
OFFICE, MISSION = "/en/offices/office/", "/en/missions/mission/"


def served(office, name, period, **fields):
    return TenureFactory(
        office=office, person=PersonFactory(name=name, **PUBLISHED), period=period, **fields, **PUBLISHED
    )


@pytest.fixture
def office():
    office = OfficeFactory(key="office", **PUBLISHED)
    served(office, "Person A", "2010-01-01/2012-12-31")
    served(office, "Person B", "2013-01-01/2015-12-31")
    served(office, "Person C", "2016-01-01/2018-12-31")
    return office


@pytest.fixture
def mission():
    mission, embassy = MissionFactory(key="mission", **PUBLISHED), EmbassyFactory(**PUBLISHED)
    own = OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    ambassador = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/2020-12-31", **PUBLISHED)
    served(ambassador, "Person A", "2017-01-01/2020-12-31")
    served(own, "Person B", "2021-01-01/2022-12-31")
    return mission


def chosen_rows(client, path, place):
    """The words of one column of a table in the rows that are marked."""
    page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
    found = [row for row in page.iter("tr") if row.get("class") == "chosen"]
    return [" ".join("".join(row[place].itertext()).split()) for row in found]


class TestLane:
    def looks(self, client, path):
        page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        svg = next(one for one in page.iter() if str(one.tag).endswith("svg") and one.get("class") == "strip")
        return {one.get("aria-label"): one.get("class") for one in svg.iter() if one.get("aria-label")}

    def test_own_right_has_a_look_of_its_own_beside_derived_ones_alone(self, client, office, mission):
        assert set(self.looks(client, OFFICE).values()) == {"full", "unknown"}
        assert {"full", "other"} <= set(self.looks(client, MISSION).values())

    def test_what_is_possible_beside_certain_days_is_named_by_its_own(self, client):
        office = OfficeFactory(key="office", **PUBLISHED)
        served(office, "Person A", "2017-04-27/2019")
        looks = self.looks(client, OFFICE)
        assert [name for name in looks if "Person A" in name] == [
            "Person A, 27 April 2017 – 2019",
            "possibly Person A, 2019",
        ]

    def test_two_days_are_drawn(self, client, office):
        assert client.get(f"{OFFICE}?on=2011-01-01&and=2017-01-01").text.count('class="chosen-day"') == 2
