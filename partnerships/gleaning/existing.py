"""What a document tells that the register holds already: it is cited there, not written a second time."""

from django.db.models import Q

from partnerships import models

from .facts_as_fields import named_keys
from .kinds import GLEANED
from .proposals import Document, Proposal
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
    like = GLEANED[proposal.kind].like(proposal)
    record = like.exclude(publication=models.Publication.WITHDRAWN).order_by("pk").first() if like is not None else None
    return Known(proposal.kind, record.key) if record else None


def source_at(address: str, heading: str) -> models.Source | None:
    """Return the source of this address or, where none is given, of this very title."""
    if address:
        return models.Source.objects.filter(Q(url=address) | Q(archive_url=address)).order_by("pk").first()
    titles = Q(title_fr=heading) | Q(title_en=heading) | Q(original_title=heading)
    return models.Source.objects.filter(titles).order_by("pk").first() if heading else None


def _meeting_at(visit: Known, proposal: Proposal) -> Known | None:
    people = named_keys(proposal.of("interlocutor"))
    of_visit = models.Meeting.objects.filter(Q(stop__visit__key=visit.key) | Q(visit__key=visit.key))
    found = of_visit.filter(participations__person__key__in=people, kind=proposal.variant).order_by("pk").first()
    return Known("meeting", found.key) if found else None
