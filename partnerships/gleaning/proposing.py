"""A document read: its sentences, each asked once what it tells, and the proposals that come of it."""

from dataclasses import replace

from . import words_of_decisions, words_of_journeys, words_of_lists, words_of_people, words_of_taking_office
from .around_the_text import heading_of, text_of_page, without_its_kind
from .datelines import day_in_addresses, day_of_document, day_of_news, without_dateline
from .days import span
from .decisions import Decisions
from .known_names import Vocabulary
from .meetings_told import is_same_person
from .pasted_text import as_shown, heading_as_pasted
from .proposals import Document, Proposal, ProposedFact, facts_of
from .text import language_written, sentences
from .whom_sentences_mean import HEADINGS, Telling
from .words_of_days import PAST


def read_document(text: str, vocabulary: Vocabulary, address: str = "") -> Document:
    """Read `text`, found at `address`, with what the register knows; every proposal keeps its passages."""
    plain = text_of_page(as_shown(text))
    found = sentences(plain)
    heading = heading_of(found)
    found = without_its_kind(found)
    day = day_of_document(found) or day_in_addresses(plain, address) or day_of_news(found)
    told = list(Telling(vocabulary, without_dateline(found, day), day).all())
    document = Document(language_written(plain), heading_as_pasted(text, heading), day, told)
    document.proposals = _Proposing(document, vocabulary).all()
    return document


class _Proposing(Decisions):
    """The sentences of one document, each asked once what it tells."""

    def all(self) -> list[Proposal]:
        self._agreements()
        self._decisions()
        self._agenda()
        self._visits()
        self._meetings()
        self._agreed()
        self._spoke_on_that_occasion()
        self._before_the_press_together()
        self._took_part()
        self._present_as_listed()
        self._spoke_about()
        self._postings()
        self._activities()
        self._counted()
        self._opened()
        self._tenures()
        self._held_in_turn()
        self._diplomats()
        self._appointments()
        self._in_order()
        self._called_off()
        self._yet_to_come()
        self._with_partners_alone()
        return self._of_the_register()

    def _yet_to_come(self) -> None:
        """Call planned what the text tells of days that all lie behind that of the document."""
        for proposal in [*self._of_kind("visit"), *self._of_kind("meeting")]:
            days = proposal.first("period", "date")
            owner = self.proposals[proposal.owner - 1] if proposal.owner else None
            told = PAST.search(proposal.passages[0]) and not (owner and owner.status == "planned")
            is_ahead = self.day is None and any(each.says(words_of_lists.AGENDA) for each in self.told[:HEADINGS])
            is_ahead = is_ahead or bool(self.day and days and span(days.value)[0] > self.day.last)
            if is_ahead and days and not (proposal.status or told):
                proposal.status = "planned"

    def _with_partners_alone(self) -> None:
        """Leave out as partners the States that have no partnership: the host of a summit, an Ally."""
        partners = self.vocabulary.partners
        if partners is None:
            return
        for proposal in self.proposals:
            others = [each for each in proposal.of("partners") if each.known and each.known.key not in partners]
            proposal.facts = [each for each in proposal.facts if each not in others]
            if others and not proposal.first("partners"):
                # Of the States it names none is a partner: it is the one that somebody comes from.
                proposal.add(map(self._sent_by, proposal.of("host", "interlocutor", "signatory")))
                proposal.add(map(self._sent_by, proposal.of("visitor") if proposal.kind == "meeting" else []))
            if proposal.kind == "meeting" and not proposal.owner and not proposal.first("partners"):
                # « a reçu l’ambassadeur »: of which State, the text said with the title, or above.
                sent = [self._state_of(each) or self._issued_by(each) for each in _present(proposal)]
                proposal.add(each for each in sent if each and each.known and each.known.key in partners)
            visitor = proposal.first("visitor")
            if proposal.kind == "visit" and visitor and not proposal.first("partners"):
                # Where none of the places lies in a partner, it is the one that the visitor comes from.
                sent_by = self._state_of(visitor) or self._sent_by(visitor) or self._issued_by(visitor)
                proposal.add([sent_by] if sent_by and sent_by.known and sent_by.known.key in partners else [])

    def _of_the_register(self) -> list[Proposal]:
        """Return what is proposed, without journeys and talks of strangers alone."""
        theirs = ("host", "visitor", "interlocutor", "partners", "organization", "areas")
        ours = {each.owner or each.number for each in self.proposals if any(one.known for one in each.of(*theirs))}
        ours |= {each.number for each in self.proposals if each.kind not in ("visit", "meeting")}
        kept = [each for each in self.proposals if (each.owner or each.number) in ours]
        numbers = {each.number: number for number, each in enumerate(kept, 1)}
        return [
            replace(each, number=numbers[each.number], owner=numbers[each.owner] if each.owner else None)
            for each in kept
        ]

    def _state_of(self, visitor: ProposedFact) -> ProposedFact | None:
        """Return the State for which somebody travels: that of their title, or of the office that they take."""
        for told in self.told:
            # Of whom the text gives a title alone, it may be of a State that it names.
            for person in (*told.people, *map(told.as_person, told.unnamed)):
                if not is_same_person(person, visitor):
                    continue
                for each in told.mentions:
                    takes = told.says(words_of_taking_office.CREDENTIALS) and told.is_in_office(each)
                    # Of whom the text gives the office alone, the office is the name.
                    within = person.start <= each.start and each.end <= person.end
                    theirs = told.is_behind(each, person) or told.is_in_title(each, person)
                    if each.known.kind == "state" and (takes or within or theirs):
                        return ProposedFact("partners", each.text, each.known)
        return None

    def _issued_by(self, somebody: ProposedFact) -> ProposedFact | None:
        """Return the State whose ministry or embassy issued the document, of a minister or ambassador of no other.

        “Embassy of Japan”, then “Ambassador Mikami was received”.
        """
        people = (one for told in self.told for one in told.people if is_same_person(one, somebody))
        titles = [each for each in (somebody.styled, *(one.title for one in people)) if each]
        if somebody.known or not any(map(words_of_people.OF_A_STATE.match, titles)):
            return None
        lines = [each for each in self.told[:HEADINGS] if not each.people and not each.tells_meeting]
        issued = [one for each in lines if each.says(words_of_people.ISSUES) for one in each.mentions]
        states = {each.known: each.text for each in issued if each.known.kind == "state"}
        hosts = {each.known for told in lines for each in told.mentions if told.is_host(each)}
        of = [ProposedFact("partners", text, known) for known, text in states.items() if known not in hosts]
        return of[0] if len(of) == 1 else None

    # What was agreed

    def _agreed(self) -> None:
        for number, told in enumerate(self.told):
            areas = facts_of(told, "areas", "area")
            if not areas or number in self.signed or told.is_recalled or not told.says(words_of_decisions.AGREED):
                continue
            visits = [each for each in self._of_kind("visit") if self.began[each.number] <= number]
            within = visits if told.says(words_of_journeys.THE_VISIT) or len(visits) == 1 else []
            last = max((each for each in self.met if each <= number), default=None)
            met = self.met[last] if last is not None else []
            owner = next(iter([*within, *met, *self._of_kind("decision")]), None)
            if owner is not None:
                owner.add([*areas, *(ProposedFact("partners", each.text, each.known) for each in told.parties)])
                owner.passages.append(told.passage)


def _present(meeting: Proposal) -> list[ProposedFact]:
    return meeting.of("host", "visitor", "interlocutor")
