"""Agreements: in force, signed and renewed one after the other."""

from collections.abc import Iterator

from django.db.models import F, Q

from partnerships import dates
from partnerships.models import Agreement

from .findings import Finding
from .rows import GOING_ON, findings


def check() -> Iterator[Finding]:
    """Find agreements in force before they were signed, or still after another one has taken their place."""
    signed = Agreement.objects.exclude(date="").filter(start_latest__lt=F("date_earliest"))
    yield from findings(signed, "in-force-before-signed", field="period")
    renewing = Q(renewed_by__start_latest__lt=dates.today()) | Q(
        renewed_by__period="", renewed_by__date_latest__lt=dates.today()
    )
    going_on = Agreement.objects.filter(renewing, period__endswith=GOING_ON)
    yield from findings(going_on, "renewed-and-goes-on", field="period", told={"target": "renewed_by__key"})
