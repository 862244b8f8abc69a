"""Partners, missions and embassies that have no head on record, in a sentence, read on their pages."""

import re
from html import unescape

import pytest

from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    PartnerFactory,
    PlaceFactory,
    past_the_fence,
)
from tests.pages.reading import around, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner(nato, emirates):
    return PartnerFactory(key="ae", state=emirates, organization=nato, period="/..", **PUBLISHED)


@pytest.fixture
def mission(nato, emirates):
    names = {
        "name_en": "Mission of the United Arab Emirates to NATO",
        "name_fr": "Mission des Émirats arabes unis auprès de l’OTAN",
    }
    return MissionFactory(key="m", state=emirates, organization=nato, period="2013-04-02/..", **names, **PUBLISHED)


@pytest.fixture
def embassy(emirates):
    names = {
        "name_en": "Embassy of the United Arab Emirates in Belgium",
        "name_fr": "Ambassade des Émirats arabes unis en Belgique",
    }
    return EmbassyFactory(key="e", state=emirates, place=None, period="", **names, **PUBLISHED)


def plain(texts):
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts]


def described(client, path):
    return unescape(re.search(r'<meta name="description" content="([^"]*)"', client.get(path).text)[1])


class TestPartner:
    @pytest.mark.parametrize(
        ("period", "english", "french"),
        [
            (
                "/..",
                "The United Arab Emirates has been a partner of NATO since an unknown date.",
                "Les Émirats arabes unis sont partenaires de l’OTAN depuis une date inconnue.",
            ),
            (
                "2004-06/..",
                "The United Arab Emirates has been a partner of NATO since June 2004.",
                "Les Émirats arabes unis sont partenaires de l’OTAN depuis juin 2004.",
            ),
            (
                "/2023",
                "The United Arab Emirates was a partner of NATO (until 2023).",
                "Les Émirats arabes unis ont été partenaires de l’OTAN (jusqu’en 2023).",
            ),
        ],
    )
    def test_says_since_when_and_that_no_mission_is_recorded(self, client, partner, period, english, french):
        partner.period = period
        partner.save()
        assert said(client, "/en/partners/ae/") == [english]
        assert said(client, "/fr/partenaires/ae/") == [french]
        assert around(client, "/en/partners/ae/") == ["No mission to NATO is recorded."]
        assert around(client, "/fr/partenaires/ae/") == ["Aucune mission auprès de l’OTAN n’est consignée."]
        assert described(client, "/en/partners/ae/") == f"United Arab Emirates – {english}"

    @pytest.mark.parametrize(
        ("name", "french"),
        [("Australie", "L’Australie est"), ("Qatar", "Le Qatar est"), ("Israël", "Israël est")],
    )
    def test_names_the_state_as_french_does(self, client, partner, emirates, name, french):
        type(emirates).objects.filter(pk=emirates.pk).update(name_fr=name)
        assert said(client, "/fr/partenaires/ae/") == [f"{french} partenaire de l’OTAN depuis une date inconnue."]

    def test_says_what_it_has_a_mission_by_and_in_which_framework(self, client, partner, mission, embassy):
        MembershipFactory(
            state=partner.state,
            organization=None,
            framework=FrameworkFactory(name_en="Dialogue", name_fr="Dialogue", **PUBLISHED),
            period="1995-02/..",
            **PUBLISHED,
        )
        decision, later = DecisionFactory(date="2013-04-02", **PUBLISHED), DecisionFactory(title_en="B", **PUBLISHED)
        for one in (decision, later):
            one.partners.add(partner)
        DesignationFactory(mission=mission, embassy=embassy, decision=decision, period="2013-04-02/..", **PUBLISHED)
        assert around(client, "/en/partners/ae/") == [
            "Dialogue: since February 1995.",
            "The embassy of the United Arab Emirates in Belgium serves as the mission of the United Arab Emirates to "
            "NATO, under the decision of 2 April 2013 (since 2 April 2013).",
            "The register names no head of mission.",
            "A decision names it: B.",
        ]

    @past_the_fence()
    def test_says_nothing_of_what_is_not_public(self, client, partner, nato):
        MissionFactory(state=partner.state, organization=nato, name_en="Secret")
        DecisionFactory(title_en="Secret").partners.add(partner)
        assert around(client, "/en/partners/ae/") == ["No mission to NATO is recorded."]
        type(nato).objects.update(publication="draft")
        assert around(client, "/en/partners/ae/") == []


class TestMission:
    def test_says_since_when_it_is_open_and_that_no_head_is_recorded(self, client, mission):
        assert said(client, "/en/missions/m/") == [
            "The mission of the United Arab Emirates to NATO has existed since 2 April 2013."
        ]
        assert said(client, "/fr/missions/m/") == [
            "La mission des Émirats arabes unis auprès de l’OTAN existe depuis le 2 avril 2013."
        ]
        assert around(client, "/en/missions/m/") == ["The register names no head of mission."]
        assert around(client, "/fr/missions/m/") == ["Le registre ne nomme aucun chef de mission."]

    @pytest.mark.parametrize(
        ("period", "english", "french"),
        [
            (
                "/..",
                "It is not known when the mission of the United Arab Emirates to NATO came into being.",
                "On ignore depuis quand existe la mission des Émirats arabes unis auprès de l’OTAN.",
            ),
            (
                "[2016-05-04..]/",
                "The register records the mission of the United Arab Emirates to NATO (on 4 May 2016 or later, "
                "no end recorded).",
                "Le registre recense la mission des Émirats arabes unis auprès de l’OTAN "
                "(au plus tôt le 4 mai 2016, aucune fin consignée).",
            ),
            (
                "2013/2015",
                "The register records the mission of the United Arab Emirates to NATO (2013–2015).",
                "Le registre recense la mission des Émirats arabes unis auprès de l’OTAN (2013-2015).",
            ),
        ],
    )
    def test_says_no_more_of_its_time_than_is_known(self, client, mission, period, english, french):
        mission.period = period
        mission.save()
        assert said(client, "/en/missions/m/") == [english]
        assert plain(said(client, "/fr/missions/m/")) == [french]

    def test_names_the_decision_about_its_partner_under_which_no_post_serves(self, client, mission, partner):
        DecisionFactory(title_en="Five partners", **PUBLISHED).partners.add(partner)
        assert around(client, "/en/missions/m/")[1:] == ["A decision names it: Five partners."]

    @pytest.mark.parametrize(
        ("period", "verb", "when"),
        [("2013-04-02/..", "serves", "since 2 April 2013"), ("2013/2015", "served", "2013–2015")],
    )
    def test_names_the_post_that_serves_as_it(self, client, mission, embassy, period, verb, when):
        DesignationFactory(mission=mission, embassy=embassy, decision=None, period=period, **PUBLISHED)
        assert said(client, "/en/missions/m/") == [
            f"The embassy of the United Arab Emirates in Belgium {verb} as the mission of the United Arab Emirates to "
            f"NATO ({when}); the decision is not recorded."
        ]

    def test_gives_way_to_its_head(self, client, mission):
        OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
        (answer,) = said(client, "/en/missions/m/")
        assert answer.startswith("It is not known who heads")


class TestEmbassy:
    def test_says_where_it_is_and_that_no_head_is_recorded(self, client, embassy):
        assert said(client, "/en/embassies/e/") == [
            "The register records the embassy of the United Arab Emirates in Belgium."
        ]
        embassy.place = PlaceFactory(name_en="Brussels", name_fr="Bruxelles", **PUBLISHED)
        embassy.save()
        assert said(client, "/en/embassies/e/") == [
            "The embassy of the United Arab Emirates in Belgium is in Brussels."
        ]
        assert said(client, "/fr/ambassades/e/") == [
            "L’ambassade des Émirats arabes unis en Belgique se trouve à Bruxelles."
        ]
        assert around(client, "/en/embassies/e/") == ["The register names no head of this post."]
        embassy.period = "1980/2000"
        embassy.save()
        assert said(client, "/en/embassies/e/") == [
            "The embassy of the United Arab Emirates in Belgium was in Brussels (1980–2000)."
        ]

    def test_says_as_which_mission_it_serves(self, client, embassy, mission):
        decision = DecisionFactory(date="2013-04-02", **PUBLISHED)
        DesignationFactory(mission=mission, embassy=embassy, decision=decision, period="2013/..", **PUBLISHED)
        assert around(client, "/en/embassies/e/") == [
            "The embassy of the United Arab Emirates in Belgium serves as the mission of the United Arab Emirates to "
            "NATO, under the decision of 2 April 2013 (since 2013).",
            "The register names no head of this post.",
        ]
