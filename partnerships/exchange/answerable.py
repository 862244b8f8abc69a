"""Who answers for what is written."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from partnerships.models.history import PUBLISHERS
from partnerships.records.snapshot.findings import NothingWritten

Account = AbstractUser | None


def account(username: str | None) -> Account:
    """Return the active account of that name; None where none is given. Raises `NothingWritten`."""
    if username is None:
        return None
    found = get_user_model()._default_manager.filter(username=username, is_active=True).first()
    if found is None:
        raise NothingWritten(_("There is no active account “%(name)s”.") % {"name": username})
    return found


def may_publish(user: Account) -> bool:
    return user is not None and user.has_perm(PUBLISHERS)
