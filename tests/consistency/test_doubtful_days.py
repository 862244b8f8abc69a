"""Days that have not come, and days that machines write."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from partnerships.dates.clock import HOME
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AreaFactory,
    DecisionFactory,
    MeetingFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    StopFactory,
    TenureFactory,
    VisitFactory,
)

from .cases import Case, Cells, cells, day, milestone, recorded, told


def midnight(day: str) -> datetime:
    """The instant at which a day of the register begins: in UTC, an hour or two of the day before are left."""
    return datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(HOME))


pytestmark = pytest.mark.django_db


def checked(factory):
    return lambda given: factory(period="2010-05-01/2012", checked_on=given)


def covered(factory):
    return lambda given: factory(coverage=given)


def covered_since(factory, **fields):
    return lambda given: factory(coverage=f"{given}/2015", **({"period": "2010-05-01/2020"} | fields))


def covered_at_a_post(given):
    OfficeFactory(coverage=f"{given}/2015", period="", mission=MissionFactory(period="2010-05-01/2020"))


def covered_until(factory):
    return lambda given: factory(coverage=f"1990/{given}", checked_on="2015-05-01")


def stop_worded(given):
    StopFactory(period="2018-05-24", period_wording_en=given)


def worded_in_french(date: str, english: str):
    return lambda given: StatementFactory(date=date, date_wording_en=english, date_wording_fr=given)


def titled(factory, field: str) -> Callable[[str], object]:
    return lambda given: factory(title_en="Visit of 3 March 2016", **{field: given})


def covered_by_a_state(given):
    state = StateFactory(period="1993-01-01/..")
    OfficeFactory(state=state, coverage=f"{given}/2000", checked_on="2001-01-01")


def worded(given):
    DecisionFactory(date="2015-03-03", date_wording_en=given)


def numbered(given):
    DecisionFactory(number="PO(2018)0123", date=given)


def called(title: str, factory=VisitFactory, field: str = "period", language: str = "en"):
    return recorded(factory, field, **{f"title_{language}": title})


def entitled(given):
    MeetingFactory(title_en=given, date="2018")


CASES = [
    *(
        Case("title-of-another-date", title, called(title, language=language), "2017-03-03/2017-03-05", sound)
        for title, language, sound in (
            ("Visit to Japan, April 2016", "en", "2016-03-01/2016-03-03"),
            ("Visite au Japon, avril 2016", "fr", "2016-12"),
            ("Visit to Japan (2016)", "en", "2015/2016"),
            ("2016 visit to Japan", "en", "2016"),
        )
    ),
    Case(
        "title-of-another-date",
        "what is to come",
        lambda given: VisitFactory(title_en=given, period="2020-03-03"),
        "Visit, 2030",
        "Visit about NATO 2030",
    ),
    *(
        Case("title-of-another-date", "of something else", entitled, *titles)
        for titles in (
            ("2017 seminar", "2030 Agenda seminar"),
            ("2022 Brussels summit", "2010 Strategic Concept seminar"),
            ("Ceremony of 11 March 2011", "Ceremony for the anniversary of 11 March 2011"),
            ("Talks on the agreement, April 2017", "Talks on the treaty of 8 September 1951"),
            ("Budget talks (2017)", "Talks (seven years after 11 March 2011)"),
        )
    ),
    Case("title-of-another-date", "activity", called("Course, 2016", ActivityFactory), "2017/..", "2015/.."),
    Case("wording-less-exact", "about", worded, "about March 2015", "3 March 2015"),
    Case("wording-less-exact", "no date", worded, "early March 2015", "at the opening"),
    Case("wording-less-exact", "doubted", worded, "3 March 2015 (probably)", "with effect from 3 March 2015"),
    Case(
        "wording-less-exact",
        "doubted as the day is",
        lambda given: DecisionFactory(date=given, date_wording_en="3 March 2015 (probably)"),
        "2015-03-03",
        "2015-03-03?",
    ),
    Case("number-of-another-year", "decision", numbered, "2016-12-31", "2017-12-31"),
    Case("number-of-another-year", "some year", numbered, "2020", "2019"),
    Case(
        "title-of-another-date",
        "visit",
        titled(VisitFactory, "period"),
        "2017-03-03/2017-03-05",
        "2016-03-01/2016-03-03",
    ),
    Case(
        "title-of-another-date", "first day", titled(VisitFactory, "period"), "2016-03-04/2016-03-05", "2016-03-03/.."
    ),
    Case(
        "title-of-another-date",
        "one of several days",
        lambda given: MeetingFactory(title_en="Talks of 3 March 2016 and 4 April 2017", date=given),
        "2016-03-04",
        "2017-04-04",
    ),
    Case("title-of-another-date", "meeting", titled(MeetingFactory, "date"), "2016-03-04", "2016-03"),
    *(
        case
        for factory in (OfficeFactory, MissionFactory)
        for name in [factory._meta.model.__name__]
        for case in (
            Case("covered-before-it-began", name, covered_since(factory), "2010-04-30", "2010-05-01"),
            Case("covered-before-it-began", f"{name} of some year", covered_since(factory), "2009", "2010"),
            Case("covered-past-its-check", name, covered_until(factory), "2015-05-02", "2015-05-01"),
            Case("covered-past-its-check", f"{name} of some year", covered_until(factory), "2016", "2015"),
            Case("covered-past-its-check", f"{name} without limit", covered_until(factory), "2016", ".."),
        )
    ),
    Case("covered-before-it-began", "post behind it", covered_at_a_post, "2010-04-30", "2010-05-01"),
    Case("covered-before-it-began", "State behind it", covered_by_a_state, "1992-12-31", "1993-01-01"),
    *(
        Case("checked-before-it-began", factory._meta.model.__name__, checked(factory), "2010-04-30", "2010-05-01")
        for factory in (TenureFactory, OfficeFactory, MissionFactory)
    ),
    *(
        Case("covered-to-come", factory._meta.model.__name__, covered(factory), f"1990/{day(1)}", f"1990/{day(0)}")
        for factory in (OfficeFactory, MissionFactory)
    ),
    *(
        Case("wording-of-another-date", name, recorded(factory, field, **{kind: when}), wrong, sound)
        for name, factory, kind, when, field, wrong, sound in (
            ("day", StatementFactory, "date", "2018-05-24", "date_wording_en", "12 June 1999", "24 May 2018"),
            ("in French", StatementFactory, "date", "2018-05-24", "date_wording_fr", "début 2001", "mai 2018"),
            ("month", StatementFactory, "date", "2018-05-24", "date_wording_en", "early May 2018", "late May 2018"),
            ("no year", StatementFactory, "date", "2018-05-24", "date_wording_en", "early May", "late May"),
            ("no date", StatementFactory, "date", "2018-05-24", "date_wording_en", "12 June 2018", "at the summit"),
            ("period", TenureFactory, "period", "2010/2012", "period_wording_en", "2005 to 2009", "2005 to 2010"),
            ("one end", TenureFactory, "period", "2010/2012", "period_wording_en", "since 2013", "since 2012"),
            ("no year of two", TenureFactory, "period", "2010-06/2012", "period_wording_en", "since 2013", "since May"),
        )
    ),
    Case("wording-of-another-date", "stop", stop_worded, "June 2018", "May 2018"),
    Case("wordings-disagree", "ends of a month", worded_in_french("2018-05", "early May"), "fin mai", "début mai"),
    Case("wordings-disagree", "of a year", worded_in_french("2018", "May 2018"), "juin 2018", "printemps 2018"),
    Case("placeholder", "end of a tenure", recorded(TenureFactory, "period"), "2018-06-01/9999-12-31", "2018-06-01/.."),
    Case("placeholder", "birth", recorded(PersonFactory, "birth"), "1900-01-01", "1900-01-02"),
    Case("placeholder", "coverage", recorded(OfficeFactory, "coverage"), "1990/2099-12-31", "1990/2019-12-31"),
    Case("placeholder", "milestone", milestone("appointed", period=""), "1900-01-01", "1900-01-02"),
    Case("going-on-from-a-day-to-come", "tenure", recorded(TenureFactory, "period"), f"{day(1)}/..", f"{day(0)}/.."),
    Case(
        "going-on-from-a-day-to-come", "stop", lambda given: StopFactory(period=given), f"{day(1)}/..", f"{day(0)}/.."
    ),
    Case(
        "no-such-time",
        "skipped by the clocks",
        lambda given: MeetingFactory(date="2018-03-25", time=given, time_zone="Europe/Brussels"),
        "02:30",
        "03:30",
    ),
    Case(
        "no-such-time", "no zone", lambda given: MeetingFactory(time_zone=given), "Europe/Bruxelles", "Europe/Brussels"
    ),
    Case("far-future", "tenure", recorded(TenureFactory, "period"), f"{day(3661)}/", f"{day(3660)}/"),
    *(
        Case("not-yet", name, make, day(1), day(0))
        for name, make in (
            ("visit held", recorded(VisitFactory, "period")),
            ("meeting held", recorded(MeetingFactory, "date")),
            ("decision", recorded(DecisionFactory, "date")),
            ("agreement signed", recorded(AgreementFactory, "date")),
            ("statement", recorded(StatementFactory, "date")),
            ("source published", recorded(SourceFactory, "date")),
            ("source read", recorded(SourceFactory, "accessed_on")),
            ("published", lambda given: AreaFactory(published_at=midnight(given))),
            ("tenure checked", recorded(TenureFactory, "checked_on")),
            ("office checked", recorded(OfficeFactory, "checked_on")),
            ("mission checked", recorded(MissionFactory, "checked_on")),
            ("seen", milestone("seen", period="2010/")),
            ("birth", recorded(PersonFactory, "birth")),
            ("death", recorded(PersonFactory, "death")),
        )
    ),
    Case("placeholder", "stop", lambda given: StopFactory(period=given), "1970-01-01", "1970-01-02"),
    Case("not-yet", "visit planned", lambda given: VisitFactory(period=day(1), status=given), "held", "planned"),
    Case("not-yet", "meeting cancelled", lambda given: MeetingFactory(date=day(1), status=given), "held", "cancelled"),
    Case(
        "not-yet",
        "on a day or the next",
        recorded(DecisionFactory, "date"),
        f"[{day(1)}..{day(2)}]",
        f"[{day(0)}..{day(1)}]",
    ),
    Case("not-yet", "announced", lambda given: MilestoneFactory(kind=given, date=day(1)), "seen", "appointed"),
    Case("not-yet", "birth in some year", recorded(PersonFactory, "birth"), "2999", "[..1990-05-01]"),
    Case("not-yet", "death in some year", recorded(PersonFactory, "death"), "2999", "[..1990-05-01]"),
    Case(
        "not-yet",
        "visit of some day",
        recorded(VisitFactory, "period"),
        f"[{day(1)}..{day(2)}]",
        f"[{day(0)}..{day(1)}]",
    ),
]


@pytest.mark.parametrize("case", cells(CASES))
class TestCells(Cells):
    pass


@pytest.mark.once
class TestWhere:
    """A finding names the record and the field in which somebody mends it."""

    def test_wording_that_is_wrong_is_told_and_not_that_the_two_disagree(self):
        StatementFactory(key="s", date="2018-05", date_wording_en="early June 2018", date_wording_fr="mai 2018")
        assert [(record, field) for record, field, _sentence in told("wording-of-another-date")] == [
            ("statement/s", "date_wording_en")
        ]
        assert told("wordings-disagree") == []

    def test_days_of_a_title_are_told_in_their_order(self):
        VisitFactory(title_en="From 5 March 2016 to 3 March 2016", period="2017")
        ((_record, field, sentence),) = told("title-of-another-date")
        assert (field, sentence.index("2016-03-03") < sentence.index("2016-03-05")) == ("title", True)

    @pytest.mark.parametrize(
        ("factory", "fields", "field"),
        [
            (PersonFactory, {"death": "2999-01-01"}, "death"),
            (VisitFactory, {"period": "2999-01-01", "status": "held"}, "period"),
            (MeetingFactory, {"date": "2999-01-01", "status": "held"}, "date"),
            (DecisionFactory, {"date": "2999-01-01"}, "date"),
            (AgreementFactory, {"date": "2999-01-01"}, "date"),
            (StatementFactory, {"date": "2999-01-01"}, "date"),
            (SourceFactory, {"date": "2999-01-01"}, "date"),
            (SourceFactory, {"accessed_on": "2999-01-01"}, "accessed_on"),
            (TenureFactory, {"checked_on": "2999-01-01"}, "checked_on"),
            (OfficeFactory, {"checked_on": "2999-01-01"}, "checked_on"),
            (MissionFactory, {"checked_on": "2999-01-01"}, "checked_on"),
        ],
    )
    def test_what_cannot_have_been_done_yet(self, factory, fields, field):
        factory(key="k", **fields)
        record = f"{factory._meta.model._meta.model_name}/k"
        assert told("not-yet") == [(record, field, "It is recorded as done, on a day that has not come.")]

    def test_a_part_is_mended_in_its_record(self):
        MilestoneFactory(tenure=TenureFactory(key="t"), kind="seen", date="2999-12-31")
        StopFactory(visit=VisitFactory(key="v"), period="2999-12-31/..")
        assert [(record, field) for record, field, _sentence in told("not-yet")] == [("tenure/t", "milestone.date")]
        assert told("going-on-from-a-day-to-come") == [
            ("visit/v", "stop.period", "It is “still going on” from a day that has not come.")
        ]
        assert told("placeholder") == [
            ("tenure/t", "milestone.date", "The date looks like a placeholder: 2999-12-31."),
            ("visit/v", "stop.period", "The date looks like a placeholder: 2999-12-31."),
        ]

    def test_what_goes_on_from_far_ahead_is_told_once(self):
        TenureFactory(key="going-on", period="2950-05-02/..")
        TenureFactory(key="ends", period="2950-05-02/2951-05-02")
        assert told("far-future") == [("tenure/ends", "period", "It begins more than ten years from now.")]
        assert [record for record, _field, _sentence in told("going-on-from-a-day-to-come")] == ["tenure/going-on"]
