"""Who heads a post, as pages say it: the answer for a day, the succession as a table, and drawn."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from partnerships.kept_in_process import Shelf
from partnerships.models import Office
from partnerships.offices import Succession, SuccessionRow
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.projections.kept_successions import succession_of
from partnerships.records.titles import load_names

from . import sentences
from .blocks import AnswerInWords
from .question import Question
from .succession_rows import ROWS, SuccessionPart, last_part, part

#: Who headed a post on a day, in words: several pages say it.
kept: Shelf[AnswerInWords] = Shelf(5_000)


@dataclass(frozen=True)
class Headship:
    """The succession in one office, read once for everything that a page says of it."""

    office: Office
    succession: Succession
    question: Question
    #: The rows shown; on the page of the office itself one part after the other.
    part: SuccessionPart

    @property
    def rows(self) -> Sequence[SuccessionRow]:
        return self.part.rows

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What the rows shown depend on, but for the days asked for."""
        office, shown = self.office, self.part
        place = len(self.succession), shown.earlier, shown.later, len(shown.rows)
        return version.stamp(), self.question.today, language_now(), office.pk, office.publication, place

    @property
    def is_first_part(self) -> bool:
        """Whether the rows shown begin with the first there is."""
        return not self.part.earlier and (bool(self.part.later) or len(self.succession) <= ROWS)

    @cached_property
    def answers(self) -> list[AnswerInWords]:
        """Who held it on the day of the question, and on the day that stands beside it."""
        return [self._on(day) for day in self.question.days]

    def _on(self, day: date) -> AnswerInWords:
        key = version.stamp(), self.question.today, language_now(), self.office.pk, self.office.publication, day
        return kept.having(key, lambda: self._made(day), lambda _answer: 1)

    def _made(self, day: date) -> AnswerInWords:
        held = self.succession.on(day)
        load_names(one.person for one in (*held.certain, *held.possible))
        return sentences.headship(held, self.question.today)


def headship_elsewhere(office: Office, question: Question) -> Headship:
    """Return the succession in an office as the page of another record shows it: its last rows."""
    succession = succession_of(office, question.today)
    return _named(Headship(office, succession, question, last_part(succession)))


def whole_headship(office: Office, question: Question) -> Headship:
    """Return the succession in an office as its own page shows it, one part at a time."""
    succession = succession_of(office, question.today)
    return _named(Headship(office, succession, question, part(question.query, succession)))


def _named(head: Headship) -> Headship:
    load_names(row.holder.person for row in head.rows if row.holder)
    return head


def offices(heads: Iterable[Headship]) -> tuple[str, ...]:
    """Return the keys of the offices whose holders head a post."""
    return tuple(one.office.key for one in heads)


def answers(several: Iterable[Headship]) -> list[AnswerInWords]:
    """Return what each of some successions says of the days asked for."""
    return [answer for head in several for answer in head.answers]
