"""What every record and every part of a record has in common."""

from ..fields import BytewiseCharField
from .dated import (
    LISTED_BY_DATE,
    LISTED_BY_EITHER,
    LISTED_BY_PERIOD,
    Covered,
    Dated,
    Lasting,
    Progress,
    Weighed,
    Weight,
)
from .derived import Derived, DerivedQuerySet, rows_changed, rows_changing
from .links import ends_of, model_at_end, related_name, somebody, target_of
from .located import OnEarth, Reachable
from .many_to_many import Tie, ties_changed
from .part import Part, PartManager, owned_by, part_constraints
from .record import SEEN, AddressedRecord, Publication, Record, RecordManager, RecordQuerySet, found_at, validate_key
from .rules import LEADS_BACK, exactly_one, refuse_circle
from .texts import (
    LANGUAGES,
    TitleForm,
    is_text,
    tidied_value,
    tidy,
    translated_names,
    unfit,
    validate_language,
    validate_wikidata,
    with_signs,
)

__all__ = [
    "LEADS_BACK",
    "LISTED_BY_DATE",
    "LISTED_BY_EITHER",
    "LISTED_BY_PERIOD",
    "LANGUAGES",
    "SEEN",
    "AddressedRecord",
    "BytewiseCharField",
    "Covered",
    "Dated",
    "Derived",
    "DerivedQuerySet",
    "TitleForm",
    "Lasting",
    "OnEarth",
    "Tie",
    "Part",
    "PartManager",
    "Progress",
    "Publication",
    "Reachable",
    "Record",
    "RecordManager",
    "RecordQuerySet",
    "Weighed",
    "Weight",
    "ends_of",
    "exactly_one",
    "found_at",
    "is_text",
    "model_at_end",
    "owned_by",
    "part_constraints",
    "refuse_circle",
    "related_name",
    "rows_changed",
    "rows_changing",
    "somebody",
    "target_of",
    "tidied_value",
    "tidy",
    "ties_changed",
    "translated_names",
    "unfit",
    "validate_key",
    "validate_language",
    "validate_wikidata",
    "with_signs",
]
