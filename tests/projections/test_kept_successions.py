"""Successions kept in the process: worked out once under a content version, never shown under an older one."""

from datetime import date

import pytest

from partnerships.projections.kept_successions import career_of, kept, succession_of
from tests.offices.register import make_office, make_tenure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 18)


def people(office, today=TODAY):
    found = [row.holder.person.key for row in succession_of(office, today).rows() if row.holder]
    return list(dict.fromkeys(found))


class TestOfPeople:
    @pytest.mark.once
    def test_career_is_worked_out_once_each_day(self):
        held = make_tenure(make_office(), "first", "2001/2003")
        assert [one.office for one in career_of(held.person, TODAY)][:1] == [held.office]
        assert career_of(held.person, TODAY) is career_of(held.person, TODAY)


class TestKept:
    def test_is_worked_out_once(self):
        office = make_office()
        make_tenure(office, "first", "2001/2003")
        assert succession_of(office, TODAY) is succession_of(office, TODAY)

    def test_is_another_one_as_soon_as_the_public_sees_a_change(self):
        office = make_office()
        make_tenure(office, "first", "2001/2003")
        assert people(office) == ["first"]
        make_tenure(office, "second", "2004/2005")
        assert people(office) == ["first", "second"]

    def test_is_another_one_on_another_day(self):
        office = make_office()
        assert succession_of(office, TODAY) is not succession_of(office, date(2026, 2, 19))

    def test_weighs_as_much_as_it_rests_on(self):
        office = make_office()
        for number in range(3):
            make_tenure(office, f"p{number}", "2001/2003")
        before = kept.weight
        found = succession_of(office, TODAY)
        assert (found.weight, kept.weight - before) == (3, 13)
