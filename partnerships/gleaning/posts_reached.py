"""Ambassadors who came to their post or went from it: “On 2 October Ambassador Berg left Brussels”."""

from collections.abc import Callable, Iterator

from . import words_of_decisions, words_of_taking_office
from .known_names import Known, Vocabulary
from .people import NamedPerson
from .proposals import ProposedFact
from .told_sentence import ToldSentence

#: Somebody of whom the text goes on, and the office of which it told.
OneBefore = tuple[NamedPerson, ProposedFact]


def posts_reached(
    told: ToldSentence,
    vocabulary: Vocabulary,
    before_it: OneBefore | None = None,
    in_office: Callable[[NamedPerson], ProposedFact | None] = lambda _person: None,
) -> Iterator[tuple[NamedPerson, ProposedFact, str, int]]:
    """Yield which ambassador came to where they are accredited or went from there, their office, which, where.

    Whom the State sends that names them, or in whose offices they served: where they went is where it has that office.
    `in_office` gives the office of which the text has told that somebody holds it. `before_it` is of whom the sentence
    may speak as “he”: where it says so, the office is that of which the text told.
    """
    for mention in told.mentions:
        around = vocabulary.states.get(mention.known.key) if mention.known.kind == "place" else mention.known.key
        before = told.sentence.passage(told.sentence.start, mention.start)
        if mention.known.kind not in ("place", "state") or around is None:
            continue
        receivers = {
            receiver
            for (_sender, receiver), office in vocabulary.ambassadors.items()
            if before_it and office == before_it[1].known
        }
        for kind, words in words_of_taking_office.STEPS.items():
            if before_it and words.search(before) and Known("state", around) in receivers:
                yield (*before_it, kind, mention.end)
                continue
            people = [each for each in told.people if each.end <= mention.start] if words.search(before) else []
            if words.match(before):
                # « Arrivé à Bruxelles le 27 avril, M. Hayashi »: whoever it is stands behind.
                people = told.people[:1]
            for person in people[-1:]:
                office = _office_of(told, person, Known("state", around), vocabulary)
                held = in_office(person) if office is None else None
                if held and any(
                    receiver == Known("state", around) and each == held.known
                    for (_sender, receiver), each in vocabulary.ambassadors.items()
                ):
                    # « Arrivé le 27 avril, M. Berg »: he of whom the text has told that he presented his credentials.
                    office = held
                if office:
                    yield person, office, kind, mention.end


def _office_of(told: ToldSentence, person: NamedPerson, receiver: Known, vocabulary: Vocabulary) -> ProposedFact | None:
    word = words_of_decisions.AMBASSADOR.search(person.title) or words_of_decisions.AMBASSADOR.search(
        told.sentence.passage(told.sentence.start, person.start)
    )
    served = vocabulary.people.get(person.known.key) if person.known else None
    senders = [each.known for each in told.mentions if told.is_in_title(each, person)]
    senders += [Known("state", served)] if served else []
    receivers = _receivers(told, person, receiver, vocabulary)
    found = (vocabulary.ambassadors.get((sender, each)) for sender in senders for each in receivers)
    office = next(filter(None, found), None) if word else None
    return ProposedFact("office", word.group(), office) if word and office else None


def _receivers(told: ToldSentence, person: NamedPerson, host: Known, vocabulary: Vocabulary) -> list[Known]:
    """Return to whom an ambassador may be accredited who came to a place: the State around it, or a body there.

    A body, where the title says so, or where the register knows them as the head of a mission to one and no more.
    """
    bodies = [each.known for each in told.mentions if each.known.kind == "organization"]
    titled = [each.known for each in told.mentions if each.known in bodies and told.is_in_title(each, person)]
    if titled:
        return titled
    roles = vocabulary.roles.get(person.known.key, ()) if person.known else ()
    if "head_of_mission" in roles and "ambassador" not in roles:
        return sorted({receiver for _sender, receiver in vocabulary.ambassadors if receiver.kind == "organization"})
    return [host]
