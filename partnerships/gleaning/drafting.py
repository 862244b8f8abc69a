"""Accepted proposals as drafts: lines of a fixture, written by the one import, whole or not at all."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import override

from partnerships import inflection, models
from partnerships.exchange import importing
from partnerships.exchange.answerable import Account, may_publish
from partnerships.exchange.importing import ImportOutcome
from partnerships.exchange.reading import read_files
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import record_named, record_of

from .draft_lines import Accepted, DraftLines
from .facts_as_fields import one_day_of
from .kinds import GLEANED
from .proposals import Document, Proposal
from .wording import Records, Words

#: How an import names the place where something is wrong, when it comes from a document.
DOCUMENT = "document"


def draft(document: Document, accepted: Accepted, *, by: Account) -> ImportOutcome:
    """Write what was accepted as drafts that cite the document; what stands in the register already is cited there."""
    lines = list(_lines(DraftLines(document, accepted)))
    content = json.dumps(lines, ensure_ascii=False).encode()
    return importing.run(read_files([(DOCUMENT, content)]), by=by, apply=True)


def offer_days_of_visits(document: Document) -> None:
    """Offer, of a meeting of a visit of which the text gives no day, that it was on one of the days of the visit."""
    for proposal in document.proposals:
        visit = document.proposals[proposal.owner - 1] if proposal.owner and proposal.kind == "meeting" else None
        period = visit.first("period") if visit else None
        if period and not proposal.first("date"):
            proposal.facts.insert(0, replace(period, field="date", value=one_day_of(period.value)))


def may_draft(proposal: Proposal, document: Document, source: models.Source | None, by: Account) -> bool:
    """Whether accepting `proposal` changes drafts only, or what `by` may change.

    What is public changes by a reviewer's hand, and names no source that is not public.
    """
    owner = document.proposals[proposal.owner - 1] if proposal.owner else None
    touched = [
        each.existing for each in (proposal, owner) if each and each.existing and each.kind in ("visit", proposal.kind)
    ]
    records = [record_named(known.kind, known.key) for known in touched]
    wholes = [record_of(record) for record in records if record]
    public = [whole for whole in wholes if whole and whole.publication == models.Publication.PUBLISHED]
    return not public or (may_publish(by) and source is not None and source.publication == models.Publication.PUBLISHED)


def draft_titles(proposal: Proposal, records: Records) -> dict[str, str]:
    """Return the title of a draft in each language; empty where the kind has none or too little is known."""
    made, title = {}, GLEANED[proposal.kind].title
    for language in LANGUAGES:
        with override(language):
            made[language] = inflection.opening(title(Words(proposal, records, language))) if title else ""
    return made


def _lines(work: DraftLines) -> Iterator[dict[str, Any]]:
    yield from work.source_lines()
    # What is part of another comes behind it.
    for proposal in sorted(work.document.proposals, key=lambda each: each.owner is not None):
        if proposal.number in work.accepted.facts:
            yield from _of_proposal(work, proposal)


def _of_proposal(work: DraftLines, proposal: Proposal) -> Iterator[dict[str, Any]]:
    """Yield the lines of one proposal; of a record that there is, and of a draft, a citation of the document."""
    if proposal.existing:
        work.keys[proposal.number] = proposal.existing.key
    else:
        yield from GLEANED[proposal.kind].lines(work, proposal, work.kept(proposal))
    # A meeting of a visit is a part of it, which cites what the visit does.
    is_part = proposal.kind == "meeting" and proposal.owner in work.keys and not proposal.existing
    if (key := work.keys.get(proposal.number)) and not is_part:
        yield work.citation(proposal.kind, key, proposal.passages[0])
