"""Who held an office that is named in the words of a search."""

import re
from urllib.parse import quote

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partnerships.pages.holders_in_search import holders_then
from partnerships.pages.search import results
from partnerships.projections import search
from tests.factories import PUBLISHED, OfficeFactory, OrganizationFactory, PageFactory, StateFactory, TenureFactory

pytestmark = pytest.mark.django_db


def said(text):
    found = search.find(search.understand(re.sub(r"\b(on|\d+|May)\b", "", text)))
    with override("en"):
        return [(re.sub("<[^>]+>", "", one.sentence), one.more) for one in holders_then(text, found)]


class TestHeldThen:
    @pytest.fixture(autouse=True)
    def _office(self):
        office = OfficeFactory(key="o", name_en="Keeper of seals", slug_en="keeper", single_holder=True, **PUBLISHED)
        TenureFactory(office=office, person__name="Kay Lee", period="2018-01-05/2019-02-03", **PUBLISHED)

    @pytest.mark.parametrize("text", ["who was keeper of seals on 24 May 2018", "Keeper of seals, 24 May 2018"])
    def test_is_said_for_the_day_that_is_named(self, text):
        ((sentence, more),) = said(text)
        assert sentence.startswith("On 24 May 2018 Kay Lee ")
        assert more == "/en/offices/keeper/?on=2018-05-24"

    def test_is_said_where_one_word_is_not_in_the_name(self):
        ((sentence, _more),) = said("who was keeper of seals in Brussels on 24 May 2018")
        assert "Kay Lee" in sentence
        assert said("who was keeper of letters on 24 May 2018") == []

    def test_is_said_of_both_ends_of_a_year_where_it_is_asked_who(self):
        assert [sentence for sentence, _more in said("who was keeper of seals in 2018")] == [
            "It is not known who was Keeper of seals on 1 January 2018. Next seen in office: Kay Lee, 5 January 2018.",
            "On 31 December 2018 Kay Lee was Keeper of seals.",
        ]
        assert said("keeper of seals in 2018") == said("who was keeper of seals in the 1990s") == []

    def test_is_said_of_the_office_alone_whose_whole_name_is_typed(self):
        OfficeFactory(name_en="Deputy keeper of seals", single_holder=True, **PUBLISHED)
        assert len(said("who was keeper of seals on 24 May 2018")) == 1

    def test_is_said_of_today_where_it_is_asked_who(self):
        ((sentence, _more),) = said("Who is keeper of seals?")
        assert "oday" in sentence

    @pytest.mark.parametrize(
        "question",
        [
            "who headed the mission of Japan on 1 September 2018",
            "who led the mission of Japan on 1 September 2018?",
            "who represented Japan on 1 September 2018",
            "qui dirigeait la mission du Japon le 1er septembre 2018",
            "Qui représentait le Japon le 1er septembre 2018 ?",
            "Qui était chef de la mission du Japon le 1er septembre 2018 ?",
        ],
    )
    def test_is_said_whatever_verb_asks_for_the_head(self, question):
        office = OfficeFactory(
            key="head", name_en="Head of the mission of Japan", name_fr="Chef de la mission du Japon", **PUBLISHED
        )
        TenureFactory(office=office, person__name="Kay Lee", period="2018-01-05/2019-02-03", **PUBLISHED)
        text = "Le 1er septembre 2018, Kay Lee dirigeait la mission du Japon. On 1 September 2018 it headed, led."
        PageFactory(key="method", text_fr=text, text_en=text, **PUBLISHED)
        assert [one.more.partition("?")[2] for one in results(QueryDict(f"q={quote(question)}")).told] == [
            "on=2018-09-01"
        ]

    @pytest.mark.parametrize(
        "text", ["current keeper of seals", "keeper of seals today", "keeper of seals aujourd’hui"]
    )
    def test_is_said_of_today_where_that_is_asked(self, text):
        ((sentence, _more),) = said(text)
        assert "oday" in sentence

    def test_says_who_was_last_seen_where_it_is_not_known(self):
        ((sentence, _more),) = said("who is keeper of seals")
        assert sentence.startswith("It is not known who is Keeper of seals today")
        assert sentence.endswith("Last seen in office: Kay Lee, 3 February 2019.")

    @pytest.mark.parametrize("text", ["who is ambassador of Japan to NATO", "l’ambassadrice du Japon à l’OTAN"])
    def test_ambassador_to_an_organisation_is_the_head_of_the_mission_to_it(self, text):
        nato = OrganizationFactory(name_en="NATO", name_fr="OTAN", **PUBLISHED)
        for key, name in (("be", "Ambassador of Japan to Belgium"), ("nato", "Head of the mission of Japan to NATO")):
            OfficeFactory(
                slug_en=key, name_en=name, name_fr="Chef du Japon OTAN", receiving_organization=nato, **PUBLISHED
            )
        assert [more.partition("?")[0] for _sentence, more in said(text)] == ["/en/offices/nato/"]

    def test_post_at_a_body_that_is_named_is_meant_before_one_that_has_to_do_with_it(self):
        nato = OrganizationFactory(name_en="NATO", **PUBLISHED)
        for key, name in (("be", "Envoy of Japan"), ("nato", "Head of the mission of Japan to NATO")):
            OfficeFactory(slug_en=key, name_en=name, name_fr="Japan", receiving_organization=nato, **PUBLISHED)
        assert [more.partition("?")[0] for _s, more in said("who represents Japan at NATO")] == ["/en/offices/nato/"]

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("who is prime minister of Japan", 1),
            ("qui est premier ministre du Japon", 1),
            ("who is prime minister of Korea", 0),
            ("who was the first prime minister of Japan", 0),
            ("who is envoy of Japan to NATO", 1),
            ("who is ambassador of Japan to NATO", 0),
        ],
    )
    def test_is_said_of_no_other_office_than_that_of_the_state_and_the_body(self, text, number):
        japan, _korea = (StateFactory(key=key.lower(), name_en=key, **PUBLISHED) for key in ("Japan", "Korea"))
        OrganizationFactory(name_en="NATO", **PUBLISHED)
        names = {"Prime minister of Japan": "Premier ministre du Japon", "Envoy and ambassador of Japan": ""}
        for name, in_french in names.items():
            OfficeFactory(name_en=name, name_fr=in_french, state=japan, single_holder=True, **PUBLISHED)
        assert len(said(text)) == number

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("who led NATO in 2016", 2),
            ("Qui dirige l’OTAN ?", 1),
            ("who is in charge of NATO", 1),
            ("chef de l’OTAN", 1),
            ("NATO", 0),
            ("who headed the mission of Japan to NATO", 0),
            ("who led the visit to NATO in 2016", 0),
            ("NATO-led", 0),
            ("dirigée par NATO", 0),
        ],
    )
    def test_is_said_of_who_leads_an_organisation(self, text, number):
        nato = OrganizationFactory(name_en="NATO", name_fr="OTAN", **PUBLISHED)
        names = {"Secretary general of the Alliance": "secretary_general", "Deputy secretary general": "other"}
        for name, role in names.items():
            OfficeFactory(name_en=name, role=role, organization=nato, single_holder=True, **PUBLISHED)
        sentences = [sentence for sentence, _more in said(text)]
        assert len(sentences) == number
        assert all("Secretary general of the Alliance" in one for one in sentences)

    @pytest.mark.parametrize(
        "text",
        ["keeper of seals", "keeper of seals 2018", "24 May 2018", "who is Kay Lee", "who opened keeper of seals"],
    )
    def test_is_not_said_without_question_office_or_day(self, text):
        assert said(text) == []

    def test_is_not_said_where_many_offices_are_meant(self):
        for number in range(3):
            OfficeFactory(name_en=f"Keeper of seals {number}", single_holder=True, **PUBLISHED)
        assert said("who is keeper of seals") == []
