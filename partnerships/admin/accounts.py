"""Accounts and roles: rights are granted by somebody who has just shown who they are.

An account may what its roles may, and is given nothing beside them: who may do what is then read off four lists, and
ends with the role. What an account was given singly all the same, by another way, its form says; an action takes it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401  both register what is taken off below
from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from partnerships.editorial.mailing import choice_of
from partnerships.editorial.roles import ROLES
from partnerships.folding import fold
from partnerships.models.history import name_of
from partnerships.records.snapshot.taking import digest_of

from .base.account_words import (
    SECTIONS,
    SWITCHES,
    AccountForm,
    LogInFilter,
    NewAccountForm,
    RoleFilter,
    call_accounts_accounts,
)
from .base.deletion import SeenDeletionMixin
from .base.forgiving_addresses import ForgivingMixin
from .base.rights_in_words import right_in_words, rights_in_words, rights_that_count, role_in_words
from .forms.choosing import SeveralMixin

#: What an account says of its owner's coming and going: it is no change of it.
COMINGS = {"last_login", "password"}


def just_shown(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the password before `view`, of those who may see the accounts; the others are refused as ever."""
    asking = method_decorator(reauthentication_required)(view)

    @wraps(view)
    def shown(self: admin.ModelAdmin, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        asked = self.has_view_or_change_permission(request)  # pyright: ignore[reportAttributeAccessIssue]
        return (asking if asked else view)(self, request, *arguments, **keywords)

    return shown


def tell_owner(mail: str, user: User, request: HttpRequest) -> None:
    """Tell whose account it is what somebody else did to it, in the language in which they want their mails."""
    with override(choice_of(user).language):
        get_adapter(request).send_notification_mail(mail, user, {"by": name_of(request.user)})


class GrantingMixin(SeenDeletionMixin, SeveralMixin):
    """Forms and steps that grant rights or take them ask once more who it is; forms lose nothing of what was typed."""

    delete_confirmation_template = "admin/partnerships/delete_account.html"

    class Media:
        js = ("partnerships/admin.js",)

    #: What the page is called on which one more is made: the stock title bears no French.
    add_text = ""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        found: Any = {"title": title, **(extra_context or {})}
        shown = self._with_a_step if request.method == "POST" else super().changelist_view
        return shown(request, found)

    @just_shown
    def _with_a_step(self, request: HttpRequest, extra_context: dict[str, Any]) -> HttpResponse:
        return super().changelist_view(request, extra_context)

    @just_shown
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        title = self.add_text if object_id is None else capfirst(self.opts.verbose_name)
        found: Any = {"title": title, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, found)

    @just_shown
    def delete_view(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return super().delete_view(request, *arguments, **keywords)

    def version_of(self, obj: Any) -> str:
        held = model_to_dict(obj)
        fields = {
            name: sorted(each.pk for each in value) if isinstance(value, list) else str(value)
            for name, value in held.items()
            if name not in COMINGS
        }
        return digest_of([fields])

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Leave out the stock deletion of many: each is deleted on its own page, as it was seen."""
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    @just_shown
    def user_change_password(self, request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        return super().user_change_password(request, *arguments, **keywords)  # pyright: ignore[reportAttributeAccessIssue]


# What allauth keeps of an account is its owner's, secrets among it; an administrator takes a lost factor away, below.
admin.site.unregister([User, Group, EmailAddress, Authenticator])
call_accounts_accounts()


@admin.register(User)
class AccountAdmin(GrantingMixin, ForgivingMixin, UserAdmin):
    """Somebody with access to the back-office."""

    add_text = _("Add an account")
    form, add_form = AccountForm, NewAccountForm
    add_form_template = "admin/partnerships/add_account.html"
    add_fieldsets = (
        (None, {"fields": ("username", "password1", "password2")}),
        (SECTIONS[1], {"fields": ("first_name", "last_name", "email")}),
        (SECTIONS[2], {"fields": ("is_staff", "groups")}),
    )
    list_display = ("username", "called", "email", "roles", "is_active")
    list_filter = (RoleFilter, LogInFilter)
    actions = ("take_second_factor_away", "take_single_rights_away")
    #: Written by the site, and read: nobody types when somebody came.
    readonly_fields = ("last_login", "date_joined", "beside_roles", "second_factor")
    filter_horizontal = ()

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Offer the roles, and no single right; those that an account has are shown."""
        beside = ["beside_roles"] if obj is not None and obj.user_permissions.exists() else []
        instead = {"user_permissions": beside, "password": ["password", "second_factor"]}
        found = []
        stock = super().get_fieldsets(request, obj)
        titles = SECTIONS if len(stock) == len(SECTIONS) else [title for title, _options in stock]
        for title, (_stock, options) in zip(titles, stock, strict=True):
            several = (instead.get(each, [each]) for each in options["fields"])
            found.append((title, {**options, "fields": tuple(name for names in several for name in names)}))
        return found

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("name"), ordering="last_name")
    def called(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=_("Roles"))
    def roles(self, user: User) -> str:
        return ", ".join(role_in_words(each) for each in user.groups.all())

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        """Say what the switches of an account do."""
        field = super().formfield_for_dbfield(db_field, request, **keywords)
        if field is not None and db_field.name in SWITCHES:
            label, told = SWITCHES[db_field.name]
            field.label, field.help_text = capfirst(str(label)), str(told)
        return field

    @admin.display(description=_("second factor"))
    def second_factor(self, user: User) -> str:
        """Return whether an account has one, and how it is freed of one that is lost."""
        if not is_mfa_enabled(user):
            return str(_("None is set up."))
        return str(
            _(
                "It is set up. If the device and the recovery codes are lost: tick the account in the list, and choose "
                "“Take the second factor away”. The password is enough then, until a new one is set up."
            )
        )

    @admin.display(description=_("rights beside its roles"))
    def beside_roles(self, user: User) -> str:
        """Return the rights that an account has singly."""
        return lines_of(rights_in_words(user.user_permissions.select_related("content_type")))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        """The roles are four: they are ticked."""
        field = super().formfield_for_manytomany(db_field, request, **keywords)
        if field is not None and db_field.name == "groups":
            field.label, field.help_text = _("Roles"), ""
            field.label_from_instance = role_in_words
            field.widget = CheckboxSelectMultiple(choices=field.choices)
        return field

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Set somebody’s password, of which they are told."""
        before = self.get_object(request, unquote(id))
        answer = super().user_change_password(request, id, form_url)
        user = self.get_object(request, unquote(id))
        if before is not None and user is not None and user.password != before.password:
            password_changed.send(User, request=request, user=user)
            adapter: Any = get_adapter(request)
            adapter.end_lock(request, user)
            tell_owner("account/email/password_set", user, request)
        return answer

    @admin.action(description=_("Take the rights away that are beside its roles"), permissions=["change"])
    def take_single_rights_away(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Leave accounts the rights of their roles alone."""
        found = queryset.filter(user_permissions__isnull=False).distinct()
        count = found.count()
        for user in found:
            user.user_permissions.clear()
        sentence = ngettext(
            "%(count)s account now has only the rights of its roles.",
            "%(count)s accounts now have only the rights of their roles.",
            count,
        )
        messages.success(request, sentence % {"count": count})

    @admin.action(description=_("Take the second factor away (lost device)"), permissions=["change"])
    def take_second_factor_away(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Let accounts log in by their password alone, until their owners set up a second factor anew."""
        for user in queryset:
            taken = False
            for factor in Authenticator.objects.filter(user=user):
                factor.delete()
                authenticator_removed.send(Authenticator, request=request, user=user, authenticator=factor)
                taken = True
            if taken:
                tell_owner("mfa/email/taken_away", user, request)
        count = queryset.count()
        sentence = ngettext(
            "%(count)s account now logs in by its password alone.",
            "%(count)s accounts now log in by their passwords alone.",
            count,
        )
        messages.success(request, sentence % {"count": count})


@admin.register(Group)
class RoleAdmin(GrantingMixin, ForgivingMixin, GroupAdmin):
    """What several of them may do; the four that the register brings are set by `sync_roles`, and only read here."""

    add_text = _("Add a role")

    list_display = ("called",)
    readonly_fields = ("called", "rights")

    def get_fields(self, request: HttpRequest, obj: Group | None = None) -> Any:
        return self.readonly_fields if is_brought(obj) else ("name", "permissions")

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return not is_brought(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Keep the four: the next `sync_roles` would bring one back without any of those who had it."""
        return not is_brought(obj) and super().has_delete_permission(request, obj)

    @admin.display(description=_("role"), ordering="name")
    def called(self, role: Group) -> str:
        return role_in_words(role)

    @admin.display(description=_("rights"))
    def rights(self, role: Group) -> str:
        """Return what a role may do."""
        return lines_of(rights_in_words(role.permissions.select_related("content_type")))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **keywords: Any) -> Any:
        """Offer what the register asks for, in its words; Django’s own names are English and those of tables."""
        field = super().formfield_for_manytomany(db_field, request, **keywords)
        if field is not None and db_field.name == "permissions":
            field.queryset = rights_that_count()
            field.label_from_instance = right_in_words
            field.choices = sorted(
                ((each.pk, right_in_words(each)) for each in field.queryset), key=lambda one: fold(one[1])
            )
        return field


def is_brought(role: Group | None) -> bool:
    """Whether a role is one of the four that the register brings."""
    return role is not None and role.name in ROLES


def lines_of(sentences: list[str]) -> str:
    """Return sentences each on a line of its own."""
    return format_html_join(mark_safe("<br>"), "{}", ((each,) for each in sentences))
