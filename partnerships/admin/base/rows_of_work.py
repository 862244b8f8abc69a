"""Records that are published along, or many at once: what is known of the work on each."""

from collections.abc import Collection, Iterable
from typing import Any

from partnerships import editorial
from partnerships.admin.forms.links import linked_record
from partnerships.models import Publication, Record
from partnerships.records.references import called

from .differences import joined_links


def work_rows(records: Iterable[Record], ticked: Collection[str] | None = None) -> list[dict[str, Any]]:
    """Return each record with its state, source and last step; what was submitted is ticked, unless `ticked` says."""
    records = [*records]
    joined = joined_links(records)
    return [{**_row(record, ticked), "joined": joined.get(record)} for record in records]


def _row(record: Record, ticked: Collection[str] | None) -> dict[str, Any]:
    name = called(record)
    submitted = record.publication == Publication.IN_REVIEW
    return {
        "name": name,
        "link": linked_record(record),
        "label": str(record),
        "state": record.get_publication_display(),
        "unsupported": editorial.is_unsupported(record),
        "last": editorial.last_change(record),
        "ticked": submitted if ticked is None else name in ticked,
    }
