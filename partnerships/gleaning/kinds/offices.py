"""Who took an office, in a document."""

import re
from collections.abc import Iterator
from typing import Any

from partnerships import models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_value, fixture_line, link_to, named_keys
from ..proposals import Proposal

_YEAR = re.compile(r"\d{4}")


def _tenure_like(proposal: Proposal) -> RecordQuerySet | None:
    people, offices = named_keys(proposal.of("person")), named_keys(proposal.of("office"))
    return models.Tenure.objects.filter(person__key__in=people, office__key__in=offices)


def _tenure_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    person, office = kept.first("person"), link_to(kept, "office")
    if person is None or office is None:
        return
    yield from work.unknown(person)
    steps = {proposal.variant: first_value(kept, "milestone")} if proposal.variant else {}
    steps |= {fact.field: fact.value for fact in kept.facts if fact.field in models.Milestone.Kind.values}
    period = first_value(kept, "period")
    year = next(iter(_YEAR.findall(" ".join([*steps.values(), period]))), "")
    key = work.key("tenure", work.person(person), *office, year)
    work.keys[proposal.number] = key
    yield fixture_line("tenure", key=key, person=[work.person(person)], office=office, period=period)
    for kind, day in steps.items():
        if day:
            yield fixture_line("milestone", key=kind, tenure=[key], kind=kind, date=day)


TENURE = Gleaned(_tenure_like, _tenure_lines)
