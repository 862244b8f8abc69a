"""States, organisations, places, areas and frameworks in a sentence, read on their pages."""

import pytest

from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    EmbassyFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
    StopFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import around, said

pytestmark = pytest.mark.django_db


class TestState:
    def test_says_whose_partner_it_is(self, client, nato, emirates):
        PartnerFactory(state=emirates, organization=nato, period="2004/..", **PUBLISHED)
        assert said(client, "/en/states/ae/") == ["The United Arab Emirates has been a partner of NATO since 2004."]
        assert said(client, "/fr/etats/ae/") == ["Les Émirats arabes unis sont partenaires de l’OTAN depuis 2004."]

    @pytest.mark.parametrize(
        ("period", "verb", "when"),
        [
            ("/..", "has been", " since an unknown date"),
            ("2004/", "is", " (2004, no end recorded)"),
            ("2004/2010", "was", " (2004–2010)"),
            ("../..", "is", ""),
            ("2900/..", "is to become", " (from 2900)"),
            ("2004/2900", "is", " (2004–2900)"),
            ("", "is", ""),
        ],
    )
    def test_was_a_partner_only_where_an_end_is_known(self, client, nato, emirates, period, verb, when):
        PartnerFactory(state=emirates, organization=nato, period=period, **PUBLISHED)
        assert said(client, "/en/states/ae/") == [f"The United Arab Emirates {verb} a partner of NATO{when}."]

    def test_says_of_what_it_is_a_member(self, client, nato, emirates):
        PartnerFactory(state=emirates, organization=nato, period="/2023", **PUBLISHED)
        MembershipFactory(state=emirates, framework=None, organization=nato, period="2023/..", **PUBLISHED)
        assert said(client, "/en/states/ae/") == ["The United Arab Emirates was a partner of NATO (until 2023)."]
        assert around(client, "/en/states/ae/") == ["The United Arab Emirates has been a member of NATO since 2023."]

    def test_says_nothing_of_what_is_not_public(self, client, emirates):
        PartnerFactory(state=emirates, organization=OrganizationFactory(name_en="Secret"), **PUBLISHED)
        assert said(client, "/en/states/ae/") == [
            "The register records nothing about the United Arab Emirates but its name."
        ]
        assert said(client, "/fr/etats/ae/") == ["Le registre ne connaît des Émirats arabes unis que le nom."]

    @past_the_fence()
    def test_counts_what_else_is_recorded(self, client, emirates):
        EmbassyFactory(state=StateFactory(**PUBLISHED), receiving_state=emirates, **PUBLISHED)
        EmbassyFactory(receiving_state=emirates)
        for _one in range(2):
            PlaceFactory(state=emirates, **PUBLISHED)
        OfficeFactory(receiving_state=emirates, embassy=None, state=None, **PUBLISHED)
        StateFactory(**PUBLISHED).successors.add(emirates)
        assert said(client, "/en/states/ae/") == [
            "About the United Arab Emirates the register records 1 embassy of another State, 2 places, "
            "1 office accredited there and 1 State before it."
        ]
        assert said(client, "/fr/etats/ae/") == [
            "Au sujet des Émirats arabes unis, le registre recense 1 ambassade d’un autre État, 2 lieux, "
            "1 fonction qui y est accréditée et 1 État prédécesseur."
        ]


class TestOrganization:
    def test_counts_partners_and_missions(self, client, nato, emirates):
        PartnerFactory(state=emirates, organization=nato, **PUBLISHED)
        MissionFactory(state=emirates, organization=nato, **PUBLISHED)
        assert said(client, "/en/organizations/nato/") == [
            "The register records one partner of NATO and one mission to it."
        ]
        assert said(client, "/fr/organisations/nato/") == [
            "Le registre recense un partenaire de l’OTAN et une mission accréditée."
        ]

    def test_without_a_partner_counts_missions_alone(self, client, nato, emirates):
        MissionFactory(state=emirates, organization=nato, **PUBLISHED)
        assert said(client, "/en/organizations/nato/") == ["The register records one mission to NATO."]
        assert said(client, "/fr/organisations/nato/") == [
            "Le registre recense une mission accréditée auprès de l’OTAN."
        ]

    def test_of_another_says_so(self, client, nato):
        OrganizationFactory(key="nac", name_en="Council", name_fr="Conseil", parent=nato, **PUBLISHED)
        assert said(client, "/en/organizations/nac/") == ["The Council is a body of NATO."]


class TestPlace:
    def test_counts_posts_else_visits(self, client, emirates):
        brussels = PlaceFactory(key="brussels", name_en="Brussels", name_fr="Bruxelles", **PUBLISHED)
        StopFactory(visit=VisitFactory(**PUBLISHED), place=brussels)
        assert said(client, "/en/places/brussels/") == ["The register records one visit to Brussels."]
        assert said(client, "/fr/lieux/brussels/") == ["Le registre recense une visite à Bruxelles."]
        EmbassyFactory(place=brussels, **PUBLISHED)
        assert said(client, "/en/places/brussels/") == ["The register records one embassy or mission in Brussels."]

    def test_says_what_was_agreed_there(self, client):
        tokyo, area = PlaceFactory(key="tokyo", name_en="Tokyo", **PUBLISHED), AreaFactory(name_en="Cyber", **PUBLISHED)
        visit = VisitFactory(**PUBLISHED)
        visit.areas.add(area)
        StopFactory(visit=visit, place=tokyo)
        AgreementFactory(title_en="Declaration", place=tokyo, date="2013-04-15", **PUBLISHED)
        found = ["Agreed here: Declaration.", "Areas agreed on visits that led here: cyber."]
        assert around(client, "/en/places/tokyo/") == found

    def test_says_what_else_is_there(self, client, nato):
        mons = PlaceFactory(key="mons", name_en="Mons", name_fr="Mons", **PUBLISHED)
        assert said(client, "/en/places/mons/") == ["The register records nothing about this place but its name."]
        assert said(client, "/fr/lieux/mons/") == ["Le registre ne connaît de ce lieu que le nom."]
        DecisionFactory(title_en="Policy", date="2011-04-15", place=mons, **PUBLISHED)
        DecisionFactory(title_en="Draft", place=mons)
        assert said(client, "/en/places/mons/") == ["Recorded here: Policy (15 April 2011)."]
        OrganizationFactory(key="shape", name_en="SHAPE", parent=nato, seat=mons, **PUBLISHED)
        assert said(client, "/en/places/mons/") == ["SHAPE has its seat here."]
        assert around(client, "/en/places/mons/") == ["Recorded here: Policy (15 April 2011)."]


class TestArea:
    def test_says_when_cooperation_is_recorded(self, client):
        area = AreaFactory(key="cyber", **PUBLISHED)
        assert said(client, "/en/areas/cyber/") == []
        VisitFactory(period="2017-10", **PUBLISHED).areas.add(area)
        assert said(client, "/en/areas/cyber/") == [
            "Cooperation in this area is recorded once: Visit to Tokyo (October 2017)."
        ]
        VisitFactory(period="2019-01", **PUBLISHED).areas.add(area)
        assert said(client, "/en/areas/cyber/") == [
            "Cooperation in this area begins on record with Visit to Tokyo (October 2017); the latest is Visit to "
            "Tokyo (January 2019)."
        ]


class TestFramework:
    def test_counts_who_takes_part(self, client, emirates):
        names = {"name_en": "Mediterranean Dialogue", "name_fr": "Dialogue méditerranéen"}
        framework = FrameworkFactory(key="md", organization=None, **names, **PUBLISHED)
        periods = ("1995/..", "/..", "1995/2000", "1996/")
        for number, period in enumerate(periods):
            state = StateFactory(key=f"s{number}", **PUBLISHED)
            MembershipFactory(state=state, framework=framework, organization=None, period=period, **PUBLISHED)
        assert said(client, "/en/frameworks/md/") == ["Two States take part in the Mediterranean Dialogue."]
        assert around(client, "/en/frameworks/md/") == ["One more possibly does."]
        assert said(client, "/fr/cadres/md/") == ["Deux États participent au Dialogue méditerranéen."]

    def test_named_after_its_members_counts_them_among_them(self, client):
        names = {"name_en": "Partners across the Globe", "name_fr": "Partenaires dans le monde"}
        framework = FrameworkFactory(key="pg", organization=None, **names, **PUBLISHED)
        for number in range(9):
            state = StateFactory(key=f"s{number}", **PUBLISHED)
            MembershipFactory(state=state, framework=framework, organization=None, period="2011/..", **PUBLISHED)
        assert said(client, "/fr/cadres/pg/") == ["Neuf États comptent parmi les Partenaires dans le monde."]
