"""Missions that opened, and designations with the mission and the embassy of which they speak, in a document."""

from collections.abc import Iterator
from typing import Any

from partnerships import models
from partnerships.models.base import RecordQuerySet

from ..draft_lines import DraftLines, Gleaned
from ..facts_as_fields import first_key, first_value, fixture_line, link_to, named_keys, names_of_post
from ..proposals import Proposal


def _mission_like(proposal: Proposal) -> RecordQuerySet | None:
    state, body = (named_keys(proposal.of(name)) for name in ("state", "organization"))
    return models.Mission.objects.filter(state__key__in=state, organization__key__in=body)


def _mission_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    state, body = first_key(kept, "state"), first_key(kept, "organization")
    if not (state and body):
        return
    key = work.keys[proposal.number] = work.missions[state, body] = work.key("mission", state, body)
    links = {"state": [state], "organization": [body], "place": link_to(kept, "place")}
    named = names_of_post(state, "organization", body)
    yield fixture_line("mission", key=key, period=first_value(kept, "period"), **links, **named)


def _designation_like(proposal: Proposal) -> RecordQuerySet | None:
    state, receiving, body = (named_keys(proposal.of(name)) for name in ("state", "receiving_state", "organization"))
    return models.Designation.objects.filter(
        mission__state__key__in=state, mission__organization__key__in=body, embassy__receiving_state__key__in=receiving
    )


def _designation_lines(work: DraftLines, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
    state, receiving = first_key(kept, "state"), first_key(kept, "receiving_state")
    body = first_key(kept, "organization")
    if not (state and body):
        return
    mission = models.Mission.objects.filter(state__key=state, organization__key=body).order_by("pk").first()
    embassy = models.Embassy.objects.filter(state__key=state, receiving_state__key=receiving).order_by("pk").first()
    opened = work.missions.get((state, body))
    mission_key = mission.key if mission else opened or work.key("mission", state, body)
    embassy_key = embassy.key if embassy else work.key("embassy", state, receiving)
    if mission is None and opened is None:
        yield fixture_line(
            "mission",
            key=mission_key,
            state=[state],
            organization=[body],
            **names_of_post(state, "organization", body),
        )
        yield work.citation("mission", mission_key, proposal.passages[0])
    if embassy is None and receiving:
        named = names_of_post(state, "state", receiving)
        yield fixture_line("embassy", key=embassy_key, state=[state], receiving_state=[receiving], **named)
        yield work.citation("embassy", embassy_key, proposal.passages[0])
    day = first_value(work.document.proposals[(proposal.owner or 1) - 1], "date")
    key = work.key("designation", mission_key, day[:4])
    work.keys[proposal.number] = key
    decision = work.keys.get(proposal.owner or 0)
    links = {"mission": [mission_key], "embassy": [embassy_key] if receiving else None}
    yield fixture_line("designation", key=key, **links, decision=[decision] if decision else None)


MISSION = Gleaned(_mission_like, _mission_lines)
DESIGNATION = Gleaned(_designation_like, _designation_lines)
