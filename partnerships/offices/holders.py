"""Who held an office on a day, in their own right or by virtue of another office.

The ambassador of a designated embassy is thereby head of the mission. That is computed at
each question, never stored: the holders of the mission's own office are its own tenures,
joined with those of the head of the designated post, for the days of the designation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from partnerships import dates
from partnerships.dates import Certainty
from partnerships.models import Citation, Designation, Mission, Office, Publication, Tenure
from partnerships.models.base import Covered

from .answer import Answer, ByVirtueOf, Holder
from .spans import services

Found = list[tuple[Certainty, Holder]]


@dataclass(frozen=True)
class Finding:
    """Those who held an office on a day, how surely, and whether the tenures leave it open who else did."""

    found: Found
    open: bool = False


def holders(office: Office, on: date, *, today: date | None = None) -> Answer:
    """Return who held `office` on the day `on`; only published records are asked.

    `today` is the day until which what is still going on is certain (asked for if not given).
    """
    today = today or dates.today()
    own, derived = _own(office, on, today), _derived(office, on, today, frozenset({office.pk}))
    found = _merge(own.found, derived.found)
    certain = _each_once([holder for certainty, holder in found if certainty is Certainty.CERTAINLY])
    surely = {holder.person.pk for holder in certain}
    possible = _each_once(
        [holder for certainty, holder in found if certainty is Certainty.POSSIBLY and holder.person.pk not in surely]
    )
    if not certain and not _existed(office, on):
        return Answer(office, on, known=True, exists=False)
    if certain and office.single_holder:
        known = True
    else:
        known = not possible and not own.open and not derived.open and _is_covered(office, on, today)
    return Answer(office, on, certain, possible, known)


def _each_once(holders: list[Holder]) -> list[Holder]:
    """Return one holder for each tenure: two designations that meet on a day give it twice."""
    return list({holder.tenure.pk: holder for holder in reversed(holders)}.values())[::-1]


def _existed(office: Office, on: date) -> bool:
    return all(each.start_earliest <= on <= each.end_latest for each in (office, *_headed_mission(office)))


def _headed_mission(office: Office) -> list[Mission]:
    """Return the mission that the holder of `office` heads: without it there is no such office."""
    return [office.mission] if office.heads_post and office.mission is not None else []


def _is_covered(office: Office, on: date, today: date) -> bool:
    return any(_covers(each, on, today) for each in (office, *_headed_mission(office)))


def _covers(record: Covered, on: date, today: date) -> bool:
    """Whether the register has looked at `on`: nothing is known of days after it last did."""
    if not record.coverage or on > min(record.checked_on or today, today):
        return False
    return dates.contains(dates.parse_period(record.coverage), on, today=today) is Certainty.CERTAINLY


def _own(office: Office, on: date, today: date) -> Finding:
    tenures = published_tenures(office.tenures.all())
    running = services(tenures, single_holder=office.single_holder, today=today)
    found = [(one.on(on), _holder(one.tenure)) for one in running]
    held = [(certainty, holder) for certainty, holder in found if certainty is not Certainty.NOT]
    return Finding(held, any(one.leaves_open(on) for one in running))


def published_tenures(tenures: QuerySet[Tenure]) -> QuerySet[Tenure]:
    """Return the tenures that the public may see, with what an answer says of them."""
    citations = Citation.objects.published().select_related("source")
    return (
        tenures.filter(publication=Publication.PUBLISHED, person__publication=Publication.PUBLISHED)
        .select_related("person", "office")
        .prefetch_related("milestones", Prefetch("citations", queryset=citations))
        .order_by("start_earliest", "start_latest", "key")
    )


def _holder(tenure: Tenure) -> Holder:
    return Holder(tenure.person, tenure, tenure.acting, None, tuple(tenure.citations.all()))


def _derived(office: Office, on: date, today: date, asked: frozenset[int]) -> Finding:
    """Return those who hold `office` because their post serves as its mission."""
    if not (office.mission_id and office.heads_post):
        return Finding([])
    several = []
    for designation in _designations(office, on):
        in_force = dates.contains(dates.parse_period(designation.period or "/"), on, today=today)
        if in_force is not Certainty.NOT:
            several.append(_through(designation, in_force, on, today, asked))
    return _together(several)


def _together(several: list[Finding]) -> Finding:
    return Finding([each for one in several for each in one.found], any(one.open for one in several))


def _designations(office: Office, on: date) -> Iterable[Designation]:
    citations = Citation.objects.published().select_related("source")
    return (
        Designation.objects.published()
        .filter(mission_id=office.mission_id, start_earliest__lte=on, end_latest__gte=on)
        .select_related("decision", "embassy", "serving_mission")
        .prefetch_related(
            Prefetch("citations", queryset=citations), Prefetch("decision__citations", queryset=citations)
        )
        .order_by("start_earliest", "key")
    )


def _through(designation: Designation, in_force: Certainty, on: date, today: date, asked: frozenset[int]) -> Finding:
    several = []
    for head in designation.post.offices.published().filter(heads_post=True).exclude(pk__in=asked).order_by("key"):
        if not _existed(head, on):
            continue
        own, derived = _own(head, on, today), _derived(head, on, today, asked | {head.pk})
        found = [
            (_weaker(certainty, in_force), _by_virtue_of(holder, designation, head))
            for certainty, holder in _merge(own.found, derived.found)
        ]
        several.append(Finding(found, own.open or derived.open))
    return _together(several)


def _by_virtue_of(holder: Holder, designation: Designation, head: Office) -> Holder:
    decision = designation.decision
    if decision is not None and decision.publication != Publication.PUBLISHED:
        decision = None
    grounds = [*holder.citations, *designation.citations.all(), *(decision.citations.all() if decision else [])]
    return Holder(holder.person, holder.tenure, holder.acting, ByVirtueOf(designation, head, decision), tuple(grounds))


def _weaker(one: Certainty, other: Certainty) -> Certainty:
    return one if one is other else Certainty.POSSIBLY


def _merge(own: Found, derived: Found) -> Found:
    """An own certain holder removes derived ones; an own possible one makes them possible."""
    if any(certainty is Certainty.CERTAINLY for certainty, _ in own):
        return own
    if own:
        derived = [(Certainty.POSSIBLY, holder) for _, holder in derived]
    return own + derived
