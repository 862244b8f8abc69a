"""The reading index of the timeline, and who possibly held an office when, against the records."""

from collections.abc import Iterator

from partnerships.projections import possible_service
from partnerships.projections.timeline import comparison

from .findings import Finding
from .rules import RULES


def check() -> Iterator[Finding]:
    """Find lines of the timeline, and service, that are not as the records stand."""
    for sort in comparison.differences():
        kind, key = sort.split(" ")[3:5]
        yield RULES["timeline-out-of-step"].finding(kind, None, key)
    for key in possible_service.differences():
        yield RULES["service-out-of-step"].finding("office", None, key)
