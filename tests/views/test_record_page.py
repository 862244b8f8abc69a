"""The page of any kind of record: what it is made of; what it shows, other files ask."""

import re
from datetime import date

import pytest
from django.http import Http404
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.addresses import page_of
from partnerships.models import FormerAddress
from partnerships.pages import PAGES
from partnerships.pages.blocks import AnswerInWords, Content
from partnerships.views.record_page import (
    LONGEST_DESCRIPTION,
    details,
    followed_by,
    load_beside,
    page_description,
    record_under,
)
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PageFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
)

pytestmark = pytest.mark.usefixtures("english")


class TestAsData:
    @pytest.mark.django_db
    def test_is_told_in_a_header_with_the_licence(self, client):
        PersonFactory(key="kono", slug_en="taro-kono", **PUBLISHED)
        assert client.get("/en/people/taro-kono/")["Link"] == (
            '</id/person/kono>; rel="alternate"; type="application/ld+json", '
            '</api/v1/people/kono>; rel="alternate"; type="application/json", </en/licence/>; rel="license"'
        )


class TestDescription:
    @pytest.mark.django_db
    def test_of_two_days_tells_the_answer_of_each(self, client):
        state, body = StateFactory(**PUBLISHED), OrganizationFactory(**PUBLISHED)
        MissionFactory(slug_en="m", state=state, organization=body, period="2018-07-01/2020-06-30", **PUBLISHED)
        answer = client.get("/en/missions/m/?on=2018-06-15&and=2021-01-01")
        said = answer.context["description"]
        assert said.count("15 June 2018") == said.count("1 January 2021") == 2
        # A line of the heading ends within neither.
        heading = re.search("<h1>(.*)</h1>", answer.text)[1]
        assert re.findall("<time.*?>(.*?)</time>", heading) == ["15 June 2018", "1 January 2021"]

    def test_is_the_heading_with_the_first_answer_as_plain_words(self):
        answers = [AnswerInWords(SafeString("<a>One</a> &amp;\n two.")), AnswerInWords(SafeString("Three."))]
        content = Content(answers, description="Its own")
        assert page_description(content, "Heading", "kind") == "Heading – One & two."
        with override("fr"):
            assert page_description(content, "Titre", "sorte") == "Titre – One & two."
        assert page_description(content, "Heading", "kind", answers=2) == "Heading – One & two. Three."

    def test_is_what_a_page_says_of_itself_where_it_has_no_answer(self):
        assert page_description(Content(description="Its own"), "Heading", "kind") == "Its own"
        assert page_description(Content(), "Heading", "kind") == "kind: Heading"
        with override("fr"):
            assert page_description(Content(), "Titre", "sorte") == "sorte\u00a0: Titre"

    def test_is_cut_where_it_is_long(self):
        said = page_description(Content(description="a" * (LONGEST_DESCRIPTION + 1)), "Heading", "kind")
        assert (len(said), said[-1]) == (LONGEST_DESCRIPTION, "…")
        said = page_description(Content(description="word, " * LONGEST_DESCRIPTION), "Heading", "kind")
        assert said.endswith("word, word…")
        whole = "a" * LONGEST_DESCRIPTION
        assert page_description(Content(description=whole), "Heading", "kind") == whole


@pytest.mark.django_db
class TestFind:
    def found(self, slug, model=None):
        return record_under(model or PAGES["state"].model, "state", slug).key

    def test_slug_of_the_language_goes_first_then_the_key(self):
        StateFactory(key="c", slug_en="c-en", slug_fr="same", **PUBLISHED)
        StateFactory(key="d", slug_en="same", **PUBLISHED)
        assert self.found("same") == "d"
        with override("fr"):
            assert self.found("same") == "c"
        StateFactory(key="a", slug_fr="key", slug_en="x", **PUBLISHED)
        assert self.found("key") == "a"
        StateFactory(key="key", slug_fr="y", slug_en="z", **PUBLISHED)
        assert self.found("key") == "key"

    def test_what_is_public_goes_before_what_was_withdrawn(self):
        fields = {"slug_fr": "v", "slug_en": "w", "publication": "withdrawn", "withdrawal_reason_en": "Twice."}
        StateFactory(key="gone", **fields)
        assert self.found("gone") == "gone"
        StateFactory(key="other", slug_fr="gone", slug_en="t", **PUBLISHED)
        assert self.found("gone") == "other"

    def test_former_slug_leads_there_where_nothing_bears_it(self):
        StateFactory(key="jp", slug_en="japan", **PUBLISHED)
        FormerAddress.objects.create(kind="state", key="jp", language="fr", slug="nippon")
        assert self.found("nippon") == "jp"
        StateFactory(key="n", slug_en="nippon", **PUBLISHED)
        assert self.found("nippon") == "n"

    def test_former_slug_of_another_kind_leads_nowhere(self):
        StateFactory(key="jp", **PUBLISHED)
        FormerAddress.objects.create(kind="place", key="jp", language="en", slug="tokyo")
        with pytest.raises(Http404):
            self.found("tokyo")

    def test_draft_is_not_found_under_any_slug(self):
        StateFactory(key="draft", slug_en="draft-en")
        FormerAddress.objects.create(kind="state", key="draft", language="en", slug="old")
        for slug in ("draft", "draft-en", "old", "none"):
            with pytest.raises(Http404):
                self.found(slug)


@pytest.mark.django_db
class TestLinksToItself:
    @pytest.mark.parametrize("query", ["", "?on=2018-09-01&and=2019-09-01"])
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_are_none_in_the_text_of_a_page(self, client, language, query):
        tenure = TenureFactory(person=PersonFactory(name="Person A", **PUBLISHED), **PUBLISHED)
        address = page_of(tenure.person, language)
        page = client.get(f"{address}{query}").content.decode()
        assert "Person A" in page.partition("<main")[2]
        assert f'<a href="{address}">' not in page


class TestWithdrawn:
    @pytest.mark.django_db
    @pytest.mark.parametrize(("publication", "status"), [("withdrawn", 410), ("draft", 404), ("in_review", 404)])
    def test_is_gone_and_what_was_never_public_is_not_found(self, client, publication, status):
        record = DecisionFactory(key="d", publication=publication, withdrawal_reason_en="Entered twice.")
        answer = client.get(page_of(record, "en"))
        assert answer.status_code == status
        assert ("This record was withdrawn" in answer.text) is (status == 410)
        assert '<meta name="robots" content="noindex">' in answer.text


@pytest.mark.django_db
@pytest.mark.once
class TestDetails:
    def test_hold_facts_and_sources_folded_unless_they_come_first(self):
        state = StateFactory(iso2="JP", **PUBLISHED)
        citation = CitationFactory(state=state, source__publication="published")
        found = details(PAGES["state"], state, False)
        assert ([fact.label for fact in found.facts], found.citations, found.folded) == (["ISO code"], [citation], True)
        assert details(PAGES["state"], state, True).folded is False

    def test_names_and_sources_are_loaded_with_what_the_page_needs(self, django_assert_num_queries):
        mission = MissionFactory(place=PlaceFactory(**PUBLISHED), **PUBLISHED)
        record = type(mission).objects.get(pk=mission.pk)
        load_beside(PAGES["mission"], record)
        with django_assert_num_queries(0):
            assert (record.state.key, record.place.key) == (mission.state.key, mission.place.key)
            assert list(record.citations.all()) == []


@pytest.mark.django_db
@pytest.mark.once
class TestFollowedBy:
    def test_lines_are_followed_where_a_page_has_its_own(self):
        found = followed_by(PAGES["area"], AreaFactory(key="sea", **PUBLISHED), "/cite/")
        assert [one.address for one in found["forms"]] == [
            f"/en/timeline.{form}?area=sea&detail=all" for form in ("atom", "ics", "csv")
        ]
        assert followed_by(PAGES["visit"], PlaceFactory(**PUBLISHED), "/cite/") == {}

    @pytest.mark.parametrize("kind", PAGES)
    def test_each_kind_is_followed_or_not(self, kind):
        record = FACTORIES[kind](**PUBLISHED)
        assert bool(followed_by(PAGES[kind], record, "/cite/").get("forms")) is (
            kind in {"partner", "person", "area", "place", "office"}
        )

    def test_succession_in_an_office_is_followed_and_cited(self):
        found = followed_by(PAGES["office"], OfficeFactory(slug_en="pm", **PUBLISHED), "/cite/")
        assert found["cite_succession"] == "/cite/?of=succession"
        assert [one.address for one in found["forms"]] == [
            f"/en/offices/pm/succession.{form}" for form in ("atom", "ics", "csv", "json")
        ]

    def test_corrections_are_followed_from_their_page(self):
        found = followed_by(PAGES["page"], PageFactory(key="corrections", **PUBLISHED), "/cite/")
        assert [one.address for one in found["forms"]] == ["/en/corrections.atom"]


@pytest.mark.django_db
@pytest.mark.once
class TestDetail:
    def test_other_address_leads_to_its_own_with_what_is_asked(self, client):
        StateFactory(key="jp", slug_en="japan", **PUBLISHED)
        for query in ("", "?on=2018-05-24"):
            answer = client.get(f"/en/states/jp/{query}")
            assert (answer.status_code, answer["Location"]) == (301, f"/en/states/japan/{query}")

    def test_says_what_it_is_under_which_name_and_for_which_day(self, client):
        office = OfficeFactory(key="pm", slug_en="pm", **PUBLISHED)
        context = client.get("/en/offices/pm/?on=2018-05-24").context
        assert context["record"] == office
        assert context["title"] == "Prime Minister on 24 May 2018"
        assert (context["cited_query"], context["title_language"]) == ("?on=2018-05-24", "en")
        assert (context["on"], context["has_text"]) == (date(2018, 5, 24), False)
        assert context["cite_address"] == "/en/cite/office/pm/"
        assert context["report_address"] == "/en/report/office/pm/"
        assert context["card"] == "http://testserver/en/card/office/pm.png?on=2018-05-24"
        assert context["list_address"] == "/en/offices/"

    def test_is_called_and_dated_in_the_language_of_its_name(self, client):
        OfficeFactory(key="m", slug_en="m", name_en=None, name_fr="ministre", **PUBLISHED)
        context = client.get("/en/offices/m/?on=2018-05-24").context
        assert (context["title"], context["title_language"]) == ("ministre, le 24 mai 2018", "fr")

    def test_day_is_cited_where_the_page_answers_for_it_alone(self, client):
        StateFactory(key="jp", slug_en="jp", **PUBLISHED)
        context = client.get("/en/states/jp/?on=2018-05-24").context
        assert (context["title"], context["cited_query"]) == ("Japan (State)", "")

    def test_has_a_text_where_there_is_one(self, client):
        AreaFactory(key="sea", slug_en="sea", summary_fr="Un résumé", **PUBLISHED)
        assert client.get("/en/areas/sea/").context["has_text"] is True
