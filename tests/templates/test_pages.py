"""What whole public pages say and lead to, where only their templates decide it: frame, forms, cards, errors."""

import re
from types import SimpleNamespace

import html5lib
import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from partnerships.drawing.card import HIGH, WIDE
from partnerships.editorial import reports
from partnerships.models import ErrorReport, Partner
from partnerships.pages.notes import NOTES, Notes
from partnerships.projections.search.understanding import LONGEST
from partnerships.views import reporting
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MembershipFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db]


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def between(html, first, last):
    return html.partition(first)[2].partition(last)[0]


def drawn(template, language="en", **context):
    with override(language):
        return render_to_string(template, {"language": language, **context})


def read(html):
    return html5lib.parse(html, namespaceHTMLElements=False)


class TestFrame:
    @pytest.mark.parametrize(("language", "path", "locale"), [("en", "/en/", "en_GB"), ("fr", "/fr/", "fr_FR")])
    def test_tells_those_who_share_it_its_language_and_where_the_others_are(self, client, language, path, locale):
        head = client.get(path).text.partition("</head>")[0]
        assert f'<meta property="og:locale" content="{locale}">' in head
        assert f'<html lang="{language}">' in head
        ways = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]*)">', head))
        site = "http://testserver"
        assert ways == {"fr": f"{site}/fr/", "en": f"{site}/en/", "x-default": f"{site}/fr/"}
        assert f'<link rel="canonical" href="{site}{path}">' in head

    @pytest.mark.parametrize(("path", "twin", "code"), [("/en/visits/", "/fr/visites/", "fr"), ("/fr/", "/en/", "en")])
    def test_twin_says_its_language_before_and_behind_the_link(self, client, path, twin, code):
        way = read(client.get(path).text).find(".//p[@class='masthead-language']/a")
        assert way.attrib == {"href": twin, "lang": code, "hreflang": code, "rel": "alternate"}

    def test_picture_for_those_who_share_it_is_said_in_words(self, client):
        tree = read(client.get("/en/visits/").text)
        told = {one.get("property"): one.get("content") for one in tree.iter("meta")}
        assert told["og:image:alt"] == told["og:title"] == "Visits"
        assert (int(told["og:image:width"]), int(told["og:image:height"])) == (WIDE, HIGH)

    def test_has_its_style_its_sign_and_its_script(self, client):
        head = read(client.get("/en/").text).find("head")
        linked = {one.get("rel"): one.get("href") for one in head.findall("link")}
        assert linked["stylesheet"].endswith("/site.css")
        assert linked["icon"].endswith("/favicon.svg")
        assert [one.get("src").rpartition("/")[2] for one in head.findall("script")] == ["suggest.js"]

    def test_each_field_has_the_label_of_what_is_typed_there(self, client):
        DecisionFactory(key="d", date="2018", **PUBLISHED)
        office = OfficeFactory(mission=MissionFactory(**PUBLISHED), heads_post=True, **PUBLISHED)
        TenureFactory(office=office, period="2018/..", **PUBLISHED)
        for path in (
            "/en/",
            "/en/timeline/",
            "/en/decisions/",
            "/en/compare/",
            "/en/search/?q=a",
            "/en/report/decision/d/",
        ):
            page = read(client.get(path).text)
            fields = [
                one
                for name in ("input", "select", "textarea")
                for one in page.iter(name)
                if one.get("type") != "hidden"
            ]
            labels = [one.get("for") for one in page.iter("label")]
            assert sorted(one.get("id") for one in fields) == sorted(labels), path
            assert len(fields) > 0

    def test_leads_past_the_masthead_to_the_content(self, client):
        html = client.get("/en/").text
        assert '<a class="skip" href="#content">Skip to content</a>' in html
        assert '<main id="content">' in html
        assert '<nav class="menu" aria-label="Main menu">' in html
        assert '<form class="masthead-search" role="search" method="get" action="/en/search/">' in html

    def test_field_of_the_search_says_what_is_told_of_suggestions(self, client):
        for path, name in (("/en/", "q"), ("/en/search/", "search-q")):
            field = re.search(rf'<input id="{name}"[^>]*>', client.get(path).text)[0]
            said = dict(re.findall(r'data-(\w+)="([^"]*)"', field))
            assert said == {
                "suggestions": "/en/search/suggestions/",
                "none": "No suggestion",
                "one": "1 suggestion",
                "some": "{number} suggestions",
            }


class TestHome:
    def test_question_has_a_heading_for_those_who_hear(self, client):
        office = OfficeFactory(mission=MissionFactory(**PUBLISHED), heads_post=True, **PUBLISHED)
        TenureFactory(office=office, period="2018/..", **PUBLISHED)
        DecisionFactory(date="2018", published_at=timezone.now(), **PUBLISHED)
        html = client.get("/en/").text
        assert 'aria-labelledby="question"' in html
        assert '<h2 class="hidden" id="question">Who headed a mission on a day</h2>' in html
        assert '<h2 id="changes">Latest changes</h2>' in html

    def test_what_was_published_on_one_day_stands_apart(self, client):
        for name in ("One", "Two"):
            DecisionFactory(title_en=name, date="2018", published_at=timezone.now(), **PUBLISHED)
        (day,) = re.findall(r'<ul class="latest">.*?</ul>', client.get("/en/").text, re.S)
        assert re.search(r"(One and Two|Two and One) were added to the register\.$", words(day))


class TestPreview:
    """Whatever is worked out for a preview is shown there."""

    def test_shows_each_thing_it_is_given(self):
        office = SimpleNamespace(office="The office", begins=["It begins"], ends=["It ends"])
        following = SimpleNamespace(offices=[office], pages=["The page"], further=3)
        preview = SimpleNamespace(
            along=["Beside it"], doubts=["A doubt"], article="", lines="The lines", page_name="Its page"
        )
        html = drawn(
            "partnerships/preview.html",
            preview=preview,
            following=following,
            title="Title",
            title_language="en",
            posted=[],
        )
        for said in ("The office", "It begins", "It ends", "The page", "Beside it", "A doubt", "The lines", "Its page"):
            assert said in words(html)

    @pytest.mark.parametrize("given", ["along", "doubts"])
    def test_shows_one_thing_without_the_others(self, given):
        fields = {"along": [], "doubts": [], "article": "", "lines": "", "page_name": ""} | {given: ["This alone"]}
        following = SimpleNamespace(offices=[], pages=[], further=0)
        html = drawn(
            "partnerships/preview.html",
            preview=SimpleNamespace(**fields),
            following=following,
            title="Title",
            title_language="en",
            posted=[],
        )
        assert "This alone" in words(html)


class TestList:
    def test_that_is_empty_says_why(self, client):
        DecisionFactory(date="2018", **PUBLISHED)
        said = {
            "/en/visits/": "The register holds nothing public here.",
            "/en/decisions/?partner=zz": "The register holds nothing public that matches.",
            "/en/decisions/?on=2001-01-01": "No public record matches that day.",
        }
        for path, sentence in said.items():
            (told,) = re.findall(r'<p class="nothing">(.*?)</p>', client.get(path).text)
            assert told == sentence

    def test_of_one_letter_leads_back_to_all(self, client):
        PersonFactory(name="Ada", family_name="Ada", **PUBLISHED)
        way = ' · <a href="/en/people/">all letters</a></p>'
        assert way in client.get("/en/people/?letter=a").text
        assert way not in client.get("/en/people/").text

    def test_of_posts_has_a_map(self, client):
        place = PlaceFactory(name_en="Brussels", latitude="50.85", longitude="4.35", **PUBLISHED)
        EmbassyFactory(place=place, period="", **PUBLISHED)
        assert '<svg class="map"' in client.get("/en/embassies/").text
        assert '<svg class="map"' not in client.get("/en/people/").text

    def test_that_is_empty_says_what_was_asked_once_and_how_much_is_without_it(self, client):
        PartnerFactory(key="jp", **PUBLISHED)
        html = client.get("/en/visits/?partner=jp").text
        (chips,) = re.findall(r'<ul class="chips".*?</ul>', html, re.S)
        assert words(chips).endswith("remove")
        assert html.index("Remove one of these filters:") < html.index(chips)

    def test_that_is_empty_says_which_two_filters_are_in_the_way(self, client):
        for key in ("jp", "kr"):
            PartnerFactory(key=key, **PUBLISHED)
        VisitFactory(period="2018", **PUBLISHED).partners.set(Partner.objects.filter(key="kr"))
        html = client.get("/en/visits/?partner=jp&on=2001-01-01").text
        assert "Removing one of these filters is not enough; remove two:" in html
        (first, *_others) = re.findall(r'<a href="\?([^"]*)">.*?</li>', html.partition('<ul class="chips"')[2], re.S)
        assert first == ""
        assert "without both: 1 result" in words(html)

    def test_that_holds_something_says_what_was_asked_above_it(self, client):
        partner = PartnerFactory(key="jp", **PUBLISHED)
        VisitFactory(period="2018", **PUBLISHED).partners.add(partner)
        html = client.get("/en/visits/?partner=jp").text
        (chips,) = re.findall(r'<ul class="chips".*?</ul>', html, re.S)
        assert html.index(chips) < html.index('<table class="table ')
        assert "Remove one of these filters:" not in html


class TestReport:
    @pytest.fixture
    def address(self):
        DecisionFactory(key="d", date="2018-05-24", **PUBLISHED)
        return "/en/report/decision/d/"

    def test_problem_is_tied_to_its_field(self, client, address):
        html = client.post(address, {"text": " "}).text
        assert '<p class="problem" role="alert" id="problem">Say what is wrong.</p>' in html
        assert 'required aria-invalid="true" aria-describedby="problem">' in html
        asked = client.get(address).text
        assert "aria-invalid" not in asked
        assert '<p class="permanent"><a href="/id/decision/d">http://testserver/id/decision/d</a></p>' in asked

    def test_what_was_typed_stands_there_again_as_it_was(self, client, address):
        typed = {"text": "</textarea><b>bold</b> " + "x" * 4_000, "where": '"><i>here</i>'}
        form = read(client.post(address, typed).text).find(".//form[@class='report']")
        assert form.find(".//textarea").text == typed["text"]
        assert form.find(".//input[@name='where']").get("value") == typed["where"]
        assert form.find(".//b") is form.find(".//i") is None

    def test_fields_take_as_much_as_is_taken(self, client, address):
        form = read(client.get(address).text).find(".//form[@class='report']")
        assert form.find(".//textarea").get("maxlength") == str(reporting.LONGEST)
        assert form.find(".//input[@name='where']").get("maxlength") == str(reporting.LONGEST_WHERE)

    def test_page_is_to_be_kept_until_the_answer_stands_there(self, client, address, django_user_model):
        own = client.post(address, {"text": "It was in June"}).headers["Location"]
        html = client.get(own).text
        assert f'<a href="http://testserver{own}">http://testserver{own}</a>' in html
        assert "Thank you" in html
        user = django_user_model.objects.create_superuser("chief")
        reports.close(ErrorReport.objects.get(), by=user, outcome="unchanged", answer="In May\nindeed", correction="")
        html = client.get(own).text
        assert "<h1>Your report</h1>" in html
        assert "In May<br>indeed" in html
        assert "The correction is listed among" not in html
        assert "Keep the address of this page" not in html


class TestSearch:
    def test_code_leads_straight_there(self, client):
        StateFactory(key="jp", iso2="JP", name_en="Japan", **PUBLISHED)
        html = client.get("/en/search/?q=jp").text
        first, *_others = re.findall(r'<li><a href="([^"]*)">Japan</a>', html)
        assert first.startswith("/en/states/")
        # It begins the list, and does not stand above it once more.
        assert '<p class="answer">' not in html

    def test_more_of_a_kind_than_are_shown_are_one_way_on(self, client):
        for number in range(15):
            PersonFactory(name=f"Ada {number}", **PUBLISHED)
        section = between(client.get("/en/search/?q=ada").text, 'aria-labelledby="found-person"', "</section>")
        assert '<span class="number">(15)</span>' in section
        assert re.search(r'<p><a href="\?q=ada&amp;kind=person">[^<]+</a></p>', section)

    def test_what_was_typed_stands_in_the_field_as_it_was(self, client):
        typed = '"><script>alert(1)</script>'
        form = read(client.get("/en/search/", {"q": typed}).text).find(".//form[@class='search']")
        assert form.find(".//input[@name='q']").get("value") == typed
        assert form.find(".//script") is None

    def test_field_takes_as_much_as_is_looked_for(self, client):
        form = read(client.get("/en/search/?q=a").text).find(".//form[@class='search']")
        assert form.find(".//input[@name='q']").get("maxlength") == str(LONGEST)


class TestCite:
    def test_each_sentence_is_in_its_language_and_each_form_can_be_saved(self, client):
        DecisionFactory(key="d", title_en="A decision", title_fr="Une décision", date="2018-05-24", **PUBLISHED)
        html = client.get("/en/cite/decision/d/").text
        said = dict(re.findall(r'<p class="citation" lang="(\w\w)">(.*?)</p>', html))
        assert "A decision" in said["en"]
        assert "Une décision" in said["fr"]
        assert re.findall(r'<h2 id="cite-(\w\w)">(.*?)</h2>', html) == [("fr", "In French"), ("en", "In English")]
        ways = re.findall(r'<a href="/en/cite/decision/d\.(\w+)" download>Save as (.*?)</a>', html)
        assert ways == [("bib", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON")]
        assert 'type="application/json">Everything that the register says about this record' in html
        assert "Back to the record" in html


class TestCompare:
    def test_says_what_is_unknown_only_where_something_is(self, client):
        sentence = "The register holds no public partner under some of what was asked for."
        assert sentence not in client.get("/en/compare/").text
        assert sentence in client.get("/en/compare/?partner=zz").text


class TestSources:
    @pytest.fixture
    def cited(self):
        decision = DecisionFactory(key="d", title_en="A decision", date="2018-05-24", **PUBLISHED)
        for key, stance, grade in (("z", "supports", "B"), ("a", "contradicts", "A")):
            source = SourceFactory(key=key, title_en=f"Paper {key}", date="2019", **PUBLISHED)
            CitationFactory(decision=decision, stance=stance, grade=grade, source=source, locator="p. 4")
        return decision

    def test_stand_with_their_grade_and_place_those_that_disagree_apart(self, client, cited):
        html = drawn("partnerships/_citations.html", citations=list(cited.citations.all()))
        lines = [words(one) for one in re.findall(r"<li.*?</li>", html, re.S)]
        assert [one.startswith("Sources disagree:") for one in lines] == [False, True]
        assert all("p. 4" in one and re.search(r"\[[^\]]+\]", one) for one in lines)
        assert re.findall(r"<li( class=\"disagrees\")?>", html) == ["", ' class="disagrees"']

    def test_of_nothing_told_are_said_by_themselves(self, cited):
        for folded in (True, False):
            for citations in (list(cited.citations.all()), []):
                block = SimpleNamespace(facts=[], folded=folded, citations=citations)
                html = drawn("partnerships/blocks/_details.html", block=block, **{NOTES: Notes()})
                assert words(html).startswith("Sources of this record:") is bool(citations)


class TestCards:
    def card(self, kind, record):
        return words(drawn(f"partnerships/cards/_{kind}.html", record=record, citations=[]))

    def test_the_common_one_says_the_date_or_the_period(self):
        for fields, said in (({"date": "2018-05-24"}, "24 May 2018"), ({"period": "2016/2018"}, "2016 – 2018")):
            record = StatementFactory(**{"date": "", **fields}, **PUBLISHED)
            for kind in ("record", "statement"):
                assert self.card(kind, record).count(said) == 1, kind

    def test_a_tenure_says_all_that_is_known_of_it(self):
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        brussels = PlaceFactory(name_en="Brussels", **PUBLISHED)
        fields = {"rank_en": "envoy", "residence": brussels, "acting": True, "ending": "death"}
        tenure = TenureFactory(person=PersonFactory(name="Ada", **PUBLISHED), office=office, **fields, **PUBLISHED)
        MilestoneFactory(tenure=tenure, kind="credentials", date="2018-07-01")
        MilestoneFactory(tenure=tenure, kind="appointed", date="2018-05-01")
        said = self.card("tenure", tenure)
        for text in ("Ada , Minister", "envoy", "Residence: Brussels", "acting", "Died in office"):
            assert text in said
        assert said.index("Appointed, 1 May 2018") < said.index("1 July 2018")
        assert "Never took up" not in said
        assert "Never took up the office." in self.card("tenure", TenureFactory(never_served=True, **PUBLISHED))

    def test_sources_stand_on_a_card_that_has_no_notes_beneath(self):
        tenure = TenureFactory(**PUBLISHED)
        cited = [CitationFactory(tenure=tenure, source=SourceFactory(title_en="A paper", **PUBLISHED))]
        html = drawn("partnerships/cards/_tenure.html", record=tenure, citations=cited)
        assert words(html).endswith("· Permanent address A paper [A: primary source, seen]")

    def test_a_residence_that_is_not_public_is_told_in_words_or_not_at_all(self):
        tenure = TenureFactory(residence=PlaceFactory(name_en="Brussels"), residence_text_en="the coast", **PUBLISHED)
        assert "Residence: the coast" in self.card("tenure", tenure)

    def test_a_residence_in_words_stands_beside_its_place(self):
        brussels = PlaceFactory(name_en="Brussels", **PUBLISHED)
        tenure = TenureFactory(residence=brussels, residence_text_en="resident elsewhere", **PUBLISHED)
        assert "Residence: Brussels (resident elsewhere)" in self.card("tenure", tenure)

    def test_a_designation_says_what_serves_as_what_and_why(self):
        for fields, told in ((PUBLISHED, True), ({}, False)):
            decision = DecisionFactory(date="2018-05-24", **fields)
            post, mission = (
                EmbassyFactory(name_en="Embassy", **PUBLISHED),
                MissionFactory(name_en="Mission", **PUBLISHED),
            )
            said = self.card("designation", DesignationFactory(embassy=post, mission=mission, decision=decision))
            assert said.startswith("Embassy → Mission")
            assert ("Under the decision of 24 May 2018" in said) is told

    def test_a_statement_says_its_number_and_what_disagrees_with_it(self):
        one = StatementFactory(text_en="More than twenty", count=20, qualifier="more_than", date="2018", **PUBLISHED)
        other = StatementFactory(text_en="Nineteen", date="2018", **PUBLISHED)
        with past_the_fence():
            one.contradicts.add(other, StatementFactory(text_en="A draft", date="2018"))
        said = self.card("statement", one)
        assert "Count: more than 20" in said
        assert "Disagrees with: Nineteen" in said
        assert "A draft" not in said
        assert "Count" not in self.card("statement", other)
        exact = StatementFactory(text_en="Nine", count=9, qualifier="exactly", **PUBLISHED)
        assert "Count: 9" in self.card("statement", exact)

    def test_a_membership_says_whose_and_of_what(self):
        nato = OrganizationFactory(name_en="NATO", **PUBLISHED)
        state = StateFactory(name_en="Japan", **PUBLISHED)
        member = MembershipFactory(state=state, organization=nato, framework=None, period="1994/..", **PUBLISHED)
        assert self.card("membership", member).startswith("Japan , NATO")


class TestStanding:
    def test_corrections_are_followed_where_they_stand(self, client):
        main = read(client.get("/en/corrections/").text).find(".//main")
        assert "".join(main.find(".//p[@class='other-forms']").itertext()).strip().startswith("Follow and download · ")
        assert main.find(".//div[@class='prose']") is not None


class TestWithdrawn:
    def test_says_why_in_the_language_there_is(self, client):
        DecisionFactory(key="d", date="2018", publication="withdrawn", withdrawal_reason_fr="Une erreur.")
        html = client.get("/id/decision/d", headers={"accept-language": "en"}).text
        assert "<h1>This record was withdrawn</h1>" in html
        assert 'Reason: <span lang="fr">Une erreur.</span>' in " ".join(html.split())


class TestErrors:
    SAID = {
        ("403", "stale_form"): ("The form was open for too long", "Le formulaire est resté ouvert trop longtemps"),
        ("403", "foreign_form"): ("The form was sent from another site", "Le formulaire a été envoyé depuis un autre"),
        ("403", ""): ("Your account does not give access to this page.", "Votre compte ne donne pas accès"),
        ("404", ""): ("There is no page at this address.", "Aucune page ne se trouve à cette adresse."),
        ("405", ""): ("it does not accept this kind of request", "elle n’accepte pas ce type de demande"),
        ("400", ""): ("something that the site cannot read", "quelque chose que le site ne peut pas lire"),
        ("503", "read_only"): ("", ""),
        ("503", "busy"): ("Others are saving to the register", "D’autres personnes écrivent dans le registre"),
    }

    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize(("status", "why"), SAID)
    def test_say_one_thing_in_the_language_of_the_reader(self, language, status, why):
        html = drawn(f"{status}.html", language, twin="/twin/", **({why: True} if why else {}))
        for case, (english, french) in self.SAID.items():
            if case[0] == status and english:
                said, other = (english, french) if language == "en" else (french, english)
                assert (said in html) is (case[1] == why)
                assert other not in html
        other = "fr" if language == "en" else "en"
        assert f'<a href="/twin/" lang="{other}" hreflang="{other}">' in html
        assert f'<html lang="{language}">' in html
        assert {"en": "Error", "fr": "Erreur"}[language] + f" {status}" in html

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_wear_the_masthead_of_the_other_pages(self, client, language):
        pages = read(client.get(f"/{language}/").text), read(drawn("404.html", language))
        ways = [
            [
                (way.get("href"), "".join(way.itertext()).strip())
                for nav in page.findall(".//header//nav")
                for way in nav.iter("a")
            ]
            for page in pages
        ]
        assert len(ways[1]) == 4
        assert ways[1] == ways[0][:4]
        fields = [page.find(".//header//form") for page in pages]
        assert {(form.get("role"), form.get("method"), form.get("action")) for form in fields} == {
            ("search", "get", fields[0].get("action"))
        }
        assert len({form.find(".//input[@name='q']").get("placeholder") for form in fields}) == 1
