"""Accounts and roles: the stock pages, which bear any address."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from .base.questions import ForgivingMixin

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(ForgivingMixin, UserAdmin):
    """Somebody with access to the back-office."""


@admin.register(Group)
class RoleAdmin(ForgivingMixin, GroupAdmin):
    """What several of them may do."""
