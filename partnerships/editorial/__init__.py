"""Everything that changes the state of a record: publishing, review, withdrawal, history, roles."""

from .completeness import is_unsupported, label_fields
from .history import record_change, record_deletion, record_saving
from .publishing import Refused, publish, require_public_names, return_to_draft, submit, unpublished, withdraw
from .references import named_by, naming
from .roles import ROLES, sync_roles

__all__ = [
    "ROLES",
    "Refused",
    "is_unsupported",
    "label_fields",
    "named_by",
    "naming",
    "publish",
    "record_change",
    "record_deletion",
    "record_saving",
    "require_public_names",
    "return_to_draft",
    "submit",
    "sync_roles",
    "unpublished",
    "withdraw",
]
