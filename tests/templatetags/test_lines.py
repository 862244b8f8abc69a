"""What the lines of the timeline say happens, read as a reader does."""

import re

import pytest

from tests.factories import (
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
PUBLISHED = {"publication": "published"}


def titles(client, language):
    path = {"en": "/en/timeline/?detail=all", "fr": "/fr/chronologie/?detail=all"}[language]
    found = re.findall(r'<p class="line-title">(.*?)</p>', client.get(path).text, re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", one)).strip() for one in found]


class TestDesignation:
    @pytest.fixture(autouse=True)
    def designation(self):
        embassy = EmbassyFactory(name_en="Embassy of A in B", name_fr="Ambassade d’A en B", **PUBLISHED)
        mission = MissionFactory(name_en="Mission of A to C", name_fr="Mission d’A auprès de C", **PUBLISHED)
        return DesignationFactory(embassy=embassy, mission=mission, period="2018-07-01/2025-01-14", **PUBLISHED)

    def test_says_what_becomes_what(self, client):
        assert titles(client, "en") == [
            "The embassy of A in B becomes the mission of A to C",
            "The embassy of A in B no longer serves as the mission of A to C",
        ]
        assert titles(client, "fr") == [
            "L’ambassade d’A en B devient la mission d’A auprès de C",
            "L’ambassade d’A en B n’assure plus la mission d’A auprès de C",
        ]

    def test_does_not_say_that_something_began_that_was_only_seen(self, client, designation):
        designation.period = "[..2018-07-01]/"
        designation.save()
        assert titles(client, "en") == ["The embassy of A in B serves as the mission of A to C"]


class TestTenure:
    def test_says_what_somebody_does(self, client):
        office = OfficeFactory(name_en="Ambassador of A", name_fr="Ambassadeur d’A", **PUBLISHED)
        person = PersonFactory(name="Person A", **PUBLISHED)
        tenure = TenureFactory(office=office, person=person, period="2017-04-27/2019-10-01", **PUBLISHED)
        MilestoneFactory(tenure=tenure, kind="credentials", date="2017-05-10")
        assert titles(client, "en") == [
            "Person A takes office as Ambassador of A",
            "Person A presents credentials as Ambassador of A",
            "Person A leaves office as Ambassador of A",
        ]
        assert titles(client, "fr") == [
            "Person A prend ses fonctions d’ambassadeur d’A",
            "Person A présente ses lettres de créance en sa qualité d’ambassadeur d’A",
            "Person A quitte ses fonctions d’ambassadeur d’A",
        ]

    def test_draft_office_is_not_named(self, client):
        office = OfficeFactory(name_en="Secret office", publication="draft")
        TenureFactory(office=office, period="2017/2019", **PUBLISHED)
        assert "Secret office" not in " ".join(titles(client, "en"))
