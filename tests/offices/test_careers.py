"""The offices of one person, those held by virtue of others among them."""

from datetime import date

import pytest

from partnerships.offices import career, held_thereby
from tests.factories import (
    PUBLISHED,
    DesignationFactory,
    EmbassyFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 18)


@pytest.fixture
def post():
    embassy, mission = EmbassyFactory(**PUBLISHED), MissionFactory(**PUBLISHED)
    OfficeFactory(key="head", mission=mission, heads_post=True, **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/..", **PUBLISHED)
    return OfficeFactory(key="ambassador", embassy=embassy, heads_post=True, **PUBLISHED)


class TestHeldThereby:
    def test_head_of_the_mission_that_the_post_serves_as(self, post):
        assert [office.key for office in held_thereby([post])] == ["head"]

    def test_office_that_does_not_head_the_post_gives_none(self, post):
        post.heads_post = False
        assert held_thereby([post]) == []

    def test_mission_that_serves_as_another_leads_on(self, post):
        further = MissionFactory(**PUBLISHED)
        OfficeFactory(key="further", mission=further, heads_post=True, **PUBLISHED)
        middle = post.embassy.designations.get().mission
        DesignationFactory(mission=further, embassy=None, serving_mission=middle, period="2019/..", **PUBLISHED)
        assert [office.key for office in held_thereby([post])] == ["head", "further"]
        DesignationFactory(mission=further, embassy=post.embassy, period="2019/..", **PUBLISHED)
        assert [office.key for office in held_thereby([post])] == ["further", "head"]


class TestCareer:
    def test_derived_office_begins_with_the_designation(self, post):
        person = PersonFactory(**PUBLISHED)
        TenureFactory(person=person, office=post, period="2017-04-27/2019-10-01", **PUBLISHED)
        found = [(held.office.key, held.row.first, held.row.last) for held in career(person, today=TODAY)]
        assert found == [
            ("ambassador", date(2017, 4, 27), date(2019, 10, 1)),
            ("head", date(2018, 7, 1), date(2019, 10, 1)),
        ]

    def test_somebody_else_has_none(self, post):
        TenureFactory(person=PersonFactory(**PUBLISHED), office=post, period="2017/2019", **PUBLISHED)
        assert career(PersonFactory(**PUBLISHED), today=TODAY) == []
