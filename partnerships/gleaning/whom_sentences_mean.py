"""The sentences of a document in their order, each with whom it means by what stands before it: “the Minister”."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from partnerships.folding import fold

from . import words_of_journeys, words_of_meetings, words_of_taking_office
from .clauses_apart import told_by_clauses
from .days import Calendar, DateInText, dates_in, first_year, goes_on_from, journey_of
from .denials import without_denied
from .holders import called_by_office, without_namesakes
from .known_names import Known, Mention, Vocabulary
from .officials import UnnamedParty, heads_of_several, introduced_in, offices_by_role, officials_in, unnamed_in
from .people import (
    NamedPerson,
    addressed_as,
    by_family_name,
    is_absent,
    people_in,
    spoken_of_again,
    spoken_of_by_title,
    titles_held,
    with_full_names,
)
from .recollections import looks_back, recalled_in, taken_apart, without_recalled
from .text import Sentence
from .told_sentence import ToldSentence
from .words_of_days import PAST
from .words_of_lists import AGENDA, ANOTHER_WEEK, HOUR, SECRETARY_GENERAL

#: As what a text goes on about somebody to whom it gives no title, once they presented their credentials.
AMBASSADOR = "ambassadeur/ambassadrice/ambassador"
#: How many of the first sentences may be headings and a dateline.
HEADINGS = 3
#: So many signs more than the day has a line that says no more than it: « Mercredi 10 juillet 2024 : ».
_WEEKDAY_AT_MOST = 12


class Telling:
    """A document read once from its first sentence to its last, with what each leaves for those behind it."""

    def __init__(self, vocabulary: Vocabulary, sentences: list[Sentence], dateline: DateInText | None) -> None:
        self.dateline, day = dateline, dateline.last if dateline else None
        self.vocabulary, self.sentences, self.day = vocabulary, sentences, day
        # Of whom the text spoke: by their family name, whom the register knows and whom it does not; by their title.
        self.families: dict[str, Known] = {}
        self.strangers: dict[str, NamedPerson] = {}
        self.titled: dict[Known | str, NamedPerson] = {}
        # The titles of those to whom the text gives no name, and all of each: “the Minister”, said again, is theirs.
        self.nameless: dict[str, str] = {}
        news = [without_recalled(each) for each in sentences]
        self.last, self.year = day, None if day else first_year(news)
        # The day last told of what had been by then: behind “will be received on 20 March”, « la veille » is of that.
        self.last_told = day
        self.is_told = False
        self.journey = journey_of(news, day)
        # The days of which the text spoke last, where it has none of its own: “Week of 3-7 April”.
        self.spoken_of: DateInText | None = None
        # The day that stands alone in a line, and heads those behind it that begin with an hour.
        self.heads: DateInText | None = None
        self.is_agenda = any(AGENDA.search(each.text) for each in sentences[:HEADINGS])
        self.shared = vocabulary.adjectives_of(sentences)

    def all(self) -> Iterator[ToldSentence]:
        return (told for each in self.sentences for told in self._told(each))

    def _told(self, sentence: Sentence) -> list[ToldSentence]:
        mentions = self.vocabulary.mentions(sentence, self.shared)
        mentions += offices_by_role(sentence, mentions, self.vocabulary.offices)
        mentions += by_family_name(sentence, mentions, self.families)
        before, days = self.last_told, self._days(sentence)
        told_of = min(days or [self.dateline or self.spoken_of], key=lambda one: one is None or not one.is_day)
        self.spoken_of = next(iter(days), self.spoken_of)
        mentions += called_by_office(
            sentence, mentions, self.vocabulary.holders, told_of and (told_of.first, told_of.last)
        )
        mentions = without_namesakes(
            sentence, mentions, self.vocabulary.holders, told_of and (told_of.first, told_of.last)
        )
        for mention in mentions:
            if mention.known.kind == "person":
                for called in addressed_as(mention.text):
                    self.families.setdefault(called, mention.known)
        people = with_full_names(people_in(sentence, mentions), self.strangers.values())
        everybody, unnamed = self._everybody(sentence, mentions, people)
        self._remember(sentence, people, unnamed)
        unnamed = [
            each if each.is_introduced or each.title not in self.nameless else each.called(self.nameless[each.title])
            for each in unnamed
        ]
        told = without_denied(ToldSentence(sentence, mentions, days, everybody, unnamed))
        return [one for each in told_by_clauses(told) for one in _with_recalled(each, before)]

    def _everybody(
        self, sentence: Sentence, mentions: list[Mention], people: list[NamedPerson]
    ) -> tuple[list[NamedPerson], list[UnnamedParty]]:
        """Return whom the sentence means, by whatever it calls them, and those of whom it has a title alone."""
        self._presented(sentence, people)
        names = {fold(each.name) for each in people}
        again = [each for each in spoken_of_again(sentence, mentions, self.strangers) if fold(each.name) not in names]
        by_title = spoken_of_by_title(sentence, [*people, *again], self.titled.values(), self.nameless)
        again += [replace(each, title="") if each.title == AMBASSADOR else each for each in by_title]
        again += self._by_office(sentence, mentions, [*people, *again])
        again += officials_in(sentence, mentions, [*people, *again])
        again += heads_of_several(sentence, mentions, self.vocabulary.ambassadors)
        unnamed = []
        for each in unnamed_in(sentence, [*people, *again]):
            if office := self.vocabulary.office_said(each.styled) or self._of_the_body(each, mentions):
                again.append(NamedPerson(each.styled, "", each.start, each.end, office))
            else:
                unnamed.append(each)
        present = [each for each in [*people, *again] if not is_absent(sentence, each)]
        return sorted(present, key=lambda one: one.start), unnamed

    def _by_office(self, sentence: Sentence, mentions: list[Mention], people: list[NamedPerson]) -> list[NamedPerson]:
        """Return those whom a text in which “we” speak means by the office with which it named them: “We, the”."""
        if not words_of_meetings.WE.search(sentence.text):
            return []
        found = []
        for each in mentions:
            named = any(each.start < one.end + len(one.title) + 2 and one.start < each.end for one in people)
            holders = [
                one for one in self.titled.values() if each.known in (self.vocabulary.office_said(one.title), one.known)
            ]
            if each.known.kind == "office" and len(holders) == 1 and not named:
                found.append(replace(holders[0], start=each.start, end=each.end))
        return found

    def _of_the_body(self, party: UnnamedParty, mentions: list[Mention]) -> Known | None:
        """Return the office of a Secretary General without a name, in the one body that the sentence names."""
        bodies = {each.known for each in mentions if each.known.kind == "organization"}
        heads = [self.vocabulary.offices.get(("secretary_general", each)) for each in bodies]
        return heads[0] if len(heads) == 1 and SECRETARY_GENERAL.fullmatch(party.styled) else None

    def _presented(self, sentence: Sentence, people: list[NamedPerson]) -> None:
        """Whoever presents credentials is “the Ambassador” from there on."""
        presented = words_of_taking_office.CREDENTIALS.search(sentence.text)
        for each in people:
            if presented and each.end <= sentence.start + presented.start():
                self.titled.setdefault(each.known or fold(each.name), replace(each, title=each.title or AMBASSADOR))

    def _remember(self, sentence: Sentence, people: list[NamedPerson], unnamed: list[UnnamedParty]) -> None:
        verb = words_of_meetings.MET.search(sentence.text)
        for each in people:
            if each.title:
                self.titled.setdefault(each.known or fold(each.name), each)
            if each.known is None:
                for called in addressed_as(each.name):
                    self.strangers.setdefault(called, each)
            if verb is None or each.start < sentence.start + verb.start():
                # Somebody with that title has a name now; of whoever is only met, the text does not go on.
                for title in titles_held(each):
                    self.nameless.pop(title, None)
        if introduced := introduced_in(sentence, people):
            self.nameless |= dict([introduced])
        self.nameless |= {each.title: each.styled for each in unnamed if each.is_subject and each.is_introduced}

    def _days(self, sentence: Sentence) -> list[DateInText]:
        planned = words_of_journeys.PLANNED.search(sentence.text) is not None
        is_past = not planned and PAST.search(sentence.text)
        calendar = Calendar(
            self.day,
            self.last_told if is_past else self.last,
            year=self.year,
            journey=self.journey,
            is_told=self.is_told,
        )
        days = dates_in(sentence, calendar)
        if sentence.is_begun and self.dateline and not days:
            # What a text begins with is news: it says no day but that of its dateline.
            days = [self.dateline]
        if ANOTHER_WEEK.search(sentence.text):
            self.heads = None
        is_line = self.is_agenda and not sentence.text.rstrip().endswith(".")
        if not days and self.heads and (is_line or HOUR.match(sentence.text)):
            days = [self.heads]
        elif days and days[0].is_day and len(sentence.text.strip()) <= len(days[0].text) + _WEEKDAY_AT_MOST:
            self.heads = days[0]
        told = [each for each in days if self.dateline is None or each.start != self.dateline.start]
        recalled = [(sentence.start + start, sentence.start + end) for start, end in recalled_in(sentence.text)]
        news = [each for each in days if not any(start <= each.start < end for start, end in recalled)]
        if days and not news:
            # “The Council has today agreed, as Japan had asked in a letter of 2 March”: what it recalls hides no day.
            news = dates_in(without_recalled(sentence), calendar)
            days = sorted([*days, *news], key=lambda each: each.start)
        on = (each.last for each in reversed(news) if each.is_day and goes_on_from(sentence, each))
        self.last = next(on, self.last)
        self.last_told = self.last_told if planned else self.last
        if told:
            # Of several days, none is the one on which something else was.
            self.is_told = any(each.is_day for each in told)
        self.year = next((each.last.year for each in reversed(days) if each.is_whole), self.year)
        return days


def _with_recalled(told: ToldSentence, before: date | None) -> list[ToldSentence]:
    """Return what a sentence tells, and what it recalls: of what it may recall as a whole, nothing else."""
    parts = taken_apart(told)
    return [replace(told, is_recalled=True)] if len(parts) == 1 and looks_back(told, before) else parts
