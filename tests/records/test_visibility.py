"""The door to what the public may see."""

import pytest

from partnerships.models import Citation, Name, Partner, Person, Source, State
from partnerships.records.visibility import (
    is_public,
    linkable,
    public,
    public_citations,
    public_rows,
    shown_column,
    shows_citation,
    shows_period,
    unseen_fields,
)
from tests.factories import CitationFactory, PartnerFactory, PersonFactory, SourceFactory, StateFactory
from tests.projections import edits

pytestmark = pytest.mark.django_db


class TestPublicRows:
    def test_are_those_of_public_records(self):
        edits.build()
        for model in edits.ROWS:
            assert set(public_rows(model)) == {row for row in model.objects.all() if is_public(row)}, model


@pytest.mark.once
def test_of_several_the_public_ones_stay_in_their_order():
    hidden = [StateFactory(publication=state) for state in ("draft", "in_review")]
    first, second = StateFactory(publication="published"), StateFactory(publication="published")
    assert public([second, *hidden, first]) == [second, first]
    assert public(hidden) == []


@pytest.mark.once
class TestLinkable:
    @pytest.mark.parametrize(
        ("url", "may"),
        [
            ("https://example.org/a", True),
            ("http://example.org", True),
            ("httpx://example.org/a", False),
            ("ftp://example.org/a", False),
            ("javascript:alert(1)", False),
            ("https:///a", False),
            ("//example.org/a", False),
            ("http://[", False),
            ("http://example.org/a b", False),
            ("", False),
        ],
    )
    def test_is_a_page_of_the_web_alone_and_seen_alone(self, url, may):
        assert linkable(url) is may
        source = Source(url=url)
        assert ("url" in unseen_fields(source, source)) is not may


@pytest.mark.once
class TestShownColumn:
    def test_places_what_is_named_after_a_hidden_record_as_one_without_a_name(self):
        for name, publication in (("Aland", "published"), ("Middle", "draft"), ("Zanzibar", "published")):
            PartnerFactory(key=name.lower(), state=StateFactory(name_en=name, publication=publication))
        found = Partner.objects.annotate(shown=shown_column("state__sort_en")).order_by("shown")
        assert [one.key for one in found] == ["middle", "aland", "zanzibar"]
        assert (found[0].shown, bool(found[1].shown)) == ("", True)


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
