"""What a tenure says against itself, its office and those beside it."""

from collections.abc import Callable
from itertools import product

import pytest

from partnerships import dates
from partnerships.consistency import check_register
from partnerships.models import Milestone, Tenure
from partnerships.offices.certainty_expires import now
from partnerships.offices.days_of_one_tenure import tenure_days
from partnerships.offices.loading import facts_of_tenures
from partnerships.projections.up_to_date import deferred
from tests.factories import (
    MilestoneFactory,
    OfficeFactory,
    PersonFactory,
    PlaceFactory,
    StateFactory,
    TenureFactory,
)

from .cases import Case, Cells, about, cells, day, milestone, recorded, told

pytestmark = pytest.mark.django_db


def appointed(given):
    """A tenure whose person is seen on 1 May 2010 and appointed on the day given."""
    tenure = TenureFactory(period="")
    MilestoneFactory(tenure=tenure, kind="seen", date="2010-05-01")
    MilestoneFactory(tenure=tenure, kind="appointed", date=given)


def two_tenures(same_person: bool) -> Callable[[str], object]:
    def make(given):
        office, person = OfficeFactory(), PersonFactory()
        TenureFactory(office=office, person=person, period="2010-01-01/2012-01-01")
        TenureFactory(office=office, person=person if same_person else PersonFactory(), period=f"{given}/2013-01-01")

    return make


def after(ending: str, *, same: str) -> Callable[[str], object]:
    """Return what makes a tenure that ended so on 1 January 2006, and another from the day given on."""

    def make(given):
        first = TenureFactory(ending=ending, period="2001-01-01/2006-01-01")
        TenureFactory(period=f"{given}/2009", **{same: getattr(first, same)})
        TenureFactory(period="2007/2009")

    return make


def of_two_states(given):
    person, own = PersonFactory(), StateFactory()
    TenureFactory(key="one", person=person, period="2001-01-01/2005-01-01", office=OfficeFactory(state=own))
    office = OfficeFactory(state=own if given == "same" else StateFactory())
    period = "2005-01-01/2006-01-01" if given == "later" else "2004-12-31/2006-01-01"
    TenureFactory(key="two", person=person, period=period, office=office)


def of_one_appointment(given):
    """Two accreditations that are tied together, of one person or of two."""
    person = PersonFactory()
    TenureFactory(appointment="a", person=person, period="2010")
    TenureFactory(appointment="a", person=person if given == "same" else PersonFactory(), period="2010")
    TenureFactory(appointment="", period="2010")


def going_on_since(given):
    """A tenure that is still going on, and of which a source shows the person in office on the day given."""
    tenure = TenureFactory(period="2000-01-01/..", publication="published")
    MilestoneFactory(tenure=tenure, kind="seen", date=given)


def steps(period: str, first: str, second: str) -> Callable[[str], object]:
    """Return what makes a tenure with a first milestone on 1 January 2005, and a second one on the day given."""

    def make(given):
        tenure = TenureFactory(period=period)
        MilestoneFactory(tenure=tenure, kind=first, date="2005-01-01")
        MilestoneFactory(tenure=tenure, kind=second, date=given)

    return make


def again(given):
    """A milestone of 1 May 2011, and one of the kind and day given."""
    kind, _, on = given.partition(" ")
    tenure = TenureFactory(period="2010-01-01/2012-01-01")
    MilestoneFactory(tenure=tenure, kind="seen", date="2011-05-01", key="a")
    MilestoneFactory(tenure=tenure, kind=kind, date=on, key="b")


def both_acting(given):
    """Two who hold one office in the same years, both ad interim or one of them."""
    office = OfficeFactory()
    for acting in (True, given == "both"):
        TenureFactory(office=office, acting=acting, period="2010-01-01/2012-01-01")


#: What tells that an office was left before the same person held it again, or that it was another service.
#: What goes on to this day is another finding: of the same days twice.
HELD_AGAIN = {
    "an end": "end",
    "a departure": "departed",
    "another holder": "another",
    "ad interim": "acting",
    "going on": "going on",
    "the same day": "the same day",
}


def held_again(given):
    """Somebody in office from 2010 on, without an end, and from 2014 on, and what lies between."""
    office, person = OfficeFactory(), PersonFactory()
    period = {"end": "2010/2012", "going on": "2010/..", "the same day": "2014-12-31/"}.get(given, "2010/")
    first = TenureFactory(office=office, person=person, period=period, acting=given == "acting")
    TenureFactory(office=office, person=person, period="2014-12-31/2016" if given == "the same day" else "2014/2016")
    if given == "departed":
        MilestoneFactory(tenure=first, kind="departed", date="2012")
    if given == "another":
        TenureFactory(office=office, period="2012/2013")


def presented(kind: str, day: str = "2011-03-03"):
    """Two people of one office, with a step of one kind each, on 3 March 2011 and on the day given."""

    def make(given):
        office = OfficeFactory()
        for when in (day if given == "2011-03" else "2011-03-03", given):
            MilestoneFactory(tenure=TenureFactory(office=office, period=""), kind=kind, date=when)

    return make


def resident(given):
    TenureFactory(residence=PlaceFactory(), residence_text_en="resident at Brussels" if given else "")
    TenureFactory(residence_text_en="resident at Brussels")


CASES = [
    Case("milestone-again", "kind", again, "seen 2011-05-01", "credentials 2011-05-01"),
    Case("milestone-again", "day", again, "seen 2011-05-01", "seen 2011-05-02"),
    Case(
        "never-served-held",
        "term",
        lambda given: TenureFactory(never_served=True, ending=given, period=""),
        "term",
        "resignation",
    ),
    Case(
        "never-served-held",
        "checked",
        lambda given: TenureFactory(never_served=True, checked_on=given or None, period=""),
        "2018-05-24",
        "",
    ),
    Case(
        "checked-after-it-ended",
        "tenure",
        lambda given: TenureFactory(period="2010/2018", checked_on=given),
        "2019-01-01",
        "2018-12-31",
    ),
    *(
        Case("service-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01")
        for kind in ("credentials", "seen", "recalled")
    ),
    *(
        Case("service-after-end", kind, milestone(kind), "2012-01-02", "2012-01-01")
        for kind in ("arrived", "credentials", "seen", "recalled")
    ),
    Case("service-before-appointment", "start", milestone("appointed"), "2010-01-02", "2010-01-01"),
    Case("service-before-appointment", "seen", appointed, "2010-05-02", "2010-05-01"),
    *(Case("left-before-start", kind, milestone(kind), "2009-12-31", "2010-01-01") for kind in ("ended", "departed")),
    Case("nominated-late", "start", milestone("nominated"), "2010-01-02", "2010-01-01"),
    Case("nominated-late", "appointed", steps("", "appointed", "nominated"), "2005-01-02", "2005-01-01"),
    Case("nominated-late", "credentials", steps("", "credentials", "nominated"), "2005-01-02", "2005-01"),
    Case("nominated-late", "arrived, which may be before", steps("", "seen", "nominated"), "2006", "2005"),
    *(
        Case("left-before-appointment", kind, steps("", "appointed", kind), "2004-12-31", "2005-01-01")
        for kind in ("recalled", "departed", "ended")
    ),
    *(
        Case("milestone-twice", kind, steps("", kind, kind), "2005-01-02", "2005")
        for kind in ("nominated", "appointed", "ended")
    ),
    Case("very-long", "tenure", recorded(TenureFactory, "period"), "1900/1981", "1900/1980"),
    Case("serves-after-dying", "person", after("death", same="person"), "2006-01-02", "2006-01-01"),
    Case("held-after-abolition", "office", after("abolition", same="office"), "2006-01-02", "2006-01-01"),
    *(
        Case("named-long-before", kind, milestone(kind), "2008-12-31", "2009-01-01")
        for kind in ("nominated", "appointed")
    ),
    Case(
        "acting-with-credentials",
        "tenure",
        lambda given: milestone("credentials", acting=given == "acting")("2010-02-01"),
        "acting",
        "holder",
    ),
    *(
        Case("milestone-of-another", kind, presented(kind), "2011-03-03", "2011-03-04")
        for kind in ("arrived", "credentials")
    ),
    Case("milestone-of-another", "some month", presented("credentials", day="2011-03"), "2011-03-03", "2011-03"),
    *(Case("held-again", name, held_again, "", sound) for name, sound in HELD_AGAIN.items()),
    Case("residence-twice", "tenure", resident, "in words too", ""),
    Case("two-states", "person", of_two_states, "another", "same"),
    Case("two-states", "one after the other", of_two_states, "another", "later"),
    Case("appointment-of-two", "tenures", of_one_appointment, "another", "same"),
    Case("arrived-long-before", "to the year", milestone("arrived"), "2008-12-31", "2009-01-01"),
    Case("arrived-long-before", "appointed", lambda given: milestone(given)("2005"), "arrived", "appointed"),
    Case("departed-long-after", "to the year", milestone("departed"), "2014-01-01", "2013-12-31"),
    Case("departed-long-before", "to the year", milestone("departed"), "2010-12-31", "2011-01-01"),
    Case(
        "departed-long-before",
        "who returns",
        lambda given: steps("2003/2010", "departed", given)("2006"),
        "appointed",
        "seen",
    ),
    Case("end-disagrees", "later", milestone("ended"), "2012-01-02", "2012-01-01"),
    Case("end-disagrees", "earlier", milestone("ended"), "2011-12-31", "2012-01"),
    Case(
        "never-served-seen",
        "tenure",
        lambda given: MilestoneFactory(tenure=TenureFactory(never_served=True, period=""), kind=given),
        "credentials",
        "appointed",
    ),
    Case("never-served-period", "tenure", recorded(TenureFactory, "period", never_served=True), "2010/2012", ""),
    Case(
        "never-served-period",
        "who served",
        lambda given: TenureFactory(never_served=bool(given), period="2010/2012"),
        "never",
        "",
    ),
    Case("ending-of-what-goes-on", "tenure", recorded(TenureFactory, "period", ending="term"), "2010/..", "2010/"),
    Case(
        "ending-not-abolition",
        "tenure",
        lambda given: TenureFactory(ending="abolition", office=OfficeFactory(period=given)),
        "1990/..",
        "1990/",
    ),
    Case("two-holders", "both ad interim", both_acting, "both", "one"),
    Case("two-holders", "office", two_tenures(same_person=False), "2011-12-31", "2012-01-01"),
    Case("tenure-twice", "office", two_tenures(same_person=True), "2011-12-31", "2012-01-01"),
    Case("due-for-checking", "tenure", going_on_since, day(-367), day(-365)),
    Case("service-before-start", "month", milestone("seen", period="2010-02/2012"), "2010-01", "2010"),
    Case("service-after-end", "month", milestone("seen", period="2010/2012-02"), "2012-03", "2012"),
    Case(
        "service-before-appointment",
        "some year",
        milestone("appointed", period="2010/2012"),
        "2011-01-01",
        "2010-12-31",
    ),
    Case("end-disagrees", "some month", milestone("ended", period="2010/2012-03"), "2012-04-01", "2012-03-31"),
    Case(
        "ending-of-what-goes-on",
        "nothing said",
        lambda given: TenureFactory(period="2010/..", ending=given),
        "term",
        "",
    ),
    Case(
        "ending-not-abolition",
        "another ending",
        lambda given: TenureFactory(ending=given, office=OfficeFactory(period="1990/..")),
        "abolition",
        "term",
    ),
    Case(
        "never-served-seen",
        "arrived",
        lambda given: MilestoneFactory(tenure=TenureFactory(never_served=True, period=""), kind=given),
        "recalled",
        "arrived",
    ),
    Case("due-for-checking", "to the day", going_on_since, day(-367), day(-366)),
    Case("two-holders", "to the year", two_tenures(same_person=False), "2011", "2012"),
    Case(
        "service-before-start",
        "who arrives beforehand",
        lambda given: milestone(given)("2009-12-31"),
        "seen",
        "arrived",
    ),
    *(
        Case("left-and-goes-on", kind, milestone(kind, period="2000-01-01/.."), "2005-01-01", day(0))
        for kind in ("ended", "departed")
    ),
    Case(
        "left-and-goes-on", "end not known", lambda given: milestone("ended", period=given)("2005"), "2000/..", "2000/"
    ),
    *(
        Case("service-after-end", f"{shown} after {left} in {period or 'no period'}", steps(period, left, shown), *days)
        for period in ("", "/", "2000-01-01/", "/..")
        for left in ("ended", "departed")
        for shown in ("arrived", "credentials", "seen")
        for days in [("2005-01-02", "2005-01-01")]
    ),
    Case(
        "service-after-end",
        "who leaves, returns and is said to have stayed",
        lambda given: steps(given, "departed", "arrived")("2006"),
        "2000/",
        "2000/2010",
    ),
    Case("service-before-start", "seen before arrival", steps("/2010", "arrived", "seen"), "2004-12-31", "2005-01-01"),
    Case(
        "service-before-start",
        "credentials before arrival",
        lambda given: steps("/2010", "arrived", given)("2004-12-31"),
        "seen",
        "credentials",
    ),
    Case("service-before-start", "seen before credentials", steps("", "credentials", "seen"), "2004", "2005"),
    Case(
        "ending-not-abolition",
        "office until a year",
        lambda given: TenureFactory(
            ending="abolition", period=f"2000/{given}", office=OfficeFactory(period="1990/2010")
        ),
        "2005",
        "2010",
    ),
    Case("end-disagrees", "some day of a month", milestone("ended", period="2010/2012-01-15"), "2011-12", "2012-01"),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


def in_one_office(*periods, **fields):
    """Make tenures of one office, each with its key."""
    office = OfficeFactory(**fields)
    for key, period, more in periods:
        TenureFactory(key=key, office=office, period=period, **more)


@pytest.mark.once
class TestMilestones:
    def test_are_mended_in_their_tenure(self):
        milestone("seen", key="t")("2009")
        milestone("seen", key="u")("2013")
        assert told("service-before-start") == [
            ("tenure/t", "milestones", "A source shows the person in office before service began.")
        ]
        assert told("service-after-end") == [
            ("tenure/u", "milestones", "A source shows the person in office after service ended.")
        ]

    def test_end_before_the_start_is_no_other_end_as_well(self):
        milestone("ended", key="t")("2009-12-31")
        assert told("left-before-start") == [("tenure/t", "milestones", "The person leaves before the service begins.")]
        assert told("end-disagrees") == []

    def test_who_never_served_does_not_leave_nor_begin(self):
        for kind in ("appointed", "ended", "departed"):
            milestone(kind, never_served=True)("2009-12-31" if kind != "appointed" else "2010-01-02")
        assert told("left-before-start") == told("service-before-appointment") == told("end-disagrees") == []

    def test_arriving_before_being_appointed_is_usual(self):
        tenure = TenureFactory(period="")
        MilestoneFactory(tenure=tenure, kind="arrived", date="2010-05-01")
        MilestoneFactory(tenure=tenure, kind="appointed", date="2010-05-02")
        assert told("service-before-appointment") == []

    def test_of_who_never_served_are_mended_there(self):
        MilestoneFactory(tenure=TenureFactory(key="t", never_served=True, period=""), kind="seen")
        assert told("never-served-seen") == [
            ("tenure/t", "never_served", "The person never served, and a milestone shows them in office.")
        ]


@pytest.mark.once
class TestEndings:
    def test_say_what_they_are_held_against(self):
        TenureFactory(key="t", ending="abolition", period="2010/..", office=OfficeFactory(key="o", period="1990/.."))
        assert told("ending-of-what-goes-on") == [
            ("tenure/t", "ending", "It says how it ended, and that it is still going on.")
        ]
        assert told("ending-not-abolition") == [
            ("tenure/t", "ending", "The office was abolished, and still lasts then: o.")
        ]
        assert about("ending-not-abolition") == [("tenure/t", "office/o", "")]


@pytest.mark.once
class TestBesideOneAnother:
    def test_who_lasts_longest_is_told_of_each_who_comes_meanwhile(self):
        in_one_office(
            ("a", "1990-01-01/2000-12-31", {}), ("b", "1991-01-01/1992-12-31", {}), ("c", "1995-01-01/1996-12-31", {})
        )
        assert about("two-holders") == [("tenure/a", "tenure/b", ""), ("tenure/a", "tenure/c", "")]
        sentence = "Two people certainly hold this office together: see also c."
        assert told("two-holders")[1] == ("tenure/a", "period", sentence)

    def test_an_office_of_several_has_one_person_once_all_the_same(self):
        person = PersonFactory()
        in_one_office(
            ("a", "1990-01-01/1999-12-31", {"person": person}),
            ("b", "1991-01-01/1992-12-31", {"person": person, "acting": True}),
            ("c", "1991-01-01/1992-12-31", {}),
            single_holder=False,
        )
        assert told("two-holders") == []
        assert told("tenure-twice") == [
            ("tenure/a", "period", "The person holds the office in another tenure at that time: b.")
        ]

    def test_one_office_says_nothing_of_another(self):
        person = PersonFactory()
        in_one_office(("a", "1990-01-01/1999-12-31", {"person": person}))
        in_one_office(("b", "1990-01-01/1999-12-31", {"person": person}), ("c", "2000-01-01/2001-12-31", {}))
        assert told("two-holders") == told("tenure-twice") == []

    def test_what_still_goes_on_is_taken_at_its_word(self):
        in_one_office(("a", "1990-01-01/..", {}), ("b", "2015-01-01/2016-12-31", {}))
        assert about("two-holders") == [("tenure/a", "tenure/b", "")]

    def test_who_stands_in_stands_beside(self):
        in_one_office(("a", "1990-01-01/1999-12-31", {}), ("b", "1991-01-01/1992-12-31", {"acting": True}))
        assert told("two-holders") == []

    def test_a_short_tenure_of_a_person_hides_no_longer_one(self):
        person = PersonFactory()
        in_one_office(
            ("a", "1990-01-01/2000-12-31", {"person": person}),
            ("b", "1991-01-01/1992-12-31", {"person": person}),
            ("c", "1995-01-01/1996-12-31", {}),
        )
        assert about("two-holders") == [("tenure/a", "tenure/c", "")]

    def test_a_longer_tenure_of_a_person_stands_for_a_shorter_one_before_it(self):
        person = PersonFactory()
        in_one_office(
            ("a", "1990-01-01/1992-12-31", {"person": person}),
            ("b", "1991-01-01/2000-12-31", {"person": person}),
            ("c", "1995-01-01/1996-12-31", {}),
        )
        assert about("two-holders") == [("tenure/b", "tenure/c", "")]

    def test_who_began_first_is_told_of_the_other_in_whatever_order_they_were_entered(self):
        in_one_office(("late", "1995-01-01/1996-12-31", {}), ("early", "1990-01-01/2000-12-31", {}))
        assert about("two-holders") == [("tenure/early", "tenure/late", "")]

    def test_who_never_served_stands_beside_nobody(self):
        in_one_office(("a", "1990-01-01/1999-12-31", {"never_served": True}), ("b", "1991-01-01/1992-12-31", {}))
        assert told("two-holders") == []


@pytest.mark.once
class TestDue:
    def test_says_since_when_nothing_vouches(self):
        MilestoneFactory(tenure=TenureFactory(key="t", period="2000-01-01/.."), kind="seen", date="2015-06-01")
        [(record, field, sentence)] = told("due-for-checking")
        assert (record, field) == ("tenure/t", "period")
        assert sentence == "It is “still going on”, and since 1 June 2016 nothing vouches for that."

    def test_a_check_vouches_as_a_source_does(self):
        TenureFactory(period="2000-01-01/..", checked_on=day(-300))
        assert told("due-for-checking") == []

    def test_who_ended_is_not_due_beside_who_goes_on(self):
        in_one_office(("before", "1990-01-01/2000-12-31", {}), ("now", "2001-02-03/..", {}))
        assert [record for record, _field, _sentence in told("due-for-checking")] == ["tenure/now"]

    def test_what_nothing_ever_showed_is_not_due(self):
        TenureFactory(key="t", period="/..")
        TenureFactory(key="shown", period="2001-02-03/..")
        assert [record for record, _field, _sentence in told("due-for-checking")] == ["tenure/shown"]


@pytest.mark.once
def test_every_tenure_that_leaves_days_in_doubt_is_found():
    """What is answered “not known”, because a record contradicts itself, somebody is told of."""
    periods = ("", "/", "2000/", "/2003", "/..", "2000/..", "2000/2003", "../2003")
    kinds, person = Milestone.Kind.values, PersonFactory(birth="1950", death="2010")
    with deferred():
        for period, first, second in product(periods, kinds, kinds):
            key = f"{period} {first} {second}"
            tenure = TenureFactory(key=key, period=period, person=person, office=OfficeFactory(period=""))
            for kind, year in ((first, "1990"), (second, "2005")):
                MilestoneFactory(tenure=tenure, kind=kind, date=year)
    clock = now(dates.today())
    doubted = {
        f"tenure/{one.key}" for one in facts_of_tenures(Tenure.objects.all()) if tenure_days(one, clock).in_doubt
    }
    found = {
        finding.record for finding in check_register() if finding.severity != "note" and finding.code != "no-source"
    }
    assert doubted
    assert doubted <= found
