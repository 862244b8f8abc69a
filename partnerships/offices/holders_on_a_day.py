"""The answer to who held an office on a day: surely, possibly, nobody, or not known; with reasons and sources."""

from collections.abc import Iterable, Sequence
from datetime import date

from partnerships import dates
from partnerships.kept_in_process import all_to_stay
from partnerships.models import Office

from .answer import Answer, Holder
from .certainty_expires import now
from .claims import Claim
from .days import Span
from .grounds import Bare, bare
from .held_or_vacant import Course, Verdict, course_of
from .loading import Dossier, load_dossier
from .loading_names import Cast
from .sightings import last_seen


def holders(office: Office, on: date, *, today: date | None = None) -> Answer:
    """Return who held `office` on the day `on`; only published records are asked.

    `today` is the day on which it is asked: nothing after it is certain.
    """
    return holders_of([office], on, today=today)[0]


def holders_of(offices: Iterable[Office], on: date, *, today: date | None = None) -> list[Answer]:
    """Return who held each of `offices` on the day `on`, in a number of queries that does not grow with them."""
    asked = list(offices)
    with all_to_stay():
        dossier = load_dossier(asked, now(today or dates.today()))
        courses = [course_of(office, dossier) for office in asked]
    return answers_on(courses, dossier, on)


def answers_on(courses: Sequence[Course], dossier: Dossier, on: date) -> list[Answer]:
    """Return what the courses of offices say of the day `on`."""
    bares = [_bare(course, dossier, on) for course in courses]
    named = [claim for course in courses for claim in (*course.certain_on(on), *course.possible_on(on))]
    cast = Cast(named, bares)
    return [_answer(course, on, cast, one) for course, one in zip(courses, bares, strict=True)]


def _bare(course: Course, dossier: Dossier, on: date) -> Bare:
    if course.certain_on(on) and course.knows(on):
        return Bare()
    return bare(course, dossier, Span(on, on))


def _answer(course: Course, on: date, cast: Cast, one: Bare) -> Answer:
    today = course.clock.today
    return Answer(
        office=course.office,
        on=on,
        certain=[_holder(claim, Verdict.CERTAIN, on, cast, today) for claim in course.certain_on(on)],
        possible=[_holder(claim, Verdict.POSSIBLE, on, cast, today) for claim in course.possible_on(on)],
        known=course.knows(on),
        exists=on in course.existed,
        unnamed=cast.unnamed(one),
    )


def _holder(claim: Claim, verdict: Verdict, on: date, cast: Cast, today: date) -> Holder:
    return cast.holder(claim, verdict, Span(on, on), last_seen(claim, min(on, today)), today)
