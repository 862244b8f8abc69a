"""The order in which people read what is dated, asked of the database: the same as `dates.reading_key`."""

from typing import Any

from django.db.models import Case, DateField, F, Model, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from partnerships.dates import EARLIEST, LATEST
from partnerships.models import Milestone, Tenure
from partnerships.models.fields import DateOrPeriod, PlaceInTime


def place_in_time(model: type[Model], *, newest: bool = False) -> tuple[Any, Any]:
    """Return the place in time of the rows of `model`, and what follows; `newest` where the latest come first.

    A date stands at its earliest day or, where no source gives one, at its latest; then by its latest day. What has no
    date stands last in either direction, a tenure by its first milestone before that; what may have a date or a period
    stands by the one that it has.
    """
    columns = {field.name for field in model._meta.concrete_fields}
    of_date = PlaceInTime("date_earliest", "date_latest", newest=newest), F("date_latest")
    of_period = PlaceInTime("start_earliest", "start_latest", newest=newest), F("end_latest")
    if model is Tenure:
        steps = Milestone.objects.filter(tenure=OuterRef("pk")).exclude(date="").order_by("date_earliest")
        first = Coalesce(Subquery(steps.values("date_earliest")[:1]), of_period[0])
        nowhere = When(start_earliest=EARLIEST, start_latest=LATEST, then=first)
        of_period = Case(nowhere, default=of_period[0], output_field=DateField()), of_period[1]
    if "date_earliest" not in columns:
        return of_period
    if "start_earliest" not in columns:
        return of_date
    return DateOrPeriod(of_date[0], of_period[0]), DateOrPeriod(of_date[1], of_period[1])


def is_dated(model: type[Model]) -> bool:
    """Whether the rows of `model` have a date or a period."""
    columns = {field.name for field in model._meta.concrete_fields}
    return bool(columns & {"date_earliest", "start_earliest"})
