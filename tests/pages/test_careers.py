"""The offices that somebody held, as a table: those of the day marked, those by virtue of others among them."""

import re

import pytest

from partnerships.pages.careers import _announced, career_answers, career_table, careers
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
    past_the_fence,
)
from tests.pages.reading import TODAY, asked, plain, rows

pytestmark = pytest.mark.django_db
PATH = "/en/people/a/"


@pytest.fixture
def ambassador():
    mission, embassy = MissionFactory(**PUBLISHED), EmbassyFactory(**PUBLISHED)
    OfficeFactory(name_en="Head of mission", mission=mission, heads_post=True, **PUBLISHED)
    post = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/2020-12-31", **PUBLISHED)
    person = PersonFactory(key="a", name="Person A", **PUBLISHED)
    return TenureFactory(office=post, person=person, period="2017-01-01/2019-12-31", **PUBLISHED)


class TestTable:
    def test_has_what_is_held_thereby_with_its_reason(self, client, ambassador):
        assert rows(client, PATH, "offices") == [
            ["1 January 2017 – 31 December 2019", "Ambassador", "in their own right"],
            ["1 July 2018 – 31 December 2019", "Head of mission", "as Ambassador, by designation"],
        ]

    def test_rows_of_the_day_are_marked(self, client, ambassador):
        found = re.findall(r'<tr class="chosen">.*?</tr>', client.get(f"{PATH}?on=2017-06-01").text, re.S)
        assert len(found) == 1
        assert "Ambassador" in found[0]


def test_day_on_which_an_office_was_possibly_held_is_answered_and_marked(client):
    person = PersonFactory(key="a", name="Person A", **PUBLISHED)
    TenureFactory(
        office=OfficeFactory(name_en="Ambassador", **PUBLISHED), person=person, period="2017/2019", **PUBLISHED
    )
    text = client.get(f"{PATH}?on=2019-07-15").text
    assert "Possibly " in text[text.index("<main") : text.index("<table")]
    (row,) = re.findall(r'<tr class="chosen">.*?</tr>', text, re.S)
    assert "possibly." in row


@pytest.mark.usefixtures("english")
class TestAnnounced:
    @pytest.fixture
    def person(self):
        person = PersonFactory(name="Person A", **PUBLISHED)
        office = OfficeFactory(name_en="Minister", **PUBLISHED)
        TenureFactory(office=office, person=person, period="2026-02-19/2028-01-01", **PUBLISHED)
        return person

    @pytest.mark.parametrize(
        ("on", "beside", "named"),
        [
            # asked on 18 February 2026
            ("2026-02-18", None, [False]),
            ("2026-02-19", None, [True]),
            ("2020-01-01", "2027-06-01", [False, True]),
        ],
    )
    def test_office_is_told_of_the_days_to_come_on_which_it_is_to_be_held(self, person, on, beside, named):
        found = career_answers(person, [], asked(on, beside))
        assert ["Minister" in plain(one.sentence) for one in found] == named

    @past_the_fence()
    def test_office_that_is_hidden_is_not_told(self, person):
        TenureFactory(office=OfficeFactory(), person=person, period="2027/..", **PUBLISHED)
        assert [one.office.name_en for one in _announced(person, TODAY)] == ["Minister"]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("period", "looks"),
    [
        # What is on record as held is not said to be possible, however little is known of its days.
        ("[2012..2015]/[2012..2015]", [("Prime Minister", "", False)]),
        ("2012-01-01/2015-01-01", [("Prime Minister", "", False)]),
        # Of an office that is certain on some days, what is possible on others is marked as such.
        (
            "2010-01-01/[2012-01-01..2016-01-01]",
            [("Prime Minister", "", False), ("Prime Minister", "not-known", True)],
        ),
    ],
)
def test_row_is_marked_as_possible_where_that_it_was_held_is_not_on_record(period, looks):
    person = PersonFactory(**PUBLISHED)
    TenureFactory(office=OfficeFactory(**PUBLISHED), person=person, period=period, **PUBLISHED)
    question = asked()
    table = career_table(careers(person, question), question)
    said = [(plain(*row.cells[1].values), plain(*row.cells[2].aside)) for row in table.rows]
    found = [(what, row.look, how.startswith("possibly")) for (what, how), row in zip(said, table.rows, strict=True)]
    assert found == looks


@pytest.mark.usefixtures("english")
def test_office_has_its_title_as_it_is_said_of_that_person():
    person = PersonFactory(title_form="feminine", **PUBLISHED)
    office = OfficeFactory(name_en="Chairman", title_feminine_en="Chairwoman", **PUBLISHED)
    TenureFactory(office=office, person=person, period="2010/2012", **PUBLISHED)
    (row,) = career_table(careers(person, asked()), asked()).rows
    assert plain(*row.cells[1].values) == "Chairwoman"
