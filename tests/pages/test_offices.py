"""The page of an office: who held it on a day, and everybody who held it, one after the other."""

from datetime import date

import pytest

from partnerships.pages.offices import OFFICE_SECTIONS, content, office_facts
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    StateFactory,
    TenureFactory,
)
from tests.pages.reading import asked, cells, facts_said, lanes, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def minister():
    return OfficeFactory(state=StateFactory(**PUBLISHED), role="head_of_state", period="1990/2020", **PUBLISHED)


class TestFacts:
    def test_stand_in_their_order(self, minister):
        minister.title_feminine_en, minister.single_holder = "Lady", False
        minister.organization = OrganizationFactory(name_en="NATO", **PUBLISHED)
        minister.embassy, minister.mission = EmbassyFactory(**PUBLISHED), MissionFactory(**PUBLISHED)
        minister.receiving_state = StateFactory(name_en="Belgium", **PUBLISHED)
        minister.receiving_organization = OrganizationFactory(name_en="Accredited", **PUBLISHED)
        minister.coverage, minister.checked_on = "2014/2018", date(2020, 5, 1)
        assert facts_said(office_facts(minister)) == [
            ("In the feminine", "Lady"),
            ("Role", "head of State"),
            ("State", "Japan"),
            ("Organisation", "NATO"),
            ("Post", "Embassy of Japan in Belgium Mission of Japan to NATO"),
            ("Accredited to", "Accredited Belgium"),
            ("Holders at a time", "several people hold it together"),
            ("Existence", "1990–2020"),
            ("Recorded for", "2014–2018"),
            ("Last checked", "1 May 2020"),
        ]

    def test_one_holder_at_a_time_is_not_told(self, minister):
        assert "Holders at a time" not in dict(facts_said(office_facts(minister)))


class TestLine:
    def test_says_whose_it_is_how_many_hold_it_and_when_it_was(self, minister):
        citation = CitationFactory(office=minister, source__publication="published")
        minister.single_holder, minister.checked_on = False, date(2020, 5, 1)
        minister.embassy = EmbassyFactory(**PUBLISHED)
        line = content(minister, asked()).line
        assert cells(line) == [
            "Embassy of Japan in Belgium, Japan",
            "several people hold it together",
            "1990–2020",
            "last checked 1 May 2020",
        ]
        assert [list(cell.citations) for cell in line] == [[], [], [citation], []]

    def test_leaves_out_what_is_not_public_or_not_known(self):
        assert content(OfficeFactory(state=StateFactory(), **PUBLISHED), asked()).line == []


class TestContent:
    def test_answers_for_the_day_with_the_whole_succession(self, minister):
        for person, period in (("A", "2001-01-01/2009-12-31"), ("B", "2010-01-01/2019-12-31")):
            TenureFactory(office=minister, person=PersonFactory(name=person, **PUBLISHED), period=period, **PUBLISHED)
        found = content(minister, asked(on="2005-01-01"))
        (answer,) = found.answers
        assert plain(answer.sentence) == "On 1 January 2005 A was Prime Minister."
        blocks = made(found)
        assert list(blocks) == ["drawn", "succession"]
        assert [row[1] for row in table_rows(blocks["succession"]) if len(row[1]) == 1] == ["A", "B"]
        assert (2001, 2009) in lanes(blocks["drawn"])["Holders"]
        assert blocks["drawn"].strip.title == "Prime Minister"
        assert blocks["drawn"].strip.chosen[0] == date(2005, 1, 1)
        assert {mark.href for mark in blocks["drawn"].strip.lanes[0].marks} == {"#succession"}

    def test_succession_is_cut_nowhere(self, minister, monkeypatch):
        monkeypatch.setattr("partnerships.pages.succession_table.MOST_ROWS", 1)
        TenureFactory(office=minister, period="2001-01-01/2009-12-31", **PUBLISHED)
        succession = made(content(minister, asked()))["succession"]
        assert [row[1] for row in table_rows(succession)][:2] == ["Nobody: the office did not exist yet", "Not known"]
        assert len(succession.rows) > 1
        assert succession.more == []

    def test_asks_for_a_day_even_where_nobody_is_known(self, minister):
        found = content(minister, asked())
        assert found.asks_for_day
        assert [answer.look for answer in found.answers] == ["nobody"]

    def test_two_days_are_answered_the_earlier_first(self, minister):
        found = content(minister, asked(on="2005-01-01", beside="2004-01-01"))
        said = [plain(answer.sentence) for answer in found.answers]
        assert said == [f"It is not known who was Prime Minister on 1 January {year}." for year in (2004, 2005)]


def test_sections_are_laid_out():
    assert [(one.kind, one.path) for one in OFFICE_SECTIONS] == [("tenure", "office")]
