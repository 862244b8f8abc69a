"""Officers placed at a body, practical cooperation and counts, in a document."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_value, fixture_line, link_to, links_to, named_keys, overlapping, partners_of
from ..proposals import Proposal
from ..wording import Words


def _posting_like(proposal: Proposal) -> RecordQuerySet | None:
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


def _activity_like(proposal: Proposal) -> RecordQuerySet | None:
    places, helped = named_keys(proposal.of("place")), named_keys(proposal.of("beneficiary"))
    areas = [] if places or helped else named_keys(proposal.of("areas"))
    about = Q(place__key__in=places) | Q(beneficiaries__state__key__in=helped) | Q(areas__key__in=areas)
    return models.Activity.objects.filter(
        about, partners__state__key__in=named_keys(proposal.of("partners"))
    ).distinct()


def _activity_title(words: Words) -> str:
    return _("Cooperation: %(what)s") % {"what": words.names("place", "beneficiary") or words.names("areas")}


def _activity_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    titles = work.titled(proposal)
    key = work.key("activity", *named_keys(kept.of("partners")), titles.get("title_en") or titles.get("title_fr") or "")
    work.keys[proposal.number] = key
    place = kept.first("place")
    if place and place.known is None:
        yield from work.unknown_place(place)
    yield fixture_line(
        "activity",
        key=key,
        period=first_value(kept, "period"),
        partners=partners_of(kept),
        organization=link_to(kept, "organization"),
        areas=links_to(kept, "areas"),
        place=[place.known.key if place.known else work.places[place.value]] if place else None,
        **titles,
    )
    for state in named_keys(kept.of("beneficiary")):
        yield fixture_line("beneficiary", key=state, activity=[key], state=[state])


def _statement_like(proposal: Proposal) -> RecordQuerySet | None:
    day, count = proposal.first("date"), first_value(proposal, "count")
    if day is None or not count:
        return None
    alike = models.Statement.objects.filter(count=int(count), qualifier=first_value(proposal, "qualifier"))
    return alike.filter(overlapping(day, "date_earliest", "date_latest"))


def _statement_text(words: Words) -> str:
    """Return a count as a sentence of its own, made from what it counts."""
    qualifier = first_value(words.proposal, "qualifier")
    said = {
        "count": first_value(words.proposal, "count"),
        "body": words.with_article("organization"),
        "day": words.day("date"),
    }
    sentences = {
        "more_than": _("On %(day)s, more than %(count)s partners had opened a mission to %(body)s."),
        "less_than": _("On %(day)s, fewer than %(count)s partners had opened a mission to %(body)s."),
        "about": _("On %(day)s, about %(count)s partners had opened a mission to %(body)s."),
        "exactly": _("On %(day)s, %(count)s partners had opened a mission to %(body)s."),
    }
    return sentences[qualifier] % said if qualifier and said["day"] and said["body"] else ""


def _statement_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    texts = {name.replace("title", "text"): text for name, text in work.titled(proposal).items()}
    day, decision = first_value(kept, "date"), work.keys.get(proposal.owner or 0)
    count = kept.first("count")
    key = work.key("statement", day, texts.get("text_en") or texts.get("text_fr") or "")
    work.keys[proposal.number] = key
    yield fixture_line(
        "statement",
        key=key,
        date=day,
        count=int(count.value) if count else None,
        qualifier=first_value(kept, "qualifier"),
        organizations=links_to(kept, "organization"),
        decisions=[[decision]] if decision else None,
        **texts,
    )


ACTIVITY = Gleaned(_activity_like, _activity_lines, _activity_title)
STATEMENT = Gleaned(_statement_like, _statement_lines, _statement_text)
POSTING = Gleaned(_posting_like, _posting_lines, _posting_title)
