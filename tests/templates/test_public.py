"""What templates of public pages say where only they decide it: each drawn by itself, with what it is given."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from partnerships.pages.blocks import Cell, Table, TableRow
from partnerships.pages.participants import attach_participants
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    MeetingFactory,
    OrganizationFactory,
    ParticipationFactory,
    PersonFactory,
    PlaceFactory,
    VisitFactory,
)

pytestmark = pytest.mark.once


def drawn(template, **context):
    with override("en"):
        return render_to_string(f"partnerships/{template}.html", {"language": "en", **context})


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


class TestTable:
    def test_each_column_is_the_head_of_its_cells_and_a_sentence_stands_above(self):
        block = Table("k", "Title", ("When", "Who"), [TableRow([Cell(["2018"]), Cell(["A"])])], lead="A sentence.")
        html = drawn("blocks/_table", block=block)
        assert '<th scope="col">When</th><th scope="col">Who</th>' in html
        assert "<p>A sentence.</p>" in html
        assert '<section class="section" aria-labelledby="k">' in html
        assert '<h2 id="k">Title</h2>' in html


class TestFold:
    @pytest.mark.parametrize(("goes_on", "said"), [(True, "Visits (50+)"), (False, "Visits (50)")])
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


class TestMenu:
    @pytest.mark.parametrize("current", ["/en/partners/", "/en/sources/"])
    def test_marks_where_the_reader_is_wherever_that_stands(self, current):
        main, further = (
            SimpleNamespace(address="/en/partners/", title="Partners"),
            SimpleNamespace(address="/en/sources/", title="Sources"),
        )
        html = drawn("_menu", navigation=[main], further=[further], current_list=current)
        assert re.findall(r'<a href="([^"]*)" aria-current="true">', html) == [current]


class TestNarrow:
    def test_keeps_what_was_asked(self):
        asked = SimpleNamespace(since="2017", until="late 2019", filters=SimpleNamespace(on=date(2018, 5, 24)))
        orders = ["oldest", "newest"]
        html = drawn("_narrow", asked=asked, asks_when=True, orders=orders, order="newest", list_address="/en/x/")
        given = dict(re.findall(r'name="(from|to|on)" type="\w+" value="([^"]*)"', html))
        assert given == {"from": "2017", "to": "late 2019", "on": "2018-05-24"}
        assert re.findall(r'<option value="(\w+)" selected>', html) == ["newest"]
        said = dict(re.findall(r'<option value="(\w+)"[^>]*>([^<]*)<', html))
        assert said == {"oldest": "oldest first", "newest": "newest first"}


class TestChips:
    def test_words_of_the_other_language_are_marked_and_can_be_taken_back(self):
        several = [
            SimpleNamespace(text="Japon", language="fr", without="kind=visit", number=None),
            SimpleNamespace(text="visit", language="en", without="partner=jp", number=1),
        ]
        html = drawn("_chips", chips=several)
        assert '<a href="?kind=visit"><span lang="fr">Japon</span>' in html
        assert '<a href="?partner=jp"><span>Visit</span>' in html
        assert re.search(r"Visit\s+take back\s+without it: 1 found", words(html))


class TestTurning:
    def test_leads_back_and_on(self):
        html = drawn("_turning", earlier="before=a", later="after=b")
        assert '<a rel="prev" href="?before=a">Previous page</a>' in html
        assert '<a rel="next" href="?after=b">Next page</a>' in html
        assert drawn("_turning", earlier="", later="").strip() == ""


@pytest.mark.django_db
class TestCards:
    def test_a_meeting_stands_under_its_organisation_where_nobody_is_named(self):
        body = OrganizationFactory(name_en="North Atlantic Council", **PUBLISHED)
        meeting = MeetingFactory(kind="talks", date="2018-05-24", organization=body, **PUBLISHED)
        for participants, is_said in ((False, True), (True, False)):
            if participants:
                ParticipationFactory(meeting=meeting, visit=None, person=PersonFactory(**PUBLISHED))
                attach_participants([meeting])
            html = drawn("cards/_meeting", record=meeting).partition('<p class="participants">')[0]
            assert ("North Atlantic Council" in words(html)) is is_said

    def test_a_meeting_says_nothing_of_a_place_that_is_not_public(self):
        meeting = MeetingFactory(kind="talks", date="2018-05-24", **PUBLISHED)
        for publication, said in (("published", "Talks, 24 May 2018 · Sendai ·"), ("draft", "Talks, 24 May 2018 ·")):
            meeting.place = PlaceFactory(name_en="Sendai", publication=publication)
            when = (
                drawn("cards/_meeting", record=meeting).partition('<p class="when">')[2].partition('<a href="/id/')[0]
            )
            assert words(when) == said


@pytest.mark.django_db
class TestLines:
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
