"""What records name: nothing public what is not, and no record itself in a circle."""

from collections.abc import Iterator

from partnerships import models
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.loops import leading_back, own_links
from partnerships.records.references import called, published_naming_unpublished

from .findings import Finding
from .rules import RULES


def check() -> Iterator[Finding]:
    """Find public records that name hidden ones, and records that lead back to themselves."""
    for record, target in published_naming_unpublished():
        rule = RULES["names-unpublished"]
        yield rule.finding(kind_of(record), record.pk, record.key, what=called(target))
    for kind in KINDS.values():
        yield from _leading_back(kind.model)


def _leading_back(model: type[models.Record]) -> Iterator[Finding]:
    """Find records that lead back to themselves: a part of its own part, a successor of itself."""
    for link in own_links(model):
        for pk, key in model._default_manager.filter(pk__in=leading_back(link)).values_list("pk", "key"):
            yield RULES["leads-back"].finding(kind_of(model), pk, key, link.name, name=link.name)
