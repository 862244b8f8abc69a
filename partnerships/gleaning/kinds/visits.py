"""Visits and meetings in a document: their like in the register, what they are called, their drafts."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from partnerships import models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import (
    first_key,
    first_value,
    fixture_line,
    link_to,
    links_to,
    named_keys,
    one_day_of,
    overlapping,
    partners_of,
)
from ..known_names import Known
from ..proposals import Proposal
from ..wording import Words

#: People who had met when a document was issued met so many days before, at most, for it to be the meeting known.
MONTH = 31


def _visit_like(proposal: Proposal) -> RecordQuerySet | None:
    period = proposal.first("period")
    if period is None:
        return None
    found = models.Visit.objects.filter(overlapping(period, "start_earliest", "end_latest"))
    stops = named_keys(proposal.of("stop"))
    where = Q(stops__place__key__in=stops) | Q(stops__state__key__in=stops) | Q(stops__place__state__key__in=stops)
    visitor = proposal.first("visitor")
    if visitor and not visitor.is_named:
        # Of whom nobody knows the name, no visit of somebody named is.
        found = found.exclude(participations__role="visitor", participations__person__isnull=False)
    elif visitor and visitor.known and visitor.known.kind == "person":
        # Whoever else is named as the visitor went there too, on a journey of their own.
        travelled = models.Participation.objects.filter(role="visitor", person__isnull=False, visit__isnull=False)
        themselves = travelled.filter(person__key=visitor.known.key)
        found = found.exclude(Q(pk__in=travelled.values("visit")) & ~Q(pk__in=themselves.values("visit")))
    if not stops:
        # Of a visit to a body the text names no stop: it is the one of the same visitor in those days.
        return found.filter(participations__person__key__in=named_keys(proposal.of("visitor")))
    return found.filter(where)


def _visit_title(words: Words) -> str:
    who, places = words.name("visitor"), words.names("stop") or words.name("organization")
    if not who:
        # A title as the text has it stands in one language, and bears no preposition.
        return _("Visit: %(places)s") % {"places": places}
    if not places:
        return _("Visit by %(person)s") % {"person": words.of(who)}
    return _("Visit by %(person)s: %(places)s") % {"person": words.of(who), "places": places}


def _visit_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    titles, period = work.titled(proposal), first_value(kept, "period")
    key = work.key("visit", period.split("/")[0], titles.get("title_en") or titles.get("title_fr") or "")
    work.keys[proposal.number] = key
    links = {
        "partners": partners_of(kept),
        "organization": link_to(kept, "organization"),
        "areas": links_to(kept, "areas"),
    }
    status = proposal.status or "held"
    slugs = work.slugs("visit", titles)
    yield fixture_line("visit", key=key, period=period, status=status, **titles, **slugs, **links)
    halts: list[Known] = []
    for fact in kept.of("stop"):
        if fact.known is None:
            yield from work.unknown_place(fact)
        halts.append(fact.known or Known("place", work.places[fact.value]))
    for position, where in enumerate(halts, start=1):
        work.stops.setdefault(proposal.number, []).append(where.key)
        yield fixture_line("stop", key=where.key, visit=[key], position=position, **{where.kind: [where.key]})
    yield from work.participants(kept, "visit", key)


def _meeting_like(proposal: Proposal) -> RecordQuerySet | None:
    present = proposal.of("host", "interlocutor", "visitor")
    people = named_keys([each for each in present if each.known and each.known.kind == "person"])
    day = proposal.first("date")
    if day is None:
        return None
    found = models.Meeting.objects.filter(overlapping(day, "date_earliest", "date_latest", shortly_before=MONTH))
    if not people:
        return _meeting_of_bodies_like(proposal, found)
    found = found.filter(participations__person__key__in=people)
    # On one day of a visit one meets several people: the meeting is the one of all who are named.
    # What a text calls talks, the register may have as a consultation or a ceremony, but as no call or council.
    others = {"press_conference", "call"}
    none = others if proposal.variant == "council" else {*others, "council"}
    of_all = found.filter(kind=proposal.variant) if proposal.variant in others else found.exclude(kind__in=none)
    for key in people:
        of_all = of_all.filter(
            Q(participations__person__key=key)
            | Q(stop__visit__participations__person__key=key)
            | Q(visit__participations__person__key=key)
        )
    found = found.filter(models.Meeting.BY_ITSELF | Q(pk__in=of_all.values("pk"))).distinct()
    if not all(each.is_named for each in present):
        # Of one of them the text gives no name: it is none of the meetings of those named with somebody else.
        others = models.Participation.objects.exclude(person__key__in=people).values("meeting")
        return found.exclude(pk__in=others.filter(meeting__isnull=False))
    return found


def _meeting_of_bodies_like(proposal: Proposal, found: RecordQuerySet) -> RecordQuerySet | None:
    """Return the meetings of the same kind of the same State and body, where a text names nobody who was there."""
    partners, bodies = named_keys(proposal.of("partners")), named_keys(proposal.of("organization"))
    if proposal.variant not in ("consultation", "council") or not (partners or bodies):
        return None
    found = found.filter(kind=proposal.variant)
    found = found.filter(partners__state__key__in=partners) if partners else found
    return (found.filter(organization__key__in=bodies) if bodies else found).distinct()


def _meeting_title(words: Words) -> str:
    others = () if words.proposal.owner else ("host", "visitor")
    names = words.names(*others, "interlocutor") or words.names("organization", "partners")
    if not names:
        return ""
    sentences = {
        "consultation": _("Consultations: %(people)s"),
        "council": _("Council meeting: %(people)s"),
        "press_conference": _("Press conference: %(people)s"),
        "call": _("Telephone call: %(people)s"),
        "ceremony": _("Ceremony: %(people)s"),
    }
    return sentences.get(words.proposal.variant, _("Talks: %(people)s")) % {"people": names}


def _meeting_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    if proposal.owner in work.keys:
        yield from _meeting_at_stop(work, proposal, kept)
        return
    if proposal.owner is not None and not first_value(kept, "date"):
        # Of a visit that is dropped there is no day left on which they met.
        return
    place = kept.first("place")
    if place and place.known is None:
        yield from work.unknown_place(place)
    where = {
        "place": [work.places[place.value]] if place and place.known is None else link_to(kept, "place"),
        "organization": link_to(kept, "organization"),
        "partners": partners_of(kept),
    }
    yield from _meeting_with(work, proposal, kept, first_value(kept, "date"), where)


def _meeting_at_stop(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    visit, owner = work.keys[proposal.owner or 0], work.document.proposals[(proposal.owner or 1) - 1]
    stops = work.stops.get(owner.number) or _stops_of(visit)
    place = first_key(kept, "place") or work.places.get(first_value(kept, "place"), "")
    # Where the text does not say at which of several stops they met, it was a meeting of the visit.
    stop = place if place in stops else stops[0] if len(stops) == 1 else ""
    where: dict[str, Any] = {"stop": [visit, stop]} if stop else {"visit": [visit]}
    # A day that was offered and is not kept is none.
    day = first_value(kept, "date") or ("" if proposal.first("date") else one_day_of(first_value(owner, "period")))
    where["organization"] = link_to(kept, "organization")
    yield from _meeting_with(work, proposal, kept, day, where)


def _stops_of(visit: str) -> list[str]:
    return list(models.Stop.objects.filter(visit__key=visit).order_by("position").values_list("key", flat=True))


def _meeting_with(
    work: DraftLines, proposal: Proposal, kept: Proposal, day: str, where: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    titles = work.titled(proposal)
    start = day.strip("[]").split("..")[0].split("/")[0]
    key = work.key("meeting", start, titles.get("title_en") or titles.get("title_fr") or proposal.variant)
    work.keys[proposal.number] = key
    yield fixture_line(
        "meeting",
        key=key,
        date=day,
        kind=proposal.variant or "talks",
        status=proposal.status,
        **titles,
        **where,
        areas=links_to(kept, "areas"),
    )
    yield from work.participants(kept, "meeting", key)


VISIT = Gleaned(_visit_like, _visit_lines, _visit_title)
MEETING = Gleaned(_meeting_like, _meeting_lines, _meeting_title)
