"""Everybody who held an office, one after the other, with the days on which nobody did or nobody is known."""

from datetime import date
from functools import cached_property

from partnerships import dates
from partnerships.kept_in_process import all_to_stay
from partnerships.models import Office

from .answer import Answer, Between, SuccessionRow
from .certainty_expires import now
from .grounds import Bare, bare
from .held_or_vacant import Course, Stretch, course_of
from .holders_on_a_day import answers_on
from .loading import Dossier, load_dossier
from .loading_names import Cast
from .periods import period_of
from .sightings import last_seen


def succession(office: Office, *, today: date | None = None) -> list[SuccessionRow]:
    """Return the succession in `office`, from the day it existed until `today`, without a gap.

    For every day the rows that hold it say what `holders` says: a row for each person certainly or
    possibly in office, or else one row.
    """
    return Succession(office, today=today).rows()


class Succession:
    """The succession in an office, of which a page shows a part: names are loaded for the rows asked for alone."""

    def __init__(self, office: Office, *, today: date | None = None) -> None:
        with all_to_stay():
            self._dossier: Dossier = load_dossier([office], now(today or dates.today()))
            self._course: Course = course_of(office, self._dossier)
        self._rows: dict[tuple[int, int | None], list[SuccessionRow]] = {}

    @cached_property
    def _stretches(self) -> list[Stretch]:
        with all_to_stay():
            return self._course.stretches()

    @property
    def weight(self) -> int:
        """How many tenures it rests on."""
        return sum(len(several) for several in self._dossier.tenures.values())

    def on(self, day: date) -> Answer:
        """Return who held the office on `day`."""
        return answers_on([self._course], self._dossier, day)[0]

    def __len__(self) -> int:
        return len(self._stretches)

    def rows(self, first: int = 0, last: int | None = None) -> list[SuccessionRow]:
        """Return the rows from the place `first` up to, and without, the place `last`; made once."""
        if (first, last) not in self._rows:
            self._rows[first, last] = self._made(first, last)
        return self._rows[first, last]

    def _made(self, first: int, last: int | None) -> list[SuccessionRow]:
        stretches = self._stretches[first:last]
        bares = [self._bare(stretch) for stretch in stretches]
        cast = Cast([stretch.claim for stretch in stretches if stretch.claim], bares)
        return [self._row(stretch, cast, one) for stretch, one in zip(stretches, bares, strict=True)]

    def _row(self, stretch: Stretch, cast: Cast, one: Bare) -> SuccessionRow:
        return make_row(stretch, cast, one, self._course)

    def _bare(self, stretch: Stretch) -> Bare:
        return Bare() if stretch.claim else bare(self._course, self._dossier, stretch.days)


def make_row(stretch: Stretch, cast: Cast, one: Bare, course: Course) -> SuccessionRow:
    """Return the row that says of the days of `stretch` who held the office, or why nobody is named."""
    span, claim = stretch.days, stretch.claim
    return SuccessionRow(
        answer=stretch.verdict,
        start=Between(stretch.earliest or span.first, span.first),
        end=Between(span.last, stretch.latest or span.last),
        period=period_of(stretch, course),
        holder=cast.holder(claim, stretch.verdict, span, last_seen(claim, span.last)) if claim else None,
        unnamed=cast.unnamed(one),
    )
