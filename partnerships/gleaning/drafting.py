"""Accepted proposals as drafts: lines of a fixture, written by the one import, whole or not at all."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from partnerships import models
from partnerships.exchange import importing
from partnerships.exchange.accounts import Account, may_publish
from partnerships.exchange.importing import ImportOutcome
from partnerships.exchange.reading import read_files
from partnerships.models.base import LANGUAGES
from partnerships.records.key_words import joined, slug_of
from partnerships.records.keys import LONGEST, free, free_slug
from partnerships.records.kinds import KINDS, record_named, record_of

from .kept_facts import (
    first_key,
    first_value,
    fixture_line,
    link_to,
    links_to,
    names_of_post,
    one_day_of,
    partners_of,
)
from .proposals import Document, Proposal, ProposedFact
from .vocabulary import Known

#: How an import names the place where something is wrong, when it comes from a document.
DOCUMENT = "document"


@dataclass
class Accepted:
    """What somebody keeps of a document: proposals with the names of their facts, and texts as they were changed."""

    facts: dict[int, set[str]]
    titles: dict[int, dict[str, str]] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)


def draft(document: Document, accepted: Accepted, *, by: Account) -> ImportOutcome:
    """Write what was accepted as drafts that cite the document; what stands in the register already is cited there."""
    lines = list(_Drafting(document, accepted).lines())
    content = json.dumps(lines, ensure_ascii=False).encode()
    return importing.run(read_files([(DOCUMENT, content)]), by=by, apply=True)


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


class _Drafting:
    """The lines of one document's drafts, with keys that nothing in the register has."""

    def __init__(self, document: Document, accepted: Accepted) -> None:
        self.document, self.accepted = document, accepted
        self.keys: dict[int, str] = {}
        self.taken: set[tuple[str, str]] = set()
        self.people: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.stops: dict[int, list[str]] = {}
        self.source = ""

    def lines(self) -> Iterator[dict[str, Any]]:
        yield from self._source()
        for proposal in self.document.proposals:
            if proposal.number in self.accepted.facts:
                yield from self._proposal(proposal)

    def _proposal(self, proposal: Proposal) -> Iterator[dict[str, Any]]:
        kept = self._kept(proposal)
        if proposal.existing:
            self.keys[proposal.number] = proposal.existing.key
            yield self._citation(proposal.kind, proposal.existing.key, proposal)
            return
        if proposal.kind == "meeting" and proposal.owner is not None:
            yield from self._meeting_at_stop(proposal, kept)
            return
        yield from _MAKERS[proposal.kind](self, proposal, kept)
        if key := self.keys.get(proposal.number):
            yield self._citation(proposal.kind, key, proposal)

    def _kept(self, proposal: Proposal) -> Proposal:
        names = self.accepted.facts[proposal.number]
        facts = [fact for fact in proposal.facts if fact.name in names]
        return Proposal(proposal.number, proposal.kind, proposal.passages, facts, proposal.variant, proposal.owner)

    # Source and citations

    def _source(self) -> Iterator[dict[str, Any]]:
        texts = self.accepted.source
        if key := texts.get("key"):
            self.source = key
            return
        day = texts.get("date") or ""
        title = texts.get("title_en") or texts.get("title_fr") or texts.get("original_title") or ""
        words = (
            texts.get("publisher_en") or texts.get("publisher_fr") or "",
            day if day.count("-") == 2 else "",
            title,
        )
        self.source = self._key("source", *words)
        fields = {name: value for name, value in texts.items() if value}
        yield fixture_line("source", key=self.source, **fields, **self._slugs("source", texts))

    def _citation(self, kind: str, key: str, proposal: Proposal) -> dict[str, Any]:
        wanted = self.source[:70].strip("-")
        owner = {"key": wanted, kind: [key], "source": [self.source]}
        return fixture_line("citation", **owner, locator=self._locator(proposal))

    def _locator(self, proposal: Proposal) -> str:
        """Return the paragraph of the document on which a proposal rests, counted after its heading."""
        passages = [told.sentence for told in self.document.told]
        first = next((each for each in passages if each.text.strip() == proposal.passages[0]), None)
        number = first.paragraph - passages[0].paragraph if first else 0
        return f"§ {number}" if number else ""

    # Keys and addresses

    def _key(self, kind: str, *words: str) -> str:
        others = KINDS[kind].model._default_manager
        wanted = slug_of(joined(*words), LONGEST["record"]) or kind
        key = free(wanted, lambda key: (kind, key) in self.taken or others.filter(key=key).exists())
        self.taken.add((kind, key))
        return key

    def _slugs(self, kind: str, texts: Mapping[str, Any], name: str = "title") -> dict[str, str]:
        record = KINDS[kind].model()
        slugs = {code: free_slug(record, code, texts.get(f"{name}_{code}") or "") for code in LANGUAGES}
        return {f"slug_{code}": slug for code, slug in slugs.items() if slug}

    def _titled(self, proposal: Proposal) -> dict[str, str]:
        titles = self.accepted.titles.get(proposal.number, {})
        return {f"title_{language}": text for language, text in titles.items() if text}

    # The kinds

    def _decision(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        titles = self._titled(proposal)
        day = first_value(kept, "date")
        key = self._key("decision", day, titles.get("title_en") or titles.get("title_fr") or "")
        self.keys[proposal.number] = key
        scope = "all_partners" if proposal.variant == "all_partners" else "partners"
        slugs = self._slugs("decision", titles)
        links = {"body": link_to(kept, "body"), "partners": partners_of(kept), "areas": links_to(kept, "areas")}
        yield fixture_line("decision", key=key, date=day, scope=scope, **titles, **slugs, **links)

    def _agreement(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        titles, day = self._titled(proposal), first_value(kept, "date")
        key = self._key("agreement", day, titles.get("title_en") or titles.get("title_fr") or "")
        self.keys[proposal.number] = key
        links = {
            "partners": partners_of(kept),
            "organization": link_to(kept, "organization"),
            "place": link_to(kept, "place"),
            "areas": links_to(kept, "areas"),
        }
        slugs = self._slugs("agreement", titles)
        yield fixture_line("agreement", key=key, date=day, kind=proposal.variant, **titles, **slugs, **links)
        yield from self._participants(kept, "agreement", key)

    def _designation(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        state, receiving = first_key(kept, "state"), first_key(kept, "receiving_state")
        body = first_key(kept, "organization")
        if not (state and body):
            return
        mission = models.Mission.objects.filter(state__key=state, organization__key=body).order_by("pk").first()
        embassy = models.Embassy.objects.filter(state__key=state, receiving_state__key=receiving).order_by("pk").first()
        mission_key = mission.key if mission else self._key("mission", state, body)
        embassy_key = embassy.key if embassy else self._key("embassy", state, receiving)
        if mission is None:
            yield fixture_line(
                "mission",
                key=mission_key,
                state=[state],
                organization=[body],
                **names_of_post(state, "organization", body),
            )
        if embassy is None and receiving:
            named = names_of_post(state, "state", receiving)
            yield fixture_line("embassy", key=embassy_key, state=[state], receiving_state=[receiving], **named)
        day = first_value(self.document.proposals[(proposal.owner or 1) - 1], "date")
        key = self._key("designation", mission_key, day[:4])
        self.keys[proposal.number] = key
        decision = self.keys.get(proposal.owner or 0)
        links = {"mission": [mission_key], "embassy": [embassy_key] if receiving else None}
        yield fixture_line("designation", key=key, **links, decision=[decision] if decision else None)

    def _visit(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        titles, period = self._titled(proposal), first_value(kept, "period")
        key = self._key("visit", period.split("/")[0], titles.get("title_en") or titles.get("title_fr") or "")
        self.keys[proposal.number] = key
        links = {
            "partners": partners_of(kept),
            "organization": link_to(kept, "organization"),
            "areas": links_to(kept, "areas"),
        }
        status = proposal.variant or "held"
        slugs = self._slugs("visit", titles)
        yield fixture_line("visit", key=key, period=period, status=status, **titles, **slugs, **links)
        halts: list[Known] = []
        for fact in kept.of("stop"):
            if fact.known is None:
                yield from self._unknown_place(fact)
            halts.append(fact.known or Known("place", self.places[fact.value]))
        for position, where in enumerate(halts, start=1):
            self.stops.setdefault(proposal.number, []).append(where.key)
            yield fixture_line("stop", key=where.key, visit=[key], position=position, **{where.kind: [where.key]})
        yield from self._participants(kept, "visit", key)

    def _meeting(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        where = {
            "place": link_to(kept, "place"),
            "organization": link_to(kept, "organization"),
            "partners": partners_of(kept),
        }
        yield from self._meeting_with(proposal, kept, first_value(kept, "date"), where)

    def _meeting_at_stop(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        visit = self.keys.get(proposal.owner or 0)
        if visit is None:
            return
        owner = self.document.proposals[(proposal.owner or 1) - 1]
        stops = self.stops.get(owner.number) or self._stops_of(visit)
        place = first_key(kept, "place") or self.places.get(first_value(kept, "place"), "")
        # Where the text does not say at which of several stops they met, it was a meeting of the visit.
        stop = place if place in stops else stops[0] if len(stops) == 1 else ""
        where = {"stop": [visit, stop]} if stop else {"visit": [visit]}
        day = first_value(kept, "date") or one_day_of(first_value(owner, "period"))
        yield from self._meeting_with(proposal, kept, day, where)

    def _stops_of(self, visit: str) -> list[str]:
        return list(models.Stop.objects.filter(visit__key=visit).order_by("position").values_list("key", flat=True))

    def _meeting_with(
        self, proposal: Proposal, kept: Proposal, day: str, where: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        titles = self._titled(proposal)
        start = day.strip("[]").split("..")[0].split("/")[0]
        key = self._key("meeting", start, titles.get("title_en") or titles.get("title_fr") or proposal.variant)
        self.keys[proposal.number] = key
        yield fixture_line(
            "meeting",
            key=key,
            date=day,
            kind=proposal.variant or "talks",
            **titles,
            **where,
            areas=links_to(kept, "areas"),
        )
        yield from self._participants(kept, "meeting", key)

    def _posting(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        titles, state, body = self._titled(proposal), link_to(kept, "state"), link_to(kept, "organization")
        key = self._key("posting", *(state or []), *(body or []), "liaison")
        self.keys[proposal.number] = key
        yield fixture_line(
            "posting",
            key=key,
            kind="liaison",
            state=state,
            organization=body,
            period=first_value(kept, "period"),
            **titles,
        )

    def _tenure(self, proposal: Proposal, kept: Proposal) -> Iterator[dict[str, Any]]:
        person, office = kept.first("person"), link_to(kept, "office")
        if person is None or office is None:
            return
        yield from self._unknown(person)
        day = first_value(kept, "milestone")
        key = self._key("tenure", self._person(person), *office, day[:4])
        self.keys[proposal.number] = key
        yield fixture_line("tenure", key=key, person=[self._person(person)], office=office)
        if day:
            kind = proposal.variant
            yield fixture_line("milestone", key=kind, tenure=[key], kind=kind, date=day)

    # People

    def _participants(self, kept: Proposal, owner: str, key: str) -> Iterator[dict[str, Any]]:
        for position, fact in enumerate(kept.of("visitor", "interlocutor", "signatory"), start=1):
            yield from self._unknown(fact)
            role = "speaker" if kept.variant == "press_conference" else fact.field
            styled = {f"styled_{self.document.language}": fact.styled or None}
            person = self._person(fact)
            common = {"position": position, "role": role, "person": [person], **styled}
            yield fixture_line("participation", key=person[:80], **{owner: [key]}, **common)

    def _person(self, fact: ProposedFact) -> str:
        return fact.known.key if fact.known else self.people[fact.value]

    def _unknown(self, fact: ProposedFact) -> Iterator[dict[str, Any]]:
        """Draft somebody whom the register does not know: under the name that the text gives, and nothing more."""
        if fact.known or fact.value in self.people:
            return
        key = self._key("person", fact.value)
        self.people[fact.value] = key
        name = {"name_fr": fact.value, "name_en": fact.value}
        slugs = self._slugs("person", name, "name")
        yield fixture_line("person", key=key, name=fact.value, **slugs)
        yield self._citation("person", key, Proposal(0, "person", [""]))

    def _unknown_place(self, fact: ProposedFact) -> Iterator[dict[str, Any]]:
        """Draft a place that the register does not know: under the name that the text gives, in its language."""
        if fact.value in self.places:
            return
        key = self.places[fact.value] = self._key("place", fact.value)
        name = {f"name_{self.document.language}": fact.value}
        yield fixture_line("place", key=key, **name, **self._slugs("place", name, "name"))
        yield self._citation("place", key, Proposal(0, "place", [""]))


_MAKERS = {
    "decision": _Drafting._decision,
    "agreement": _Drafting._agreement,
    "designation": _Drafting._designation,
    "visit": _Drafting._visit,
    "meeting": _Drafting._meeting,
    "posting": _Drafting._posting,
    "tenure": _Drafting._tenure,
}
