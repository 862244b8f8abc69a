"""Decisions and agreements as sentences: who decided what about whom, who signed what."""

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from partnerships.pages import sentences
from tests.factories import (
    PUBLISHED,
    AgreementFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    StateFactory,
    past_the_fence,
)
from tests.pages.reading import around, said

pytestmark = pytest.mark.django_db


def plain(texts):
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts]


class TestDecision:
    def test_names_the_body_and_the_day(self, client):
        DecisionFactory(key="d", body=OrganizationFactory(**PUBLISHED), **PUBLISHED)
        assert said(client, "/en/decisions/d/") == [
            "On 24 May 2018 the North Atlantic Council decided: designation of an embassy."
        ]
        assert plain(said(client, "/fr/decisions/d/")) == [
            "Le 24 mai 2018, le Conseil de l’Atlantique Nord a pris cette décision : désignation d’une ambassade."
        ]

    def test_says_what_was_decided_where_it_designates(self, client):
        decision = DecisionFactory(key="d", body=OrganizationFactory(**PUBLISHED), **PUBLISHED)
        mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
        DesignationFactory(decision=decision, mission=mission, embassy=embassy, **PUBLISHED)
        assert said(client, "/en/decisions/d/") == [
            "On 24 May 2018 the North Atlantic Council decided that the embassy of Japan in Belgium would serve as "
            "the mission of Japan to NATO."
        ]
        assert said(client, "/fr/decisions/d/") == [
            "Le 24 mai 2018, le Conseil de l’Atlantique Nord a décidé que l’ambassade du Japon en Belgique serait "
            "la mission du Japon auprès de l’OTAN."
        ]

    @past_the_fence()
    @pytest.mark.parametrize("hidden", ["mission", "embassy"])
    def test_says_nothing_of_a_designation_one_end_of_which_is_not_public(self, client, hidden):
        decision = DecisionFactory(key="d", body=None, **PUBLISHED)
        ends = {"mission": MissionFactory(**PUBLISHED), "embassy": EmbassyFactory(**PUBLISHED)}
        ends[hidden] = {"mission": MissionFactory, "embassy": EmbassyFactory}[hidden]()
        designation = DesignationFactory(decision=decision, **ends, **PUBLISHED)
        assert said(client, "/en/decisions/d/") == ["On 24 May 2018 it was decided: designation of an embassy."]
        with override("en"):
            answer = sentences.decision(decision, [designation])
        assert strip_tags(answer.sentence) == "On 24 May 2018 it was decided: designation of an embassy."

    def test_names_three_designations_one_by_one(self, client):
        decision = DecisionFactory(key="d", body=None, **PUBLISHED)
        for _one in range(3):
            mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
            DesignationFactory(decision=decision, mission=mission, embassy=embassy, **PUBLISHED)
        (sentence,) = said(client, "/en/decisions/d/")
        assert sentence.count("the embassy of Japan in Belgium would serve as the mission of Japan to NATO") == 3

    def test_says_what_it_follows_as_far_as_that_is_public(self, client):
        first, draft = DecisionFactory(title_en="The first", **PUBLISHED), DecisionFactory(title_en="A draft")
        with past_the_fence():
            for key, follows in (("after", first), ("d", draft)):
                DecisionFactory(key=key, follows=follows, **PUBLISHED)
        assert around(client, "/en/decisions/after/") == ["It follows “The first” (24 May 2018)."]
        assert around(client, "/en/decisions/d/") == []

    def test_says_its_title_where_it_designates_many(self, client):
        decision = DecisionFactory(key="d", body=None, title_en="Four partners cleared", **PUBLISHED)
        for _one in range(4):
            mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
            DesignationFactory(decision=decision, mission=mission, embassy=embassy, **PUBLISHED)
        assert said(client, "/en/decisions/d/") == ["On 24 May 2018 it was decided: four partners cleared."]

    def test_says_its_title_where_it_names_a_partner_without_designation(self, client):
        decision = DecisionFactory(key="d", body=None, title_en="Two partners cleared", **PUBLISHED)
        mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
        DesignationFactory(decision=decision, mission=mission, embassy=embassy, **PUBLISHED)
        decision.partners.add(PartnerFactory(state=mission.state, **PUBLISHED))
        assert said(client, "/en/decisions/d/")[0].endswith(" would serve as the mission of Japan to NATO.")
        decision.partners.add(PartnerFactory(state=StateFactory(name_en="Jordan", **PUBLISHED), **PUBLISHED))
        assert said(client, "/en/decisions/d/") == ["On 24 May 2018 it was decided: two partners cleared."]

    def test_without_a_title_says_that_it_was_taken(self, client):
        for key, body in (("d", None), ("e", OrganizationFactory(**PUBLISHED))):
            DecisionFactory(key=key, body=body, title_en="", title_fr="", **PUBLISHED)
        assert said(client, "/en/decisions/d/") == ["On 24 May 2018 this decision was taken."]
        assert said(client, "/en/decisions/e/") == ["On 24 May 2018 the North Atlantic Council took this decision."]

    def test_names_nobody_that_is_a_draft(self, client):
        DecisionFactory(key="d", body=OrganizationFactory(name_en="Secret body"), **PUBLISHED)
        assert said(client, "/en/decisions/d/") == ["On 24 May 2018 it was decided: designation of an embassy."]

    def test_of_a_month_and_of_an_inexact_day_begins_otherwise(self, client):
        DecisionFactory(key="month", date="2018-05", body=None, **PUBLISHED)
        DecisionFactory(key="about", date="2018-05-24~", body=None, **PUBLISHED)
        assert said(client, "/en/decisions/month/") == ["In May 2018 it was decided: designation of an embassy."]
        assert plain(said(client, "/fr/decisions/month/")) == [
            "En mai 2018, cette décision a été prise : désignation d’une ambassade."
        ]
        assert said(client, "/en/decisions/about/")[0].startswith("About 24 May 2018: ")

    def test_about_named_partners_names_them(self, client):
        decision = DecisionFactory(key="d", **PUBLISHED)
        decision.partners.add(PartnerFactory(state=StateFactory(name_en="Korea", **PUBLISHED), **PUBLISHED))
        assert around(client, "/en/decisions/d/") == ["It concerns Korea."]

    def test_names_every_partner_with_its_article(self, client):
        decision = DecisionFactory(key="d", **PUBLISHED)
        for english, french in (
            ("Bahrain", "Bahreïn"),
            ("Israel", "Israël"),
            ("Jordan", "Jordanie"),
            ("Qatar", "Qatar"),
            ("United Arab Emirates", "Émirats arabes unis"),
        ):
            state = StateFactory(name_en=english, name_fr=french, **PUBLISHED)
            decision.partners.add(PartnerFactory(state=state, **PUBLISHED))
        assert around(client, "/en/decisions/d/") == [
            "It concerns Bahrain, Israel, Jordan, Qatar and the United Arab Emirates."
        ]
        assert around(client, "/fr/decisions/d/") == [
            "Elle concerne Bahreïn, les Émirats arabes unis, Israël, la Jordanie et le Qatar."
        ]

    def test_about_all_partners_tells_the_certain_from_the_others(self, client):
        DecisionFactory(key="d", scope="all_partners", **PUBLISHED)
        for period in ("1990/..", "2001/..", "/..", "2019/.."):
            PartnerFactory(period=period, **PUBLISHED)
        assert around(client, "/en/decisions/d/") == [
            "It concerns every partner on that day: two for certain, one possibly."
        ]
        assert plain(around(client, "/fr/decisions/d/")) == [
            "Elle concerne tous les partenaires à cette date : deux avec certitude, un peut-être."
        ]


class TestAgreement:
    @pytest.fixture
    def agreement(self):
        found = AgreementFactory(key="a", organization=OrganizationFactory(**PUBLISHED), **PUBLISHED)
        found.partners.add(PartnerFactory(**PUBLISHED))
        return found

    def test_names_the_parties(self, client, agreement):
        assert said(client, "/en/agreements/a/") == [
            "On 15 April 2013 Japan and the North Atlantic Council concluded this agreement."
        ]
        assert plain(said(client, "/fr/accords/a/")) == [
            "Le 15 avril 2013, le Japon et le Conseil de l’Atlantique Nord ont conclu cet accord."
        ]

    def test_may_be_several_organisations_and_no_state(self, client, agreement):
        agreement.partners.clear()
        agreement.organizations.add(OrganizationFactory(key="eu", name_en="European Union", **PUBLISHED))
        assert said(client, "/en/agreements/a/") == [
            "On 15 April 2013 the North Atlantic Council and the European Union concluded this agreement."
        ]
        assert "/en/agreements/a/" in client.get("/en/timeline/?body=eu&detail=all").text

    def test_signature_is_said_only_where_somebody_signed(self, client, agreement):
        ParticipationFactory(agreement=agreement, person=None, state=StateFactory(**PUBLISHED), role="signatory")
        assert " signed this agreement." in said(client, "/en/agreements/a/")[0]
        assert "ont signé cet accord." in said(client, "/fr/accords/a/")[0]

    @pytest.mark.parametrize(
        ("kind", "verb", "what"),
        [
            ("declaration", "agreed", "joint declaration"),
            ("programme", "agreed", "programme"),
            ("security", "concluded", "security agreement"),
            ("treaty", "concluded", "treaty"),
            ("other", "concluded", "agreement"),
        ],
    )
    def test_what_nobody_signed_is_agreed_or_concluded_by_its_kind(self, client, agreement, kind, verb, what):
        type(agreement).objects.filter(pk=agreement.pk).update(kind=kind)
        assert said(client, "/en/agreements/a/") == [
            f"On 15 April 2013 Japan and the North Atlantic Council {verb} this {what}."
        ]

    def test_says_that_its_day_is_not_known(self, client, agreement):
        type(agreement).objects.filter(pk=agreement.pk).update(date="", period="2013/..")
        assert said(client, "/en/agreements/a/") == [
            "Japan and the North Atlantic Council are the parties to this agreement; the day of its signature is not "
            "known."
        ]

    def test_says_what_it_renews_and_what_renews_it(self, client, agreement):
        AgreementFactory(key="b", title_en="The second", renews=agreement, **PUBLISHED)
        assert around(client, "/en/agreements/a/") == ["Renewed by The second."]
        assert around(client, "/en/agreements/b/") == ["It renews Joint declaration."]


class TestWordedDay:
    """The words of a source open the sentence, never the days between which they are counted."""

    SOON, DAYS = {"date_wording_en": "soon after 24 May 2018"}, "[2018-05-24..2019-05-24]"

    def test_is_said_of_a_decision_in_its_words(self, client):
        DecisionFactory(key="d", body=None, date=self.DAYS, **self.SOON, **PUBLISHED)
        assert said(client, "/en/decisions/d/") == ["Soon after 24 May 2018 it was decided: designation of an embassy."]
        assert plain(said(client, "/fr/decisions/d/")) == [
            "Peu après le 24 mai 2018, cette décision a été prise : désignation d’une ambassade."
        ]

    def test_is_said_of_an_agreement_in_its_words(self, client):
        AgreementFactory(key="a", date=self.DAYS, **self.SOON, **PUBLISHED)
        assert said(client, "/en/agreements/a/")[0].startswith("Soon after 24 May 2018 this")
        assert said(client, "/fr/accords/a/")[0].startswith("Peu après le 24 mai 2018, ")

    def test_words_that_name_no_day_stand_beside_what_is_known(self, client):
        DecisionFactory(key="d", body=None, date="2018-05-24", date_wording_fr="le jeudi de la réunion", **PUBLISHED)
        assert said(client, "/fr/decisions/d/")[0].startswith("Le 24 mai 2018 (le jeudi de la réunion), ")

    def test_words_that_name_the_day_stand_alone(self, client):
        DecisionFactory(key="d", body=None, date="2018-05-24", date_wording_fr="au soir du 24 mai 2018", **PUBLISHED)
        assert plain(said(client, "/fr/decisions/d/"))[0].startswith("Au soir du 24 mai 2018 : ")
