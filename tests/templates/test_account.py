"""What the pages of one’s own account say and lead to, where only their templates decide it."""

import re
from smtplib import SMTPException

import pytest
from allauth.core.context import request_context
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django import forms
from django.core import mail
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from partnerships.accounts.adapters import AccountAdapter
from tests.accounts.conftest import PASSWORD, editor, enter

__all__ = ["editor", "enter"]

pytestmark = [pytest.mark.once, pytest.mark.django_db]

ENGLISH = {"accept-language": "en"}


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def content(answer):
    """What stands between the head and the foot of the back-office."""
    return answer.text.partition('<div id="content-main"')[2].partition("</main>")[0]


def links(html):
    return {words(text): address for address, text in re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html, re.S)}


def test_what_is_wrong_with_a_field_is_said_at_it():
    form = SignUp({"name": ""})
    html = render_to_string("account/_field.html", {"field": form["name"], "label": "Name"})
    assert str(form.errors["name"]) in html


class SignUp(forms.Form):
    name = forms.CharField()


class TestLogIn:
    @pytest.fixture
    def page(self, client):
        return content(client.get("/admin/login/?next=/admin/partnerships/area/", headers=ENGLISH))

    def test_each_field_has_its_label(self, page):
        labels = dict(re.findall(r'<label for="(\w+)">(.*?)</label>', page))
        assert labels == {"id_login": "Account", "id_password": "Password"}
        assert [name for name in labels if f'id="{name}"' not in page] == []

    def test_where_one_wanted_to_go_goes_along(self, page):
        assert re.search(r'<input type="hidden" name="next" value="/admin/partnerships/area/"', page)

    def test_leads_on_where_a_password_is_forgotten(self, page):
        assert links(page) == {"Password forgotten?": reverse("account_reset_password")}

    def test_offers_a_passkey(self, page):
        assert '<button type="submit" form="mfa_login" id="passkey_login"' in page

    def test_says_why_it_does_not_let_in(self, client, editor):
        answer = client.post("/admin/login/", {"login": "editor", "password": "wrong"}, headers=ENGLISH)
        (said,) = re.findall(r'<p class="errornote" role="alert">(.*?)</p>', answer.text)
        assert said == "The account or the password is not correct."

    def test_does_not_let_in_forever(self, client, enter):
        for _ in range(5):
            enter("wrong")
        assert "Too many failed attempts. Try again in ten minutes." in enter(headers=ENGLISH).text

    @pytest.mark.parametrize("name", ["account_login", "account_change_password", "mfa_index"])
    def test_stands_alone_without_the_menu_of_the_back_office(self, client, enter, name):
        if name != "account_login":
            enter()
        page = client.get(reverse(name)).text
        assert 'id="nav-sidebar"' not in page
        assert 'class="breadcrumbs"' not in page


class TestMessages:
    def test_log_in_is_said_by_the_name_of_the_account(self, client, enter):
        enter(headers=ENGLISH)
        assert "You are logged in as editor." in words(client.get("/admin/", headers=ENGLISH).text)

    def test_log_out_is_said(self, client, enter):
        enter()
        client.get("/admin/")
        answer = client.post(reverse("account_logout"), follow=True, headers=ENGLISH)
        assert "You are logged out." in words(answer.text)

    def test_change_of_the_password_is_said(self, client, enter):
        enter()
        client.get("/admin/")
        given = {"oldpassword": PASSWORD, "password1": "another long secret", "password2": "another long secret"}
        answer = client.post(reverse("account_change_password"), given, follow=True, headers=ENGLISH)
        assert "Your password is changed." in words(answer.text)


class TestMails:
    """Whoever has an account is told what was changed of it."""

    @pytest.mark.parametrize(("language", "account"), [("en", "Account: editor"), ("fr", "Compte\u00a0: editor")])
    def test_change_of_the_password_is_told(self, client, enter, editor, language, account):
        enter()
        given = {"oldpassword": PASSWORD, "password1": "another long secret", "password2": "another long secret"}
        client.post(reverse("account_change_password"), given, headers={"accept-language": language})
        (message,) = mail.outbox
        assert message.to == [editor.email]
        assert message.body.splitlines()[3] == account
        assert "Hello" not in message.body
        assert "'" not in message.subject + message.body

    @pytest.mark.parametrize(
        ("prefix", "said"),
        [
            ("account/email/password_changed", "has been changed."),
            ("account/email/password_reset", "through a link sent by e-mail."),
            ("mfa/email/totp_activated", "An authenticator app has been set up"),
            ("mfa/email/totp_deactivated", "The authenticator app has been removed"),
            ("mfa/email/webauthn_added", "A passkey has been added"),
            ("mfa/email/webauthn_removed", "A passkey has been removed"),
            ("mfa/email/recovery_codes_generated", "New recovery codes have been made"),
        ],
    )
    def test_each_says_what_was_changed_and_what_to_do(self, rf, editor, prefix, said):
        with request_context(rf.get("/")), override("en"):
            AccountAdapter(rf.get("/")).send_notification_mail(prefix, editor)
        (message,) = mail.outbox
        assert message.subject.startswith("Register of partnerships: your ")
        assert said in message.body.splitlines()[0]
        assert "If not, ask for a new password" in message.body

    def test_change_is_made_though_no_mail_can_be_sent(self, client, enter, editor, monkeypatch, caplog):
        def refuse(_self):
            raise SMTPException

        monkeypatch.setattr(EmailMessage, "send", refuse)
        enter()
        given = {"oldpassword": PASSWORD, "password1": "another long secret", "password2": "another long secret"}
        assert client.post(reverse("account_change_password"), given).status_code == 302
        editor.refresh_from_db()
        assert editor.check_password("another long secret")
        assert "event=mail-not-sent account='editor'" in caplog.text


class TestSecondFactor:
    @pytest.fixture
    def half_way(self, client, enter, editor):
        """Somebody who has given the password, and is asked for more."""
        TOTP.activate(editor, generate_totp_secret())
        enter()
        return lambda: content(client.get(reverse("mfa_authenticate"), headers=ENGLISH))

    def test_passkey_is_offered_to_those_who_have_one(self, half_way, monkeypatch):
        assert "mfa_webauthn_authenticate" not in half_way()
        begun = {"publicKey": {"challenge": "x", "allowCredentials": [{"id": "x", "type": "public-key"}]}}
        monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.begin_authentication", lambda _user: begun)
        assert 'id="mfa_webauthn_authenticate" class="button">Use a passkey</button>' in half_way()

    def test_code_has_its_label(self, half_way):
        assert '<label for="id_code">Code</label>' in half_way()

    def test_other_ways_to_say_who_one_is_are_named(self, client, enter, editor):
        enter()
        TOTP.activate(editor, generate_totp_secret())
        page = content(client.get(reverse("account_reauthenticate"), headers=ENGLISH))
        assert links(page)["With a code"] == reverse("mfa_reauthenticate")


class TestWaysToLogIn:
    """Of each way it says what there is of it, and that alone."""

    SAID = {
        "no app": "Not set up.",
        "an app": "Set up: at each log-in it shows the code to be given.",
        "codes later": "They let you log in if you lose your device; you get them with your second factor.",
        "no codes": "None. They let you log in if you lose your device.",
        "codes": "See them",
    }

    @pytest.mark.parametrize(
        ("app", "codes", "told"),
        [
            (False, False, {"no app", "codes later"}),
            (True, False, {"an app", "no codes"}),
            (True, True, {"an app", "codes"}),
        ],
    )
    def test_page_says_what_is_set_up(self, client, enter, editor, app, codes, told):
        enter()
        if app:
            TOTP.activate(editor, generate_totp_secret())
        if codes:
            RecoveryCodes.activate(editor)
        page = words(content(client.get(reverse("mfa_index"), headers=ENGLISH)))
        assert {name for name, sentence in self.SAID.items() if sentence in page} == told


class TestReset:
    def test_says_what_whoever_has_no_address_can_do(self, client):
        page = words(content(client.get(reverse("account_reset_password"), headers=ENGLISH)))
        assert "a link is sent there, with which you can choose a new password." in page
        assert "An account without an address gets its new password from an administrator." in page

    def test_once_sent_it_leads_back_to_the_log_in(self, client):
        page = content(client.get(reverse("account_reset_password_done"), headers=ENGLISH))
        assert links(page) == {"Log in": reverse("account_login")}

    def test_mail_says_what_whoever_has_not_asked_for_it_has_to_do(self, client, editor):
        client.post(reverse("account_reset_password"), {"email": editor.email}, headers=ENGLISH)
        (message,) = mail.outbox
        assert "If you did not ask for this, there is nothing to do" in message.body

    def test_mail_names_the_account_as_it_is(self, client, editor):
        type(editor).objects.update(username="d’o'neil+tarō@example.org")
        client.post(reverse("account_reset_password"), {"email": editor.email}, headers=ENGLISH)
        (message,) = mail.outbox
        assert "The name of your account is d’o'neil+tarō@example.org." in message.body

    def test_link_of_no_use_leads_to_another_one(self, client):
        dead = reverse("account_reset_password_from_key", args=["1", "dead-link"])
        page = content(client.get(dead, headers=ENGLISH, follow=True))
        assert links(page) == {"Ask for another link": reverse("account_reset_password")}

    def test_new_password_leads_to_the_log_in(self, client):
        page = content(client.get(reverse("account_reset_password_from_key_done"), headers=ENGLISH))
        assert links(page) == {"Log in with it": reverse("account_login")}
