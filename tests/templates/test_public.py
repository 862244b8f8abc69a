"""What templates of public pages say where only they decide it: each drawn by itself, with what it is given."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from partnerships.drawing import Map, Pin
from partnerships.pages import kept_blocks
from partnerships.pages.blocks import Cell, Table, TableRow
from partnerships.pages.facts import Fact
from partnerships.pages.notes import NOTES, Notes
from partnerships.pages.participants import attach_participants
from tests.factories import (
    PUBLISHED,
    ActivityFactory,
    BeneficiaryFactory,
    CitationFactory,
    DecisionFactory,
    MeetingFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    PlaceFactory,
    PostingFactory,
    SourceFactory,
    StateFactory,
    VisitFactory,
    past_the_fence,
)

pytestmark = pytest.mark.once


def drawn(template, **context):
    with override("en"):
        return render_to_string(f"partnerships/{template}.html", {"language": "en", **context})


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def ways(html):
    """Where it leads, each with its words."""
    return [(href, words(text)) for href, text in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html, re.S)]


class TestTable:
    def test_each_column_is_the_head_of_its_cells_and_a_sentence_stands_above(self):
        block = Table("k", "Title", ("When", "Who"), [TableRow([Cell(["2018"]), Cell(["A"])])], lead="A sentence.")
        html = drawn("blocks/_table", block=block, **{NOTES: Notes()})
        assert '<th scope="col">When</th><th scope="col">Who</th>' in html
        assert "<p>A sentence.</p>" in html
        assert '<section class="section" aria-labelledby="k">' in html
        assert '<h2 id="k">Title</h2>' in html


class TestFold:
    @pytest.mark.parametrize(("goes_on", "said"), [(True, "Visits (more than 50)"), (False, "Visits (50)")])
    def test_says_how_many_are_in_it_and_that_there_are_more(self, goes_on, said):
        block = SimpleNamespace(key="visits", title="Visits", number=50, goes_on=goes_on, blocks=[])
        html = drawn("blocks/_fold", block=block)
        assert words(html) == said
        assert '<details class="fold" id="visits">' in html


class TestPictures:
    @pytest.mark.parametrize(
        ("credit", "licence", "said"),
        [
            ("NATO", "CC BY", "Picture: NATO, CC BY"),
            ("NATO", "", "Picture: NATO"),
            ("", "CC BY", "Picture: CC BY"),
            ("", "", ""),
        ],
    )
    def test_say_whose_they_are_and_by_what_right(self, credit, licence, said):
        picture = SimpleNamespace(width=800, height=600, credit=credit, licence=licence)
        shown = SimpleNamespace(picture=picture, forms=[("/a.jpg", 400)], alternative="Two people.", people=())
        assert words(drawn("blocks/_pictures", block=SimpleNamespace(title="Pictures", pictures=[shown]))) == said

    def test_words_in_the_other_language_are_marked(self):
        picture = SimpleNamespace(width=800, height=600, credit="", licence="")
        shown = SimpleNamespace(picture=picture, forms=[], people=(), caption="Poignée de main", caption_language="fr")
        html = drawn("blocks/_pictures", block=SimpleNamespace(title="Pictures", pictures=[shown]))
        assert '<span lang="fr">Poignée de main</span>' in html

    def test_lead_to_the_page_that_they_are_from(self):
        picture = SimpleNamespace(width=800, height=600, credit="NATO", licence="")
        shown = SimpleNamespace(picture=picture, forms=[], people=(), origin="https://example.org/p")
        html = drawn("blocks/_pictures", block=SimpleNamespace(title="Pictures", pictures=[shown]))
        assert '· <a href="https://example.org/p" rel="external">its page</a>' in html
        assert '<section class="pictures" aria-label="Pictures">' in html


class TestLetters:
    def test_are_a_way_through_the_list_with_a_name(self):
        html = drawn("_letters", letters=[SimpleNamespace(html="A"), SimpleNamespace(html="Ab")])
        assert html.count('<nav class="letters" aria-label="By letter">') == 2
        assert words(html) == "A Ab"


class TestMenu:
    @pytest.mark.parametrize("current", ["/en/partners/", "/en/sources/"])
    def test_marks_where_the_reader_is_wherever_that_stands(self, current):
        main, further = (
            SimpleNamespace(address="/en/partners/", title="Partners"),
            SimpleNamespace(address="/en/sources/", title="Sources"),
        )
        html = drawn("_menu", navigation=[main], further=[further], current_list=current)
        assert re.findall(r'<a href="([^"]*)" aria-current="true">', html) == [current]


class TestFilters:
    def test_keeps_what_was_asked(self):
        asked = SimpleNamespace(since="2017", until="late 2019", filters=SimpleNamespace(on=date(2018, 5, 24)))
        orders = ("oldest", "newest")
        html = drawn("_filters", asked=asked, asks_when=True, orders=orders, order="newest", list_address="/en/x/")
        given = dict(re.findall(r'name="(from|to|on)" type="\w+" value="([^"]*)"', html))
        assert given == {"from": "2017", "to": "late 2019", "on": "2018-05-24"}
        assert re.findall(r'<option value="(\w+)" selected>', html) == ["newest"]
        said = dict(re.findall(r'<option value="(\w+)"[^>]*>([^<]*)<', html))
        assert said == {"oldest": "oldest first", "newest": "newest first"}


class TestChips:
    def test_words_of_the_other_language_are_marked_and_can_be_taken_back(self):
        several = [
            SimpleNamespace(text="Japon", language="fr", without="kind=visit", number=None, takes_back=1),
            SimpleNamespace(text="visit", language="en", without="partner=jp", number=1, takes_back=1),
            SimpleNamespace(text="both", language="en", without="area=sea", number=3, takes_back=2),
        ]
        html = drawn("_chips", chips=several)
        assert '<a href="?kind=visit"><span lang="fr">Japon</span>' in html
        assert '<a href="?partner=jp"><span>Visit</span>' in html
        assert re.search(r"Visit\s+remove\s+without this filter: 1 result", words(html))
        assert re.search(r"Both\s+remove\s+without both: 3 results", words(html))


class TestPager:
    def test_leads_back_and_on(self):
        html = drawn("_pager", earlier="before=a", later="after=b")
        assert '<a rel="prev" href="?before=a">Previous page</a>' in html
        assert '<a rel="next" href="?after=b">Next page</a>' in html
        assert drawn("_pager", earlier="", later="").strip() == ""


@pytest.mark.django_db
class TestCards:
    def test_a_meeting_stands_under_its_organisation_where_nobody_is_named(self):
        body = OrganizationFactory(name_en="North Atlantic Council", **PUBLISHED)
        meeting = MeetingFactory(kind="talks", date="2018-05-24", organization=body, **PUBLISHED)
        for participants, is_said in ((False, True), (True, False)):
            if participants:
                for name, role in (("Ada", "host"), ("Eve", "visitor")):
                    ParticipationFactory(
                        meeting=meeting, visit=None, person=PersonFactory(name=name, **PUBLISHED), role=role, key=role
                    )
                attach_participants([meeting])
            head, _opening, present = drawn("cards/_meeting", record=meeting).partition('<p class="participants">')
            assert ("North Atlantic Council" in words(head)) is is_said
            assert words(present.partition("</p>")[0]) == ("Ada (host) · Eve (visitor)" if participants else "")

    def test_an_activity_says_for_whom_it_is(self):
        activity = ActivityFactory(**PUBLISHED)
        for publication, name in (("published", "Georgia"), ("draft", "Nowhere")):
            with past_the_fence():
                state = StateFactory(name_en=name, publication=publication)
                BeneficiaryFactory(activity=activity, key=name.lower(), state=state)
        assert "For the benefit of Georgia" in words(drawn("cards/_activity", record=activity))
        assert "Nowhere" not in drawn("cards/_activity", record=activity)

    def test_a_posting_says_who_and_where_as_far_as_that_is_public(self):
        posting = PostingFactory(state=StateFactory(name_en="Japan", **PUBLISHED), **PUBLISHED)
        posting.organization = OrganizationFactory(name_en="NATO", **PUBLISHED)
        for publication, said in (
            ("published", "Liaison officer: Japan → NATO, Mons, Ada"),
            ("draft", "Liaison officer: Japan → NATO"),
        ):
            posting.place = PlaceFactory(name_en="Mons", publication=publication)
            posting.person = PersonFactory(name="Ada", publication=publication)
            html = drawn("cards/_posting", record=posting)
            assert words(re.search(r"<p>Liaison officer.*?</p>", html, re.S)[0]).replace(" ,", ",") == said

    def test_a_meeting_says_nothing_of_a_place_that_is_not_public(self):
        meeting = MeetingFactory(kind="talks", date="2018-05-24", **PUBLISHED)
        for publication, said in (("published", "Talks, 24 May 2018 · Sendai ·"), ("draft", "Talks, 24 May 2018 ·")):
            meeting.place = PlaceFactory(name_en="Sendai", publication=publication)
            when = (
                drawn("cards/_meeting", record=meeting).partition('<p class="when">')[2].partition('<a href="/id/')[0]
            )
            assert words(when) == said


@pytest.mark.django_db
class TestSources:
    """What is cited stands beside what it is cited for."""

    @pytest.fixture
    def cited(self):
        source = SourceFactory(title_en="A paper", **PUBLISHED)
        return [CitationFactory(decision=DecisionFactory(**PUBLISHED), source=source)]

    def test_of_an_answer_stand_after_it(self, cited):
        answer = SimpleNamespace(look="known", sentence="She headed it.", citations=cited, more=["Before her: nobody."])
        html = drawn("blocks/_answer", answer=answer, **{NOTES: Notes()})
        assert re.search(
            r'<p class="said">She headed it.<sup class="notes-here"><a href="#note-1">1</a></sup></p>', html
        )
        assert "<li>Before her: nobody.</li>" in html

    def test_of_facts_stand_once_after_the_last(self, cited):
        facts = [Fact("kind", ["town"]), Fact("seat", ["Brussels"])]
        html = drawn("_facts", facts=facts, cited=cited, **{NOTES: Notes()})
        assert words(html) == "Kind town Seat Brussels 1"

    def test_of_a_card_stand_on_it(self, cited):
        with override("en"):
            card = kept_blocks.card(cited[0].decision, ["partnerships/cards/_record.html"], Notes())
        assert '<a href="#note-1">1</a>' in card


class TestMap:
    def test_what_is_drawn_larger_has_its_title(self):
        drawing = Map("map", "All", "Description", [Pin(50.85, 4.35, "Brussels", "/b/")])
        block = SimpleNamespace(
            map=drawing, closer=replace(drawing, key="near", title="Around Brussels"), without=["Oslo"]
        )
        html = drawn("blocks/_map", block=block)
        assert '<p class="keys">Around Brussels</p>' in html
        assert "Not on the map, because the register has no coordinates: Oslo" in words(html)


class TestSearch:
    def test_says_what_was_meant_and_what_was_read_instead(self):
        found = SimpleNamespace(
            text="jp stoltenburg",
            groups=[],
            then=None,
            said="1 found",
            read_as=[("stoltenburg", "“stoltenberg”")],
            exact=SimpleNamespace(address="/en/states/japan/", name="Japan"),
        )
        html = drawn("search", found=found, title="Search")
        assert '<p class="answer"><a href="/en/states/japan/">Japan</a></p>' in html
        assert "1 found · no match for “stoltenburg”: shown for “stoltenberg”" in words(html)

    def found(self, **fields):
        empty = {"text": "sea of ada", "groups": [], "then": None, "said": "Nothing found", "most_of": [], "but": ""}
        html = drawn("search", found=SimpleNamespace(**empty | fields), title="Search", language="en")
        return html.partition('<main id="content">')[2].partition("</main>")[0]

    def test_each_answer_leads_to_how_it_is_known_and_to_all_of_it(self):
        held = [
            SimpleNamespace(sentence="Ada headed it.", more="/ada/"),
            SimpleNamespace(sentence="So did Eve.", more="/eve/"),
        ]
        happened = SimpleNamespace(words="visits in 2018", lines=[], more="/timeline/?on=2018")
        html = self.found(told=held, then=happened, answers_alone=True)
        known, happened = html.partition('<section class="section" aria-labelledby="happened">')[::2]
        assert ways(known)[-2:] == [("/ada/", "How this is known"), ("/eve/", "How this is known")]
        assert words(known).endswith("Ada headed it. How this is known So did Eve. How this is known")
        assert '<h2 id="happened">What happened: visits in 2018</h2>' in happened
        assert ways(happened)[0] == ("/timeline/?on=2018", "All of it on the timeline")
        # What happened is an answer: nothing is said to be missing.
        assert "Nothing found" not in html
        assert 'class="nothing"' not in html

    def test_of_nothing_found_each_word_and_everything_are_ways_on(self):
        html = self.found(apart=[("sea", "q=sea"), ("ada", "q=ada")], browse=[("People", "/p/"), ("Visits", "/v/")])
        assert '<p class="nothing">The register holds nothing public that matches. Fewer words find more;' in html
        told = words(html.partition('<p class="nothing">')[2])
        assert "Each word separately: sea · ada Browse everything: People · Visits" in told
        assert ways(html)[-4:] == [("?q=sea", "sea"), ("?q=ada", "ada"), ("/p/", "People"), ("/v/", "Visits")]

    def test_what_is_found_without_a_word_says_without_which(self):
        result = SimpleNamespace(address="/ada/", name="Ada", record=None, when="2018", passage="")
        group = {"kind": "person", "title": "People", "number": 1, "results": [result], "more": ""}
        html = self.found(
            groups=[SimpleNamespace(**group)], said="1 record", left_out="“of”", most_of=[result], but="“sea”"
        )
        assert "1 record · nothing has all these words: shown without “of”" in words(html)
        assert '<h2 id="most-of">Without “sea”</h2>' in html
        assert ways(html).count(("/ada/", "Ada")) == html.count('<span class="when">2018</span>') == 2

    def test_before_anything_is_asked_it_says_what_can_be(self):
        html = self.found(text="")
        assert "Typing mistakes are tolerated." in html
        assert 'class="count"' not in html
        assert 'class="nothing"' not in html


class TestByName:
    def test_several_of_one_name_are_ways_on_each_with_what_it_is(self):
        several = [
            SimpleNamespace(text="ada", language="en", sort="Person", query="person=ada"),
            SimpleNamespace(text="ville", language="fr", sort="Place", query="place=ville"),
        ]
        for more in (True, False):
            html = drawn("_by_name", called=SimpleNamespace(text="A", several=several, more=more))
            assert '<a href="?person=ada">Ada</a> (person)' in html
            assert '<a href="?place=ville" lang="fr">Ville</a> (place)' in html
            assert ("There are others: type more of the name to find the right one." in html) is more


class TestMore:
    def test_each_way_on_stands_there(self):
        more = [SimpleNamespace(href="/a/", text="All visits"), SimpleNamespace(href="/b/", text="All meetings")]
        assert ways(drawn("blocks/_more", more=more)) == [("/a/", "All visits"), ("/b/", "All meetings")]
        assert words(drawn("blocks/_more", more=more)) == "All visits · All meetings"
        assert drawn("blocks/_more", more=[]).strip() == ""


class TestNothing:
    def test_is_found_where_what_there_is_would_be(self):
        html = drawn("blocks/_nothing", block=SimpleNamespace(key="visits", title="No visit."))
        assert html.strip() == '<p class="nothing" id="visits">No visit.</p>'


class TestContact:
    def test_says_where_the_editors_are_reached_or_that_nobody_said_so(self):
        unsaid = "It has not been said yet where the editors of this copy of the register can be reached."
        for href, said in (("mailto:e@example.org", "Editors e@example.org"), ("", f"Editors {unsaid}")):
            html = drawn(
                "blocks/_contact", block=SimpleNamespace(key="e", title="Editors", href=href, written="e@example.org")
            )
            assert words(html) == said
            assert ways(html) == ([(href, "e@example.org")] if href else [])


class TestFrameOfARecord:
    @pytest.mark.parametrize("succession", ["/en/cite/office/o/?of=succession", ""])
    def test_leads_to_its_list_its_citations_and_to_those_who_correct_it(self, succession):
        given = {"list_address": "/en/offices/", "kind_name": "office", "title": "Head", "title_language": "en"}
        given |= {
            "cite_address": "/en/cite/office/o/",
            "cited_query": "?on=2018-09-01",
            "report_address": "/en/report/office/o/",
        }
        html = drawn("_record", **given, cite_succession=succession, content=SimpleNamespace(), **{NOTES: Notes()})
        assert '<p class="kind"><a href="/en/offices/">office</a></p>' in html
        assert ways(html.partition('<section class="cite" aria-labelledby="cite">')[2]) == [
            ("/en/cite/office/o/?on=2018-09-01", "In French and English, BibTeX, RIS, CSL-JSON"),
            *([(succession, "The succession by itself")] if succession else []),
            ("/en/report/office/o/", "Report an error"),
        ]


@pytest.mark.django_db
class TestLines:
    def test_each_way_from_a_line_is_named_after_it(self, client):
        DecisionFactory(key="d", title_en="A decision", date="2011", body=None, **PUBLISHED)
        text = client.get("/en/timeline/").text
        for way in ("cite", "report an error"):
            assert re.search(
                rf'<a class="cite-line" href="[^"]*" aria-label="{way}: [^"]*decision[^"]*">{way}</a>', text
            )

    def test_a_decision_about_all_partners_says_so(self, client):
        DecisionFactory(key="all", date="2011", scope="all_partners", **PUBLISHED)
        DecisionFactory(key="some", date="2018", scope="partners", **PUBLISHED)
        text = client.get("/en/timeline/").text
        lines = {key: text.partition(f'id="decision-{key}-on"')[2].partition("</li>")[0] for key in ("all", "some")}
        assert "· all partners at that date" in words(lines["all"])
        assert "partners" not in words(lines["some"])

    def test_a_line_of_a_list_says_what_was_not_held(self):
        for status, said in (("cancelled", "(cancelled)"), ("planned", "(planned)"), ("held", "")):
            visit = VisitFactory(title_en="A journey", status=status, period="2018", **PUBLISHED)
            row = SimpleNamespace(record=visit, apart=None, beside=[], told="")
            assert words(drawn("_list_line", record=visit, row=row, on=None)) == f"A journey {said}".strip()

    def test_a_line_of_a_list_tells_a_namesake_apart_and_says_what_is_known(self):
        partner = PartnerFactory(state=StateFactory(name_en="Japan", **PUBLISHED), period="2014/..", **PUBLISHED)
        nato = OrganizationFactory(name_en="NATO", **PUBLISHED)
        for apart, told, said in (
            (nato, "Told.", "Japan (NATO) ·&nbsp; since 2014 Told."),
            (None, "", "Japan ·&nbsp; since 2014"),
        ):
            row = SimpleNamespace(record=partner, apart=apart, beside=[], told=told)
            assert words(drawn("_list_line", record=partner, row=row, date="period", on=None)) == said

    def test_a_line_of_a_list_names_nothing_beside_it_that_is_not_public(self):
        visit = VisitFactory(title_en="A journey", status="held", period="2018", **PUBLISHED)
        for fields, said in (({}, "A journey"), (PUBLISHED, "A journey ·&nbsp; Tokyo")):
            row = SimpleNamespace(record=visit, apart=None, beside=[PlaceFactory(name_en="Tokyo", **fields)], told="")
            assert words(drawn("_list_line", record=visit, row=row, on=None)) == said


@pytest.mark.django_db
class TestDaysAskedFor:
    """A browser fills in a field for a day only with what it writes itself."""

    @pytest.mark.parametrize(
        ("page", "days"),
        [
            ("/en/?on=24 May 2018", ["2018-05-24"]),
            ("/fr/?on=24 mai 2018", ["2018-05-24"]),
            ("/en/offices/o/?on=24 May 2018&and=1 June 2019", ["2018-05-24", "2019-06-01"]),
            ("/fr/fonctions/o/?on=2018-05-24", ["2018-05-24", ""]),
        ],
    )
    def test_stand_in_the_form_as_browsers_write_them(self, client, page, days):
        mission = MissionFactory(**PUBLISHED)
        OfficeFactory(key="o", mission=mission, heads_post=True, period="2018-07-01/..", **PUBLISHED)
        fields = re.findall(r"<input [^>]*type=\"date\"[^>]*>", client.get(page).text)
        assert [re.search(r'value="([^"]*)"', field)[1] for field in fields] == days


@pytest.mark.django_db
class TestTimeline:
    def test_what_has_no_limit_stands_apart_under_its_heading(self, client):
        DecisionFactory(date="[..2018]", **PUBLISHED)
        html = client.get("/en/timeline/?from=2017").text
        assert '<section aria-labelledby="apart">' in html
        assert '<h2 id="apart">Possibly in this period</h2>' in html
        assert "For these dates the sources set no limit on one side." in words(html)
        assert '<p class="nothing">Nothing is certainly dated to this period.</p>' in html

    def test_leads_to_what_is_not_shown_and_back(self, client):
        DecisionFactory(date="2018", **PUBLISHED)
        assert '<a href="?detail=all">Everything (1)</a>' in client.get("/en/timeline/").text
        assert '<a href="?detail=main">Main events only (1)</a>' in client.get("/en/timeline/?detail=all").text
