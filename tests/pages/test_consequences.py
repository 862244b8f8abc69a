"""What follows from a change, from what the public reads before and after it."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from partnerships.offices import Verdict
from partnerships.pages.consequences import PublicReading, ToldRow, offices_of, what_follows
from tests.factories import StateFactory
from tests.offices.register import make_heads, make_tenure


def told(claim, verdict, when, who="A. Person", how=""):
    return ToldRow(claim, verdict, who, how, when)


def course(*rows):
    return PublicReading({"ambassador": ("Ambassador", [*rows])}, {})


OWN, DERIVED = ("a", ""), ("a", "jp-nato")


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


class TestSuccession:
    def compare(self, before, after):
        (office,) = what_follows(course(*before), course(*after)).offices
        return office.begins, office.ends

    def test_whoever_comes_is_named_with_the_days(self):
        new = told(DERIVED, Verdict.CERTAIN, "since 1 July 2018", how=", as Ambassador")
        assert self.compare([], [new]) == (
            ["A. Person thereby holds the office, as Ambassador: since 1 July 2018"],
            [],
        )

    def test_a_possible_service_ends(self):
        old = told(OWN, Verdict.POSSIBLE, "2018 – 2020")
        assert self.compare([old], []) == ([], ["This ends the possible service of A. Person: 2018 – 2020"])

    def test_the_same_service_over_other_days_is_said_once(self):
        old, new = told(OWN, Verdict.CERTAIN, "2018 – 2020"), told(OWN, Verdict.CERTAIN, "2018 – 2019")
        assert self.compare([old], [new]) == (
            ["A. Person holds the office: 2018 – 2019 (until now: 2018 – 2020)"],
            [],
        )

    def test_nobody_and_not_known_are_told_apart(self):
        nobody, unknown = told(None, Verdict.NOBODY, "2020"), told(None, Verdict.NOT_KNOWN, "2020")
        assert self.compare([nobody], [unknown]) == (["Not known who: 2020"], ["No longer “nobody”: 2020"])

    def test_whoever_was_seen_in_office_in_those_days_is_named(self):
        july, august = (date(2018, 7, 1), date(2018, 7, 31)), (date(2018, 8, 1), date(2018, 8, 31))
        seen, later = (
            told(("b", ""), Verdict.CERTAIN, "12 July 2018", who="B. Person"),
            told(("c", ""), Verdict.CERTAIN, "c"),
        )
        seen, later = replace(seen, days=july, is_seen=True), replace(later, days=august)
        new = replace(told(OWN, Verdict.CERTAIN, "June – July 2018"), days=(date(2018, 6, 1), july[1]))
        assert self.compare([seen, later], [new, seen, later])[0] == [
            "A. Person holds the office: June – July 2018",
            "B. Person is seen in office in those days: 12 July 2018",
        ]

    def test_what_stays_is_not_said(self):
        row = told(OWN, Verdict.CERTAIN, "2018")
        assert not what_follows(course(row), course(row))

    def test_row_that_says_the_same_of_other_days_is_not_said(self):
        row = told(OWN, Verdict.POSSIBLE, "December 2016")
        first, last = date(2016, 12, 1), date(2016, 12, 31)
        other = replace(row, days=(first, date(2016, 12, 30)))
        assert not what_follows(course(replace(row, days=(first, last))), course(other))


def test_pages_are_those_of_before_and_new_ones():
    before = PublicReading({}, {("state", "jp"): ("<a>Japan</a>", "Japan")})
    after = PublicReading(
        {}, {("state", "jp"): ("<a>Nippon</a>", "Nippon"), ("visit", "v"): ("<a>Visit</a>", "Visit")}, further=3
    )
    found = what_follows(before, after)
    assert (found.pages, found.further) == (["<a>Japan</a>", "Visit (new)"], 3)


def test_page_that_says_the_same_before_and_after_does_not_change():
    pages = {("state", key): (f"<a>{key}</a>", key) for key in ("jp", "mn", "kr")}
    before = PublicReading({}, pages, {("state", "jp"): "1", ("state", "mn"): "1"})
    after = PublicReading({}, pages, {("state", "jp"): "1", ("state", "mn"): "2"})
    assert what_follows(before, after).pages == ["<a>mn</a>", "<a>kr</a>"]


@pytest.mark.django_db
def test_offices_are_those_that_a_record_tells_of():
    ambassador, head = make_heads()
    tenure = make_tenure(ambassador, "a", "2018/..")
    assert offices_of(tenure, {"thereby": {head.mission.key}}) == sorted([ambassador.key, head.key])
    assert offices_of(head.mission.designations.get()) == [head.key]
    assert offices_of(tenure.person) == [ambassador.key]
    assert offices_of(StateFactory(), {"tenure": {tenure.key}}) == []
