"""People: nobody acts before birth or after death."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from partnerships import dates, models
from partnerships.dates import EARLIEST, LATEST
from partnerships.models.base import Lasting
from partnerships.offices.days import Span
from partnerships.offices.facts import bounds_of

from .existence import OCCASIONS
from .findings import Finding
from .rows import GOING_ON, belonging, owner_lookups, possible_owners
from .rules import RULES

#: Nobody is known to have lived longer.
LONGEST_LIFE = 120


def check() -> Iterator[Finding]:
    """Find lives that cannot be, and what people do outside theirs."""
    people = models.Person.objects.filter(~Q(birth="") | ~Q(death=""))
    lives: dict[int, Span] = {}
    for pk, key, birth, death in people.values_list("pk", "key", "birth", "death"):
        born, died = bounds_of(birth), bounds_of(death)
        lives[pk] = Span(born.earliest if born else EARLIEST, died.latest if died else LATEST)
        if born and died and died.latest < born.earliest:
            yield RULES["death-before-birth"].finding("person", pk, key, "death")
        elif born and died and died.earliest.year - born.latest.year > LONGEST_LIFE:
            yield RULES["life-too-long"].finding("person", pk, key, "death")
    if lives:
        for rows, begun, over in _doings():
            yield from _outside(lives, rows, begun, over)
        yield from _ended_by_death()


def _doings() -> Iterator[tuple[QuerySet, str, str]]:
    """Yield what people do, with the columns of the latest day of its beginning and the earliest of its end."""
    alive = ~Q(person__birth="", person__death="") & Q(person__isnull=False)
    yield models.Tenure.objects.filter(alive, never_served=False), "start_latest", "end_earliest"
    steps = models.Milestone.objects.exclude(date="")
    yield steps.exclude(tenure__person__birth="", tenure__person__death=""), "date_latest", "date_earliest"
    yield models.Posting.objects.filter(alive), "start_latest", "end_earliest"
    for occasion, (begun, over) in OCCASIONS.items():
        rows = models.Participation.objects.filter(alive, **{f"{occasion}__isnull": False})
        # Who dies during a visit took part in it.
        yield rows, f"{occasion}__{begun}", f"{occasion}__{over.replace('end', 'start')}"


def _outside(lives: dict[int, Span], rows: QuerySet, begun: str, over: str) -> Iterator[Finding]:
    """Find among `rows` what begins before a birth or ends after a death."""
    person = "tenure__person" if rows.model is models.Milestone else "person"
    going_on = "period" if issubclass(rows.model, Lasting) else "key"
    places = list(possible_owners(rows.model))
    today = dates.today()
    for number, target, first, last, period, *row in rows.values_list(
        f"{person}_id", f"{person}__key", begun, over, going_on, *owner_lookups(places)
    ):
        life = lives[number]
        last = max(last, today) if going_on == "period" and period.endswith(GOING_ON) else last
        code = "before-birth" if first < life.first else "after-death" if last > life.last else ""
        if code:
            yield RULES[code].finding(*belonging(places, row), "person", about="person", target=target)


def _ended_by_death() -> Iterator[Finding]:
    rows = models.Tenure.objects.filter(ending=models.Tenure.Ending.DEATH).exclude(person__death="")
    columns = ("pk", "key", "end_earliest", "end_latest", "person__death", "person__key")
    for pk, key, first, last, death, person in rows.values_list(*columns):
        died = bounds_of(death)
        if died and (first > died.latest or last < died.earliest):
            yield RULES["ending-not-death"].finding("tenure", pk, key, "ending", about="person", target=person)
