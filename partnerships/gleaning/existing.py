"""What a document tells that the register holds already: it is cited there, not written a second time."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from partnerships import models

from .days import span
from .proposals import Document, Proposal, ProposedFact
from .vocabulary import Known


def find_existing(document: Document) -> None:
    """Mark each proposal whose like stands in the register, withdrawn records aside."""
    for proposal in document.proposals:
        proposal.existing = existing(proposal)
        if proposal.owner and proposal.kind == "meeting":
            visit = document.proposals[proposal.owner - 1]
            proposal.existing = visit.existing and (_meeting_at(visit.existing, proposal) or proposal.existing)


def existing(proposal: Proposal) -> Known | None:
    """Return the record that says what `proposal` says, or None."""
    like = _LIKE.get(proposal.kind, lambda _: None)(proposal)
    record = like.exclude(publication=models.Publication.WITHDRAWN).order_by("pk").first() if like is not None else None
    return Known(proposal.kind, record.key) if record else None


def source_at(address: str, heading: str) -> models.Source | None:
    """Return the source of this address or, where none is given, of this very title."""
    if address:
        return models.Source.objects.filter(Q(url=address) | Q(archive_url=address)).order_by("pk").first()
    titles = Q(title_fr=heading) | Q(title_en=heading) | Q(original_title=heading)
    return models.Source.objects.filter(titles).order_by("pk").first() if heading else None


def _keys(facts: list[ProposedFact]) -> list[str]:
    return [fact.known.key for fact in facts if fact.known]


def _overlapping(fact: ProposedFact, first: str, last: str) -> Q:
    earliest, latest = span(fact.value)
    return Q(**{f"{first}__lte": latest, f"{last}__gte": earliest})


def _decision(proposal: Proposal) -> QuerySet | None:
    day = proposal.first("date")
    if day is None:
        return None
    found = models.Decision.objects.filter(_overlapping(day, "date_earliest", "date_latest"))
    if proposal.variant == "all_partners":
        return found.filter(scope=models.Decision.Scope.ALL_PARTNERS)
    return found.filter(Q(partners__state__key__in=_keys(proposal.of("partners"))))


def _agreement(proposal: Proposal) -> QuerySet | None:
    day = proposal.first("date")
    if day is None:
        return None
    found = models.Agreement.objects.filter(_overlapping(day, "date_earliest", "date_latest"))
    return found.filter(partners__state__key__in=_keys(proposal.of("partners")))


def _designation(proposal: Proposal) -> QuerySet | None:
    state, receiving, body = (_keys(proposal.of(name)) for name in ("state", "receiving_state", "organization"))
    return models.Designation.objects.filter(
        mission__state__key__in=state, mission__organization__key__in=body, embassy__receiving_state__key__in=receiving
    )


def _visit(proposal: Proposal) -> QuerySet | None:
    period = proposal.first("period")
    if period is None:
        return None
    found = models.Visit.objects.filter(_overlapping(period, "start_earliest", "end_latest"))
    stops = _keys(proposal.of("stop"))
    where = Q(stops__place__key__in=stops) | Q(stops__state__key__in=stops) | Q(stops__place__state__key__in=stops)
    return found.filter(where)


def _meeting(proposal: Proposal) -> QuerySet | None:
    day, people = proposal.first("date"), _keys(proposal.of("interlocutor", "visitor"))
    if day is None or not people:
        return None
    found = models.Meeting.objects.filter(_overlapping(day, "date_earliest", "date_latest"))
    found = found.filter(participations__person__key__in=people)
    # On one day of a visit one meets several people: the meeting is the one of all who are named.
    of_all = found.filter(kind=proposal.variant) if proposal.variant else found
    for key in people:
        of_all = of_all.filter(
            Q(participations__person__key=key)
            | Q(stop__visit__participations__person__key=key)
            | Q(visit__participations__person__key=key)
        )
    return found.filter(models.Meeting.BY_ITSELF | Q(pk__in=of_all.values("pk"))).distinct()


def _meeting_at(visit: Known, proposal: Proposal) -> Known | None:
    people = _keys(proposal.of("interlocutor"))
    of_visit = models.Meeting.objects.filter(Q(stop__visit__key=visit.key) | Q(visit__key=visit.key))
    found = of_visit.filter(participations__person__key__in=people, kind=proposal.variant).order_by("pk").first()
    return Known("meeting", found.key) if found else None


def _posting(proposal: Proposal) -> QuerySet | None:
    states, bodies = _keys(proposal.of("state")), _keys(proposal.of("organization"))
    return models.Posting.objects.filter(state__key__in=states, organization__key__in=bodies)


def _tenure(proposal: Proposal) -> QuerySet | None:
    people, offices = _keys(proposal.of("person")), _keys(proposal.of("office"))
    return models.Tenure.objects.filter(person__key__in=people, office__key__in=offices)


_LIKE: dict[str, Callable[[Proposal], QuerySet | None]] = {
    "decision": _decision,
    "agreement": _agreement,
    "designation": _designation,
    "visit": _visit,
    "meeting": _meeting,
    "posting": _posting,
    "tenure": _tenure,
}
