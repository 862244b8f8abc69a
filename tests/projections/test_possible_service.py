"""Who possibly held an office from when to when: kept in step with the records, compared, made anew."""

from datetime import date

import pytest

from partnerships.models import Citation, Milestone, Office, Person, PossibleService, Tenure
from partnerships.models.possible_service import AFTER, BEFORE, LONGER, MOVING
from partnerships.projections import possible_service
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    CitationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OrganizationFactory,
    SourceFactory,
    StateFactory,
    past_the_fence,
)
from tests.offices.register import make_office, make_tenure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 18)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("partnerships.dates.today", lambda: TODAY)


@pytest.fixture
def office():
    found = make_office(key="one")
    make_tenure(found, "before", "1999-01-01/2000-12-31", key="before")
    make_tenure(found, "open", "2001-01-01/", key="open")
    make_tenure(found, "after", "2005-01-01/2006-12-31", key="after")
    return found


def kept(key="open"):
    """The runs of days that are kept of a tenure."""
    rows = PossibleService.objects.filter(tenure=Tenure.objects.get(key=key).pk).order_by("first")
    return [f"{one.first}/{one.last}" for one in rows]


def renamed(tenure):
    Office.objects.filter(pk=tenure.office_id).update(key="other")


def moved(tenure):
    tenure.office = make_office(key="two")
    tenure.save()


#: What is changed of the tenure that is open or its office, and what is kept of it then.
CHANGES = {
    "its period": (
        lambda one: Tenure.objects.filter(pk=one.pk).update(period="2002-02-02/"),
        ["2002-02-02/2005-01-01"],
    ),
    "its publication": (lambda one: Tenure.objects.filter(pk=one.pk).update(publication="draft"), []),
    "whether it was": (lambda one: Tenure.objects.filter(pk=one.pk).update(never_served=True), []),
    "its office": (moved, ["2001-01-01/2001-01-01"]),
    "its end": (lambda one: MilestoneFactory(tenure=one, kind="ended", date="2003-03-03"), ["2001-01-01/2003-03-03"]),
    "its person": (
        lambda one: Person.objects.filter(pk=one.person_id).update(death="2004-04-04"),
        ["2001-01-01/2004-04-04"],
    ),
    "the person’s publication": (
        lambda one: Person.objects.filter(pk=one.person_id).update(publication="draft"),
        [],
    ),
    "a neighbour": (
        lambda _: Tenure.objects.filter(key="after").update(period="2004-01-01/.."),
        ["2001-01-01/2004-01-01"],
    ),
    "a neighbour less": (lambda _: Tenure.objects.get(key="after").delete(), ["2001-01-01/2001-01-01"]),
    "several at a time": (
        lambda one: Office.objects.filter(key="one").update(single_holder=False),
        ["2001-01-01/2001-01-01"],
    ),
    "the days of the office": (
        lambda _: Office.objects.filter(key="one").update(period="../2003"),
        ["2001-01-01/2003-12-31"],
    ),
    "the office’s publication": (lambda _: Office.objects.filter(key="one").update(publication="draft"), []),
    "the office’s key": (renamed, ["2001-01-01/2005-01-01"]),
}


class TestRefresh:
    def test_holds_how_far_each_reaches(self, office):
        assert [kept(key) for key in ("before", "open", "after")] == [
            ["1999-01-01/2000-12-31"],
            ["2001-01-01/2005-01-01"],
            ["2005-01-01/2006-12-31"],
        ]

    @pytest.mark.parametrize("name", CHANGES)
    def test_follows(self, office, name):
        change, then = CHANGES[name]
        with past_the_fence():
            change(Tenure.objects.get(key="open"))
        assert kept() == then
        assert possible_service.differences() == []

    @pytest.mark.parametrize(
        ("link", "factory"),
        [
            ("mission", MissionFactory),
            ("embassy", EmbassyFactory),
            ("state", StateFactory),
            ("receiving_state", StateFactory),
            ("organization", OrganizationFactory),
            ("receiving_organization", OrganizationFactory),
        ],
    )
    def test_follows_the_post_of_the_office_and_its_state(self, office, link, factory):
        post = factory(publication="published")
        setattr(office, link, post)
        office.save()
        post.period = "../2003"
        post.save()
        assert kept() == ["2001-01-01/2003-12-31"]

    def test_follows_what_vouches_for_a_neighbour(self, office):
        make_tenure(office, "long", "1998-01-01/..", key="long")
        tenure = Tenure.objects.get(key="open")
        Tenure.objects.filter(pk=tenure.pk).update(period="/2004-01-01")
        assert kept() == ["2000-12-31/2004-01-01"]
        citation = CitationFactory(
            tenure=Tenure.objects.get(key="long"),
            source=SourceFactory(publication="published", date="2002-01-01"),
            field="",
            grade="A",
        )
        assert kept() == ["2003-01-02/2004-01-01"]
        citation.source.date = "2001-06-01"
        citation.source.save()
        assert kept() == ["2002-06-02/2004-01-01"]
        Citation.objects.filter(pk=citation.pk).update(grade="C")
        assert kept() == ["2000-12-31/2004-01-01"]

    def test_milestone_that_is_gone_tells_nothing(self, office):
        MilestoneFactory(tenure=Tenure.objects.get(key="open"), kind="ended", date="2003-03-03")
        Milestone.objects.all().delete()
        assert kept() == ["2001-01-01/2005-01-01"]

    def test_leaves_nothing_of_an_office_that_is_gone(self, office):
        with deferred():
            Tenure.objects.all().delete()
            office.delete()
        assert not PossibleService.objects.exists()

    def test_does_not_write_what_stays(self, office):
        before = dict(PossibleService.objects.values_list("pk", "first"))
        make_tenure(office, "later", "2010-01-01/2011-01-01")
        assert before.items() <= dict(PossibleService.objects.values_list("pk", "first")).items()


class TestClasses:
    @pytest.mark.parametrize(
        ("period", "length"),
        [
            ("2001-01-01/2001-01-31", 0),
            ("2001-01-01/2001-02-02", 1),
            ("2001/2004", 2),
            ("1901/2004", LONGER),
            ("2001/..", AFTER),
            ("../2001", BEFORE),
        ],
    )
    @pytest.mark.parametrize(("first", "last"), [("2001-01-31", "2001-01-31"), ("0001-01-01", "9999-12-31")])
    def test_each_is_found(self, period, length, first, last):
        tenure = make_tenure(make_office(), "one", period)
        assert [one.length for one in PossibleService.objects.all()] == [length]
        asked = date.fromisoformat(first), date.fromisoformat(last)
        found = list(possible_service.people_within(*asked).values_list("person", flat=True))
        assert found == ([] if length == 1 and first == last else [tenure.person_id]) or length == 1
        assert possible_service.of_person(*asked).filter(person=tenure.person_id).exists()

    def test_day_before_and_day_after_are_not(self):
        make_tenure(make_office(), "one", "2001-01-02/2001-03-04")
        for day in (date(2001, 1, 1), date(2001, 3, 5)):
            assert not possible_service.people_within(day, day).exists()
            assert not possible_service.of_person(day, day).exists()


class TestMoving:
    @pytest.fixture
    def announced(self, office):
        """A successor that is announced: until then nothing tells how long the one before stays."""
        make_tenure(office, "now", "2020-01-01/", key="now")
        make_tenure(office, "then", "2030-01-01/2031-01-01", key="then")

    def test_is_worked_out_at_the_question(self, announced, monkeypatch):
        there = Tenure.objects.get(key="now").person_id
        assert list(PossibleService.objects.filter(length=MOVING).values_list("person", flat=True)) == [there]
        day = date(2025, 1, 1)
        assert possible_service.moving(day, day) == set()
        assert possible_service.moving(date(2020, 1, 1), day) == {there}
        monkeypatch.setattr("partnerships.dates.today", lambda: date(2031, 5, 5))
        assert possible_service.moving(day, day) == {there}
        assert possible_service.differences() == []

    def test_is_found_in_no_class(self, announced):
        person = Tenure.objects.get(key="now").person_id
        day = date(2020, 1, 1)
        assert person not in possible_service.people_within(day, day).values_list("person", flat=True)
        assert not possible_service.of_person(day, day).filter(person=person).exists()

    def test_is_worked_out_once_until_the_public_sees_a_change(self, announced):
        possible_service.moving(TODAY, TODAY)
        (first,) = possible_service.kept.in_turn()
        possible_service.moving(TODAY, TODAY)
        assert possible_service.kept.in_turn() == [first]
        make_tenure(make_office(), "other", "2001/2002")
        possible_service.moving(TODAY, TODAY)
        assert possible_service.kept.in_turn() != [first]


class TestDifferences:
    @pytest.mark.parametrize(
        "lose",
        [
            lambda rows: rows.filter(first=date(2001, 1, 1)).delete(),
            lambda rows: rows.filter(first=date(2001, 1, 1)).update(last=date(2004, 1, 1)),
            lambda rows: rows.filter(first=date(2001, 1, 1)).update(person=0),
            lambda rows: PossibleService.objects.create(
                office="one", tenure=0, person=0, first=TODAY, last=TODAY, length=0
            ),
        ],
    )
    def test_office_of_which_something_else_is_kept_is_named(self, office, lose):
        assert possible_service.differences() == []
        lose(PossibleService.objects.all())
        assert possible_service.differences() == ["one"]
        possible_service.rebuild()
        assert possible_service.differences() == []

    def test_office_that_is_gone_is_named(self):
        PossibleService.objects.create(office="gone", tenure=1, person=1, first=TODAY, last=TODAY, length=0)
        assert possible_service.differences() == ["gone"]
