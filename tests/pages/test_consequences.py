"""What follows from a change, from what the public reads before and after it."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from partnerships.offices import Verdict
from partnerships.pages import consequences
from partnerships.pages.consequences import (
    Following,
    PublicReading,
    Succeeding,
    ToldRow,
    offices_of,
    public_reading,
    what_follows,
)
from partnerships.projections.up_to_date import Work
from tests.factories import PUBLISHED, DesignationFactory, EmbassyFactory, MissionFactory, OfficeFactory, StateFactory
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


class TestToldRow:
    @pytest.mark.parametrize(
        ("claim", "verdict", "is_seen", "said", "gone"),
        [
            (OWN, Verdict.CERTAIN, False, "A. Person holds the office: 2018", "This ends the service of"),
            (OWN, Verdict.CERTAIN, True, "A. Person is seen in office: 2018", "This ends the service of"),
            (DERIVED, Verdict.CERTAIN, False, "A. Person thereby holds the office: 2018", "This ends the service of"),
            (
                DERIVED,
                Verdict.POSSIBLE,
                False,
                "A. Person possibly holds the office: 2018",
                "This ends the possible service of",
            ),
            (None, Verdict.NOBODY, False, "Nobody holds the office: 2018", "No longer “nobody”"),
            (None, Verdict.NOT_KNOWN, False, "Not known who: 2018", "No longer “not known”"),
        ],
    )
    def test_says_who_how_surely_and_by_virtue_of_what(self, claim, verdict, is_seen, said, gone):
        row = replace(told(claim, verdict, "2018"), is_seen=is_seen)
        assert row.said == said
        assert row.said_as_gone.startswith(gone)

    def test_beside_another_says_whether_the_person_was_seen_or_served(self):
        row = told(OWN, Verdict.CERTAIN, "2018")
        assert row.said_beside == "A. Person holds the office in those days as well: 2018"
        assert replace(row, is_seen=True).said_beside == "A. Person is seen in office in those days: 2018"

    @pytest.mark.parametrize(
        ("first", "last", "fields", "is_beside"),
        [
            (1, 4, {}, False),
            (1, 5, {}, True),
            (10, 14, {}, True),
            (11, 14, {}, False),
            (6, 8, {}, True),
            (6, 8, {"claim": OWN}, False),
            (6, 8, {"claim": None, "verdict": Verdict.NOBODY}, False),
            (6, 8, {"verdict": Verdict.POSSIBLE}, False),
        ],
    )
    def test_is_beside_whoever_else_certainly_holds_the_office_on_one_of_its_days(self, first, last, fields, is_beside):
        new = replace(told(OWN, Verdict.CERTAIN, ""), days=(date(2018, 1, 5), date(2018, 1, 10)))
        row = replace(told(("b", ""), Verdict.CERTAIN, ""), days=(date(2018, 1, first), date(2018, 1, last)), **fields)
        assert row.is_beside(new) is is_beside


class TestFollowing:
    @pytest.mark.parametrize(("begins", "ends"), [(["a"], []), ([], ["a"])])
    def test_something_follows_for_an_office_where_somebody_comes_or_goes(self, begins, ends):
        assert Succeeding("o", begins, ends)
        assert not Succeeding("o", [], [])

    @pytest.mark.parametrize(("offices", "pages"), [([Succeeding("o", ["a"], [])], []), ([], ["<a>page</a>"])])
    def test_something_follows_where_an_office_or_a_page_says_something_else(self, offices, pages):
        assert Following(offices, pages, 0)
        assert not Following([], [], 3)

    def test_two_services_that_change_their_days_are_each_said_beside_their_own(self):
        was = [told(OWN, Verdict.CERTAIN, when) for when in ("2016", "2018")]
        now = [told(OWN, Verdict.CERTAIN, when) for when in ("2016 – 2017", "2018 – 2019")]
        (office,) = what_follows(course(*was), course(*now)).offices
        assert [said.partition(": ")[2] for said in office.begins] == [
            "2016 – 2017 (until now: 2016)",
            "2018 – 2019 (until now: 2018)",
        ]
        assert office.ends == []

    def test_service_that_becomes_possible_is_another_one(self):
        was, now = told(OWN, Verdict.CERTAIN, "2018"), told(OWN, Verdict.POSSIBLE, "2018")
        (office,) = what_follows(course(was), course(now)).offices
        assert office.begins == ["A. Person possibly holds the office: 2018"]
        assert office.ends == ["This ends the service of A. Person: 2018"]

    def test_nobody_over_other_days_is_said_as_such_and_gone_as_such(self):
        was, now = told(None, Verdict.NOBODY, "2018"), told(None, Verdict.NOBODY, "2019")
        (office,) = what_follows(course(was), course(now)).offices
        assert (office.begins, office.ends) == (["Nobody holds the office: 2019"], ["No longer “nobody”: 2018"])

    def test_who_only_possibly_comes_has_nobody_beside(self):
        days = (date(2018, 1, 1), date(2018, 12, 31))
        stays = replace(told(("b", ""), Verdict.CERTAIN, "2018", who="B. Person"), days=days)
        for verdict, number in ((Verdict.CERTAIN, 2), (Verdict.POSSIBLE, 1)):
            new = replace(told(OWN, verdict, "2018"), days=days)
            (office,) = what_follows(course(stays), course(stays, new)).offices
            assert len(office.begins) == number

    def test_office_that_is_no_more_ends_for_whoever_held_it(self):
        (office,) = what_follows(course(told(OWN, Verdict.CERTAIN, "2018")), PublicReading()).offices
        assert (office.office, office.begins) == ("Ambassador", [])
        assert office.ends == ["This ends the service of A. Person: 2018"]

    def test_page_of_an_office_is_named_once(self):
        """The page of an office that comes to say something else changes, whether or not it was looked at."""
        row = told(OWN, Verdict.CERTAIN, "2018")
        assert what_follows(course(), course(row)).pages == ["Ambassador"]
        page = {("office", "ambassador"): ("<a>Ambassador</a>", "Ambassador")}
        assert what_follows(replace(course(), pages=page), course(row)).pages == ["<a>Ambassador</a>"]


@pytest.mark.django_db
class TestPublicReading:
    def test_is_the_succession_of_public_offices_and_the_pages_on_which_a_change_stands(self):
        office = OfficeFactory(key="o", state=StateFactory(key="jp", **PUBLISHED), **PUBLISHED)
        OfficeFactory(key="draft")
        seen = make_tenure(office, "seen", "", seen=["2001-02-03"])
        tenure = make_tenure(office, "served", "2010/2012")
        work = Work()
        work.add({"tenure": {tenure.key}}, seen=False)
        read = public_reading(None, ["o", "draft"], work, text_of_page=lambda page: page.key)
        assert list(read.courses) == ["o"]
        told_of = {row.claim: row.is_seen for row in read.courses["o"][1] if row.claim}
        assert told_of == {(seen.key, ""): True, (tenure.key, ""): False}
        assert {("office", "o"), ("person", tenure.person.key)} <= {*read.pages}
        assert read.texts == {place: place[1] for place in read.pages}
        assert read.further == 0

    def test_of_many_records_those_first_in_order_are_named_and_the_others_counted(self, monkeypatch):
        monkeypatch.setattr(consequences, "MOST_RECORDS", 2)
        work = Work()
        for key in ("b", "a", "c"):
            StateFactory(key=key, **PUBLISHED)
            MissionFactory(key=f"m-{key}", **PUBLISHED)
        work.add({"state": {"a", "b", "c"}}, seen=False)
        read = public_reading(None, [], work)
        assert (sorted(read.pages), read.further) == ([("state", "a"), ("state", "b")], 1)
        work = Work()
        work.add({"thereby": {"m-c", "m-a", "m-b"}}, seen=False)
        assert sorted(public_reading(None, [], work).pages) == [("mission", "m-a"), ("mission", "m-b")]

    def test_record_itself_stands_there_where_its_words_are_seen(self):
        state = StateFactory(key="jp", **PUBLISHED)
        for seen in (True, False):
            work = Work(seen=seen)
            assert (("state", "jp") in public_reading(state, [], work).pages) is seen
        assert public_reading(state, [], Work(seen=True)).texts == {}
        assert public_reading(None, [], Work(seen=True)).pages == {}
        assert public_reading(StateFactory(key="draft"), [], Work(seen=True)).pages == {}


@pytest.mark.django_db
def test_offices_are_the_heads_of_a_post_alone():
    mission, embassy = MissionFactory(), EmbassyFactory()
    for post in ({"mission": mission}, {"embassy": embassy}):
        for heads in (True, False):
            OfficeFactory(key=f"{[*post][0]}-{heads}".lower(), heads_post=heads, **post)
    assert offices_of(mission) == ["mission-true"]
    assert offices_of(embassy) == ["embassy-true"]
    assert offices_of(DesignationFactory(mission=mission, embassy=embassy)) == ["mission-true"]
    other = OfficeFactory(key="other")
    assert offices_of(other) == ["other"]
    assert offices_of(None, {"office": {"other"}}) == ["other"]
    assert offices_of(None) == []


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
    assert offices_of(None, {"tenure": {tenure.key}}) == [ambassador.key]
