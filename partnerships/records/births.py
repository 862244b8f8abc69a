"""When living people were born is for staff alone: the one rule for births, their names and citations."""

from django.db.models import Model

from partnerships import dates
from partnerships.models import Citation, Name, Person


def shows_birth(person: Person) -> bool:
    """Whether the public may know when `person` was born: not as long as they live.

    The one rule for births. All else here follows from it, and every outlet asks here.
    """
    return bool(person.death)


def shows_period(name: Name, bearer: Model) -> bool:
    """Whether the public may know for which days `bearer` bore `name`.

    The name at birth is as old as its bearer, and so is every name that begins in the year of the birth, however
    either is written.
    """
    if not isinstance(bearer, Person) or shows_birth(bearer):
        return True
    return name.kind != Name.Kind.BIRTH and not _begin_in_one_year(name.period, bearer.birth)


def _begin_in_one_year(period: str, birth: str) -> bool:
    start = dates.parse_period(period).start if period else None
    if start is None or not birth:
        return False
    born = dates.parse_moment(birth)
    return start.earliest.year <= born.latest.year and born.earliest.year <= start.latest.year


def shows_citation(citation: Citation, owner: Model) -> bool:
    """Whether the public may see what a citation of `owner` says: not of a birth that they may not know."""
    return not (citation.field == "birth" and isinstance(owner, Person) and not shows_birth(owner))
