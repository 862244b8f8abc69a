import pytest
from allauth.core.context import request_context
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

    def test_wrong_password_is_said_in_the_words_of_the_site(self):
        with override("fr"):
            said = AccountAdapter().validation_error("username_password_mismatch").messages
        assert said == ["Le compte ou le mot de passe est inexact."]

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
    def test_register_is_named_in_the_app(self, editor):
        address = SecondFactorAdapter().build_totp_url(editor, "SECRET")
        assert "Registre%20des%20partenariats" in address

    def test_register_is_named_where_a_passkey_is_kept(self, db):
        with request_context(RequestFactory().get("/")), override("en"):
            found = SecondFactorAdapter().get_public_key_credential_rp_entity()
        assert found["name"] == "Register of partnerships"
