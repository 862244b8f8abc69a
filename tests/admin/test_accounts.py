"""Rights are granted by somebody who has just shown who they are."""

import logging

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnerships.editorial.roles import sync_roles
from partnerships.models import MailChoice
from tests.accounts.conftest import PASSWORD, editor, enter  # noqa: F401  fixtures

from .browsing import deletion


@pytest.mark.once
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

    def test_whoever_may_look_alone_is_asked_too(self, client, editor, enter, settings):  # noqa: F811
        editor.user_permissions.add(Permission.objects.get(codename="view_group"))
        enter()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        page = reverse("admin:auth_group_change", args=[Group.objects.create(name="somebody").pk])
        assert client.get(page)["Location"].startswith(reverse("account_reauthenticate"))

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

    @pytest.mark.parametrize("action", ["take_second_factor_away", "take_single_rights_away"])
    def test_what_a_step_for_many_takes_is_asked_too(self, client, editor, enter, settings, action):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
        editor.user_permissions.add(Permission.objects.get(codename="view_group"))
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        accounts = reverse("admin:auth_user_changelist")
        answer = client.post(accounts, {"action": action, "_selected_action": [editor.pk]})
        assert answer["Location"].startswith(reverse("account_reauthenticate"))
        assert is_mfa_enabled(editor)
        assert editor.user_permissions.exists()
        # Whoever only looks which accounts there are is asked nothing.
        assert client.get(accounts).status_code == 200

    def test_lost_second_factor_is_taken_away_by_an_administrator(self, client, editor, enter, caplog):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
        for kind in (Authenticator.Type.RECOVERY_CODES, Authenticator.Type.WEBAUTHN):
            Authenticator.objects.create(user=editor, type=kind, data={})
        data = {"action": "take_second_factor_away", "_selected_action": [editor.pk]}
        caplog.set_level(logging.INFO, "partnerships.accounts")
        page = reverse("admin:auth_user_change", args=[editor.pk])
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert "choose “Take the second factor away”" in client.get(page, headers={"accept-language": "en"}).text
        client.post(reverse("admin:auth_user_changelist"), data)
        assert "None is set up." in client.get(page, headers={"accept-language": "en"}).text
        assert not is_mfa_enabled(editor)
        assert not Authenticator.objects.filter(user=editor).exists()
        # The log-in a moment ago has a line of its own.
        removed = [each for each in caplog.records if "factor-removed account='editor'" in each.getMessage()]
        assert len(removed) == 3

    def test_whose_factor_is_taken_away_is_told_by_whom(self, client, editor, enter):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        lost = User.objects.create_user("lost", "lost@example.org", is_staff=True)
        MailChoice.objects.create(user=lost, language="en")
        none = User.objects.create_user("none", "none@example.org", is_staff=True)
        TOTP.activate(lost, "JBSWY3DPEHPK3PXP")
        data = {"action": "take_second_factor_away", "_selected_action": [lost.pk, none.pk]}
        client.post(reverse("admin:auth_user_changelist"), data, headers={"accept-language": "fr"})
        (told,) = mail.outbox
        assert told.to == ["lost@example.org"]
        assert told.subject == "Register of partnerships: your second factor"
        assert told.body.startswith(
            "The second factor of your account in the register of partnerships has been removed"
        )
        assert "By: editor" in told.body.splitlines()
        assert "127.0.0.1" not in told.body
        assert "If it was you" not in told.body

    def test_no_mail_where_none_are_wanted(self, client, editor, enter, settings):  # noqa: F811
        settings.ACCOUNT_EMAIL_NOTIFICATIONS = False
        User.objects.update(is_superuser=True)
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
        data = {"action": "take_second_factor_away", "_selected_action": [editor.pk]}
        client.post(reverse("admin:auth_user_changelist"), data)
        assert not is_mfa_enabled(editor)
        assert mail.outbox == []

    def test_whose_password_is_set_is_told_and_it_is_logged(self, client, editor, enter, caplog):  # noqa: F811
        User.objects.update(is_superuser=True)
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        other = User.objects.create_user("other", "other@example.org", PASSWORD, is_staff=True)
        page = reverse("admin:auth_user_password_change", args=[other.pk])
        for _ in range(6):
            Client(REMOTE_ADDR="192.0.2.1").post("/admin/login/", {"login": "other", "password": "wrong"})
        client.post(page, {"password1": "short", "password2": "else", "usable_password": "true"})
        assert mail.outbox == []
        caplog.set_level(logging.INFO, "partnerships.accounts")
        new = "another long secret"
        client.post(page, {"password1": new, "password2": new, "usable_password": "true", "set-password": "1"})
        other.refresh_from_db()
        assert other.check_password(new)
        (told,) = mail.outbox
        assert told.to == ["other@example.org"]
        assert told.body.splitlines()[0].startswith("Un nouveau mot de passe")
        assert new not in told.body
        assert "event=password-changed account='other'" in caplog.text
        # And the lock of too many wrong ones has ended.
        assert Client().post("/admin/login/", {"login": "other", "password": new}).status_code == 302

    def test_other_pages_do_not_ask(self, client, enter, settings):  # noqa: F811
        enter()
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        assert client.get("/admin/").status_code == 200


@pytest.mark.once
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
class TestDeletion:
    @pytest.fixture
    def chief(self, client):
        client.force_login(User.objects.create_superuser("chief", password=PASSWORD))
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        return client

    def test_of_an_account_that_somebody_else_changed_is_refused(self, chief, staff):
        page = reverse("admin:auth_user_delete", args=[staff["editor"].pk])
        sent = deletion(chief.get(page))
        staff["editor"].groups.add(Group.objects.get(name="reviewer"))
        answer = chief.post(page, sent)
        assert "errornote" in answer.text
        assert User.objects.filter(username="editor").exists()
        assert chief.post(page, deletion(answer)).status_code == 302
        assert not User.objects.filter(username="editor").exists()

    @pytest.mark.parametrize(
        ("column", "value"),
        [("is_active", False), ("is_staff", False), ("is_superuser", True), ("email", "a@example.org")],
    )
    def test_of_an_account_whose_standing_changed_is_refused(self, chief, staff, column, value):
        page = reverse("admin:auth_user_delete", args=[staff["editor"].pk])
        sent = deletion(chief.get(page))
        User.objects.filter(username="editor").update(**{column: value})
        assert "errornote" in chief.post(page, sent).text
        assert User.objects.filter(username="editor").exists()

    def test_of_a_role_likewise(self, chief, staff):
        role = Group.objects.create(name="archivist")
        role.permissions.set(Permission.objects.filter(codename="view_area"))
        page = reverse("admin:auth_group_delete", args=[role.pk])
        sent = deletion(chief.get(page))
        role.permissions.clear()
        assert "errornote" in chief.post(page, sent).text
        assert Group.objects.filter(name="archivist").exists()

    def test_an_owner_who_logs_in_meanwhile_is_no_change(self, chief, staff):
        page = reverse("admin:auth_user_delete", args=[staff["editor"].pk])
        sent = deletion(chief.get(page))
        User.objects.filter(username="editor").update(last_login=timezone.now())
        assert chief.post(page, sent).status_code == 302


@pytest.mark.django_db
def test_nobody_types_when_somebody_came(client):
    chief = User.objects.create_superuser("chief", password=PASSWORD)
    client.force_login(chief)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    html = client.get(reverse("admin:auth_user_change", args=[chief.pk])).text
    assert 'name="username"' in html
    assert [name for name in ("last_login", "date_joined") if f'name="{name}' in html] == []


@pytest.mark.once
@pytest.mark.django_db
class TestRights:
    """They come by roles: an account is given none beside, and a role says what it may in the words of the register."""

    def test_are_not_given_to_one_account_not_even_by_what_a_form_does_not_offer(self, as_role, staff):
        client, account = as_role("administrator"), staff["editor"]
        right = Permission.objects.get(codename="publish_records")
        page = reverse("admin:auth_user_change", args=[account.pk])
        shown = client.get(page)
        assert "user_permissions" not in shown.context["adminform"].form.fields
        assert "Can add" not in shown.text
        french = client.get(page, headers={"accept-language": "fr"}).context["adminform"].form.fields["groups"]
        listed = client.get(reverse("admin:auth_group_changelist"), headers={"accept-language": "fr"}).text
        assert ">Relecteur</a>" in listed
        assert ">reviewer</a>" not in listed
        assert {"Rédacteur", "Relecteur"} <= {str(label) for _key, label in french.choices}
        sent = {"username": "editor", "is_active": "on", "is_staff": "on", "user_permissions": [right.pk]}
        roles = [group.pk for group in account.groups.all()]
        assert client.post(page, {**sent, "groups": roles, "email": "e@example.org"}).status_code == 302
        account = User.objects.get(pk=account.pk)
        assert (account.email, account.has_perm("partnerships.publish_records")) == ("e@example.org", False)

    def test_that_an_account_has_singly_are_said_and_can_be_taken(self, as_role, staff):
        client, account = as_role("administrator"), staff["editor"]
        page = reverse("admin:auth_user_change", args=[account.pk])
        assert "beside its roles" not in client.get(page, headers={"accept-language": "en"}).text
        account.user_permissions.add(Permission.objects.get(codename="delete_tenure"))
        said = client.get(page, headers={"accept-language": "en"}).text
        assert "Rights beside its roles" in said
        assert "Tenures: delete" in said
        data = {"action": "take_single_rights_away", "_selected_action": [each.pk for each in staff.values()]}
        answer = client.post(
            reverse("admin:auth_user_changelist"), data, follow=True, headers={"accept-language": "en"}
        )
        assert "1 account now has only the rights of its roles." in answer.text
        assert not account.user_permissions.exists()
        assert account.groups.exists()

    def test_of_the_four_roles_are_read_in_words_and_typed_by_nobody(self, as_role, staff):
        client, role = as_role("administrator"), Group.objects.get(name="editor")
        page = reverse("admin:auth_group_change", args=[role.pk])
        assert "Tenures: look at, add, change" in client.get(page, headers={"accept-language": "en"}).text
        right = Permission.objects.get(codename="publish_records")
        assert client.post(page, {"name": "other", "permissions": [right.pk]}).status_code == 403
        # Whoever had it would have no right left, though the role came back.
        assert client.get(reverse("admin:auth_group_delete", args=[role.pk])).status_code == 403
        role.refresh_from_db()
        assert (role.name, role.permissions.filter(pk=right.pk).exists()) == ("editor", False)

    def test_four_roles_are_deleted_by_nobody_though_another_is(self, rf):
        request = rf.get("/")
        request.user = User(is_superuser=True, is_active=True)
        sync_roles()
        roles = Group.objects.get(name="editor"), Group.objects.create(name="somebody")
        allowed = [admin.site._registry[Group].has_delete_permission(request, role) for role in roles]
        assert allowed == [False, True]

    def test_of_another_role_are_chosen_in_words(self, as_role):
        page = as_role("administrator").get(reverse("admin:auth_group_add"), headers={"accept-language": "fr"})
        told = [label for _key, label in page.context["adminform"].form.fields["permissions"].choices]
        assert "Mandats : modifier" in told
        assert not [each for each in told if "|" in each or "Can " in each]
