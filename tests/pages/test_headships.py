"""The succession in a post, as a table and for two days side by side."""

import re

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partnerships.addresses import address
from partnerships.models import Office
from partnerships.pages.headships import headship_elsewhere, headship_table
from tests.factories import (
    PUBLISHED,
    DecisionFactory,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import around, asked, plain, rows, said

pytestmark = pytest.mark.django_db
OFFICE, MISSION = "/en/offices/office/", "/en/missions/mission/"


def served(office, name, period, **fields):
    return TenureFactory(
        office=office, person=PersonFactory(name=name, **PUBLISHED), period=period, **fields, **PUBLISHED
    )


@pytest.fixture
def office():
    office = OfficeFactory(key="office", **PUBLISHED)
    served(office, "Person A", "2010-01-01/2012-12-31")
    served(office, "Person B", "2013-01-01/2015-12-31")
    served(office, "Person C", "2016-01-01/2018-12-31")
    return office


@pytest.fixture
def mission():
    mission, embassy = MissionFactory(key="mission", **PUBLISHED), EmbassyFactory(**PUBLISHED)
    own = OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    ambassador = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/2020-12-31", **PUBLISHED)
    served(ambassador, "Person A", "2017-01-01/2020-12-31")
    served(own, "Person B", "2021-01-01/2022-12-31")
    return mission


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

    def test_begins_with_the_time_of_which_nothing_is_recorded(self, client, office):
        first = ["before 1 January 2010", "Not known: the register has nothing on this time", ""]
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
        monkeypatch.setattr("partnerships.pages.headships.MOST_ROWS", most)
        onward = re.findall(r'<p class="onward">.*?</p>', client.get(MISSION).text, re.S)
        assert any("All who held the office" in one for one in onward) is leads_on

    @pytest.mark.parametrize(("day", "who"), [("2012-12-31", "Person A"), ("2013-01-01", "Person B")])
    def test_row_is_marked_on_its_last_day_and_on_its_first(self, client, office, day, who):
        found = re.findall(r'<tr class="chosen">.*?</tr>', client.get(f"{OFFICE}?on={day}").text, re.S)
        assert [who in one for one in found] == [True]


class TestAnswer:
    def test_where_nobody_was_seen_names_who_possibly_was_there_before(self, client):
        mission, embassy = MissionFactory(key="mission", **PUBLISHED), EmbassyFactory(**PUBLISHED)
        OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
        ambassador = OfficeFactory(embassy=embassy, heads_post=True, **PUBLISHED)
        DesignationFactory(mission=mission, embassy=embassy, period="[2018-07-01..2018-12-01]/..", **PUBLISHED)
        MilestoneFactory(tenure=served(ambassador, "Person A", ""), kind="seen", date="2018-08-01")
        [nearest, *_others] = around(client, f"{MISSION}?on=2020-01-01")
        assert nearest == "Before that, possibly: Person A, 1 August 2018."
        assert "possibly before: <a" in client.get("/en/missions/?on=2020-01-01").text

    def test_where_somebody_was_seen_names_nobody_else(self, client, office):
        assert "Before that" not in " ".join(around(client, f"{OFFICE}?on=2020-01-01"))


class TestThereby:
    def test_names_those_alone_who_hold_the_office_by_virtue_of_another(self, client, mission):
        embassy = mission.designations.get().embassy
        found = rows(client, address(embassy, "en"), "thereby")
        assert [row[1] for row in found] == ["Person A"]


class TestTwoDays:
    @pytest.mark.parametrize(
        ("first", "last", "who"),
        [
            ("2012-06-01", "2012-12-31", ["Person A"]),
            ("2012-06-01", "2013-01-01", ["Person A", "Person B"]),
            ("2012-12-31", "2013-06-01", ["Person A", "Person B"]),
            ("2013-01-01", "2013-06-01", ["Person B"]),
        ],
    )
    def test_rows_of_either_day_are_between_them(self, client, office, first, last, who):
        found = rows(client, f"{OFFICE}?on={first}&and={last}", "succession")
        assert [row[1] for row in found] == who

    PATH = f"{OFFICE}?on=2014-06-01&and=2011-06-01"

    def test_are_answered_side_by_side(self, client, office):
        assert said(client, self.PATH) == [
            "On 1 June 2011 Person A was Prime Minister.",
            "On 1 June 2014 Person B was Prime Minister.",
        ]

    def test_table_shows_what_changed_between(self, client, office):
        assert [row[1] for row in rows(client, self.PATH, "succession")] == ["Person A", "Person B"]
        assert "Only from 1 June 2011 to 1 June 2014:" in client.get(self.PATH).text

    def test_second_one_stands_beside_today(self, client, office):
        assert said(client, f"{OFFICE}?and=2011-06-01")[0] == "On 1 June 2011 Person A was Prime Minister."
        assert len(said(client, f"{OFFICE}?and=2011-06-01")) == 2

    def test_empty_second_one_counts_as_none(self, client, office):
        assert len(said(client, f"{OFFICE}?on=2014-06-01&and=")) == 1

    def test_of_a_mission_say_who_came_to_head_it_meanwhile(self, client, mission):
        text = client.get(f"{MISSION}?on=2020-06-01&and=2021-06-01").text
        between = text.partition('id="changes"')[2].partition("</section>")[0]
        assert "Person B takes office" in between
        assert "ceases to be the mission" in between

    def test_day_that_is_none_is_refused(self, client, office):
        assert client.get(f"{OFFICE}?on=2014-06-01&and=then").status_code == 400


class TestKept:
    def test_rows_beside_derived_ones_are_kept_apart_from_those_beside_others(self, office, mission):
        other = OfficeFactory(key="other", **PUBLISHED)
        served(other, "Person D", "2010-01-01/2012-12-31")
        derived = Office.objects.get(mission=mission)
        with override("en"):
            own, beside, thereby = (headship_elsewhere(one, asked()) for one in (office, other, derived))
            for second, is_said in ((thereby, True), (beside, False)):
                table = headship_table([own, second], "heads", "Heads")
                how = [plain(*row.cells[2].values) for row in table.rows[: len(own.rows)]]
                assert ("in their own right" in how) is is_said

    def test_answer_is_kept_for_its_language_and_its_day(self, client, office):
        en, fr = OFFICE, "/fr/fonctions/office/"
        first = {(path, day): said(client, f"{path}?on={day}-01-01") for path in (en, fr) for day in ("2014", "2011")}
        assert [one.startswith("On 1 January 2014 Person B ") for one in first[en, "2014"]] == [True]
        assert [one.startswith("Le 1er janvier 2014") and "Person B" in one for one in first[fr, "2014"]] == [True]
        assert [one.startswith("On 1 January 2011 Person A ") for one in first[en, "2011"]] == [True]
        assert [one.startswith("Le 1er janvier 2011") and "Person A" in one for one in first[fr, "2011"]] == [True]


class TestDayInTheTitle:
    @pytest.mark.parametrize(
        ("path", "expected", "cited"),
        [
            (
                "/en/missions/mission/?on=2018-09-01",
                "Mission of Japan to NATO on 1 September 2018",
                "Mission of Japan to NATO (as of 1 September 2018)",
            ),
            (
                "/fr/missions/mission/?on=2018-09-01",
                "Mission du Japon auprès de l’OTAN, le 1er septembre 2018",
                "Mission du Japon auprès de l’OTAN (situation au 1er septembre 2018)",
            ),
            (
                "/en/missions/mission/?on=2021-06-01&and=2018-09-01",
                "Mission of Japan to NATO on 1 September 2018 and on 1 June 2021",
                "Mission of Japan to NATO (as of 1 June 2021 and as of 1 September 2018)",
            ),
            ("/en/missions/mission/", "Mission of Japan to NATO", "Mission of Japan to NATO"),
        ],
    )
    def test_stands_in_title_heading_and_citation(self, client, mission, path, expected, cited):
        page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        assert page.find(".//title").text.startswith(f"{expected} – ")
        assert page.find(".//h1").text == expected
        assert page.find(".//cite").text == cited

    def test_stands_in_the_address_that_is_cited(self, client, mission):
        assert "/id/mission/mission?on=2018-09-01</a>" in client.get("/en/missions/mission/?on=2018-09-01").text


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


def chosen_rows(client, path, place):
    """The words of one column of a table in the rows that are marked."""
    page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
    found = [row for row in page.iter("tr") if row.get("class") == "chosen"]
    return [" ".join("".join(row[place].itertext()).split()) for row in found]


class TestLane:
    def looks(self, client, path):
        page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        svg = next(one for one in page.iter() if str(one.tag).endswith("svg") and one.get("class") == "strip")
        return {one.get("aria-label"): one.get("class") for one in svg.iter() if one.get("aria-label")}

    def test_own_right_has_a_look_of_its_own_beside_derived_ones_alone(self, client, office, mission):
        assert set(self.looks(client, OFFICE).values()) == {"full", "unknown"}
        assert {"full", "other"} <= set(self.looks(client, MISSION).values())

    def test_what_is_possible_beside_certain_days_is_named_by_its_own(self, client):
        office = OfficeFactory(key="office", **PUBLISHED)
        served(office, "Person A", "2017-04-27/2019")
        looks = self.looks(client, OFFICE)
        assert [name for name in looks if "Person A" in name] == [
            "Person A, 27 April 2017 – 2019",
            "possibly Person A, 2019",
        ]

    def test_two_days_are_drawn(self, client, office):
        assert client.get(f"{OFFICE}?on=2011-01-01&and=2017-01-01").text.count('class="chosen-day"') == 2
