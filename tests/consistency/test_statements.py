"""Counts that statements give of one thing on one day."""

from collections.abc import Callable

import pytest

from partnerships.consistency import check_register
from partnerships.consistency.of_record import contradictions
from tests.factories import FrameworkFactory, OrganizationFactory, StatementFactory

from .cases import Case, Cells, about, cells, told

pytestmark = pytest.mark.django_db


def counted(key: str, given: str, framework, **fields):
    """Make a statement about a framework that counts as given: “exactly 5”."""
    qualifier, count = given.split()
    statement = StatementFactory(key=key, qualifier=qualifier, count=int(count), **fields)
    statement.frameworks.add(framework)
    return statement


def beside(first: str) -> Callable[[str], object]:
    """Return what makes a statement that counts `first`, and one of the same day that counts as given."""

    def make(given):
        framework = FrameworkFactory()
        counted("one", first, framework)
        counted("two", given, framework)

    return make


def on(given):
    framework = FrameworkFactory()
    counted("one", "exactly 5", framework, date="2018-05-24")
    counted("two", "exactly 9", framework, date=given)


def lasting(given):
    framework = FrameworkFactory()
    for key, count, period in (("one", 5, "2010/2012"), ("two", 9, given)):
        counted(key, f"exactly {count}", framework, date="", period=period)


def of(given):
    """Two counts of one framework, or of two."""
    frameworks = [FrameworkFactory()] * 2 if given == "one" else [FrameworkFactory(), FrameworkFactory()]
    for key, framework in zip(("exactly 5", "exactly 9"), frameworks, strict=True):
        counted(key.replace(" ", "-"), key, framework)


def also_about(given):
    framework, organization = FrameworkFactory(), OrganizationFactory()
    counted("one", "exactly 5", framework).organizations.add(organization)
    other = counted("two", "exactly 9", framework)
    if given == "both":
        other.organizations.add(organization)


def said(given):
    framework = FrameworkFactory()
    one, two = counted("one", "exactly 5", framework), counted("two", "exactly 9", framework)
    if given == "said":
        two.contradicts.add(one)


def counting(text: str) -> Callable[[str], object]:
    return lambda given: StatementFactory(text_fr="", text_en=text, count=given)


def counting_in_french(given):
    """A count of 40, and a text in one of the languages alone."""
    is_french = given.startswith("Il")
    StatementFactory(text_fr=given if is_french else None, text_en=None if is_french else given, count=40)


def contradicting(given):
    """Two statements of 5 in 2018, of which one is said to contradict the other, which counts as given."""
    counts = {"date": "2018", "qualifier": "exactly", "text_en": "So many."}
    one, other = (StatementFactory(**counts, count=count) for count in (5, int(given)))
    one.contradicts.add(other)


CASES = [
    Case("counts-agree", "count", contradicting, "5", "6"),
    Case("count-not-in-text", "digits", counting("There are 20 missions."), "30", "20"),
    Case("count-not-in-text", "in French", counting_in_french, "There are 20 missions.", "Il y a 40 missions."),
    Case("count-not-in-text", "no digits", lambda given: counting(given)("40"), "Some 30 missions.", "Some missions."),
    Case("count-not-in-text", "thousands", counting("1,500 people of 30 States."), "1600", "1500"),
    Case("count-not-in-text", "not to be told apart", counting("20-odd missions of 30 States."), "40", "20"),
    Case("count-not-in-text", "words", lambda given: counting(given)("20"), "28 allies", "Twenty missions, 28 allies"),
    Case("counts-disagree", "exactly", beside("exactly 5"), "exactly 9", "exactly 5"),
    Case("counts-disagree", "more than", beside("exactly 5"), "more_than 5", "more_than 4"),
    Case("counts-disagree", "less than", beside("exactly 5"), "less_than 5", "less_than 6"),
    Case("counts-disagree", "between", beside("more_than 10"), "less_than 11", "less_than 12"),
    Case("counts-disagree", "about", beside("exactly 5"), "exactly 6", "about 9"),
    Case("counts-disagree", "day", on, "2018-05-24", "2018-05-25"),
    Case("counts-disagree", "period", lasting, "2010/2012", "2010/2013"),
    Case("counts-disagree", "framework", of, "one", "two"),
    Case("counts-disagree", "organisation too", also_about, "both", "one"),
    Case("counts-disagree", "not said to contradict", said, "silent", "said"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestCounts:
    def test_about_nothing_are_held_against_nothing(self):
        for count in (5, 9):
            StatementFactory(count=count, qualifier="exactly")
        assert check_register("counts-disagree") == []

    def test_are_told_once_of_each_that_comes_later(self):
        framework = FrameworkFactory()
        for key, count in (("a", 5), ("b", 9), ("c", 12)):
            counted(key, f"exactly {count}", framework)
        assert about("counts-disagree") == [
            ("statement/b", "statement/a", ""),
            ("statement/c", "statement/a", ""),
        ]

    def test_of_one_day_are_told_beside_one_of_another_day(self):
        framework = FrameworkFactory()
        for key, count, date in (("a", 5, "2018"), ("b", 9, "2018"), ("c", 12, "2019")):
            counted(key, f"exactly {count}", framework, date=date)
        assert about("counts-disagree") == [("statement/b", "statement/a", "")]

    def test_numbers_of_the_text_are_told_in_their_order(self):
        StatementFactory(key="s", text_fr="", text_en="From 30 to 25 missions.", count=40)
        ((_record, field, sentence),) = told("count-not-in-text")
        assert (field, sentence.index("25") < sentence.index("30")) == ("count", True)

    def test_are_said_when_either_is_saved(self):
        framework = FrameworkFactory()
        both = [counted(key, f"exactly {count}", framework) for key, count in (("a", 5), ("b", 9))]
        assert [[found.code for found in contradictions(one)] for one in both] == [["counts-disagree"]] * 2
