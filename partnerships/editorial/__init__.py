"""Everything that changes the state of a record: publishing, review, withdrawal, history, roles."""

from partnerships.records.completeness import is_unsupported, label_fields

from .fit_for_public import require_public_names
from .history import last_change, record_change, record_deletion, record_saving, tell_readers
from .merging import merge
from .pending_changes import accept, close_returned, give_back, pending_of, propose, revise, take_back
from .published_alone import confirm, flag, unconfirmed, written_alone, wrote_alone
from .publishing import publish, publish_all, return_to_draft, submit, submit_all, withdraw
from .refusal import Refused
from .restoring import restore
from .roles import ROLES, sync_roles
from .scheduling import (
    publish_due,
    require_not_withdrawn,
    schedule,
    schedule_acceptance,
    schedule_all,
    scheduled,
    unschedule,
    unschedule_acceptance,
)

__all__ = [
    "ROLES",
    "Refused",
    "accept",
    "close_returned",
    "confirm",
    "flag",
    "give_back",
    "is_unsupported",
    "label_fields",
    "last_change",
    "merge",
    "pending_of",
    "propose",
    "publish",
    "publish_all",
    "publish_due",
    "record_change",
    "record_deletion",
    "record_saving",
    "require_not_withdrawn",
    "require_public_names",
    "restore",
    "return_to_draft",
    "revise",
    "schedule",
    "schedule_acceptance",
    "schedule_all",
    "scheduled",
    "submit",
    "submit_all",
    "sync_roles",
    "take_back",
    "unconfirmed",
    "unschedule",
    "unschedule_acceptance",
    "withdraw",
    "written_alone",
    "wrote_alone",
    "tell_readers",
]
