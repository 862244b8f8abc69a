"""What stood on a day that a reader asks for, read on the pages of States, organisations, partners and missions."""

import pytest

from tests.factories import (
    PUBLISHED,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
)
from tests.pages.reading import around, looks, said

pytestmark = pytest.mark.django_db


class TestState:
    @pytest.mark.parametrize(
        ("day", "english", "french", "look"),
        [
            (
                "1970-01-01",
                "On 1 January 1970 the United Arab Emirates was not yet a partner of NATO (2004–2010).",
                "Le 1er janvier 1970, les Émirats arabes unis n’étaient pas encore partenaires de l’OTAN (2004-2010).",
                "nobody",
            ),
            (
                "2004-06-01",
                "It is not known whether the United Arab Emirates was a partner of NATO on 1 June 2004 (2004–2010).",
                "On ignore si les Émirats arabes unis étaient partenaires de l’OTAN le 1er juin 2004 (2004-2010).",
                "not-known",
            ),
            (
                "2005-06-01",
                "On 1 June 2005 the United Arab Emirates was a partner of NATO (2004–2010).",
                "Le 1er juin 2005, les Émirats arabes unis étaient partenaires de l’OTAN (2004-2010).",
                "known",
            ),
            (
                "2011-01-01",
                "On 1 January 2011 the United Arab Emirates was no longer a partner of NATO (2004–2010).",
                "Le 1er janvier 2011, les Émirats arabes unis n’étaient plus partenaires de l’OTAN (2004-2010).",
                "nobody",
            ),
        ],
    )
    def test_says_whose_partner_it_was_on_the_day(self, client, nato, emirates, day, english, french, look):
        PartnerFactory(state=emirates, organization=nato, period="2004/2010", **PUBLISHED)
        assert said(client, f"/en/states/ae/?on={day}") == [english]
        assert said(client, f"/fr/etats/ae/?on={day}") == [french]
        assert looks(client, f"/en/states/ae/?on={day}") == [look]

    def test_each_of_two_days_has_its_sentence(self, client, nato, emirates):
        PartnerFactory(state=emirates, organization=nato, period="/2023", **PUBLISHED)
        MembershipFactory(state=emirates, framework=None, organization=nato, period="2023/..", **PUBLISHED)
        path = "/en/states/ae/?on=2025-01-01&and=2010-01-01"
        assert said(client, path) == [
            "It is not known whether the United Arab Emirates was a partner of NATO on 1 January 2010 (until 2023).",
            "On 1 January 2025 the United Arab Emirates was a member of NATO (since 2023).",
        ]
        assert around(client, path) == [
            "On 1 January 2010 the United Arab Emirates was not yet a member of NATO (since 2023).",
            "On 1 January 2025 the United Arab Emirates was no longer a partner of NATO (until 2023).",
        ]

    def test_that_did_not_exist_was_nobodys_partner(self, client, nato):
        gdr = StateFactory(key="dd", name_en="German Democratic Republic", period="1949/1990", **PUBLISHED)
        PartnerFactory(state=gdr, organization=nato, period="1980/..", **PUBLISHED)
        assert said(client, "/en/states/dd/?on=2000-01-01") == [
            "On 1 January 2000 the German Democratic Republic did not exist."
        ]

    def test_without_partnership_it_says_what_it_says_of_any_day(self, client, emirates):
        OfficeFactory(state=emirates, **PUBLISHED)
        assert said(client, "/en/states/ae/?on=2000-01-01") == said(client, "/en/states/ae/")


class TestOrganization:
    @pytest.fixture
    def partners(self, nato):
        for period in ("1990/2030", "2004-01-01/..", "/2010", ""):
            PartnerFactory(state=StateFactory(**PUBLISHED), organization=nato, period=period, **PUBLISHED)
        MissionFactory(organization=nato, period="2005/..", **PUBLISHED)

    @pytest.mark.parametrize(
        ("day", "english", "more"),
        [
            (
                "1995-01-01",
                "On 1 January 1995 NATO had one partner for certain.",
                ["Possibly also two partners: it is not known when they began or ended."],
            ),
            (
                "2005-07-01",
                "On 1 July 2005 NATO had two partners for certain.",
                ["Possibly also two partners and one mission: it is not known when they began or ended."],
            ),
            (
                "2006-07-01",
                "On 1 July 2006 NATO had two partners and one mission for certain.",
                ["Possibly also two partners: it is not known when they began or ended."],
            ),
            (
                "1980-01-01",
                "It is not known how many partners and missions NATO had on 1 January 1980.",
                ["Possibly two partners: it is not known when they began or ended."],
            ),
        ],
    )
    @pytest.mark.usefixtures("partners")
    def test_counts_what_it_had_on_the_day(self, client, day, english, more):
        path = f"/en/organizations/nato/?on={day}"
        assert (said(client, path), around(client, path)) == ([english], more)

    @pytest.mark.usefixtures("partners")
    @pytest.mark.parametrize(("day", "look"), [("1995-01-01", "known"), ("1980-01-01", "not-known")])
    def test_looks_known_where_something_is_certain(self, client, day, look):
        assert looks(client, f"/en/organizations/nato/?on={day}") == [look]

    @pytest.mark.usefixtures("partners")
    def test_counts_in_french(self, client):
        path = "/fr/organisations/nato/?on=2005-07-01"
        assert said(client, path) == ["Le 1er juillet 2005, l’OTAN comptait avec certitude deux partenaires."]
        assert around(client, path) == [
            "Peut-être aussi deux partenaires et une mission accréditée : on en ignore le début ou la fin."
        ]

    def test_says_that_it_had_none_or_did_not_exist(self, client):
        body = OrganizationFactory(key="b", name_en="Body", period="1949/..", **PUBLISHED)
        PartnerFactory(organization=body, period="2004/..", **PUBLISHED)
        assert said(client, "/en/organizations/b/?on=2000-01-01") == [
            "On 1 January 2000 the Body had neither a partner nor a mission on record."
        ]
        assert said(client, "/en/organizations/b/?on=2005-01-01") == ["On 1 January 2005 the Body had one partner."]
        assert said(client, "/en/organizations/b/?on=1930-01-01") == ["On 1 January 1930 the Body did not exist."]


class TestPartnerAndMissionWithoutAHead:
    @pytest.fixture
    def mission(self, nato, emirates):
        PartnerFactory(key="ae-p", state=emirates, organization=nato, period="2004/..", **PUBLISHED)
        MembershipFactory(state=emirates, framework=FrameworkFactory(**PUBLISHED), period="2005/..", **PUBLISHED)
        return MissionFactory(
            key="m", state=emirates, organization=nato, name_en="Mission A", period="2006/2010", **PUBLISHED
        )

    @pytest.mark.usefixtures("mission")
    def test_partner_says_whether_it_was_one_and_who_headed_its_mission(self, client):
        first = "On 1 January 2007 the United Arab Emirates was a partner of NATO (since 2004)."
        assert said(client, "/en/partners/ae-p/?on=2007-01-01") == [first]
        assert around(client, "/en/partners/ae-p/?on=2007-01-01")[0] == (
            "It is not known who headed the mission A on 1 January 2007."
        )
        before = "On 1 January 1990 the United Arab Emirates was not yet a partner of NATO (since 2004)."
        assert said(client, "/en/partners/ae-p/?on=1990-01-01") == [before]
        assert not any("headed" in one for one in around(client, "/en/partners/ae-p/?on=1990-01-01"))

    @pytest.mark.usefixtures("mission")
    @pytest.mark.parametrize(
        ("day", "sentence", "look"),
        [
            ("2005-01-01", "On 1 January 2005 nobody headed the mission A: it did not exist yet.", "nobody"),
            ("2007-01-01", "It is not known who headed the mission A on 1 January 2007.", "not-known"),
            ("2011-01-01", "On 1 January 2011 nobody headed the mission A: it no longer existed.", "nobody"),
        ],
    )
    def test_mission_says_that_nobody_knows_its_head_or_that_there_was_none(self, client, day, sentence, look):
        path = f"/en/missions/m/?on={day}"
        assert (said(client, path), looks(client, path)) == ([sentence], [look])
        assert "The register names no head of mission." in around(client, path)

    def test_mission_of_a_day_to_come_is_asked_in_the_future(self, client, nato):
        MissionFactory(key="n", organization=nato, name_en="Mission B", period="2006/..", **PUBLISHED)
        found = said(client, "/en/missions/n/?on=2300-01-01")
        assert found == ["It is not known who will head the mission B on 1 January 2300."]
