"""Who may do what: the groups of the staff and their permissions."""

from django.contrib.auth.models import Group, Permission

from partnerships.models import Batch, Change, CheckedFinding, Confirmation, ErrorReport, PendingChange
from partnerships.models.history import PUBLISH_RECORDS, PUBLISHERS
from partnerships.records.kinds import KINDS, PARTS

#: The permission to make one record of two.
MERGERS = PUBLISHERS

READER, EDITOR, REVIEWER, ADMINISTRATOR = ROLES = ("reader", "editor", "reviewer", "administrator")

RECORDS = tuple(kind.model._meta.model_name for kind in KINDS.values())
PART_NAMES = tuple(part._meta.model_name for part in PARTS)
JOURNALS = tuple(each._meta.model_name for each in (Change, Batch, PendingChange, Confirmation, ErrorReport))


def codenames(role: str) -> set[tuple[str, str]]:
    """Return the names of the permissions of `role`, as (application, permission)."""
    granted = {("partnerships", f"view_{name}") for name in (*RECORDS, *PART_NAMES, *JOURNALS)}
    if role != READER:
        granted |= {("partnerships", f"{verb}_{name}") for name in RECORDS for verb in ("add", "change")}
        granted |= {("partnerships", f"{verb}_{name}") for name in PART_NAMES for verb in ("add", "change", "delete")}
        granted.add(("partnerships", f"add_{CheckedFinding._meta.model_name}"))
        granted.add(("partnerships", "change_errorreport"))
    if role in (REVIEWER, ADMINISTRATOR):
        granted |= {("partnerships", f"delete_{name}") for name in RECORDS}
        granted.add(("partnerships", PUBLISH_RECORDS))
    if role == ADMINISTRATOR:
        granted |= {("auth", f"{verb}_{name}") for name in ("user", "group") for verb in ("view", "add", "change")}
    return granted


def sync_roles() -> None:
    """Create the groups where they are missing, and give each exactly its permissions."""
    permissions = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set([permissions[name] for name in codenames(role) if name in permissions])
