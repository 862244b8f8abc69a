"""Who held an office on a day, in their own right or by virtue of another office.

The ambassador of a designated embassy is thereby head of the mission. That is computed at
each question, never stored: the holders of the mission's own office are its own tenures,
joined with those of the head of the designated post, for the days of the designation.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from partnerships import dates
from partnerships.dates import Certainty
from partnerships.models import Citation, Designation, Office, Publication, Tenure

from .answer import Answer, ByVirtueOf, Holder
from .spans import services

Found = list[tuple[Certainty, Holder]]


def holders(office: Office, on: date, *, today: date | None = None) -> Answer:
    """Return who held `office` on the day `on`; only published records are asked.

    `today` is the day until which what is still going on is certain (asked for if not given).
    """
    today = today or dates.today()
    found = _merge(_own(office, on, today), _derived(office, on, today, frozenset({office.pk})))
    certain = [holder for certainty, holder in found if certainty is Certainty.CERTAINLY]
    possible = [holder for certainty, holder in found if certainty is Certainty.POSSIBLY]
    if not certain and not _existed(office, on):
        return Answer(office, on, known=True, exists=False)
    return Answer(office, on, certain, possible, _is_known(office, on, certain, possible, today))


def _existed(office: Office, on: date) -> bool:
    return office.start_earliest <= on <= office.end_latest


def _is_known(office: Office, on: date, certain: list, possible: list, today: date) -> bool:
    if certain and office.single_holder:
        return True
    return not possible and _is_covered(office, on, today)


def _is_covered(office: Office, on: date, today: date) -> bool:
    if not office.coverage:
        return False
    last_checked = office.checked_on or today
    return dates.contains(dates.parse_period(office.coverage), on, today=last_checked) is Certainty.CERTAINLY


def _own(office: Office, on: date, today: date) -> Found:
    tenures = published_tenures(office.tenures.all())
    running = services(tenures, single_holder=office.single_holder, today=today)
    found = [(one.on(on), _holder(one.tenure)) for one in running]
    return [(certainty, holder) for certainty, holder in found if certainty is not Certainty.NOT]


def published_tenures(tenures: QuerySet[Tenure]) -> QuerySet[Tenure]:
    """Return the tenures that the public may see, with what an answer says of them."""
    citations = Citation.objects.filter(source__publication=Publication.PUBLISHED).select_related("source")
    return (
        tenures.filter(publication=Publication.PUBLISHED, person__publication=Publication.PUBLISHED)
        .select_related("person", "office")
        .prefetch_related("milestones", Prefetch("citations", queryset=citations))
        .order_by("start_earliest", "start_latest", "key")
    )


def _holder(tenure: Tenure) -> Holder:
    return Holder(tenure.person, tenure, tenure.acting, None, tuple(tenure.citations.all()))


def _derived(office: Office, on: date, today: date, asked: frozenset[int]) -> Found:
    """Return those who hold `office` because their post serves as its mission."""
    if not (office.mission_id and office.heads_post):
        return []
    found: Found = []
    for designation in _designations(office, on):
        in_force = dates.contains(dates.parse_period(designation.period or "/"), on, today=today)
        if in_force is not Certainty.NOT:
            found += _through(designation, in_force, on, today, asked)
    return found


def _designations(office: Office, on: date) -> Iterable[Designation]:
    citations = Citation.objects.filter(source__publication=Publication.PUBLISHED).select_related("source")
    return (
        Designation.objects.published()
        .filter(mission_id=office.mission_id, start_earliest__lte=on, end_latest__gte=on)
        .select_related("decision", "embassy", "serving_mission")
        .prefetch_related(
            Prefetch("citations", queryset=citations), Prefetch("decision__citations", queryset=citations)
        )
        .order_by("start_earliest", "key")
    )


def _through(designation: Designation, in_force: Certainty, on: date, today: date, asked: frozenset[int]) -> Found:
    found: Found = []
    for head in designation.post.offices.published().filter(heads_post=True).exclude(pk__in=asked).order_by("key"):
        if not _existed(head, on):
            continue
        chain = _merge(_own(head, on, today), _derived(head, on, today, asked | {head.pk}))
        found += [
            (_weaker(certainty, in_force), _by_virtue_of(holder, designation, head)) for certainty, holder in chain
        ]
    return found


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
