"""Accounts and roles in the words of the register: Django calls them users and groups, and counts their permissions."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.forms import ReadOnlyPasswordHashWidget, UserChangeForm, UserCreationForm
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .rights_in_words import role_in_words

#: What the form of an account calls its switches, and what each of them does.
SWITCHES: dict[str, tuple[Promise | str, Promise | str]] = {
    "is_active": (
        gettext_lazy("may log in"),
        gettext_lazy("Somebody who leaves keeps the account, but can no longer log in."),
    ),
    "is_staff": (gettext_lazy("works in the back-office"), gettext_lazy("Their roles say what they may do there.")),
    "is_superuser": (
        gettext_lazy("may do everything"),
        gettext_lazy("Whatever their roles are: for those who run the site."),
    ),
}
#: What its sections are called, in their order; the first has no title.
SECTIONS = (None, gettext_lazy("Person"), gettext_lazy("Rights"), gettext_lazy("Dates"))


def call_accounts_accounts() -> None:
    """Let every page of the back-office say “accounts” and “roles”; their tables and migrations stay as they are."""
    apps.get_app_config("auth").verbose_name = gettext_lazy("Accounts and roles")
    User._meta.verbose_name, User._meta.verbose_name_plural = gettext_lazy("account"), gettext_lazy("accounts")
    Group._meta.verbose_name, Group._meta.verbose_name_plural = gettext_lazy("role"), gettext_lazy("roles")
    for name, (label, _help) in SWITCHES.items():
        field: Any = User._meta.get_field(name)
        field.verbose_name = label


class PasswordHidden(ReadOnlyPasswordHashWidget):
    """Whether an account has a password, and the way to a new one: how it is kept is nobody’s business."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        known = value and not str(value).startswith(UNUSABLE_PASSWORD_PREFIX)
        state = _("It is set; nobody can read it.") if known else _("There is none.")
        way = '<p>{}</p> <p><a role="button" class="button" href="../password/">{}</a></p>'
        return format_html(way, state, _("Set another password"))


class AccountForm(UserChangeForm):
    """The form of an account, which says of its password whether there is one."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if password := self.fields.get("password"):
            password.widget, password.help_text = PasswordHidden(), ""


class NewAccountForm(UserCreationForm):
    """The form in which an account is made with its roles: without one it may do nothing."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if "is_staff" in self.fields:
            self.fields["is_staff"].initial = True


class RoleFilter(admin.SimpleListFilter):
    """Accounts by their role, as people call it."""

    title, parameter_name = gettext_lazy("role"), "groups__id__exact"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((str(each.pk), role_in_words(each)) for each in Group.objects.order_by("pk")), ("none", _("no role"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        if self.value() == "none":
            return queryset.filter(groups=None)
        chosen = str(self.value() or "")
        return queryset.filter(groups=int(chosen)) if chosen.isdecimal() and len(chosen) < 19 else queryset


class LogInFilter(admin.SimpleListFilter):
    """Accounts by whether they may log in."""

    title, parameter_name = gettext_lazy("log-in"), "is_active__exact"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", _("may log in")), ("0", _("may not log in"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(is_active=self.value() == "1") if self.value() in ("0", "1") else queryset
