"""Successions and careers kept in the process under the content version: what tenures say is worked out once."""

from datetime import date

from partnerships.kept_in_process import Shelf
from partnerships.models import Office, Person
from partnerships.offices import Held, Succession, career

from . import version

#: How many tenures all successions that are kept may rest on.
CAPACITY = 20_000
#: About what a succession takes beside its tenures, counted in tenures.
OVERHEAD = 10

kept: Shelf[Succession] = Shelf(CAPACITY)
kept_careers: Shelf[list[Held]] = Shelf(CAPACITY)


def succession_of(office: Office, today: date) -> Succession:
    """Return the succession in `office` as it is seen on the day `today`."""
    key = version.stamp(), today, office.pk, office.publication
    return kept.having(key, lambda: Succession(office, today=today), lambda found: found.weight + OVERHEAD)


def career_of(person: Person, today: date) -> list[Held]:
    """Return the offices that `person` held, as it is seen on the day `today`."""
    key = version.stamp(), today, person.pk
    return kept_careers.having(key, lambda: career(person, today=today), lambda found: len(found) + OVERHEAD)
