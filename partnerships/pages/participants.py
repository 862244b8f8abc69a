"""Who took part in a visit, in a meeting or in a signature, and in what capacity."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from partnerships.models import Meeting, Milestone, Participation, Progress, Record, Tenure, Visit
from partnerships.offices import Days as CertainDays
from partnerships.offices import served
from partnerships.records import kept_rows
from partnerships.records.progress import progress
from partnerships.records.titles import Days
from partnerships.records.visibility import is_public, public

#: The tenures of people, by their number, each with the days on which it certainly ran.
Running = dict[int, list[tuple[Tenure, "CertainDays"]]]

PARTICIPANTS = ("person", "office", "state", "organization")


@dataclass
class Participant:
    """Somebody who took part, with the office held on that day."""

    participation: Participation
    offices: list = field(default_factory=list)

    @property
    def named(self) -> list:
        """The person and the offices, else the State and the organisation, as far as the public may see them."""
        one = self.participation
        whence = () if is_public(one.person) and self.offices else (one.state, one.organization)
        found = (one.person, *self.offices, *whence)
        return [record for record in found if is_public(record)]


#: What tells whom a visit met.
MET_PATHS = tuple(
    f"{path}participations.{name}" for path in ("", "meetings.", "stops.meetings.") for name in PARTICIPANTS
)


def met_on(visit: Visit) -> list[Record]:
    """Return those whom a visit met, each once: those at its meetings, and on it as a whole, who did not travel.

    Where no person is named, the offices, States and organisations.
    """
    of_stops = [meeting for stop in visit.stops.all() for meeting in stop.meetings.all()]
    held = [one for one in (*visit.meetings.all(), *of_stops) if shares_fate(one, visit)]
    everybody = [one for record in (visit, *held) for one in record.participations.all()]
    travelled = {one.person_id for one in everybody if one.role == Participation.Role.VISITOR}
    met = [
        one
        for one in everybody
        if one.role != Participation.Role.VISITOR and (one.person_id is None or one.person_id not in travelled)
    ]
    people = public(one.person for one in met if one.person is not None)
    others = [one.office or one.state or one.organization for one in met if one.person_id is None]
    return list(dict.fromkeys(people or public(one for one in others if one is not None)))


def shares_fate(meeting: Meeting, visit: Visit) -> bool:
    """Whether a meeting is told with its visit: one that was called off is no part of what was held, or is planned."""
    return visit.status == Progress.CANCELLED or progress(meeting) == visit.status


def participants(record: Record, span: Days) -> list[Participant]:
    """Return those who took part in `record`, of a kind that has participants, each as of the days of `span`."""
    kept_rows.beside([record], [f"participations.{name}" for name in PARTICIPANTS])
    found: list[Participation] = list(record.participations.all())  # pyright: ignore[reportAttributeAccessIssue]
    tenures = tenures_of(found)
    return [Participant(one, offices_certainly_held(one, span, tenures)) for one in found]


def attach_participants(meetings: Iterable[Meeting]) -> None:
    """Give each meeting its participants; however many meetings there are, in one query."""
    tenures = tenures_of([one for meeting in meetings for one in meeting.participations.all()])
    for meeting in meetings:
        span = meeting.date_earliest, meeting.date_latest
        found = [Participant(one, offices_certainly_held(one, span, tenures)) for one in meeting.participations.all()]
        meeting.participants = found  # pyright: ignore[reportAttributeAccessIssue]


def tenures_of(participations: Iterable[Participation]) -> Running:
    """Return the published tenures of the people who took part, by person, each with its certain days."""
    people = {one.person_id for one in participations if one.person_id and not one.office_id}
    if not people:
        return {}
    found = Tenure.objects.published().filter(person__in=people, never_served=False)
    certain = served(found)
    by_person: Running = {}
    for tenure in kept_rows.loaded(found.order_by("start_earliest", "key"), ("office", "milestones")):
        by_person.setdefault(tenure.person_id, []).append((tenure, certain[tenure.pk]))
    return by_person


def offices_certainly_held(participation: Participation, span: Days, tenures: Running) -> list:
    """Return the offices that somebody certainly held on the days of `span`."""
    if participation.office_id or participation.person_id is None:
        return [participation.office] if is_public(participation.office) else []
    several = tenures.get(participation.person_id, [])
    running = [tenure for tenure, certain in several if certainly_ran(tenure, certain, span)]
    return [tenure.office for tenure in running if is_public(tenure.office)]


def certainly_ran(tenure: Tenure, certain: CertainDays, span: Days) -> bool:
    """Whether a tenure ran on every day of `span`, or a source shows the person in office on it."""
    if all(day in certain for day in span):
        return True
    return any(
        milestone.kind == Milestone.Kind.SEEN and (milestone.date_earliest, milestone.date_latest) == span
        for milestone in tenure.milestones.all()
    )
