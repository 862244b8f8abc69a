"""When living people were born is for staff alone."""

import pytest

from partnerships.models import Citation, Name, Person, State
from partnerships.records.births import shows_birth, shows_citation, shows_period
from partnerships.records.visibility import public_citations, unseen_fields
from tests.factories import CitationFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


class TestBirthOfTheLiving:
    @pytest.mark.parametrize(
        ("birth", "period", "told"),
        [
            ("1955-05-05", "1955-05-05/1980", True),
            ("1955-05-05", "1955/1980", True),
            ("1955", "1955-05-05/..", True),
            ("1955~", "1956/..", True),
            ("195X", "[1957..1962]/..", True),
            ("1955-05-05", "1955-07/..", True),
            ("1955-05-05", "1956/..", False),
            ("1955-05-05", "../1980", False),
            ("1955-05-05", "/1980", False),
            ("1955-05-05", "", False),
            ("", "1955/1980", False),
        ],
    )
    def test_is_told_by_a_name_that_begins_in_its_year(self, birth, period, told):
        living, dead = Person(birth=birth), Person(birth=birth, death="2020")
        name = Name(period=period)
        assert shows_period(name, living) is not told
        assert shows_period(name, dead)
        assert shows_period(name, State())

    def test_is_told_of_the_dead_alone(self):
        assert not shows_birth(Person(birth="1955"))
        assert shows_birth(Person(birth="1955", death="2020"))

    def test_is_told_by_the_name_at_birth(self):
        name = Name(kind="birth", period="1980/..")
        assert not shows_period(name, Person())
        assert shows_period(name, Person(death="2020"))

    def test_takes_with_it_the_fields_that_tell_it(self):
        living, dead = Person(birth="1955"), Person(birth="1955", death="2020")
        period = {"period", "period_wording_fr", "period_wording_en"}
        assert "birth" in unseen_fields(living, living)
        assert "birth" not in unseen_fields(dead, dead)
        assert unseen_fields(Name(period="1955/.."), living) - unseen_fields(Name(period="1955/.."), dead) == period

    def test_is_in_no_citation_that_the_public_sees(self):
        source = SourceFactory(publication="published")
        for death in ("", "2020"):
            for field in ("", "birth", "death"):
                CitationFactory(person=PersonFactory(birth="1955", death=death), source=source, field=field)
        seen = {one for one in Citation.objects.all() if shows_citation(one, one.owner)}
        assert seen == set(public_citations())
        assert len(seen) == 5
