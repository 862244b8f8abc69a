"""The page of an embassy: who headed it, and which mission it serves as."""

import pytest

from partnerships.pages import embassies
from partnerships.pages.embassies import EMBASSY_SECTIONS, content, embassy_facts
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
)
from tests.pages.reading import asked, cells, facts_said, lanes, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def post():
    states = {"state": StateFactory(**PUBLISHED), "receiving_state": StateFactory(name_en="Belgium", **PUBLISHED)}
    return EmbassyFactory(period="1990/2020", **states, **PUBLISHED)


def head(post, person, period, name="Ambassador", **fields):
    office = OfficeFactory(embassy=post, name_en=name, **{"heads_post": True, **PUBLISHED, **fields})
    TenureFactory(office=office, person=PersonFactory(name=person, **PUBLISHED), period=period, **PUBLISHED)
    return office


def serves(post, name="Mission", period="2018-07-01/2019-12-31", **fields):
    mission = MissionFactory(name_en=name, **{**PUBLISHED, **fields})
    return DesignationFactory(mission=mission, embassy=post, period=period, **PUBLISHED)


class TestFacts:
    def test_stand_in_their_order(self, post):
        post.place, post.phone = PlaceFactory(**PUBLISHED), "+32"
        assert facts_said(embassy_facts(post)) == [
            ("Kind", "embassy"),
            ("Sending State", "Japan"),
            ("Receiving State", "Belgium"),
            ("Place", "Brussels"),
            ("Telephone", "+32"),
            ("Period", "1990–2020"),
        ]


class TestLine:
    def test_says_whose_it_is_where_and_when_with_its_sources(self, post):
        citation = CitationFactory(embassy=post, source__publication="published")
        line = content(post, asked()).line
        assert cells(line) == ["of Japan", "in Belgium", "1990–2020"]
        assert [cell.citations for cell in line] == [(), (), [citation]]

    def test_leaves_out_what_is_not_public_or_not_known(self, post):
        post.receiving_state, post.period = StateFactory(name_en="Secret"), ""
        assert cells(content(post, asked()).line) == ["of Japan"]


class TestContent:
    def test_answers_for_the_day_who_headed_it_and_thereby_a_mission(self, post):
        head(post, "Person A", "2018-01-01/2019-12-31")
        designation = serves(post)
        OfficeFactory(mission=designation.mission, heads_post=True, name_en="Head", **PUBLISHED)
        found = content(post, asked(on="2019-01-01"))
        own, thereby = (plain(answer.sentence) for answer in found.answers)
        assert found.asks_for_day
        assert own == "On 1 January 2019 Person A was Ambassador."
        assert thereby.startswith("On 1 January 2019 Person A headed the mission")
        blocks = made(found)
        assert list(blocks) == ["drawn", "heads", "missions", "thereby-all"]
        assert ["1 January 2018 – 31 December 2019", "Person A", ""] in table_rows(blocks["heads"])
        assert "Person A" in [row[1] for row in table_rows(blocks["thereby-all"].blocks[0])]

    def test_offices_that_do_not_head_it_or_are_hidden_answer_nothing(self, post):
        head(post, "Person A", "2018/2019", heads_post=False)
        head(post, "Person B", "2018/2019", publication="draft")
        found = content(post, asked())
        assert found.asks_for_day is False
        assert [plain(one.sentence) for one in found.answers] == [
            "The register records the embassy of Japan in Belgium (1990–2020)."
        ]

    def test_heads_stand_by_the_names_of_their_offices_no_more_than_so_many(self, post, monkeypatch):
        monkeypatch.setattr(embassies, "MOST_OFFICES", 2)
        for name in ("Chargé", "Ambassador", "Envoy"):
            head(post, f"As {name}", "2018-01-01/2019-12-31", name)
        said = [plain(answer.sentence) for answer in content(post, asked(on="2019-01-01")).answers]
        assert ["As Ambassador" in said[0], "As Chargé" in said[1], len(said)] == [True, True, 2]

    def test_missions_stand_by_date_with_their_decisions(self, post):
        later = serves(post, "Later mission", "2019-01-01/2019-12-31")
        later.decision = DecisionFactory(title_en="Decided", **PUBLISHED)
        later.save()
        serves(post, "Secret mission", publication="draft")
        first = serves(post, "First mission", "2001/2002")
        CitationFactory(designation=first, source__publication="published")
        table = made(content(post, asked()))["missions"]
        assert table.columns == ("Period", "Mission", "Decision")
        assert table_rows(table) == [
            ["2001–2002", "First mission", ""],
            ["1 January – 31 December 2019", "Later mission", "Decided"],
        ]
        assert [len(row.cells[1].citations) for row in table.rows] == [1, 0]

    def test_drawing_has_its_heads_and_its_missions(self, post):
        head(post, "Person A", "2018-01-01/2019-12-31")
        serves(post)
        figure = made(content(post, asked(on="2019-01-01")))["drawn"]
        assert list(figure.strip.lanes)[0].label == "Head of the embassy"
        assert lanes(figure)["Mission"] == [(2018, 2019)]
        assert figure.strip.title == "Embassy of Japan in Belgium"
        (service,) = figure.strip.lanes[1].marks
        assert (service.title, service.href) == ("Mission, 1 July 2018 – 31 December 2019", "#missions")
        assert figure.strip.chosen[1] == "1 January 2019"


def test_sections_are_laid_out():
    assert [(one.kind, one.path) for one in EMBASSY_SECTIONS] == [("office", "embassy"), ("designation", "embassy")]
