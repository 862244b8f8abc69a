"""The page of a State: whose partner it is, who represents it where, and in which frameworks it is."""

from datetime import date

import pytest

from partnerships.models import Name
from partnerships.pages.states import STATE_SECTIONS, content, state_facts
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    EmbassyFactory,
    FrameworkFactory,
    MembershipFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PartnerFactory,
    PlaceFactory,
    StateFactory,
    VisitFactory,
    past_the_fence,
)
from tests.pages.reading import asked, cells, facts_said, lanes, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def japan():
    return StateFactory(key="jp", formal_name_en="State of Japan", period="1900/2020", **PUBLISHED)


class TestFacts:
    def test_stand_in_their_order(self, japan):
        japan.iso2, japan.iso3, japan.iso_numeric, japan.wikidata = "JP", "JPN", "392", "Q17"
        Name.objects.create(state=japan, key="n", text="Nippon")
        before = StateFactory(name_en="Before", **PUBLISHED)
        japan.predecessors.add(before)
        StateFactory(name_en="After", **PUBLISHED).predecessors.add(japan)
        assert facts_said(state_facts(japan)) == [
            ("Formal name", "State of Japan"),
            ("Names", "Nippon"),
            ("ISO code", "JP JPN 392"),
            ("Existence", "1900–2020"),
            ("Predecessors", "Before"),
            ("Successors", "After"),
            ("Wikidata", "Q17"),
        ]


class TestLine:
    def test_says_its_formal_name_when_it_was_and_what_was_before_by_name(self, japan):
        citation = CitationFactory(state=japan, source__publication="published")
        japan.predecessors.set(
            StateFactory(key=key, name_en=name, **PUBLISHED) for key, name in (("a", "Z"), ("b", "A"))
        )
        with past_the_fence():
            japan.predecessors.add(StateFactory(name_en="Secret"))
        line = content(japan, asked()).line
        assert cells(line) == ["State of Japan", "1900–2020", "before: A", "before: Z"]
        assert [list(cell.citations) for cell in line] == [[], [citation], [], []]

    @pytest.mark.parametrize("formal", ["", "Japan"])
    def test_formal_name_that_is_its_name_is_not_said_again(self, formal):
        assert content(StateFactory(formal_name_en=formal, **PUBLISHED), asked()).line == []


class TestContent:
    @pytest.fixture
    def nato(self):
        return OrganizationFactory(key="nato", name_en="NATO", **PUBLISHED)

    def test_lays_out_whose_partner_it_is_who_represents_it_and_in_what_it_is(self, japan, nato):
        PartnerFactory(key="jp-nato", state=japan, organization=nato, period="2001/2002", **PUBLISHED)
        there = StateFactory(name_en="Belgium", **PUBLISHED)
        MissionFactory(name_en="Mission", state=japan, organization=nato, period="2003/2004", **PUBLISHED)
        EmbassyFactory(name_en="Embassy", state=japan, receiving_state=there, period="2005/2006", **PUBLISHED)
        EmbassyFactory(name_en="Foreign", receiving_state=japan, period="2005/2006", **PUBLISHED)
        OfficeFactory(state=japan, **PUBLISHED)
        MembershipFactory(state=japan, framework=FrameworkFactory(**PUBLISHED), period="1994/1995", **PUBLISHED)
        found = content(japan, asked())
        blocks = made(found)
        order = ["drawn", "partner", "mission", "embassy", "received-all", "office", "membership", "turning-points"]
        assert list(blocks) == order
        assert {key: table_rows(blocks[key]) for key in ("partner", "mission", "embassy", "membership")} == {
            "partner": [["2001–2002", "NATO"]],
            "mission": [["2003–2004", "Mission", "NATO"]],
            "embassy": [["2005–2006", "Embassy", "Belgium"]],
            "membership": [["1994–1995", "Partnership for Peace"]],
        }
        assert [blocks[key].columns[1:] for key in ("partner", "mission", "embassy", "membership")] == [
            ("Partner of",),
            ("Mission", "Accredited to"),
            ("Embassy", "Receiving State"),
            ("Framework or organisation",),
        ]
        assert found.asks_for_day
        (answer,) = found.answers
        assert plain(answer.sentence) == "Japan was a partner of NATO (2001–2002)."
        (way,) = blocks["turning-points"].more
        assert way.href == "/en/timeline/?partner=jp-nato"

    def test_embassies_that_it_receives_are_folded_with_the_state_that_sends_them(self, japan, monkeypatch):
        monkeypatch.setattr("partnerships.pages.states.MOST_ON_A_PAGE", 1)
        sender = StateFactory(name_en="Belgium", **PUBLISHED)
        EmbassyFactory(name_en="Foreign", state=sender, receiving_state=japan, period="2005/2006", **PUBLISHED)
        EmbassyFactory(name_en="Secret", receiving_state=japan)
        fold = made(content(japan, asked()))["received-all"]
        assert (fold.title, fold.number, fold.goes_on) == ("Embassies in this State", 1, False)
        assert table_rows(fold.blocks[0]) == [["2005–2006", "Foreign", "Belgium"]]
        EmbassyFactory(name_en="Another", state=sender, receiving_state=japan, **PUBLISHED)
        assert made(content(japan, asked()))["received-all"].goes_on

    def test_answers_of_what_it_is_a_member(self, japan, nato):
        MembershipFactory(state=japan, framework=None, organization=nato, period="1994/1995", **PUBLISHED)
        (answer,) = content(japan, asked()).answers
        assert plain(answer.sentence) == "Japan was a member of NATO (1994–1995)."

    def test_is_drawn_with_its_partnerships_missions_and_embassies(self, japan, nato):
        PartnerFactory(state=japan, organization=nato, period="2001-01-01/2002-12-31", **PUBLISHED)
        MissionFactory(state=japan, organization=nato, period="2003-01-01/2004-12-31", **PUBLISHED)
        EmbassyFactory(state=japan, period="2005-01-01/2006-12-31", **PUBLISHED)
        figure = made(content(japan, asked(on="2004-01-01")))["drawn"]
        assert lanes(figure) == {
            "Partnerships": [(2001, 2002)],
            "Missions": [(2003, 2004)],
            "Embassies": [(2005, 2006)],
        }
        assert [lane.marks[0].href for lane in figure.strip.lanes] == ["#partner", "#mission", "#embassy"]
        assert (figure.strip.title, figure.strip.chosen) == ("Japan", (date(2004, 1, 1), "1 January 2004"))

    def test_long_tables_lead_to_all_where_a_partner_leads_there(self, japan, nato):
        PartnerFactory(key="jp-nato", state=japan, organization=nato, **PUBLISHED)
        for _number in range(7):
            MissionFactory(state=japan, **PUBLISHED)
            EmbassyFactory(state=japan, **PUBLISHED)
        for _number in range(11):
            OfficeFactory(state=japan, **PUBLISHED)
        blocks = made(content(japan, asked()))
        assert [[(way.href, way.text) for way in blocks[key].more] for key in ("mission", "embassy", "office")] == [
            [("/en/missions/?partner=jp-nato", "All missions")],
            [("/en/embassies/?partner=jp-nato", "All embassies")],
            [("/en/offices/?partner=jp-nato", "All offices")],
        ]

    def test_without_a_partnership_all_stand_and_nothing_leads_on(self, japan):
        for _number in range(7):
            MissionFactory(state=japan, period="2001/2002", **PUBLISHED)
        found = content(japan, asked())
        blocks = made(found)
        assert len(blocks["mission"].rows) == 7
        assert found.asks_for_day is False
        assert [plain(one.sentence) for one in found.answers] == ["About Japan the register records 7 missions."]
        assert [list(blocks[key].more) for key in ("mission", "turning-points")] == [[], []]

    def test_what_is_told_of_nobodys_partner_is_counted_kind_by_kind(self, japan):
        EmbassyFactory(receiving_state=japan, **PUBLISHED)
        EmbassyFactory(receiving_state=japan)
        OfficeFactory(receiving_state=japan, **PUBLISHED)
        japan.predecessors.add(StateFactory(**PUBLISHED))
        StateFactory(**PUBLISHED).predecessors.add(japan)
        PlaceFactory(state=japan, **PUBLISHED)
        said = plain(content(japan, asked()).answers[0].sentence)
        assert said == (
            "About Japan the register records 1 embassy of another State, 1 place, 1 office accredited there,"
            " 1 State before it and 1 State after it."
        )

    def test_turning_points_of_its_partnership_are_its_own_but_for_visits(self, japan, nato):
        partner = PartnerFactory(key="jp-nato", state=japan, organization=nato, period="1990/..", **PUBLISHED)
        DecisionFactory(key="accepted", date="2018-05-24", **PUBLISHED).partners.add(partner)
        VisitFactory(key="visit", period="2019", **PUBLISHED).partners.add(partner)
        turns = made(content(japan, asked()))["turning-points"]
        assert [line.key for line in turns.lines] == ["jp-nato", "accepted"]

    def test_only_turning_points_are_shown(self, japan):
        MissionFactory(key="main", state=japan, period="2001/2002", **PUBLISHED)
        EmbassyFactory(key="further", state=japan, period="2001/2002", **PUBLISHED)
        DecisionFactory(**PUBLISHED)
        turns = made(content(japan, asked()))["turning-points"]
        assert [(line.kind, line.moment) for line in turns.lines] == [("mission", "start"), ("mission", "end")]


def test_sections_are_laid_out():
    assert [(one.kind, one.path) for one in STATE_SECTIONS] == [("posting", "state"), ("statement", "states")]


@pytest.mark.usefixtures("english")
def test_tables_say_of_each_what_is_so_on_the_day(japan):
    nato = OrganizationFactory(name_en="NATO", **PUBLISHED)
    PartnerFactory(state=japan, organization=nato, **PUBLISHED)
    MissionFactory(name_en="Mission", state=japan, organization=nato, period="2003/2004", **PUBLISHED)
    table = made(content(japan, asked(on="1970-01-01")))["mission"]
    # It stays: the drawing leads there.
    assert (table.columns[-1], table_rows(table)) == ("On 1 January 1970", [["2003–2004", "Mission", "NATO", "no"]])
