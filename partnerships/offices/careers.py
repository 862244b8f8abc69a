"""The offices that one person held: in their own right, and those held by virtue of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from partnerships.models import Designation, Office, Person, Publication
from partnerships.records import kept_rows
from partnerships.records.visibility import is_public

from .answer import SuccessionRow
from .certainty_expires import now
from .grounds import Bare
from .held_or_vacant import Course, Stretch, course_of
from .loading import BEHIND, headed_mission, load_dossier, published_tenures
from .loading_names import Cast
from .succession import make_row


@dataclass(frozen=True)
class Held:
    """An office that somebody held, with one row of its succession."""

    office: Office
    row: SuccessionRow


def career(person: Person, *, today: date) -> list[Held]:
    """Return the offices that `person` held, certainly or possibly, in the order of time."""
    clock = now(today)
    own = kept_rows.rows_where("of-a-person", Office, _offices_of, [person.pk], BEHIND)
    offices = [*own, *held_thereby(own)]
    dossier = load_dossier(offices, clock)
    found: list[tuple[Course, Stretch]] = []
    for office in offices:
        course = course_of(office, dossier)
        stretches = course.stretches()
        found += [(course, one) for one in stretches if one.claim and one.claim.tenure.person == person.pk]
    found.sort(key=lambda each: (each[1].days.first, each[0].office.key))
    cast = Cast(stretch.claim for _, stretch in found if stretch.claim)
    return [Held(course.office, make_row(stretch, cast, Bare(), course)) for course, stretch in found]


def _offices_of(people: list[int]) -> QuerySet[Office]:
    return Office.objects.published().filter(pk__in=published_tenures().filter(person__in=people).values("office"))


def held_thereby(offices: Iterable[Office]) -> list[Office]:
    """Return the offices that those who hold `offices` held, or hold, by virtue of them."""
    known = {office.pk for office in offices}
    found: list[Office] = []
    ahead = list(offices)
    while ahead:
        heads = [one for one in _thereby(ahead) if one.pk not in known]
        known |= {one.pk for one in heads}
        found += heads
        ahead = heads
    return found


def _thereby(offices: list[Office]) -> Iterable[Office]:
    """Return the heads of the missions as which the posts of `offices` serve: one step, two queries."""
    embassies = [one.embassy_id for one in offices if one.heads_post and is_public(one.embassy)]
    missions = [mission.pk for one in offices if (mission := headed_mission(one))]
    if not embassies and not missions:
        return []
    serving = Designation.objects.published().filter(Q(embassy__in=embassies) | Q(serving_mission__in=missions))
    heads = Office.objects.published().filter(heads_post=True, mission__publication=Publication.PUBLISHED)
    return kept_rows.loaded(heads.filter(mission__in=serving.values("mission")).order_by("key"), BEHIND)
