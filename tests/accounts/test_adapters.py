from smtplib import SMTPServerDisconnected

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import override

from partnerships.accounts import adapters
from partnerships.accounts.adapters import AccountAdapter, SecondFactorAdapter
from partnerships.accounts.trace import SHUT


class TestAccount:
    def test_nobody_signs_up(self):
        assert AccountAdapter().is_open_for_signup(RequestFactory().get("/")) is False

    def test_log_in_leads_to_the_back_office(self):
        request = RequestFactory().get("/")
        assert AccountAdapter().get_login_redirect_url(request) == reverse("admin:index")
        assert AccountAdapter().get_logout_redirect_url(request) == reverse("admin:index")
        assert AccountAdapter().get_password_change_redirect_url(request) == reverse("mfa_index")

    @pytest.mark.parametrize(
        ("adapter", "code", "told"),
        [
            (AccountAdapter, "username_password_mismatch", "The account or the password is not correct."),
            (AccountAdapter, "incorrect_password", "The password is not correct."),
            (AccountAdapter, "enter_current_password", "The current password is not correct."),
            (AccountAdapter, "too_many_login_attempts", "Too many failed attempts. Try again in ten minutes."),
            (AccountAdapter, "rate_limited", "Too many failed attempts. Try again in ten minutes."),
            (SecondFactorAdapter, "incorrect_code", "This was not accepted; try again."),
            (SecondFactorAdapter, "cannot_generate_recovery_codes", "Set up an app or a passkey first."),
        ],
    )
    def test_refusal_is_said_in_the_words_of_the_site(self, adapter, code, told):
        request = RequestFactory().get("/")
        request.user = User(username="editor")
        with request_context(request), override("en"):
            assert adapter().validation_error(code).messages == [told]
        with override("fr"):
            said = AccountAdapter().validation_error("username_password_mismatch").messages
        assert said == ["Le compte ou le mot de passe est inexact."]

    @pytest.mark.parametrize("url", [None, "", "https://evil.example/admin/", "/nonexistent/"])
    def test_log_in_leads_nowhere_else(self, url):
        with request_context(RequestFactory().get("/")):
            assert not AccountAdapter().is_safe_url(url)
            assert AccountAdapter().is_safe_url("/admin/")

    @pytest.mark.parametrize("error", [ConnectionRefusedError, SMTPServerDisconnected])
    def test_notice_that_cannot_be_mailed_hinders_nobody(self, monkeypatch, caplog, error):
        told, user = [], User(username="editor", email="editor@example.org")

        def fail(_self, _template, to, context, email):
            told.append((to, context["username"], context.get("x"), email))
            raise error

        monkeypatch.setattr(DefaultAccountAdapter, "send_notification_mail", fail)
        with request_context(RequestFactory().get("/")):
            adapter = AccountAdapter(RequestFactory().get("/"))
            adapter.send_notification_mail("account/email/x", user, {"x": 1})
            adapter.send_notification_mail("account/email/x", user, email="former@example.org")
        assert told == [(user, "editor", 1, "editor@example.org"), (user, "editor", None, "former@example.org")]
        assert "event=mail-not-sent account='editor' from=127.0.0.1" in caplog.text

    @pytest.mark.parametrize(
        ("code", "written"),
        [("too_many_login_attempts", [SHUT]), ("rate_limited", [SHUT]), ("username_password_mismatch", [])],
    )
    def test_is_written_down_wherever_it_is_shut(self, monkeypatch, code, written):
        found = []
        monkeypatch.setattr(adapters, "log_no_entry", lambda reason, _request: found.append(reason))
        with request_context(RequestFactory().get("/")):
            AccountAdapter().validation_error(code)
        assert found == written


class TestSecondFactor:
    @pytest.mark.parametrize(("code", "written"), [("incorrect_code", ["factor-refused"]), ("add_email_blocked", [])])
    def test_wrong_one_is_written_down_and_nothing_else(self, monkeypatch, code, written):
        found = []
        monkeypatch.setattr(adapters, "log_no_entry", lambda reason, _request: found.append(reason))
        with request_context(RequestFactory().get("/")):
            SecondFactorAdapter().validation_error(code)
        assert found == written

    def test_passkeys_are_numbered_by_their_owner(self, editor):
        other = User.objects.create_user("other")
        for user, type_ in ((editor, "webauthn"), (editor, "totp"), (other, "webauthn")):
            Authenticator.objects.create(user=user, type=type_, data={})
        with override("en"):
            assert SecondFactorAdapter().generate_authenticator_name(editor, "webauthn") == "Passkey 2"

    def test_register_is_named_in_the_app(self, editor):
        address = SecondFactorAdapter().build_totp_url(editor, "SECRET")
        assert "Registre%20des%20partenariats" in address

    def test_register_is_named_where_a_passkey_is_kept(self, db):
        with request_context(RequestFactory().get("/")), override("en"):
            found = SecondFactorAdapter().get_public_key_credential_rp_entity()
        assert found["name"] == "Register of partnerships"
