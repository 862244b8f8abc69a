"""The succession in a post as a table: its rows, and the one of a day that is asked for."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.addresses import address
from partnerships.offices import Verdict
from partnerships.offices.answer import Between, SuccessionRow
from partnerships.pages.blocks import Cell, TableRow
from partnerships.pages.succession_table import _lies_between, marked_row
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import asked, chosen_rows, rows
from tests.pages.successions import served

pytestmark = pytest.mark.django_db
OFFICE, MISSION = "/en/offices/office/", "/en/missions/mission/"


class TestTable:
    def test_own_right_is_said_beside_derived_rows_alone(self, client, mission, office):
        how = {row[1]: row[2] for row in rows(client, MISSION, "heads")}
        assert how["Person A"] == "as Ambassador, by designation"
        assert how["Person B"] == "in their own right"
        assert "in their own right" not in client.get(OFFICE).text

    def test_ground_that_is_not_public_is_the_designation_alone(self, client, mission):
        with past_the_fence():
            mission.designations.update(decision=DecisionFactory(title_en="Secret", date="2018-05-24"))
        how = {row[1]: row[2] for row in rows(client, MISSION, "heads")}
        assert how["Person A"] == "as Ambassador, by designation"

    def test_days_without_a_holder_have_their_row(self, client):
        office = OfficeFactory(key="office", period="2010-01-01/..", **PUBLISHED)
        served(office, "Person A", "2010-01-01/2012-12-31")
        served(office, "Person B", "2014-01-01/2015-12-31")
        assert [row[1] for row in rows(client, OFFICE, "succession")][1:4] == ["Person A", "Not known", "Person B"]

    def test_whoever_possibly_held_it_is_said_to_have_done_so_possibly(self, client):
        office = OfficeFactory(key="office", period="2010-01-01/..", **PUBLISHED)
        served(office, "Person A", "2010-01-01/2012-12-31")
        served(office, "Person B", "2014/2014")
        assert "Not known; possibly Person B" in [row[1] for row in rows(client, OFFICE, "succession")]

    def test_begins_with_the_time_of_which_nothing_is_recorded(self, client, office):
        first = ["before 1 January 2010", "Not known: the register has nothing on this period", ""]
        assert rows(client, OFFICE, "succession")[0] == first

    def test_begins_with_nobody_where_the_office_did_not_exist(self, client, mission):
        assert rows(client, MISSION, "heads")[0][1].startswith("Not known")
        OfficeFactory(key="office", period="2010-03/..", **PUBLISHED)
        assert rows(client, OFFICE, "succession")[0] == [
            "before March 2010",
            "Nobody: the office did not exist yet",
            "",
        ]

    @pytest.mark.parametrize(("period", "words"), [("[..2010]/..", "before 2010"), ("2010?/..", "before that")])
    def test_before_a_start_that_is_not_exact_says_no_day(self, client, period, words):
        served(OfficeFactory(key="office", **PUBLISHED), "Person A", period)
        assert rows(client, OFFICE, "succession")[0][0] == words

    def test_words_of_an_end_are_never_said_as_the_days_that_bound_them(self, client):
        office = OfficeFactory(key="office", **PUBLISHED)
        said = {"period": "/[2018-05-24..2019-05-24]", "period_wording_en": "until soon after 24 May 2018"}
        TenureFactory(office=office, person=PersonFactory(name="Person A", **PUBLISHED), **said, **PUBLISHED)
        when = [row[0] for row in rows(client, OFFICE, "succession")]
        assert when == ["before that", "until soon after 24 May 2018", "after that"]
        # Who comes next has days of their own.
        TenureFactory(office=office, period="2019-05-25/2020-01-02", **PUBLISHED)
        when = [row[0] for row in rows(client, OFFICE, "succession")]
        assert (when[1], "after that" in when) == ("until soon after 24 May 2018", False)

    def test_row_of_the_time_before_is_marked_for_a_day_in_it(self, client, office):
        for query in ("?on=2009-12-31", "?on=2009-12-31&and=2014-01-01"):
            text = client.get(f"{OFFICE}{query}").text
            assert "before 1 January 2010" in re.findall(r'<tr class="chosen">.*?</tr>', text, re.S)[0]
        assert "before 1 January 2010" not in client.get(f"{OFFICE}?on=2010-01-01&and=2014-01-01").text

    @pytest.mark.parametrize("shown", [1, 2])
    def test_time_before_stands_above_the_first_row_alone(self, client, office, monkeypatch, shown):
        monkeypatch.setattr("partnerships.pages.succession_rows.ROWS", shown)
        monkeypatch.setattr("partnerships.pages.headships.ROWS", shown)
        assert "before 1 January 2010" not in client.get(OFFICE).text
        assert "before 1 January 2010" in client.get(f"{OFFICE}?rows=1").text

    def test_row_of_the_day_is_marked(self, client, office):
        found = re.findall(r'<tr class="chosen">.*?</tr>', client.get(f"{OFFICE}?on=2014-01-01").text, re.S)
        assert len(found) == 1
        assert "Person B" in found[0]

    def test_another_day_marks_its_own_row_of_the_same_ones(self, client, office):
        for year, who in (("2014", "Person B"), ("2011", "Person A")):
            with CaptureQueriesContext(connection) as queries:
                text = client.get(f"{OFFICE}?on={year}-01-01").text
            [row] = re.findall(r'<tr class="chosen">.*?</tr>', text, re.S)
            assert who in row
        assert len(queries) <= 6

    @pytest.mark.parametrize(("most", "leads_on"), [(12, False), (1, True)])
    def test_leads_to_all_rows_where_some_are_not_shown(self, client, mission, monkeypatch, most, leads_on):
        monkeypatch.setattr("partnerships.pages.succession_table.MOST_ROWS", most)
        onward = re.findall(r'<p class="onward">.*?</p>', client.get(MISSION).text, re.S)
        assert any("All who held the office" in one for one in onward) is leads_on

    @pytest.mark.parametrize(("day", "who"), [("2012-12-31", "Person A"), ("2013-01-01", "Person B")])
    def test_row_is_marked_on_its_last_day_and_on_its_first(self, client, office, day, who):
        found = re.findall(r'<tr class="chosen">.*?</tr>', client.get(f"{OFFICE}?on={day}").text, re.S)
        assert [who in one for one in found] == [True]


class TestThereby:
    def test_names_those_alone_who_hold_the_office_by_virtue_of_another(self, client, mission):
        embassy = mission.designations.get().embassy
        found = rows(client, address(embassy, "en"), "thereby")
        assert [row[1] for row in found] == ["Person A"]

    def test_are_all_there_are_where_none_of_them_is_left_out(self, client, mission, monkeypatch):
        embassy = mission.designations.get().embassy
        assert "<h2>Heads of mission in that capacity (1)</h2>" in client.get(address(embassy, "en")).text
        served(embassy.offices.get(), "Person C", "2020-06-01/2020-12-31")
        monkeypatch.setattr("partnerships.pages.succession_table.MOST_ROWS", 1)
        assert "<h2>Heads of mission in that capacity (more than 1)</h2>" in client.get(address(embassy, "en")).text


class TestDayWithinWhatIsPossible:
    """The rows that are marked name those whom the answer names, on whatever day."""

    @pytest.fixture
    def inexact(self):
        office = OfficeFactory(key="office", **PUBLISHED)
        served(office, "Person A", "2017-04-27/2019")
        served(office, "Person B", "2019-09/2022-08")
        served(office, "Person C", "[2023-01-10..2023-03-05]/2024-01-31")
        return office

    @pytest.mark.parametrize(
        ("day", "marked"),
        [
            ("2018-06-01", ["Person A"]),
            ("2019-07-15", ["Person A"]),
            ("2019-09-15", ["Person A", "Person B"]),
            ("2019-12-15", ["Person A", "Person B"]),
            ("2022-08-15", ["Person B"]),
            ("2022-11-01", ["Not known"]),
            ("2023-02-01", ["Person C"]),
            ("2023-06-01", ["Person C"]),
        ],
    )
    def test_marks_whoever_the_answer_names(self, client, inexact, day, marked):
        assert chosen_rows(client, f"{OFFICE}?on={day}", 1) == marked

    def test_says_in_the_row_that_it_is_possible_alone(self, client, inexact):
        (how,) = chosen_rows(client, f"{OFFICE}?on=2019-07-15", 2)
        assert how == "On 15 July 2019: possibly."
        assert chosen_rows(client, f"{OFFICE}?on=2018-06-01", 2) == [""]


def march(day):
    return date(2018, 3, day)


@pytest.mark.once
class TestDaysAsked:
    #: Certainly from 5 to 10 March, possibly until the 20th.
    ROW = SuccessionRow(Verdict.CERTAIN, Between(march(5), march(5)), Between(march(10), march(20)), "")

    @pytest.mark.parametrize(
        ("on", "beside", "lies_between"),
        [
            ("2018-03-10", "2018-03-25", True),
            ("2018-03-11", "2018-03-25", False),
            ("2018-03-01", "2018-03-05", True),
            ("2018-03-01", "2018-03-04", False),
            ("2001-01-01", None, True),
            (None, None, True),
        ],
    )
    def test_row_lies_between_two_days_where_one_of_its_own_does(self, on, beside, lies_between):
        assert _lies_between(self.ROW, asked(on, beside)) is lies_between

    @pytest.mark.parametrize(
        ("on", "beside", "look", "asides"),
        [
            ("2018-03-05", None, "chosen", 0),
            ("2018-03-10", None, "chosen", 0),
            ("2018-03-11", None, "chosen", 1),
            ("2018-03-20", None, "chosen", 1),
            ("2018-03-21", None, "", 0),
            ("2018-03-04", None, "", 0),
            ("2018-03-21", "2018-03-07", "chosen", 0),
            ("2018-03-15", "2018-03-16", "chosen", 2),
            (None, None, "", 0),
        ],
    )
    def test_row_is_marked_for_each_and_says_of_which_it_is_only_possible(self, on, beside, look, asides):
        said = TableRow([Cell(["when"]), Cell(["who"]), Cell(["how"], ["aside"])])
        found = marked_row(said, self.ROW, [self.ROW], asked(on, beside))
        assert (found.look, len(found.cells[-1].aside)) == (look, 1 + asides)
        assert [list(cell.values) for cell in found.cells] == [["when"], ["who"], ["how"]]
