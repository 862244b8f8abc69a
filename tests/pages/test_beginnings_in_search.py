"""Since when a State is a partner, or has its mission, as a question that is typed asks."""

import re

import pytest

from partnerships.pages.beginnings_in_search import beginnings
from tests.factories import (
    PUBLISHED,
    MissionFactory,
    OrganizationFactory,
    PartnerFactory,
    StateFactory,
    past_the_fence,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def said(text):
    return [(re.sub("<[^>]+>", "", one.sentence), one.more) for one in beginnings(text)]


class TestBeginnings:
    @pytest.fixture(autouse=True)
    def _partners(self):
        body = OrganizationFactory(key="alliance", name_en="Alliance", **PUBLISHED)
        for key, name in (("jp", "Japan"), ("kr", "Republic of Korea"), ("it", "Italy")):
            state = StateFactory(key=key, iso2=key.upper(), name_en=name, **PUBLISHED)
            PartnerFactory(key=key, slug_en=key, state=state, organization=body, period="2001/..", **PUBLISHED)
            if key == "jp":
                MissionFactory(
                    key="m", slug_en="m", state=state, organization=body, period="2018-07-01/..", **PUBLISHED
                )

    @pytest.mark.parametrize(
        ("text", "partner"),
        [
            ("when did cooperation with Japan begin?", "jp"),
            ("depuis quand Japan est-il partenaire", "jp"),
            ("when did Korea become a partner", "kr"),
            ("depuis quand Korea est-elle partenaire de l’Alliance", "kr"),
            # It names none: the one whose mission the first page tells of is meant, and “it” is no code of Italy.
            ("when did it start to cooperate", "jp"),
            ("WHEN DID IT START TO COOPERATE", "jp"),
            ("what year did the partnership with the Alliance begin", "jp"),
            ("since when is IT a partner", "it"),
            ("start of cooperation with Japan", "jp"),
            ("les débuts de la coopération, Japan", "jp"),
        ],
    )
    def test_of_a_partnership_are_told_of_the_partner_that_is_named(self, text, partner):
        ((sentence, more),) = said(text)
        assert sentence.endswith("a partner of the Alliance since 2001.")
        assert more == f"/en/partners/{partner}/"

    def test_are_told_of_no_state_of_whose_name_some_words_alone_are_typed(self):
        assert said("when did North Korea become a partner") == []

    def test_of_a_mission_are_told_of_its_own(self):
        ((sentence, more),) = said("when did Japan open its mission")
        assert sentence.endswith("has existed since 1 July 2018.")
        assert more == "/en/missions/m/"
        assert said("date of opening of the mission of Japan")[0][1] == "/en/missions/m/"

    @pytest.mark.parametrize("text", ["since when has Korea a mission", "Republic of Korea: mission"])
    def test_that_there_is_no_mission_is_said_of_whatever_is_asked(self, text):
        assert said(text) == [("Republic of Korea – No mission to the Alliance is recorded.", "/en/partners/kr/")]
        assert said("mission of Japan") == []
        assert said("mission of the Republic of Korea to the Alliance") == said(text)
        # A mission of the organisation is none of the partner to it.
        assert said("Alliance mission Republic of Korea") == said("mission of the Alliance in Republic of Korea") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Japan",
            "Republic of Korea",
            "cooperation with Japan began",
            "when do partners meet in Japan",
            "when is the visit to Japan",
            "cooperation with Japan",
            "when did talks begin",
            "since 2011",
            # They name something, which is no partner.
            "when did the partnership with Atlantis start",
            "how long is the cooperation document",
        ],
    )
    def test_nothing_is_told_where_no_beginning_is_asked_for(self, text):
        assert said(text) == []

    def test_are_told_of_each_of_two_of_whose_names_a_word_is_typed_and_of_no_more(self):
        body = PartnerFactory._meta.model.objects.get(key="jp").organization
        for number in (2, 3):
            state = StateFactory(name_en=f"Korea number {number}", **PUBLISHED)
            PartnerFactory(slug_en=f"k{number}", state=state, organization=body, period="2002/..", **PUBLISHED)
            told = [more for _sentence, more in said("when did Korea become a partner")]
            assert told == (["/en/partners/kr/", "/en/partners/k2/"] if number == 2 else [])

    @past_the_fence()
    def test_are_told_of_no_partner_whose_state_or_organisation_is_hidden(self):
        partner = PartnerFactory._meta.model.objects.get(key="it")
        assert said("since when is Italy a partner")
        for hidden in (partner.state, partner.organization):
            hidden.publication = "draft"
            hidden.save()
            assert said("since when is Italy a partner") == []
            hidden.publication = "published"
            hidden.save()
