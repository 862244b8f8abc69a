"""The succession in a post, drawn."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import html5lib
import pytest

from partnerships.models import Person
from partnerships.offices import Verdict
from partnerships.offices.answer import Between, SuccessionRow
from partnerships.pages.succession_lane import _is_told, _lane_marks, surname
from tests.factories import PUBLISHED, OfficeFactory
from tests.pages.successions import served

pytestmark = pytest.mark.django_db
OFFICE, MISSION = "/en/offices/office/", "/en/missions/mission/"


class TestLane:
    def looks(self, client, path):
        page = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        svg = next(one for one in page.iter() if str(one.tag).endswith("svg") and one.get("class") == "strip")
        marks = [(one, title) for one in svg.iter() for title in one if str(title.tag).endswith("title")]
        return {title.text: mark.get("class") for mark, title in marks}

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

    def test_what_is_possible_is_drawn_once_where_a_row_of_its_own_says_it(self, client):
        office = OfficeFactory(key="office", **PUBLISHED)
        served(office, "Person A", "2017-04-27/[2018-03-01..2019-06-30]")
        assert [name for name in self.looks(client, OFFICE) if name.startswith("possibly")] == [
            "possibly Person A, 2 March 2018 – 30 June 2019"
        ]

    def test_whoever_is_nowhere_certain_is_named_where_possible(self, client):
        office = OfficeFactory(key="office", **PUBLISHED)
        served(office, "Person A", "[2017-04-27..2018-04-27]/[2018-05-01..2019-06-30]")
        served(office, "Person B", "[2019-07-01..2020-07-01]/[2019-07-01..2020-07-01]")
        names = re.findall(r'<text class="name [^>]*>([^<]+)<', client.get(OFFICE).text)
        assert [name for name in names if "Person" in name] == ["Person A", "Person B?"]

    def test_two_days_are_drawn(self, client, office):
        assert client.get(f"{OFFICE}?on=2011-01-01&and=2017-01-01").text.count('class="chosen-day"') == 2


def row(answer, person, first, last):
    """A row of days of March 2018 on which somebody held an office."""
    holder = person and SimpleNamespace(person=person)
    start, end = (Between(*[date(2018, 3, day)] * 2) for day in (first, last))
    return SuccessionRow(answer, start, end, "", holder)


@pytest.mark.once
@pytest.mark.usefixtures("english")
def test_where_nobody_was_nothing_is_drawn_and_where_nobody_is_known_that():
    days = [Between(*[date(2018, 3, day)] * 2) for day in (1, 4)]
    rows = [SuccessionRow(answer, *days, "2018-03-01/2018-03-04") for answer in (Verdict.NOBODY, Verdict.NOT_KNOWN)]
    (mark,) = _lane_marks(rows, "#a")
    assert (mark.first, mark.last, mark.look, mark.name) == (date(2018, 3, 1), date(2018, 3, 4), "unknown", "not known")
    assert mark.title.startswith("Not known, ")


@pytest.mark.once
class TestTold:
    OWN = row(Verdict.CERTAIN, "A", 1, 4)
    BESIDE = row(Verdict.POSSIBLE, "A", 5, 20)

    @pytest.mark.parametrize(
        ("first", "last", "is_told"),
        [(5, 20, True), (4, 21, True), (6, 19, True), (3, 20, False), (5, 22, False)],
    )
    def test_possible_days_are_told_by_a_row_that_covers_them_to_the_day(self, first, last, is_told):
        days = date(2018, 3, first), date(2018, 3, last)
        assert _is_told(self.OWN, *days, [self.OWN, self.BESIDE]) is is_told

    @pytest.mark.parametrize(
        "beside",
        [
            replace(BESIDE, answer=Verdict.CERTAIN),
            replace(BESIDE, holder=SimpleNamespace(person="B")),
            replace(BESIDE, holder=None),
        ],
    )
    def test_no_row_of_another_person_or_of_certain_days_tells_them(self, beside):
        assert not _is_told(self.OWN, date(2018, 3, 5), date(2018, 3, 20), [self.OWN, beside])


@pytest.mark.once
def test_somebody_is_named_by_the_family_name_where_there_is_one():
    assert surname(Person(family_name="Abe"), "Shinzō Abe") == "Abe"
    assert surname(Person(), "Shinzō Abe") == "Shinzō Abe"
