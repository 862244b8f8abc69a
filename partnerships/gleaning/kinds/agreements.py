"""Agreements in a document: their like in the register, what they are called, their drafts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_value, fixture_line, link_to, links_to, named_keys, overlapping, partners_of
from ..proposals import Proposal
from ..wording import Words


def _agreement_like(proposal: Proposal) -> RecordQuerySet | None:
    day, found = proposal.first("date"), models.Agreement.objects.all()
    if day is None:
        # Without a day, it is the one of that kind that the same people signed.
        people = named_keys(proposal.of("signatory"))
        found = found.filter(kind=proposal.variant)
        for key in people:
            found = found.filter(participations__person__key=key)
        if not people:
            return None
    else:
        found = found.filter(overlapping(day, "date_earliest", "date_latest"))
    return found.filter(partners__state__key__in=named_keys(proposal.of("partners")))


def _agreement_title(words: Words) -> str:
    kind = models.Agreement.Kind(words.proposal.variant).label
    return _("%(kind)s: %(parties)s") % {"kind": kind, "parties": words.names("partners", "organization")}


def _agreement_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    titles, day = work.titled(proposal), first_value(kept, "date")
    key = work.key("agreement", day, titles.get("title_en") or titles.get("title_fr") or "")
    work.keys[proposal.number] = key
    links = {
        "partners": partners_of(kept),
        "organization": link_to(kept, "organization"),
        "place": link_to(kept, "place"),
        "areas": links_to(kept, "areas"),
    }
    slugs = work.slugs("agreement", titles)
    period = first_value(kept, "period")
    yield fixture_line("agreement", key=key, date=day, period=period, kind=proposal.variant, **titles, **slugs, **links)
    yield from work.participants(kept, "agreement", key)


AGREEMENT = Gleaned(_agreement_like, _agreement_lines, _agreement_title)
