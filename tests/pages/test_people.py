"""The page of a person: the offices held, and what they took part in."""

import pytest

from partnerships.models import Name
from partnerships.pages.people import PERSON_SECTIONS, content, person_facts
from tests.factories import (
    PUBLISHED,
    CitationFactory,
    DecisionFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    StateFactory,
    StatementFactory,
    TenureFactory,
    VisitFactory,
)
from tests.pages.reading import asked, facts_said, made, plain, table_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def abe():
    return PersonFactory(key="abe", name="Abe", **PUBLISHED)


class TestFacts:
    def test_stand_in_their_order(self, abe):
        abe.honorific_en, abe.suffix_en = "Sir", "Jr"
        abe.birth, abe.death = "1954-09-21", "2022-07-08"
        abe.nationality = StateFactory(**PUBLISHED)
        Name.objects.create(person=abe, key="n", text="Other")
        assert facts_said(person_facts(abe)) == [
            ("Honorific", "Sir"),
            ("Suffix", "Jr"),
            ("Names", "Other"),
            ("Nationality", "Japan"),
            ("Born", "21 September 1954"),
            ("Died", "8 July 2022"),
        ]

    def test_birth_of_the_living_is_not_told(self, abe):
        abe.birth = "1954-09-21"
        assert person_facts(abe) == []


class TestContent:
    def test_begins_with_the_facts_and_answers_for_the_day(self, abe):
        TenureFactory(person=abe, office=OfficeFactory(**PUBLISHED), period="2012-12-26/2020-09-16", **PUBLISHED)
        found = content(abe, asked(on="2015-01-01"))
        assert (found.facts_first, found.asks_for_day) == (True, True)
        (answer,) = found.answers
        assert "On 1 January 2015" in plain(answer.sentence)
        assert "Prime Minister" in plain(answer.sentence)
        blocks = made(found)
        assert list(blocks) == ["offices"]
        assert len(table_rows(blocks["offices"])) == 1

    def test_without_an_office_it_asks_for_no_day(self, abe):
        found = content(abe, asked())
        assert (found.asks_for_day, made(found)) == (False, {})
        (answer,) = found.answers
        assert plain(answer.sentence).startswith("No office of ")

    def test_turning_points_are_what_they_took_part_in_and_tenures_that_matter(self, abe):
        office = OfficeFactory(**PUBLISHED)
        TenureFactory(key="main", person=abe, office=office, period="2012/2013", weight="main", **PUBLISHED)
        TenureFactory(key="further", person=abe, office=office, period="2001/2002", **PUBLISHED)
        visit = VisitFactory(key="tour", period="2014-05-01", weight="further", **PUBLISHED)
        ParticipationFactory(visit=visit, person=abe)
        StatementFactory(key="said", date="2011", weight="main", **PUBLISHED).people.add(abe)
        DecisionFactory(**PUBLISHED)
        turns = made(content(abe, asked()))["turning-points"]
        assert [(line.key, line.moment) for line in turns.lines] == [("main", "start"), ("main", "end"), ("tour", "on")]
        assert turns.title == "Turning points, visits and meetings"
        (way,) = turns.more
        assert (way.href, way.text) == (
            "/en/timeline/?person=abe&detail=all",
            "Everything about this person on the timeline",
        )


def test_sections_are_laid_out():
    assert [(one.kind, one.path) for one in PERSON_SECTIONS] == [
        ("tenure", "person"),
        ("posting", "person"),
        ("statement", "people"),
    ]


class TestSources:
    def test_of_somebody_of_whom_nothing_more_is_recorded_stand_behind_their_word(self, client, abe):
        CitationFactory(person=abe, source__publication="published")
        tenure = TenureFactory(person=abe, office=OfficeFactory(**PUBLISHED), period="2012/2020", **PUBLISHED)
        assert 'Sources of this record: <sup class="notes-here">' in " ".join(
            client.get("/en/people/abe/").text.split()
        )
        # Where the answer rests on the same source, that stands there already.
        CitationFactory(tenure=tenure, source=abe.citations.get().source)
        assert "Sources of this record" not in client.get("/en/people/abe/").text
        CitationFactory(person=abe, source__publication="published")
        assert "Sources of this record" in client.get("/en/people/abe/").text


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "note"), [("/en/people/l/", "(Japanese)"), ("/fr/personnes/l/", "(japonais)")])
def test_name_known_in_one_script_only_says_which_language_that_is(client, address, note):
    PersonFactory(key="l", name="林試", name_language="ja", **PUBLISHED)
    page = client.get(address).text
    assert f'<p class="untranslated"><small>{note}</small></p>' in page
    assert "(in French)" not in page
    assert "(en français)" not in page
