"""Nobody acts before birth or after death."""

from collections.abc import Callable

import pytest

from partnerships.models import Milestone, Name
from tests.factories import (
    AgreementFactory,
    MeetingFactory,
    MilestoneFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    PostingFactory,
    StateFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db

#: What a person does: from the day given on, or on it.
DOINGS: dict[str, Callable] = {
    "tenure": lambda person, first, last: TenureFactory(person=person, period=f"{first}/{last}"),
    "posting": lambda person, first, last: PostingFactory(person=person, period=f"{first}/{last}"),
    "visit": lambda person, first, last: ParticipationFactory(
        person=person, visit=VisitFactory(period=f"{first}/{last}")
    ),
    "meeting": lambda person, first, last: ParticipationFactory(person=person, meeting=MeetingFactory(date=last)),
    "agreement": lambda person, first, last: ParticipationFactory(person=person, agreement=AgreementFactory(date=last)),
    "milestone": lambda person, first, last: MilestoneFactory(
        tenure=TenureFactory(person=person, period=""), kind="seen", date=last
    ),
}


def living(make: Callable, **life: str) -> Callable[[str], object]:
    return lambda given: make(PersonFactory(**life), given, given)


def step_of(kind: str, day: str, **life: str) -> None:
    tenure = TenureFactory(person=PersonFactory(**life), period="")
    MilestoneFactory(tenure=tenure, kind=kind, date=day)


def _cases() -> list[Case]:
    cases = []
    for name, make in DOINGS.items():
        cases += [
            Case("before-birth", name, living(make, birth="1950-05-01"), "1950-04-30", "1950-05-01"),
            Case("after-death", name, living(make, death="2010-05-01"), "2010-05-02", "2010-05-01"),
            Case("after-death", f"{name}, to the month", living(make, death="2010-05"), "2010-06-01", "2010-05-31"),
        ]
    return cases


def with_another_name(given):
    Name.objects.create(person=PersonFactory(name="Anna Able", family_name="Izawa"), key="a", kind="legal", text=given)


def dead_before_a_visit(given):
    visit = VisitFactory(period="2020-05-01/2020-05-03", status=given)
    ParticipationFactory(person=PersonFactory(death="2020-03-01"), visit=visit)


def called(**fields) -> Callable[[str], object]:
    return lambda given: PersonFactory(name=given, **fields)


def styled(**fields) -> Callable[[str], object]:
    return lambda given: PersonFactory(name="Robin Able", honorific_en=given, **fields)


def in_language(text: str) -> Callable[[str], object]:
    def make(given):
        Name.objects.create(person=PersonFactory(), key="a", text=text, language=given)

    return make


def governing(given):
    """A head of State, or the officer posted, who is a national of the State given: another, its successor, its own."""
    state, nationality = StateFactory(), StateFactory()
    if given == "successor":
        nationality.predecessors.add(state)
    if given == "successor of its successor":
        between = StateFactory()
        between.predecessors.add(state)
        nationality.predecessors.add(between)
    person = PersonFactory(nationality=state if given == "own" else nationality)
    TenureFactory(person=person, office=OfficeFactory(state=state, role="head_of_state"))
    if given == "king":
        TenureFactory(person=person, office=OfficeFactory(state=nationality, role="head_of_state"))


def posted_of(given):
    state = StateFactory()
    PostingFactory(state=state, person=PersonFactory(nationality=state if given == "own" else StateFactory()))


def envoy_of(given):
    TenureFactory(
        person=PersonFactory(nationality=StateFactory()), office=OfficeFactory(state=StateFactory(), role=given)
    )


def named_from(kind: str) -> Callable[[str], object]:
    return lambda given: Name.objects.create(
        person=PersonFactory(birth="1950-05-01"), key="n", kind=kind, text="Jane Roe", period=given
    )


CASES = [
    Case("national-of-another", "one State", governing, "another", "own"),
    Case("national-of-another", "successor", governing, "another", "successor"),
    Case("national-of-another", "second successor", governing, "another", "successor of its successor"),
    Case("national-of-another", "king of two", governing, "another", "king"),
    Case("national-of-another", "envoys may be", envoy_of, "foreign_minister", "ambassador"),
    Case("national-of-another", "posting", posted_of, "another", "own"),
    Case("name-of-another-time", "at birth", named_from("birth"), "1952/..", "1951/.."),
    Case("name-of-another-time", "before birth", named_from("used"), "1949/1960", "1950/1960"),
    Case("name-of-another-time", "start not known", named_from("used"), "1940/1960", "/1960"),
    Case("honorific-of-another-form", "title", styled(title_form="feminine"), "Mr", "Dr"),
    Case("honorific-of-another-form", "each language", styled(honorific_fr="M. le professeur"), "Mrs", "Mr"),
    Case("honorific-twice", "before", called(honorific_en="Sir"), "Sir Hugh Able", "Siran Able"),
    Case("honorific-twice", "behind", called(suffix_fr="Jr"), "Hugh Able Jr.", "Hugh Able"),
    Case("script-of-another-language", "Latin", called(name_language="ja"), "Hajime Hayashi", "林肇"),
    # What stands within a name is no honorific, and a name of one word has but one.
    Case("honorific-twice", "first of two", called(honorific_en="Sir"), "Sir", "Hugh Sir Able"),
    Case(
        "honorific-twice",
        "in the other language",
        called(honorific_fr="Sir", suffix_en="Jr"),
        "Hugh Able Jr",
        "Hugh Jr Able",
    ),
    Case(
        "script-of-another-language",
        "language that is named",
        lambda given: PersonFactory(name="林肇", name_language=given),
        "",
        "ja",
    ),
    Case(
        "family-name-elsewhere",
        "in letters of another script",
        lambda given: PersonFactory(name="Hajime Hayashi", family_name=given),
        "Izawa",
        "林",
    ),
    Case("script-of-another-language", "no language", called(), "林肇", "Ōe Kenzaburō"),
    Case("script-of-another-language", "name", in_language("林肇"), "fr", "ja"),
    Case(
        "family-name-elsewhere",
        "who reigns",
        lambda given: PersonFactory(name=given, family_name="Windsor"),
        "Anna Able",
        "Anna II",
    ),
    Case(
        "family-name-elsewhere",
        "one word",
        lambda given: PersonFactory(name=given, family_name="Windsor"),
        "Anna Able",
        "Anna",
    ),
    Case("family-name-elsewhere", "another name", with_another_name, "Anna Baker", "Anna Izawa"),
    Case("after-death", "cancelled visit", dead_before_a_visit, "held", "cancelled"),
    *_cases(),
    Case(
        "family-name-elsewhere",
        "another",
        lambda given: PersonFactory(name="Anna van der Able", family_name=given),
        "Baker",
        "Van-der Àble",
    ),
    Case(
        "family-name-elsewhere",
        "in another script",
        lambda given: PersonFactory(name=given, family_name="Izawa"),
        "Osamu Abe",
        "伊澤 修",
    ),
    Case(
        "national-of-no-state",
        "ended before birth",
        lambda given: PersonFactory(birth=given, nationality=StateFactory(period="1867/1918-11-11")),
        "1918-11-12",
        "1918-11-11",
    ),
    Case(
        "national-of-no-state",
        "begun after death",
        lambda given: PersonFactory(death=given, nationality=StateFactory(period="1918-11-11/..")),
        "1918-11-10",
        "1918",
    ),
    Case("very-young", "tenure", living(DOINGS["tenure"], birth="1950-05-01"), "1964-05-01", "1965-05-01"),
    Case("very-young", "birth in some year", living(DOINGS["meeting"], birth="1950~"), "1963-05-01", "1964-05-01"),
    Case("long-after-birth", "meeting", living(DOINGS["meeting"], birth="1850-05-01"), "1971-01-01", "1970-12-31"),
    Case("long-after-birth", "still going on", living(DOINGS["tenure"], birth="1850"), "1971-01-01", "1970-12-31"),
    Case(
        "long-after-birth",
        "who died",
        lambda given: DOINGS["tenure"](PersonFactory(birth="1850", death=given), "1890", "1971"),
        "",
        "1980",
    ),
    Case(
        "after-death",
        "tenure still going on",
        lambda given: TenureFactory(person=PersonFactory(death="2010-05-01"), period=given),
        "2005/..",
        "2005/",
    ),
    Case(
        "death-before-birth", "life", lambda given: PersonFactory(birth="1950-05-01", death=given), "1950-04", "1950-05"
    ),
    Case("life-too-long", "life", lambda given: PersonFactory(birth="1850", death=given), "1971", "1970"),
    Case(
        "died-as-it-ended",
        "on its last day",
        lambda given: TenureFactory(person=PersonFactory(death=given), period="2010/2012-01-02", ending="term"),
        "2012-01-02",
        "2012-01-03",
    ),
    Case(
        "died-as-it-ended",
        "in some month",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period=f"2010/{given}", ending="term"),
        "2012-01-02",
        "2012-01",
    ),
    Case(
        "died-as-it-ended",
        "nothing said",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period="2010/2012-01-02", ending=given),
        "recall",
        "",
    ),
    Case(
        "death-not-recorded",
        "ended by death",
        lambda given: TenureFactory(person=PersonFactory(death=given), period="2010/2012-01-02", ending="death"),
        "",
        "2012",
    ),
    Case(
        "death-not-recorded",
        "ended otherwise",
        lambda given: TenureFactory(period="2010/2012-01-02", ending=given),
        "death",
        "term",
    ),
    Case(
        "ending-not-death",
        "tenure",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period=f"2010/{given}", ending="death"),
        "2012-01-01",
        "2012-01-02",
    ),
    *(
        Case("after-death", f"who dies during a {name}", living(make, death="2010-05-02"), "2010-05-03", "2010-05-02")
        for name, make in (
            ("visit", lambda person, first, _last: DOINGS["visit"](person, first, "2010-05-05")),
            (
                "meeting",
                lambda person, first, _last: ParticipationFactory(
                    person=person, meeting=MeetingFactory(date=f"{first}/2010-05-05")
                ),
            ),
        )
    ),
    Case("before-birth", "born in some year", living(DOINGS["tenure"], birth="1950"), "1949-12-31", "1950-01-01"),
    Case("before-birth", "served in some year", living(DOINGS["tenure"], birth="1950-05-01"), "1949", "1950"),
    Case("after-death", "met in some month", living(DOINGS["meeting"], death="2010-05-01"), "2010-06", "2010-05"),
    *(
        Case(code, kind, lambda given, kind=kind, life=life: step_of(kind, given, **life), beyond, within)
        for code, life, beyond, within in (
            ("before-birth", {"birth": "1950-05-01"}, "1950-04-30", "1950-05-01"),
            ("after-death", {"death": "2010-05-01"}, "2010-05-02", "2010-05-01"),
        )
        for kind in Milestone.Kind.values
    ),
    Case(
        "after-death",
        "posting still going on",
        lambda given: PostingFactory(person=PersonFactory(death="2010-05-01"), period=given),
        "2005/..",
        "2005/",
    ),
    Case(
        "ending-not-death",
        "tenure that ends after",
        lambda given: TenureFactory(person=PersonFactory(death="2012-01-02"), period=f"2010/{given}", ending="death"),
        "2012-01-03",
        "2012-01",
    ),
    Case(
        "ending-not-death",
        "death in some year",
        lambda given: TenureFactory(person=PersonFactory(death=given), period="2010/2012-01-02", ending="death"),
        "2013",
        "2012",
    ),
    Case(
        "ending-not-death",
        "another ending",
        lambda given: TenureFactory(person=PersonFactory(death="2019"), period="2010/2012", ending=given),
        "death",
        "term",
    ),
    Case(
        "death-before-birth",
        "life of a day",
        lambda given: PersonFactory(birth="1950-05-01", death=given),
        "1950-04-30",
        "1950-05-01",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    """A finding is told of what was done, and says whose life it lies outside of."""

    def test_of_what_was_done_and_whose_life(self):
        person = PersonFactory(key="p", birth="1950-05-01", death="2010-05-01")
        TenureFactory(key="t", person=person, period="1949-01-01/1980-01-01")
        ParticipationFactory(person=person, meeting=MeetingFactory(key="m", date="2010-05-02"))
        assert told("before-birth") == [
            ("tenure/t", "person", "It comes before the birth of this person: p."),
        ]
        assert told("after-death") == [("meeting/m", "person", "It comes after the death of this person: p.")]
        assert about("after-death") == [("meeting/m", "person/p", "")]

    def test_of_a_milestone_in_its_tenure(self):
        tenure = TenureFactory(key="t", person=PersonFactory(key="p", death="2010"), period="")
        MilestoneFactory(tenure=tenure, kind="seen", date="2011-01-01")
        assert about("after-death") == [("tenure/t", "person/p", "")]
        assert [field for _record, field, _sentence in told("after-death")] == ["person"]

    def test_of_a_life_itself_once(self):
        PersonFactory(key="p", birth="1950", death="1700")
        assert told("death-before-birth") == [("person/p", "death", "The death comes before the birth.")]
        PersonFactory(key="q", birth="1700", death="1950")
        assert told("death-before-birth") == [("person/p", "death", "The death comes before the birth.")]
        assert told("life-too-long") == [("person/q", "death", "Between birth and death lie more than 120 years.")]

    def test_of_an_end_by_death(self):
        TenureFactory(key="t", person=PersonFactory(key="p", death="2019"), period="2010/2012", ending="death")
        assert told("ending-not-death") == [
            ("tenure/t", "ending", "It ended by death, and the person died on another day.")
        ]
        assert about("ending-not-death") == [("tenure/t", "person/p", "")]


@pytest.mark.once
def test_what_lies_on_both_sides_of_a_life_is_told_as_before_it():
    TenureFactory(key="t", person=PersonFactory(birth="1950", death="1960"), period="1940/1970")
    assert [record for record, _field, _sentence in told("before-birth")] == ["tenure/t"]
    assert told("after-death") == []


@pytest.mark.once
def test_who_never_served_did_nothing():
    TenureFactory(person=PersonFactory(death="1960"), period="2000/2001", never_served=True)
    assert told("after-death") == []
