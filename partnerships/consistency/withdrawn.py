"""What is withdrawn: the register no longer stands by it, and what is wrong with it is nobody's work."""

from collections.abc import Iterable

from partnerships.models import Publication
from partnerships.records.kinds import KINDS

from .findings import Finding

#: What is said of withdrawn records too: the public still finds their address, and nothing may rest on them.
ALL_THE_SAME = frozenset(
    (
        *("names-unpublished", "leads-back", "former-address-taken", "address-taken"),
        *("timeline-out-of-step", "service-out-of-step", "search-out-of-step"),
    )
)


def of_what_stands(found: Iterable[Finding]) -> list[Finding]:
    """Return what is found in records that stand, unless it is about one that does not: that is solved."""
    told = list(found)
    asked = {record.partition("/")[0] for each in told for record in (each.record, each.about) if record}
    gone = set()
    for kind in asked:
        withdrawn = KINDS[kind].model._default_manager.filter(publication=Publication.WITHDRAWN)
        gone |= {f"{kind}/{key}" for key in withdrawn.values_list("key", flat=True)}
    if not gone:
        return told
    return [each for each in told if each.code in ALL_THE_SAME or gone.isdisjoint((each.record, each.about))]
