"""Successions and careers kept in the process under the content version: what tenures say is worked out once."""

from datetime import date

from partnerships.models import Office, Person
from partnerships.offices import ByYear, Held, Succession, career, possibly_served
from partnerships.shelf import Shelf

from . import version

#: How many tenures all successions that are kept may rest on.
CAPACITY = 20_000
#: About what a succession takes beside its tenures, counted in tenures.
OVERHEAD = 10

kept: Shelf[Succession] = Shelf(CAPACITY)
kept_careers: Shelf[list[Held]] = Shelf(CAPACITY)
#: All of one day, whatever they weigh.
kept_service: Shelf[ByYear] = Shelf(1)


def succession_of(office: Office, today: date) -> Succession:
    """Return the succession in `office` as it is seen on the day `today`."""
    key = version.stamp(), today, office.pk, office.publication
    return kept.having(key, lambda: Succession(office, today=today), lambda found: found.weight + OVERHEAD)


def career_of(person: Person, today: date) -> list[Held]:
    """Return the offices that `person` held, as it is seen on the day `today`."""
    key = version.stamp(), today, person.pk
    return kept_careers.having(key, lambda: career(person, today=today), lambda found: len(found) + OVERHEAD)


def possible_service(today: date) -> ByYear:
    """Return what `possibly_served` says as it is seen on the day `today`: worked out once for every day asked for."""
    return kept_service.having((version.stamp(), today), lambda: ByYear(possibly_served(today)), lambda _found: 1)
