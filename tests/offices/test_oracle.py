"""The rules of who held an office, said once more in the plainest way, against the answers for any register.

The oracle knows days only: for each it asks each rule by itself. It leaves out what contradicts itself.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerships import dates
from partnerships.dates import EARLIEST, LATEST
from partnerships.offices.held_or_vacant import course_of

from .dossiers import dossier_of, dossier_of_two, make_office

#: For how many days a sign of service vouches for what is still going on, as the dossiers have it.
VOUCHED = timedelta(days=366)
TODAYS = (date(2005, 12, 1), date(2026, 2, 18))
SIDES = ("2001-03-01", "2002", "2003-07-09", "2004-05", "2005-01-01", "", "..")
SEEN = ("2001-06-06", "2002-08-08", "2003-09-09", "2005-02-02")


@dataclass
class Span:
    """The days from a first to a last one."""

    first: date
    last: date

    def __contains__(self, day):
        return self.first <= day <= self.last


@dataclass
class Service:
    """What one tenure says by itself."""

    key: str
    person: int
    start: Span | None
    end: Span | None
    always: bool
    goes_on: bool
    seen: list[date] = field(default_factory=list)
    source: date | None = None
    death: date | None = None
    today: date = TODAYS[0]

    @property
    def limit(self):
        return self.death or LATEST

    @property
    def signs(self):
        """The days on which something shows that the person was in office for certain."""
        exact = [side.first for side in (self.start, self.end) if side and side.first == side.last]
        return [*exact, *self.seen]

    @property
    def vouched(self):
        """Until when what is still going on is certain."""
        signs = [*self.seen, *([self.start.first] if self.start else []), *([self.source] if self.source else [])]
        return min(self.today, max(signs) + VOUCHED) if signs else EARLIEST

    @property
    def expired(self):
        return self.goes_on and self.vouched < self.today

    @property
    def certain(self):
        """From the latest start or first sign to the earliest end, the last sign, or as long as vouched."""
        first = self.start.last if self.start else EARLIEST if self.always else min(self._from, default=LATEST)
        last = (
            self.end.first
            if self.end
            else max([*self._until, *([self.vouched] if self.goes_on else [])], default=EARLIEST)
        )
        if self.death and not (self.end and self.end.first <= self.death):
            last = min(last, self.death)
        return Span(first, min(last, self.today))

    @property
    def _from(self):
        return [*self.seen, *([self.end.last] if self.end else [])]

    @property
    def _until(self):
        return [*self.seen, *([self.start.first] if self.start else [])]

    @property
    def known(self):
        """The first and the last day on which it possibly ran, as far as it tells itself."""
        points = [*self.seen, *(day for side in (self.start, self.end) if side for day in (side.first, side.last))]
        here = [max([self.today, *self.seen][1:] or ([self.source] if self.source else [self.today]))]
        points += here if self.goes_on and not self.start else []
        first = self.start.first if self.start else EARLIEST if self.always else min(points, default=LATEST)
        last = self.end.last if self.end else LATEST if self.goes_on else max(points, default=EARLIEST)
        return Span(first, last)


def possible(one, others):
    """The days on which it possibly ran: an unknown side reaches as far as the nearest certain days of another."""
    span = one.known
    if span.first > span.last:
        return Span(LATEST, EARLIEST)
    first, last = span.first, span.last
    certain = [Span(each.certain.first, min(each.certain.last, each.limit)) for each in others]
    certain = [each for each in certain if each.first <= each.last]
    if not one.start and not one.always:
        before = [min(each.last, span.first) for each in certain if each.first <= span.first]
        first = max(before, default=first)
    if (not one.end and not one.goes_on) or one.expired:
        known = span.last if span.last != LATEST else max(one.certain.last, span.first)
        after = [max(each.first, known) for each in certain if each.last >= known]
        last = min(after, default=last)
    return Span(first, min(last, one.limit))


def holds(office, day, services):
    """Who certainly and who possibly held an office on a day, in their own right."""
    surely, perhaps = set(), set()
    for one in services:
        others = [each for each in services if each is not one]
        if day in possible(one, others) and day in office:
            (surely if day in one.certain and day <= one.limit else perhaps).add(one.key)
    return surely, perhaps


def holds_thereby(office, day, own, ambassadors, designations, today):
    """Who held it in their own right or by virtue of a post: an own certain holder removes, a possible one weakens."""
    surely, perhaps = holds(office, day, own)
    by_post, perhaps_by_post = holds(Span(EARLIEST, LATEST), day, ambassadors)
    thereby, perhaps_thereby = set(), set()
    for certain, whole in designations:
        if day in whole and day in office:
            in_force = day in certain and day <= today
            thereby |= by_post if in_force else set()
            perhaps_thereby |= perhaps_by_post | (set() if in_force else by_post)
    if surely:
        return surely, perhaps
    if perhaps:
        return set(), perhaps | thereby | perhaps_thereby
    return thereby, perhaps_thereby - thereby


def side(notation):
    if notation in ("", ".."):
        return None
    moment = dates.parse_moment(notation)
    return Span(moment.earliest, moment.latest)


def service(number, given, today, office):
    first, _, last = given["period"].partition("/")
    return Service(
        key=f"tenure-{office * 100 + number}",
        person=given["person"],
        start=side(first),
        end=side(last),
        always=first == "..",
        goes_on=last == "..",
        seen=[date.fromisoformat(day) for _, day in given["steps"]],
        source=date.fromisoformat(given["source"]) if given["source"] else None,
        death=date.fromisoformat(given["death"]) if given["death"] else None,
        today=today,
    )


def is_sound(one):
    """Whether nothing that a tenure says contradicts anything else that it says."""
    first, last = one.start.last if one.start else EARLIEST, one.end.first if one.end else LATEST
    inside = all(first <= day <= last for day in one.seen)
    alive = one.death is None or all(day <= one.death for day in (*one.seen, *_days(one.start), *_days(one.end)))
    return inside and alive and first <= last


def _days(span):
    return (span.first, span.last) if span else ()


@st.composite
def periods(draw):
    first, last = draw(st.sampled_from(SIDES)), draw(st.sampled_from(SIDES))
    try:
        return dates.parse_period(f"{first}/{last}") and f"{first}/{last}"
    except dates.DateError:
        return f"{first}/"


def tenures(first_person):
    """Some tenures, each of another person."""
    one = st.fixed_dictionaries(
        {
            "period": periods(),
            "steps": st.lists(st.tuples(st.just("seen"), st.sampled_from(SEEN)), max_size=2, unique=True),
            "source": st.sampled_from(["", "2003-01-01", "2005-08-08"]),
            "death": st.sampled_from(["", "", "2004-12-12"]),
        }
    )
    several = st.lists(one, max_size=3)
    return several.map(lambda all_of: [{**each, "person": first_person + place} for place, each in enumerate(all_of)])


def days_to_ask(services, designations=()):
    bounds = {bound for one in services for bound in (*_days(one.certain), *_days(one.known), *one.seen)}
    bounds |= {bound for pair in designations for span in pair for bound in _days(span)}
    inside = {bound for bound in bounds if EARLIEST < bound < LATEST}
    return sorted({bound + timedelta(days=step) for bound in inside for step in (-1, 0, 1)})


def said(course, day):
    return (
        {claim.tenure.key for claim in course.certain_on(day)},
        {claim.tenure.key for claim in course.possible_on(day)},
    )


OFFICE = {"period": "", "coverage": "", "checked_on": None, "single_holder": True}


class TestHolders:
    @given(several=tenures(1), today=st.sampled_from(TODAYS))
    @settings(max_examples=200)
    def test_in_their_own_right(self, several, today):
        services = [service(number, one, today, 1) for number, one in enumerate(several)]
        assume(all(map(is_sound, services)))
        office = make_office(**OFFICE)
        course = course_of(office, dossier_of(office, several, today))
        for day in days_to_ask(services):
            assert said(course, day) == holds(Span(EARLIEST, LATEST), day, services), day

    @given(
        own=tenures(1),
        ambassadors=tenures(10),
        several=st.lists(periods(), min_size=1, max_size=2),
        today=st.sampled_from(TODAYS),
    )
    @settings(max_examples=200)
    def test_by_virtue_of_a_post(self, own, ambassadors, several, today):
        mine = [service(number, one, today, 1) for number, one in enumerate(own)]
        theirs = [service(number, one, today, 2) for number, one in enumerate(ambassadors)]
        assume(all(map(is_sound, [*mine, *theirs])))
        in_force = [designation(one) for one in several]
        course = course_of(*dossier_of_two(OFFICE, "", own, ambassadors, several, today))
        for day in days_to_ask([*mine, *theirs], in_force):
            expected = holds_thereby(Span(EARLIEST, LATEST), day, mine, theirs, in_force, today)
            assert said(course, day) == expected, day


def designation(period):
    """The days on which a designation certainly, and those on which it possibly was in force."""
    first, _, last = period.partition("/")
    when = dates.parse_period(period)
    certain = Span(EARLIEST if first == ".." else when.start_latest, LATEST if last == ".." else when.end_earliest)
    return certain, Span(when.start_earliest, when.end_latest)
