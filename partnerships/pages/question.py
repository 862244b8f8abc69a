"""What a reader asks of a page: a day, a second one beside it, and the rest of the address."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from partnerships import dates
from partnerships.listing import parameters


@dataclass(frozen=True)
class Question:
    """What a reader asks of a page: a day, a second one to set beside it, and the rest of the address."""

    query: QueryDict
    today: date
    #: The day asked for; None where none is.
    on: date | None = None
    #: The day that stands beside it.
    beside: date | None = None

    @property
    def day(self) -> date:
        """The day that the page answers for: that asked for, else today."""
        return self.on or self.today

    @property
    def key(self) -> tuple[Hashable, ...]:
        """The days that are asked for."""
        return self.on, self.beside

    @property
    def days(self) -> list[date]:
        """The days that the page answers for, the earlier first."""
        return sorted({day for day in (self.day, self.beside) if day is not None})


def question(query: QueryDict) -> Question:
    """Read what is asked of a page; raise BadRequest for what makes no sense."""
    return Question(query, dates.today(), parameters.day_asked(query), parameters.day_asked(query, "and"))
