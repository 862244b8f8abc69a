"""The list and the page of any kind of record: what they are made of; what they show, other files ask."""

from datetime import date

import pytest
from django.http import Http404, QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import override

from partnerships.addresses import page_of
from partnerships.listing import filters, lists
from partnerships.listing.chips import Chip
from partnerships.models import Area, FormerAddress
from partnerships.pages import PAGES
from partnerships.pages.blocks import AnswerInWords, Content
from partnerships.views.records import (
    LONGEST_DESCRIPTION,
    details,
    followed_by,
    instead_of_nothing,
    load_beside,
    number_said,
    orders,
    other_forms,
    page_description,
    record_under,
    rows_with_offices,
)
from tests.factories import (
    FACTORIES,
    PUBLISHED,
    AreaFactory,
    CitationFactory,
    DecisionFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PageFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    TenureFactory,
)

pytestmark = pytest.mark.usefixtures("english")


class TestOrders:
    def test_are_by_time_where_there_is_a_date_and_by_name_where_that_comes_first(self):
        assert orders(PAGES["decision"]) == ("oldest", "newest")
        assert orders(PAGES["mission"]) == ("", "oldest", "newest")
        assert orders(PAGES["area"]) == ()


class TestNumber:
    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("fr", ["0 décision", "1 décision", "2 décisions"]),
            ("en", ["0 decisions", "1 decision", "2 decisions"]),
        ],
    )
    def test_is_one_of_the_singular_or_the_plural_of_its_language(self, language, said):
        with override(language):
            assert [number_said(PAGES["decision"], number) for number in range(3)] == said


class TestOtherForms:
    def test_hold_what_is_asked_and_a_calendar_where_there_are_dates(self):
        found = other_forms(PAGES["visit"], "partner=jp&area=")
        assert [one.address for one in found] == [
            f"/en/visits.{form}?partner=jp" for form in ("atom", "ics", "csv", "json")
        ]
        assert found[0].title == "Visits – feed"
        assert [one.address for one in other_forms(PAGES["area"], "")] == [
            "/en/areas.atom",
            "/en/areas.csv",
            "/en/areas.json",
        ]


class TestDescription:
    def test_is_the_heading_with_the_first_answer_as_plain_words(self):
        answers = [AnswerInWords(SafeString("<a>One</a> &amp;\n two.")), AnswerInWords(SafeString("Three."))]
        content = Content(answers, description="Its own")
        assert page_description(content, "Heading", "kind") == "Heading: One & two."
        with override("fr"):
            assert page_description(content, "Titre", "sorte") == "Titre\u00a0: One & two."

    def test_is_what_a_page_says_of_itself_where_it_has_no_answer(self):
        assert page_description(Content(description="Its own"), "Heading", "kind") == "Its own"
        assert page_description(Content(), "Heading", "kind") == "kind: Heading"

    def test_is_cut_where_it_is_long(self):
        said = page_description(Content(description="a" * (LONGEST_DESCRIPTION + 1)), "Heading", "kind")
        assert (len(said), said[-1]) == (LONGEST_DESCRIPTION, "…")
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
    @pytest.mark.parametrize("query", ["", "?on=2018-09-01"])
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


@pytest.mark.django_db
@pytest.mark.once
class TestRows:
    def test_of_people_are_told_with_their_offices(self):
        person = PersonFactory(**PUBLISHED)
        TenureFactory(person=person, office=OfficeFactory(**PUBLISHED), period="2012-12-26/2020-09-16", **PUBLISHED)
        several = lists.list_rows(PAGES["person"], [person, PersonFactory(**PUBLISHED)], None)
        assert [row.told.replace(" – ", "–") for row in rows_with_offices(PAGES["person"], several, None)] == [
            "Prime Minister, 2012–2020",
            "",
        ]

    @pytest.mark.parametrize(("publisher", "said"), [("NATO", "NATO, official document"), ("", "official document")])
    def test_of_sources_are_told_with_publisher_and_type(self, publisher, said):
        source = SourceFactory(publisher_en=publisher, kind="official", **PUBLISHED)
        [row] = rows_with_offices(PAGES["source"], lists.list_rows(PAGES["source"], [source], None), None)
        assert row.told == said

    def test_of_others_stay_as_they_are(self):
        several = lists.list_rows(PAGES["area"], [AreaFactory(**PUBLISHED)], None)
        assert rows_with_offices(PAGES["area"], several, None) == several


@pytest.mark.django_db
class TestInstead:
    def said(self, query, *chips):
        asked = filters.read_filters(QueryDict(query), kinds=("decision",))
        found = instead_of_nothing(QueryDict(query), PAGES["decision"], asked, chips)
        return [chip.number for chip in found["chips"]], [row.record.key for row in found["nearest"]]

    @pytest.fixture(autouse=True)
    def _decisions(self):
        area = AreaFactory(key="sea", **PUBLISHED)
        for key in ("2014", "2016", "2018"):
            DecisionFactory(key=key, date=key, **PUBLISHED).areas.add(area)
        DecisionFactory(key="other", date="2015", **PUBLISHED)

    def test_says_how_much_there_is_without_each_thing_and_what_lies_nearest(self):
        without = Chip("time", "en", "area=sea"), Chip("area", "en", "from=2015&to=2015")
        assert self.said("area=sea&from=2015&to=2015", *without) == ([3, 1], ["2014", "2016"])

    def test_without_a_time_nothing_lies_nearest(self):
        assert self.said("area=none", Chip("area", "en", "")) == ([4], [])

    def test_what_stays_unknown_counts_for_nothing(self):
        assert self.said("area=none&partner=none", Chip("area", "en", "partner=none"))[0] == [None]


@pytest.mark.django_db
@pytest.mark.once
class TestIndex:
    def letters(self, client, query=""):
        return [
            [one.text for one in several.letters] for several in client.get(f"/en/areas/{query}").context["letters"]
        ]

    @pytest.fixture
    def areas(self, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 6)
        for name in ("aa", "ab", "ac", "ad", "b"):
            AreaFactory(key=name, name_en=name, **PUBLISHED)

    def test_stands_above_long_lists_of_names_alone(self, client, areas):
        assert self.letters(client) == [["A", "B"]]
        assert self.letters(client, "?order=oldest") == []
        assert self.letters(client, "?partner=none") == []

    def test_begins_beyond_half_a_page_of_several_letters(self, client, areas):
        Area.objects.get(key="ad").delete()
        assert self.letters(client) == [["A", "B"]]
        Area.objects.get(key="ac").delete()
        assert self.letters(client) == []
        for key, name in (("ac", "ac"), ("ad", "ad")):
            AreaFactory(key=key, name_en=name, **PUBLISHED)
        Area.objects.get(key="b").delete()
        assert self.letters(client) == []

    def test_of_a_letter_with_many_names_stands_beneath_it(self, client, areas):
        context = client.get("/en/areas/?letter=a").context
        assert [[one.text for one in several.letters] for several in context["letters"]] == [
            ["A", "B"],
            ["Aa", "Ab", "Ac", "Ad"],
        ]
        assert (context["letter"], context["counted"]) == ("a", "4 areas")
        assert self.letters(client, "?letter=b") == [["A", "B"]]

    def test_of_what_is_named_after_another_is_none(self, client, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 0)
        for name in ("Japan", "Korea"):
            PartnerFactory(key=name.lower(), state=StateFactory(name_en=name, **PUBLISHED), **PUBLISHED)
        assert client.get("/en/partners/").context["letters"] == []


@pytest.mark.django_db
@pytest.mark.once
class TestList:
    def test_says_what_it_holds_and_how_it_goes_on(self, client, monkeypatch):
        monkeypatch.setattr(lists, "PAGE_SIZE", 1)
        for key in ("2014", "2018"):
            DecisionFactory(key=key, date=key, **PUBLISHED)
        context = client.get("/en/decisions/?from=2010").context
        assert [row.record.key for row in context["rows"]] == ["2018"]
        assert (context["counted"], context["order"], context["orders"]) == (
            "2 decisions",
            "newest",
            ("oldest", "newest"),
        )
        assert context["description"] == (
            "Decisions in the register of partnerships: 2 decisions, each with its dates and sources."
        )
        assert (context["earlier"], context["later"][:16]) == ("", "from=2010&after=")
        assert context["asks_when"] is True
        assert [form.address for form in context["forms"]][:1] == ["/en/decisions.atom?from=2010"]
        onward = client.get(f"/en/decisions/?{context['later']}").context
        assert [row.record.key for row in onward["rows"]] == ["2014"]
        assert (onward["later"], onward["earlier"][:17]) == ("", "from=2010&before=")
        assert [form.address for form in onward["forms"]][:1] == ["/en/decisions.atom?from=2010"]

    def test_of_pages_about_the_register_says_that_they_present_it(self, client):
        for key in ("one", "other"):
            PageFactory(key=key, **PUBLISHED)
        for language, said in (("en", "Two pages present the register."), ("fr", "Deux pages présentent le registre.")):
            assert client.get(f"/{language}/pages/").context["description"] == said

    def test_says_what_lies_nearest_where_it_is_empty(self, client):
        DecisionFactory(key="2014", date="2014", **PUBLISHED)
        assert "nearest" not in client.get("/en/decisions/?on=2014-05-24").context
        found = client.get("/en/decisions/?on=2018-05-24").context
        assert [row.record.key for row in found["nearest"]] == ["2014"]
        assert [chip.number for chip in found["chips"]] == [1]

    def test_asks_when_of_what_has_dates_and_of_people(self, client):
        found = {kind: client.get(f"/en/{kind}/").context["asks_when"] for kind in ("people", "areas", "visits")}
        assert found == {"people": True, "areas": False, "visits": True}

    def test_of_posts_has_a_map_of_them(self, client):
        place = PlaceFactory(latitude="50.85", longitude="4.35", **PUBLISHED)
        MissionFactory(place=place, **PUBLISHED)
        EmbassyFactory(place=place, **PUBLISHED)
        AreaFactory(**PUBLISHED)
        found = [bool(client.get(f"/en/{kind}/").context["map"]) for kind in ("missions", "embassies", "areas")]
        assert found == [True, True, False]


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

    def test_day_is_cited_where_the_page_answers_for_it_alone(self, client):
        StateFactory(key="jp", slug_en="jp", **PUBLISHED)
        context = client.get("/en/states/jp/?on=2018-05-24").context
        assert (context["title"], context["cited_query"]) == ("Japan (State)", "")

    def test_has_a_text_where_there_is_one(self, client):
        AreaFactory(key="sea", slug_en="sea", summary_fr="Un résumé", **PUBLISHED)
        assert client.get("/en/areas/sea/").context["has_text"] is True
