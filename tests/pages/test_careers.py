"""The offices that somebody held, as a table: those of the day marked, those by virtue of others among them."""

import re

import pytest

from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)
from tests.pages.reading import rows

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
