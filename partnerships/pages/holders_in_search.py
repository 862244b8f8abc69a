"""Who held an office that is named in the words of a search, on the day that they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.addresses import address, with_query
from partnerships.folding import fold
from partnerships.models import Office
from partnerships.models.base import LANGUAGES
from partnerships.presentation.languages import language_now
from partnerships.projections import search
from partnerships.projections.search import typed_time, words

from .blocks import AnswerInWords
from .headships import headship_elsewhere
from .question import Question

#: So many offices are answered for.
MOST = 2
OFFICES = search.Narrowed(kinds=("office",))
#: For what lasts longer nobody is named: there may have been many.
LONGEST = timedelta(days=366)
_WHO = re.compile(r"\b(?:who|qui|current|currently|today|now|actuel|actuelle|actuellement|aujourd hui|maintenant)\b")
#: Who did something else than hold an office is not asked by its name, nor who held it first or last.
_OTHERWISE = re.compile(
    r"\b(?:decid\w*|open\w*|ouv\w*|sign(?:ed|s|e|ee|es|a)|accept\w*|approuv\w*|approv\w*"
    r"|first(?! minister)|premi(?:er|ere)(?! ministre)|last|derni(?:er|ere)|former|next|ancien(?:ne)?|prochaine?)\b"
)
#: Who represents a State to an organisation heads the mission to it, and is mostly called its ambassador.
_AMBASSADOR = re.compile(r"\b(?:ambassadors?|ambassadeurs?|ambassadrices?)\b")
#: Who leads a body holds an office of one of these roles at it.
HEADS = (Office.Role.SECRETARY_GENERAL, Office.Role.COMMANDER)
_HEADS = re.compile(r"\b(?:led|leads?|leader|head(?:ed|s)?|boss|chief|in charge|runs?|ran|dirig\w+|tete|chef|patron)\b")
#: What an organisation leads is not asked about it.
_LED_BY_IT = re.compile(r"-led\b|\b(?:led by|dirigée?s? par)\b(?! (?:whom?|qui)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class ShortAnswer:
    """What is asked by the words of a search, answered in a sentence, and the page that says why."""

    sentence: SafeString
    more: str


def holders_then(text: str, found: Sequence[search.Found]) -> list[ShortAnswer]:
    """Return who held the offices whose names are typed: on the day that is typed, or today where it is asked who.

    Where it is asked who did in a month or a year, the answer is that of its first day, and of its last.
    """
    time = typed_time(text)
    others = time.rest if time else text
    # Who leads a body, or is ambassador to it, is somebody, whether or not it is asked who.
    keys = _heads_of_bodies(text, others) or _heads_of_missions(others)
    days = _days_asked(text, time, asks_who=bool(keys or _WHO.search(fold(text))))
    if not days:
        return []
    keys = keys or [hit.key for each in found if each.kind == "office" for hit in each.hits if hit.how <= search.NAMED]
    if not keys:
        # Most offices have no days of their own: among what is of that time they are not found.
        keys = _named_by(search.understand(others))
    if not 0 < len(keys) <= MOST:
        return []
    several = Office.objects.published().filter(key__in=keys, single_holder=True).order_by("key")
    named = search.names_among(others, "state").values()
    offices = [
        one
        for one in several.select_related("state", "receiving_state")
        if not any(_states_of(one).isdisjoint(keys) for keys in named)
    ]
    # Where the whole name of one is typed, the deputy is not meant; else the shorter the name, the more of it is typed.
    typed = set(words.folded_words(others))
    offices = [office for office in offices if _is_whole(office, typed)] or offices
    # Where a body is named, the post at it is meant before one that has also to do with it.
    bodies = {word for form in search.names_among(others, "organization") for word in form.split()}
    at_bodies = [one for one in offices if any(name & bodies for name in words_of_names(one))]
    if not at_bodies and bodies and _AMBASSADOR.search(fold(others)):
        return []
    offices = at_bodies or offices
    offices.sort(key=lambda office: len(str(office)))
    return [held_on(office, day) for office in offices[: MOST - len(days) + 1] for day in days]


def _states_of(office: Office) -> set[str]:
    """Return the keys of the States of an office: who is asked for of another one does not hold it."""
    return {one.key for one in (office.state, office.receiving_state) if one is not None}


def _is_whole(office: Office, typed: set[str]) -> bool:
    """Whether all words of a name of `office` are among those that are typed."""
    return any(name <= typed for name in words_of_names(office))


def words_of_names(office: Office) -> list[set[str]]:
    """Return the words of the name of an office, in each language."""
    return [set(words.folded_words(office.label(language))) - words.ANY_STOP_WORD for language in LANGUAGES]


def _heads_of_missions(text: str) -> list[str]:
    """Return the keys of the heads of missions who are meant by the ambassador to an organisation."""
    called, times = _AMBASSADOR.subn(str(Office.Role.HEAD_OF_MISSION.label), fold(text))
    if not times or not search.names_among(text, "organization"):
        return []
    return [hit.key for each in search.find_named(search.understand(called), OFFICES, MOST + 1) for hit in each.hits]


def _heads_of_bodies(text: str, others: str) -> list[str]:
    """Return the keys of the offices that are meant by who leads an organisation, where the words beside the time name
    nothing else."""
    if not _HEADS.search(fold(_LED_BY_IT.sub(" ", text))):
        return []
    bodies = search.names_among(others, "organization")
    known = {word for form in bodies for word in form.split()}
    beside = words.folded_words(_HEADS.sub(" ", fold(others)))
    if not bodies or any(words.says_something(word) for word in beside if word not in known):
        return []
    keys = {key for several in bodies.values() for key in several}
    heads = Office.objects.published().filter(organization__key__in=keys, role__in=HEADS)
    return list(heads.order_by("key").values_list("key", flat=True)[: MOST + 1])


def _named_by(asked: search.AskedSearch) -> list[str]:
    """Return the keys of offices whose names have all words, or all but one: “in Brussels” stands in none."""
    found = search.find_named(asked, OFFICES, MOST + 1)
    if not found and (fewer := search.named_without_one(asked, OFFICES)) is not None and len(fewer.words) > 1:
        found = search.find_named(fewer, OFFICES, MOST + 1)
    return [hit.key for each in found for hit in each.hits]


def _days_asked(text: str, time: search.TypedTime | None, *, asks_who: bool) -> list[date]:
    """Return the days that are asked for: those on which the time begins and ends that is typed, else today."""
    today = dates.today()
    if _OTHERWISE.search(fold(text)):
        return []
    if time is None:
        return [today] if asks_who else []
    first, last = time.when.sort_key
    if not time.rest or (first != last and not asks_who) or last - first > LONGEST:
        return []
    return sorted({first, max(first, min(last, today))})


def held_on(office: Office, day: date, sentence: SafeString | None = None) -> ShortAnswer:
    """Return who held an office on a day, in a sentence of its own if there is one; with what is known around it where
    that is not known."""
    if sentence is None:
        answer = answer_on(office, day)
        sentence = answer.sentence
        if answer.look == "not-known" and answer.more:
            # Who was last seen there, or is next: it is most of what can be said.
            sentence = format_html("{} {}", sentence, answer.more[0])
    return ShortAnswer(sentence, with_query(address(office, language_now()), f"on={day.isoformat()}"))


def answer_on(office: Office, day: date) -> AnswerInWords:
    """Return who held an office on a day, as its page answers."""
    (answer,) = headship_elsewhere(office, Question(QueryDict(), dates.today(), day)).answers
    return answer
