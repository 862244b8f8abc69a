"""Which people possibly held an office at some time."""

import json
from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q
from django.db.models.expressions import RawSQL

from partnerships.projections import possible_service

#: Fewer people than this are named one by one.
FEW = 500


def in_office(first: date, last: date, *, in_turn: bool = False) -> Q:
    """Return the condition for people who possibly held an office at some time from `first` to `last`.

    It suits a question for all of them; `in_turn` suits one that reads them in the order of a list, for one page.
    """
    there, moving = possible_service.people_within(first, last), possible_service.moving(first, last)
    if in_turn:
        some = list(there.values_list("person", flat=True)[:FEW])
        if len(some) < FEW:
            return _among(moving.union(some))
        beside = Exists(possible_service.of_person(first, last).filter(person=OuterRef("pk")))
        return Q(beside) | _among(moving) if moving else Q(beside)
    return Q(pk__in=there) | _among(moving) if moving else Q(pk__in=there)


def _among(numbers: Iterable[int]) -> Q:
    """Return the condition for records of these numbers, which are one value of the question.

    As many values they would have to be written out each time. PostgreSQL would make a join of a list that is selected
    from, and where it knows nothing of a table yet, go through the list for each of its rows.
    """
    if connection.vendor == "postgresql":
        array = RawSQL("%s::bigint[]", [sorted(numbers)])
        text = {"template": "(%(expressions)s))", "arg_joiner": " = ANY ("}
        return Q(Func(F("pk"), array, output_field=BooleanField(), **text))
    return Q(pk__in=RawSQL("SELECT value FROM json_each(%s)", [json.dumps(sorted(numbers))]))
