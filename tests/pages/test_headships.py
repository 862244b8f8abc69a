"""Who heads a post: the answer for a day, and for two side by side."""

import html5lib
import pytest
from django.utils.translation import override

from partnerships.models import Office
from partnerships.pages.headships import Headship, headship_elsewhere
from partnerships.pages.succession_rows import ROWS, SuccessionPart
from partnerships.pages.succession_table import headship_table
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
)
from tests.pages.reading import around, asked, plain, rows, said
from tests.pages.successions import served

pytestmark = pytest.mark.django_db
OFFICE, MISSION = "/en/offices/office/", "/en/missions/mission/"


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


@pytest.mark.parametrize(
    ("number", "earlier", "later", "is_first"),
    [
        (ROWS, "", "", True),
        # The last rows of more, as another page than that of the office shows them.
        (ROWS + 1, "", "", False),
        (ROWS + 1, "", "part=2", True),
        (ROWS + 1, "part=1", "", False),
        (ROWS * 3, "part=1", "part=3", False),
        (1, "part=1", "", False),
    ],
)
def test_rows_shown_are_the_first_there_are_or_not(number, earlier, later, is_first):
    head = Headship(Office(), range(number), asked(), SuccessionPart((), earlier, later))
    assert head.is_first_part is is_first


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


class TestNames:
    def test_of_all_holders_are_loaded_together(self, office, django_assert_num_queries):
        head = headship_elsewhere(office, asked())
        with django_assert_num_queries(0):
            assert [list(row.holder.person.names.all()) for row in head.rows if row.holder] == [[], [], []]


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
        assert "".join(page.find(".//h1").itertext()) == expected
        assert page.find(".//cite").text == cited

    def test_stands_in_the_address_that_is_cited(self, client, mission):
        assert "/id/mission/mission?on=2018-09-01</a>" in client.get("/en/missions/mission/?on=2018-09-01").text
