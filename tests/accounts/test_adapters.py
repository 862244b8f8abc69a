from django.test import RequestFactory
from django.urls import reverse

from partnerships.accounts.adapters import AccountAdapter, SecondFactorAdapter


class TestAccount:
    def test_nobody_signs_up(self):
        assert AccountAdapter().is_open_for_signup(RequestFactory().get("/")) is False

    def test_log_in_leads_to_the_back_office(self):
        request = RequestFactory().get("/")
        assert AccountAdapter().get_login_redirect_url(request) == reverse("admin:index")
        assert AccountAdapter().get_logout_redirect_url(request) == reverse("admin:index")


class TestSecondFactor:
    def test_register_is_named_in_the_app(self, editor):
        address = SecondFactorAdapter().build_totp_url(editor, "SECRET")
        assert "Registre%20des%20partenariats" in address
