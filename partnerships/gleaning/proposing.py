"""A document read: its sentences, each asked once what it tells, and the proposals that come of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from partnerships.folding import fold

from . import events
from .days import Dated, dates_in, day_of_document, span
from .events import Told
from .people import Named, by_family_name, people_in, spoken_of_again
from .proposals import Document, Fact, Proposal
from .text import Sentence, language_of, sentences
from .vocabulary import Known, Mention, Vocabulary


def read(text: str, vocabulary: Vocabulary) -> Document:
    """Read `text` with what the register knows; every proposal keeps its passages."""
    found = sentences(text)
    day = day_of_document(found)
    told = list(_all_told(found, vocabulary, day.last if day else None))
    heading = found[0].text.strip() if found else ""
    document = Document(language_of(text), heading, day, told)
    document.proposals = _Proposing(document, vocabulary.states).all()
    return document


def _all_told(found: list[Sentence], vocabulary: Vocabulary, day: date | None) -> Iterator[Told]:
    families: dict[str, Known] = {}
    strangers: dict[str, Named] = {}
    for sentence in found:
        mentions = vocabulary.mentions(sentence)
        mentions += by_family_name(sentence, mentions, families)
        for mention in mentions:
            if mention.known.kind == "person":
                families.setdefault(fold(mention.text).split(" ")[-1], mention.known)
        people = people_in(sentence, mentions)
        names = {fold(each.name) for each in people}
        again = [each for each in spoken_of_again(sentence, mentions, strangers) if fold(each.name) not in names]
        for each in people:
            if each.known is None:
                strangers.setdefault(fold(each.name).split(" ")[-1], each)
        yield Told(
            sentence,
            mentions,
            dates_in(sentence, day=day),
            sorted([*people, *again], key=lambda one: one.start),
        )


#: How many sentences further a text may still speak of a journey without saying its day again.
NEAR = 8


class _Proposing:
    """The sentences of one document, each asked once what it tells."""

    def __init__(self, document: Document, states: Mapping[str, str]) -> None:
        self.told = document.told
        self.proposals: list[Proposal] = []
        self.used: set[int] = set()
        self.began: dict[int, int] = {}
        self.states = states
        self.spoken_of = self._most_named()

    def all(self) -> list[Proposal]:
        self._agreements()
        self._decisions()
        self._visits()
        self._meetings()
        self._agreed()
        self._postings()
        self._tenures()
        return self.proposals

    def _new(self, kind: str, told: Told, variant: str = "", owner: int | None = None) -> Proposal:
        proposal = Proposal(len(self.proposals) + 1, kind, [told.sentence.text.strip()], variant=variant, owner=owner)
        self.proposals.append(proposal)
        return proposal

    # What was signed

    def _agreements(self) -> None:
        for number, told in enumerate(self.told):
            kind, verb = told.text_signed, events.SIGNED.search(told.sentence.text)
            states = _facts(told, "partners", "state") or [_one(told, "partners", self.spoken_of)]
            if not kind or verb is None or not told.days or states == [None]:
                continue
            if not told.says(events.TRAVELLED):
                self.used.add(number)
            agreement = self._new("agreement", told, kind)
            agreement.add([_dated(told, "date"), *states, *_facts(told, "organization", "organization")[:1]])
            agreement.add(_facts(told, "place", "place")[:1])
            before = told.sentence.start + verb.start()
            agreement.add(_person("signatory", each) for each in told.people if each.end <= before)
            about = [told, *self.told[number + 1 : number + 3]]
            for each in about[:1] + [one for one in about[1:] if one.says(events.THE_TEXT)]:
                if areas := _facts(each, "areas", "area"):
                    agreement.add(areas)
                    agreement.passages += [each.sentence.text.strip()] if each is not told else []

    # Decisions, and what they designate

    def _decisions(self) -> None:
        for number, told in enumerate(self.told):
            verb = events.DECIDED.search(told.sentence.text)
            if verb is None or number in self.used or told.says(events.THE_VISIT) or not told.days:
                continue
            body = self._body(told, told.sentence.start + verb.start())
            if body is None and not told.says(events.ALL_PARTNERS):
                continue
            self.used.add(number)
            decision = self._new("decision", told, "all_partners" if told.says(events.ALL_PARTNERS) else "")
            decision.add([_dated(told, "date"), body])
            if not decision.variant:
                decision.add(_facts(told, "partners", "state"))
            if told.says(events.DESIGNATED):
                self._designation(told, decision)

    def _body(self, told: Told, before: int) -> Fact | None:
        """Return who decided: the last body named before the verb."""
        bodies = [each for each in told.mentions if each.known.kind == "organization" and each.end <= before]
        return Fact("body", bodies[-1].text, bodies[-1].known) if bodies else None

    def _designation(self, told: Told, decision: Proposal) -> None:
        states, bodies = told.known("state"), told.known("organization")
        body = decision.first("body")
        others = [each for each in bodies if not body or each != body.known]
        if not states:
            return
        designation = self._new("designation", told, owner=decision.number)
        designation.add([_one(told, "state", states[0])])
        designation.add(_one(told, "receiving_state", each) for each in states[1:2])
        designation.add(_one(told, "organization", each) for each in (others or bodies)[:1])
        # The State that serves as host is none of those about which the decision was.
        hosts = {fact.known for fact in designation.of("receiving_state")}
        decision.facts = [fact for fact in decision.facts if fact.field != "partners" or fact.known not in hosts]

    # Journeys

    def _visits(self) -> None:
        for number, told in enumerate(self.told):
            verb = events.TRAVELLED.search(told.sentence.text)
            if verb is None or number in self.used or not told.days or not told.people or told.says(events.THE_VISIT):
                continue
            unknown = events.place_after(verb, told)
            if unknown or any(each.known.kind in ("place", "state") for each in told.mentions):
                self.used.add(number)
                self._visit(number, told, told.sentence.start + verb.start(), unknown)

    def _visit(self, number: int, told: Told, verb: int, unknown: str = "") -> None:
        visitor = next((each for each in reversed(told.people) if each.end <= verb), told.people[0])
        after = [each for each in told.mentions if each.start >= verb]
        visit = self._same_visit(told, visitor, after) or self._new("visit", told, _progress(told))
        self.began.setdefault(visit.number, number)
        if visit.first("visitor"):
            visit.passages.append(told.sentence.text.strip())
        else:
            visit.add([_dated(told, "period"), _person("visitor", visitor)])
        if unknown:
            # A place that the register does not know: where it lies, the text says by the State of which it speaks.
            visit.add([Fact("stop", unknown, value=unknown), _one(told, "partners", self.spoken_of)])
        self._stops(visit, after)
        visit.add(_facts(told, "organization", "organization")[:1])
        if len(told.people) > 1:
            self._talks(visit, told)

    def _stops(self, visit: Proposal, after: list[Mention]) -> None:
        places = _places([each for each in after if each.known.kind == "place"])
        states = [each for each in after if each.known.kind == "state"]
        halts = places if places or visit.first("stop") else states
        visit.add(Fact("stop", each.text, each.known) for each in halts)
        visit.add(Fact("partners", each.text, each.known) for each in states)
        for each in places:
            if state := self.states.get(each.known.key):
                visit.add([Fact("partners", each.text, Known("state", state))])

    def _same_visit(self, told: Told, visitor: Named, after: list[Mention]) -> Proposal | None:
        """Return the visit that is proposed already, if this sentence speaks of the same journey."""
        where = {each.known for each in after} | {
            Known("state", self.states[each.known.key]) for each in after if each.known.key in self.states
        }
        for visit in self._of_kind("visit"):
            period, traveller = visit.first("period"), visit.first("visitor")
            near = told.day and period and _days_apart(told.day.notation, period.value) <= 7
            same = near and traveller and traveller.name == _person("visitor", visitor).name
            if same and where & {fact.known for fact in visit.of("stop", "partners")}:
                return visit
        return None

    # Meetings

    def _meetings(self) -> None:
        for number, told in enumerate(self.told):
            if number in self.used or not told.tells_meeting or not told.people:
                continue
            visit = self._visit_of(number, told)
            if visit is not None:
                self._stop_there(visit, told)
                self._talks(visit, told)
            elif told.days and (len(told.people) > 1 or told.known("organization", "state")):
                self._meeting(told)
            else:
                continue
            self.used.add(number)

    def _meeting(self, told: Told) -> None:
        meeting = self._new("meeting", told, _kind_of_meeting(told))
        meeting.add([_dated(told, "date"), *(_person("interlocutor", each) for each in told.people)])
        meeting.add([*_facts(told, "place", "place")[:1], *_facts(told, "partners", "state")])
        meeting.add(_facts(told, "organization", "organization")[:1])

    def _stop_there(self, visit: Proposal, told: Told) -> None:
        """Add the place with which a sentence about a visit begins: it tells more than the State around it."""
        if unknown := events.place_first(told):
            visit.facts = [each for each in visit.facts if each.field != "stop" or not _is_state(each)]
            visit.add([Fact("stop", unknown, value=unknown)])

    def _talks(self, visit: Proposal, told: Told) -> None:
        """Propose a meeting at the stop of `visit`: talks with each by itself, a press conference with all."""
        kind, visitor = _kind_of_meeting(told), visit.first("visitor")
        others = [each for each in told.people if not _is_same(each, visitor)]
        traveller = next((_person("visitor", each) for each in told.people if _is_same(each, visitor)), None)
        for group in [others] if kind == "press_conference" else [[each] for each in others]:
            meeting = self._new("meeting", told, kind, visit.number)
            meeting.add([_dated(told, "date"), traveller or visit.first("visitor")])
            meeting.add(_person("interlocutor", each) for each in group)

    def _visit_of(self, number: int, told: Told) -> Proposal | None:
        """Return the proposed visit within whose days the sentence stands, or in whose paragraphs where it has none."""
        places = set(told.known("place"))
        for visit in reversed(list(self._of_kind("visit"))):
            period, stops = visit.first("period"), {fact.known for fact in visit.of("stop")}
            if told.day is None:
                within = self.began[visit.number] < number <= self.began[visit.number] + NEAR
            else:
                within = bool(period) and self._goes_on(visit, number, told.day, period.value)
            if within and (not places or places & stops):
                return visit
        return None

    def _goes_on(self, visit: Proposal, number: int, day: Dated, period: str) -> bool:
        """Whether `day` is one of the visit, or follows while the text still speaks of it: then it lasted so long."""
        if _within(day, period):
            return True
        (first, last), near = span(period), self.began[visit.number] < number <= self.began[visit.number] + NEAR
        later = day.is_day and last < day.first and _days_apart(period, day.notation) <= 7
        if not (near and later):
            return False
        longer = f"{first.isoformat()}/{day.notation}"
        visit.facts = [replace(fact, value=longer) if fact.field == "period" else fact for fact in visit.facts]
        return True

    def _of_kind(self, kind: str) -> Iterator[Proposal]:
        return (each for each in self.proposals if each.kind == kind)

    # What was agreed

    def _agreed(self) -> None:
        for told in self.told:
            areas = _facts(told, "areas", "area")
            if not areas or not told.says(events.AGREED):
                continue
            visits = list(self._of_kind("visit"))
            within = visits if told.says(events.THE_VISIT) or len(visits) == 1 else []
            owner = within[0] if within else next(self._of_kind("meeting"), next(self._of_kind("decision"), None))
            if owner is not None:
                owner.add([*areas, *_facts(told, "partners", "state")])
                owner.passages.append(told.sentence.text.strip())

    # Officers

    def _postings(self) -> None:
        for told in self.told:
            states = told.known("state")
            if not told.says(events.LIAISON) or not (states or self.spoken_of):
                continue
            state = _one(told, "state", self.spoken_of if self.spoken_of in states or not states else states[0])
            for body in _facts(told, "organization", "organization"):
                if body.passage in told.senders:
                    continue
                posting = self._new("posting", told, "liaison")
                posting.add([state, body, _since(told)])

    # Ambassadors and others who take an office

    def _tenures(self) -> None:
        styled: dict[str, Fact] = {}
        for told in self.told:
            styled |= _offices_by_title(told)
            said = events.CREDENTIALS if told.says(events.CREDENTIALS) else events.APPOINTED
            verb = said.search(told.sentence.text)
            if verb is None:
                continue
            # Who takes an office stands before the verb; the office he is given behind it, one he has before it.
            at = told.sentence.start + verb.start()
            person = next((each for each in reversed(told.people) if each.end <= at), None)
            named = [each for each in told.mentions if each.known.kind == "office"]
            given = [each for each in named if (each.start > at) == (said is events.APPOINTED)]
            own = styled.get(fold(person.name)) if person else None
            office = Fact("office", given[0].text, given[0].known) if given else own
            if person is None or office is None:
                continue
            tenure = self._new("tenure", told, "credentials" if said is events.CREDENTIALS else "appointed")
            tenure.add([_person("person", person), office, _dated(told, "milestone")])

    def _most_named(self) -> Known | None:
        """Return the State of which the document speaks most."""
        named = [each.known for told in self.told for each in told.mentions if each.known.kind == "state"]
        return max(sorted(set(named)), key=named.count, default=None)


def _is_same(person: Named, fact: Fact | None) -> bool:
    """Whether somebody named is the person of a fact, whom the register may not know."""
    found = _person("", person)
    return fact is not None and (found.known, fold(found.value)) == (fact.known, fold(fact.value))


def _is_state(fact: Fact) -> bool:
    return fact.known is not None and fact.known.kind == "state"


def _offices_by_title(told: Told) -> dict[str, Fact]:
    """Return the office with which each person is named in a sentence, by the folded name."""
    found = {}
    for person in told.people:
        for each in told.mentions:
            between = told.sentence.passage(each.end, person.start).strip(" ,") if each.end <= person.start else "…"
            if each.known.kind == "office" and not between:
                found[fold(person.name)] = Fact("office", each.text, each.known)
    return found


def _dated(told: Told, name: str) -> Fact | None:
    return Fact(name, told.day.text, value=told.day.notation) if told.day else None


def _since(told: Told) -> Fact | None:
    """Return the period that the sentence says has begun; when it ended is not said."""
    day = told.since
    return Fact("period", day.text, value=f"{day.notation}/") if day and "/" not in day.notation else None


def _facts(told: Told, name: str, *kinds: str) -> list[Fact]:
    found: dict[Known, Fact] = {}
    for each in told.mentions:
        if each.known.kind in kinds:
            found.setdefault(each.known, Fact(name, each.text, each.known))
    return list(found.values())


def _one(told: Told, name: str, known: Known | None) -> Fact | None:
    passage = next((each.text for each in told.mentions if each.known == known), "")
    return Fact(name, passage, known) if known else None


def _person(name: str, person: Named) -> Fact:
    return Fact(name, person.name, person.known, value="" if person.known else person.name, styled=person.title)


def _places(mentions: list[Mention]) -> list[Mention]:
    """Return places, each once: of those named at one spot, the first."""
    spots: dict[int, Mention] = {}
    for each in mentions:
        spots.setdefault(each.start, each)
    return list({each.known: each for each in spots.values()}.values())


def _progress(told: Told) -> str:
    if told.says(events.CANCELLED):
        return "cancelled"
    return "planned" if told.says(events.PLANNED) else "held"


def _kind_of_meeting(told: Told) -> str:
    if told.says(events.CALL):
        return "call"
    return "press_conference" if told.says(events.PRESS_CONFERENCE) else "talks"


def _within(day: Dated, notation: str) -> bool:
    first, last = span(notation)
    return first <= day.first and day.last <= last


def _days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates; 0 where they touch."""
    first, second = sorted((span(one), span(other)))
    return max(0, (second[0] - first[1]).days)
