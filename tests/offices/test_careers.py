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

    def test_embassy_that_the_public_may_not_see_gives_none(self, post):
        post.embassy.publication = "draft"
        assert held_thereby([post]) == []

    def test_office_without_a_post_gives_none(self, post):
        post.embassy = None
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

    def test_stands_in_the_order_of_time_and_names_nobody_else(self, post):
        person, other = PersonFactory(**PUBLISHED), PersonFactory(**PUBLISHED)
        for key, period in (("a-later", "2015-01-01/2016-01-01"), ("b-earlier", "2010-01-01/2011-01-01")):
            TenureFactory(person=person, office=OfficeFactory(key=key, **PUBLISHED), period=period, **PUBLISHED)
        TenureFactory(person=person, office=post, period="2019-10-02/2020-01-01", **PUBLISHED)
        TenureFactory(person=other, office=post, period="2017-04-27/2019-10-01", **PUBLISHED)
        found = career(person, today=TODAY)
        assert [held.office.key for held in found] == ["b-earlier", "a-later", "ambassador", "head"]
        assert {held.row.holder.person for held in found} == {person}

    def test_is_told_until_the_day_on_which_it_is_asked(self, post):
        person = PersonFactory(**PUBLISHED)
        TenureFactory(person=person, office=post, period="2017-04-27/..", **PUBLISHED)
        days = [date(2018, 1, 1), date(2018, 2, 1)]
        assert [career(person, today=day)[0].row.last for day in days] == days

    def test_somebody_else_has_none(self, post):
        TenureFactory(person=PersonFactory(**PUBLISHED), office=post, period="2017/2019", **PUBLISHED)
        assert career(PersonFactory(**PUBLISHED), today=TODAY) == []
