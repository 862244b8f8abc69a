"""A small register to ask: offices, tenures and posts, published unless a test says otherwise."""

from datetime import date
from random import Random

from partnerships.models import Office, Tenure
from partnerships.offices import Answer, holders, succession
from tests.factories import (
    CitationFactory,
    DesignationFactory,
    EmbassyFactory,
    MilestoneFactory,
    MissionFactory,
    OfficeFactory,
    PersonFactory,
    TenureFactory,
)

#: The day on which the tests ask.
TODAY = date(2026, 2, 18)


def day(text: str) -> date:
    return date.fromisoformat(text)


def ask(office: Office, on: str, today: date = TODAY) -> Answer:
    return holders(office, day(on), today=today)


def rows(office: Office, today: date = TODAY) -> list[tuple[str, str, str, str]]:
    """The succession as verdict, first day, last day, person."""
    return [
        (row.answer, row.first.isoformat(), row.last.isoformat(), row.holder.person.key if row.holder else "")
        for row in succession(office, today=today)
    ]


def names(found) -> list[str]:
    return [holder.person.key for holder in found]


def in_brief(answer: Answer) -> tuple[list[str], list[str], bool]:
    """Who certainly, who possibly, and whether it is known."""
    return names(answer.certain), names(answer.possible), answer.known


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def make_office(**fields) -> Office:
    return OfficeFactory(publication="published", **fields)


def make_tenure(held: Office, person: str, period: str, seen=(), sourced="", **fields) -> Tenure:
    """A tenure of somebody called `person`, who was `seen` on some days, as a source of some day says."""
    known = {"publication": "published", "person": make_person(person), **fields}
    made = TenureFactory(office=held, period=period, **known)
    for number, when in enumerate(seen):
        MilestoneFactory(tenure=made, key=f"seen-{number}", kind="seen", date=when)
    if sourced:
        CitationFactory(tenure=made, source__publication="published", source__date=sourced)
    return made


def make_person(key: str, **fields):
    model = PersonFactory._meta.model
    return model.objects.filter(key=key).first() or PersonFactory(key=key, publication="published", **fields)


def make_step(tenure: Tenure, kind: str, when: str):
    return MilestoneFactory(tenure=tenure, key=f"{kind}-{when}".lower().strip("[]~?."), kind=kind, date=when)


def make_heads(designation="2018-01-01/..", mission=None, embassy=None, **fields) -> tuple[Office, Office]:
    """The ambassador's office, and the office of head of mission that goes with it while the embassy is designated."""
    embassy = EmbassyFactory(publication="published", **(embassy or {}))
    mission = MissionFactory(publication="published", **(mission or {}))
    ambassador = make_office(embassy=embassy, heads_post=True)
    head = make_office(mission=mission, heads_post=True, **fields)
    DesignationFactory(publication="published", mission=mission, embassy=embassy, period=designation)
    return ambassador, head


#: The shapes of the tenures of a register for which anything may be true, and the days on which it is asked.
ANY_PERIODS = (
    *("2001-03-01/2002", "2002/2004-05", "2001/[2003..2005]", "2005-01-01/2027-07-07", "2002/2027", "2003", "2027/.."),
    *("2001-03-01/", "2002/", "[2003..2005]/", "2005-01-01/", "/2002", "/2004-05", "/2027-07-07", ""),
    *("2001-03-01/..", "2004-05/..", "2025-12-01/..", "/..", "../2002", "../"),
)
ANY_DAYS = (*(date(year, month, 3) for year in range(2000, 2008) for month in (2, 6, 11)), TODAY, date(2028, 1, 1))


def make_any_register(chance: Random) -> None:
    """Offices with tenures of every shape, of people who hold two of them, one by virtue of another."""
    everybody = [
        PersonFactory(key=f"p{number}", publication="published", death=chance.choice(["", "2006"]))
        for number in range(6)
    ]
    mission = MissionFactory(publication="published", period=chance.choice(["", "2001-06-01/.."]))
    embassy = EmbassyFactory(publication="published")
    DesignationFactory(mission=mission, embassy=embassy, period="2002-02-02/..", publication="published")
    posts = [{"mission": mission}, {"embassy": embassy}, {}, {}, {}]
    for number, post in enumerate(posts):
        office = make_office(
            key=f"o{number}",
            heads_post=bool(post),
            single_holder=bool(number % 3),
            period=chance.choice(["", "2001-06-01/..", "2002/2004"]),
            coverage=chance.choice(["", "2001/2027"]),
            checked_on=chance.choice([None, date(2025, 9, 9)]),
            **post,
        )
        for place in range(4):
            tenure = TenureFactory(
                key=f"t{number}-{place}",
                office=office,
                person=chance.choice(everybody),
                period=chance.choice(ANY_PERIODS),
                acting=chance.choice([False, False, True]),
                publication="published",
            )
            if chance.random() < 0.3:
                MilestoneFactory(tenure=tenure, kind=chance.choice(["seen", "appointed", "ended"]), date="2003-03-03")
