"""Everything that changes the state of a record: publishing, review, withdrawal, history, roles."""

from .completeness import is_unsupported, label_fields
from .history import record_change, record_deletion, record_saving
from .publishing import Refused, publish, require_public_names, return_to_draft, submit, withdraw
from .roles import ROLES, sync_roles

__all__ = [
    "ROLES",
    "Refused",
    "is_unsupported",
    "label_fields",
    "publish",
    "record_change",
    "record_deletion",
    "record_saving",
    "require_public_names",
    "return_to_draft",
    "submit",
    "sync_roles",
    "withdraw",
]
