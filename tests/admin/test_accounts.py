"""Rights are granted by somebody who has just shown who they are."""

import logging

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests.accounts.conftest import PASSWORD, editor, enter  # noqa: F401  fixtures


class TestGranting:
    def test_asks_once_more_who_it_is(self, client, editor, enter, settings):  # noqa: F811
        editor.is_superuser = True
        editor.save()
        enter()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        group = Group.objects.create(name="somebody")
        page = reverse("admin:auth_group_change", args=[group.pk])
        assert client.get(page)["Location"].startswith(reverse("account_reauthenticate"))
        assert client.post(page, {"name": "else"})["Location"].startswith(reverse("account_reauthenticate"))
        group.refresh_from_db()
        assert group.name == "somebody"
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 1800
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert client.get(page).status_code == 200

    def test_every_form_of_accounts_and_roles_asks(self, client, editor, enter, settings):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        group = Group.objects.create(name="somebody")
        pages = [
            reverse("admin:auth_user_add"),
            reverse("admin:auth_user_change", args=[editor.pk]),
            reverse("admin:auth_user_password_change", args=[editor.pk]),
            reverse("admin:auth_user_delete", args=[editor.pk]),
            reverse("admin:auth_group_add"),
            reverse("admin:auth_group_delete", args=[group.pk]),
        ]
        for page in pages:
            assert client.get(page)["Location"].startswith(reverse("account_reauthenticate")), page

    def test_lost_second_factor_is_taken_away_by_an_administrator(self, client, editor, enter, caplog):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
        data = {"action": "take_second_factor_away", "_selected_action": [editor.pk]}
        caplog.set_level(logging.INFO, "partnerships.accounts")
        client.post(reverse("admin:auth_user_changelist"), data)
        assert not is_mfa_enabled(editor)
        assert [each.getMessage() for each in caplog.records if "editor" in each.getMessage()]

    def test_other_pages_do_not_ask(self, client, enter, settings):  # noqa: F811
        enter()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["user", "group"])
class TestPages:
    def test_are_shown_to_an_administrator(self, client, page):
        client.force_login(User.objects.create_superuser("anybody", password=PASSWORD))
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert client.get(f"/admin/auth/{page}/").status_code == 200
        assert client.get(f"/admin/auth/{page}/add/").status_code == 200

    def test_keep_what_is_the_owners_to_themselves(self, client, page):
        client.force_login(User.objects.create_superuser("anybody", password=PASSWORD))
        assert not {EmailAddress, Authenticator} & {*admin.site._registry}
        assert client.get("/admin/mfa/authenticator/").status_code == 404

    def test_are_closed_to_everybody_else(self, as_role, page):
        assert as_role("reviewer").get(f"/admin/auth/{page}/").status_code == 403


@pytest.mark.django_db
def test_nobody_types_when_somebody_came(client):
    chief = User.objects.create_superuser("chief", password=PASSWORD)
    client.force_login(chief)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    html = client.get(reverse("admin:auth_user_change", args=[chief.pk])).text
    assert 'name="username"' in html
    assert [name for name in ("last_login", "date_joined") if f'name="{name}' in html] == []
