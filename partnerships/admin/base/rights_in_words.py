"""What an account or a role may do, in the words of the register: the stock names are English, and those of tables."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from partnerships.editorial.roles import ADMINISTRATOR, EDITOR, READER, REVIEWER, ROLES, codenames
from partnerships.folding import fold
from partnerships.models.history import PUBLISH_RECORDS

#: What one may do with records, as the stock permissions have it, in the order in which it is said.
VERBS = {
    "view": pgettext_lazy("right", "look at"),
    "add": pgettext_lazy("right", "add"),
    "change": pgettext_lazy("right", "change"),
    "delete": pgettext_lazy("right", "delete"),
}
#: The roles that the register brings, as people call them.
ROLE_NAMES = {
    READER: pgettext_lazy("role", "Reader"),
    EDITOR: pgettext_lazy("role", "Editor"),
    REVIEWER: pgettext_lazy("role", "Reviewer"),
    ADMINISTRATOR: pgettext_lazy("role", "Administrator"),
}


def role_in_words(role: Group) -> str:
    """Return what a role is called; one that was added here, as it was named."""
    return str(ROLE_NAMES.get(role.name, role.name))


def rights_that_count() -> QuerySet[Permission]:
    """Return the permissions that anything in the register asks for: those that some role has."""
    asked = {name for role in ROLES for name in codenames(role)}
    found = Permission.objects.select_related("content_type")
    return found.filter(codename__in={name for _app, name in asked}, content_type__app_label__in={a for a, _n in asked})


def right_in_words(right: Permission) -> str:
    """Return one permission: “Tenures: change”."""
    return rights_in_words([right])[0]


def rights_in_words(rights: Iterable[Permission]) -> list[str]:
    """Return several permissions, those of one kind together: “Tenures: look at, add, change”."""
    alone: list[str] = []
    verbs: dict[str, set[str]] = defaultdict(set)
    for right in rights:
        if right.codename == PUBLISH_RECORDS:
            alone.append(_("Publish and withdraw records, accept changes, merge"))
        else:
            verbs[_of_what(right)].add(right.codename.partition("_")[0])
    told = [
        _("%(what)s: %(verbs)s")
        % {"what": what, "verbs": ", ".join(str(VERBS[each]) for each in VERBS if each in found)}
        for what, found in verbs.items()
    ]
    return [*alone, *sorted(told, key=fold)]


def _of_what(right: Permission) -> str:
    model = right.content_type.model_class()
    if model is User:
        return _("Accounts")
    if model is Group:
        return _("Roles")
    return str(capfirst(model._meta.verbose_name_plural)) if model else right.content_type.model
