"""A record as the public would read it: published for the length of a transaction that is taken back."""

from collections.abc import Callable

from django.utils import timezone

from partnerships.models import Publication, Record
from partnerships.projections.up_to_date import deferred
from partnerships.records.kinds import record_of
from partnerships.records.references import unpublished_behind
from partnerships.records.visibility import is_public

from .beside_record import carry_out_what_fits, change_beside_record
from .joined import joined_to


def let_public(record: Record, may_see: Callable[[Record], bool]) -> tuple[Record, list[Record]]:
    """Publish `record`, and what it names as far as `may_see` allows; return it as it is then, and what went along.

    Only within what is taken back: nobody is asked whether it is ready, and no history is written.
    """
    found = record_of(record) or record
    whole = type(found)._default_manager.get(pk=found.pk)
    behind = [each for each in unpublished_behind(whole) if _may_go_along(each) and may_see(each)]
    with deferred():
        for each in joined_to(whole):
            carry_out_what_fits(change_beside_record(each))
        for each in (*behind, whole):
            if not is_public(each):
                each.publication, each.published_at = Publication.PUBLISHED, each.published_at or timezone.now()
                each.save()
    return type(whole)._default_manager.get(pk=whole.pk), behind


def _may_go_along(record: Record) -> bool:
    return record.publication in (Publication.DRAFT, Publication.IN_REVIEW)
