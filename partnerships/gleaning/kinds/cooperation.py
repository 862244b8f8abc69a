"""Officers placed at a body, in a document."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from partnerships import models

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_value, fixture_line, link_to, links_to, named_keys
from ..proposals import Proposal
from ..wording import Words


def _posting_like(proposal: Proposal) -> QuerySet | None:
    states, bodies = named_keys(proposal.of("state")), named_keys(proposal.of("organization"))
    return models.Posting.objects.filter(state__key__in=states, organization__key__in=bodies, kind=proposal.variant)


def _posting_title(words: Words) -> str:
    names = {"state": words.name("state"), "body": words.name("organization")}
    if words.proposal.variant == "staff":
        return _("Staff officers: %(state)s, %(body)s") % names
    return _("Liaison officers: %(state)s, %(body)s") % names


def _posting_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    titles, state, body = work.titled(proposal), link_to(kept, "state"), link_to(kept, "organization")
    key = work.key("posting", *(state or []), *(body or []), proposal.variant)
    work.keys[proposal.number] = key
    yield fixture_line(
        "posting",
        key=key,
        kind=proposal.variant,
        areas=links_to(kept, "areas"),
        state=state,
        organization=body,
        period=first_value(kept, "period"),
        **titles,
    )


POSTING = Gleaned(_posting_like, _posting_lines, _posting_title)
