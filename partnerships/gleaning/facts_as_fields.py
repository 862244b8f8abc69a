"""The fields of a draft’s line in a fixture, from the facts of a proposal."""

from datetime import timedelta
from typing import Any

from django.db.models import Q

from partnerships import models
from partnerships.records.kinds import record_named

from .days import span
from .proposals import Proposal, ProposedFact
from .wording import post_names


def fixture_line(model: str, **fields: Any) -> dict[str, Any]:
    kept = {name: value for name, value in fields.items() if value not in (None, "", [])}
    return {"model": f"partnerships.{model}", "fields": kept}


def names_of_post(state: str, kind: str, key: str) -> dict[str, str]:
    """Return how the post of a State is called in another one, or at an organisation."""
    sender = record_named("state", state)
    return post_names(sender, record_named(kind, key)) if isinstance(sender, models.State) else {}


def first_value(proposal: Proposal, name: str) -> str:
    fact = proposal.first(name)
    return fact.value if fact else ""


def first_key(proposal: Proposal, name: str) -> str:
    fact = proposal.first(name)
    return fact.known.key if fact and fact.known else ""


def link_to(proposal: Proposal, name: str) -> list[str] | None:
    key = first_key(proposal, name)
    return [key] if key else None


def links_to(proposal: Proposal, name: str) -> list[list[str]]:
    return [[fact.known.key] for fact in proposal.of(name) if fact.known]


def partners_of(proposal: Proposal) -> list[list[str]]:
    """Return the partnerships of the States that the text names; a State without one is none."""
    states = [fact.known.key for fact in proposal.of("partners") if fact.known]
    found = models.Partner.objects.filter(state__key__in=states).not_withdrawn()
    return [[key] for key in found.order_by("key").values_list("key", flat=True)]


def one_day_of(period: str) -> str:
    """Return one unknown day of a visit: a meeting of which the text says no more took place within it."""
    if not period or "/" not in period:
        return period
    first, last = span(period)
    return f"[{first.isoformat()}..{last.isoformat()}]"


def named_keys(facts: list[ProposedFact]) -> list[str]:
    return [fact.known.key for fact in facts if fact.known]


def overlapping(fact: ProposedFact, first: str, last: str, *, shortly_before: int = 0) -> Q:
    """Return the condition that a date with these two bounds may be that of a fact.

    Of a fact that was so on some day or earlier, it is looked for so many days before, if `shortly_before` says so.
    """
    earliest, latest = span(fact.value)
    if shortly_before and fact.value.startswith("[.."):
        earliest = latest - timedelta(days=shortly_before)
    return Q(**{f"{first}__lte": latest, f"{last}__gte": earliest})
