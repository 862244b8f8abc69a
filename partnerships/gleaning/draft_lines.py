"""The lines of one document’s drafts, whatever their kind: its source, citations, keys, people and places."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from partnerships.models.base import LANGUAGES, RecordQuerySet
from partnerships.records.key_words import joined, slug_of
from partnerships.records.keys import LONGEST, free, free_slug
from partnerships.records.kinds import KINDS

from .facts_as_fields import fixture_line
from .proposals import Document, Proposal, ProposedFact
from .wording import Words

_LETTER = re.compile(r"[^\W\d_]")


@dataclass
class Accepted:
    """What somebody keeps of a document: proposals with the names of their facts, and texts as they were changed."""

    facts: dict[int, set[str]]
    titles: dict[int, dict[str, str]] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)


class DraftLines:
    """The lines of one document's drafts, with keys that nothing in the register has."""

    def __init__(self, document: Document, accepted: Accepted) -> None:
        self.document, self.accepted = document, accepted
        self.keys: dict[int, str] = {}
        self.taken: set[tuple[str, str]] = set()
        self.people: dict[str, str] = {}
        self.places: dict[str, str] = {}
        # The missions drafted, by the State and the body.
        self.missions: dict[tuple[str, str], str] = {}
        self.stops: dict[int, list[str]] = {}
        self.source = ""

    def kept(self, proposal: Proposal) -> Proposal:
        names = self.accepted.facts[proposal.number]
        facts = [fact for fact in proposal.facts if fact.name in names]
        return Proposal(
            proposal.number,
            proposal.kind,
            proposal.passages,
            facts,
            proposal.variant,
            proposal.owner,
            status=proposal.status,
        )

    # Source and citations

    def source_lines(self) -> Iterator[dict[str, Any]]:
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
        self.source = self.key("source", *words)
        fields = {name: value for name, value in texts.items() if value}
        yield fixture_line("source", key=self.source, **fields, **self.slugs("source", texts))

    def citation(self, kind: str, key: str, passage: str) -> dict[str, Any]:
        """Return the citation of the document for a record, at the paragraph in which `passage` stands."""
        wanted = self.source[:70].strip("-")
        owner = {"key": wanted, kind: [key], "source": [self.source]}
        return fixture_line("citation", **owner, locator=self._locator(passage))

    def _locator(self, passage: str) -> str:
        """Return the paragraph in which a passage stands, after the heading; lines of dates alone do not count."""
        paragraphs: list[int] = []
        for told in self.document.told:
            dated = "".join(each.text for each in told.days)
            is_text = len(_LETTER.findall(told.passage)) > len(_LETTER.findall(dated))
            if is_text and told.sentence.paragraph not in paragraphs:
                paragraphs.append(told.sentence.paragraph)
            if passage and passage in told.passage:
                number = paragraphs.index(told.sentence.paragraph) if is_text else 0
                return f"§ {number}" if number else ""
        return ""

    # Keys and addresses

    def key(self, kind: str, *words: str) -> str:
        others = KINDS[kind].model._default_manager
        wanted = slug_of(joined(*words), LONGEST["record"]) or kind
        key = free(wanted, lambda key: (kind, key) in self.taken or others.filter(key=key).exists())
        self.taken.add((kind, key))
        return key

    def slugs(self, kind: str, texts: Mapping[str, Any], name: str = "title") -> dict[str, str]:
        record = KINDS[kind].model()
        slugs = {code: free_slug(record, code, texts.get(f"{name}_{code}") or "") for code in LANGUAGES}
        return {f"slug_{code}": slug for code, slug in slugs.items() if slug}

    def titled(self, proposal: Proposal) -> dict[str, str]:
        titles = self.accepted.titles.get(proposal.number, {})
        return {f"title_{language}": text for language, text in titles.items() if text}

    # People

    def participants(self, kept: Proposal, owner: str, key: str) -> Iterator[dict[str, Any]]:
        for position, fact in enumerate(kept.of("host", "visitor", "interlocutor", "signatory"), start=1):
            yield from self.unknown(fact)
            role = "speaker" if kept.variant == "press_conference" else fact.field
            styled = {f"styled_{self.document.language}": fact.styled or None}
            if not fact.is_named:
                # Of whom the text gives the title alone is in the register as whom the source names.
                words = {"key": slug_of(fact.styled, 80), "state": [fact.state.key] if fact.state else None, **styled}
                yield fixture_line("participation", **words, **{owner: [key]}, position=position, role=role)
                continue
            who = self.person(fact)
            # Of whom the text gives the office alone, the register says who held it on that day.
            kind = fact.known.kind if fact.known else "person"
            common = {"position": position, "role": role, kind: [who], **styled}
            yield fixture_line("participation", key=who[:80], **{owner: [key]}, **common)

    def person(self, fact: ProposedFact) -> str:
        return fact.known.key if fact.known else self.people[fact.value]

    def unknown(self, fact: ProposedFact) -> Iterator[dict[str, Any]]:
        """Draft somebody whom the register does not know: under the name that the text gives, and nothing more."""
        if fact.known or not fact.value or fact.value in self.people:
            return
        key = self.key("person", fact.value)
        self.people[fact.value] = key
        name = {"name_fr": fact.value, "name_en": fact.value}
        slugs = self.slugs("person", name, "name")
        yield fixture_line("person", key=key, name=fact.value, **slugs)
        yield self.citation("person", key, fact.passage)

    def unknown_place(self, fact: ProposedFact) -> Iterator[dict[str, Any]]:
        """Draft a place that the register does not know: under the name that the text gives, in its language."""
        if fact.value in self.places:
            return
        key = self.places[fact.value] = self.key("place", fact.value)
        name = {f"name_{self.document.language}": fact.value}
        yield fixture_line("place", key=key, **name, **self.slugs("place", name, "name"))
        yield self.citation("place", key, fact.passage)


@dataclass(frozen=True)
class Gleaned:
    """What there is to say of a kind of which documents tell: once, here."""

    #: The records that say what a proposal says; None where it says too little to look for one.
    like: Callable[[Proposal], RecordQuerySet | None]
    #: The lines of a draft, from a proposal and from what is kept of it.
    lines: Callable[[DraftLines, Proposal, Proposal], Iterator[dict[str, Any]]]
    #: What a draft is called in the language of the moment, if it has a title.
    title: Callable[[Words], str] | None = None
