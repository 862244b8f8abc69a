from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from partnerships.accounts.login_and_second_factor import (
    SEEN,
    SINCE,
    BackOfficeMiddleware,
    has_ended,
    is_sent_form,
    needs_second_factor,
)
from partnerships.own_site import own_site

SECRET = "JBSWY3DPEHPK3PXP"


def code():
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


@pytest.mark.once
class TestEnd:
    def test_idle_log_in_ends_and_says_so(self, client, enter, settings):
        enter()
        client.get("/admin/")
        settings.LOGIN_IDLE_SECONDS = -1
        answer = client.get("/admin/", follow=True)
        assert answer.redirect_chain[0][0].startswith("/admin/login/")
        assert "a pris fin" in answer.text or "has ended" in answer.text

    def test_whoever_sends_a_form_then_is_told_that_it_is_kept(self, client, enter, settings):
        said, form = "What you sent is kept in this window", "/admin/partnerships/area/add/"
        english = {"accept-language": "en"}
        assert said in client.post(form, follow=True, headers=english).text
        assert said not in client.post(form, follow=True, headers={**english, "sec-fetch-dest": "empty"}).text
        enter()
        client.get("/admin/")
        settings.LOGIN_IDLE_SECONDS = -1
        assert said in client.post(form, follow=True, headers=english).text

    @pytest.mark.parametrize("where", ["admin:login", "account_login"])
    def test_whoever_sends_the_log_in_itself_is_told_of_no_form(self, client, db, where):
        sent = {"login": "editor", "password": "wrong"}
        answer = client.post(reverse(where), sent, follow=True, headers={"accept-language": "en"})
        assert "Your log-in has ended" not in answer.text

    def test_old_log_in_ends_however_busy(self, client, enter, settings):
        enter()
        client.get("/admin/")
        settings.LOGIN_SECONDS = -1
        assert client.get("/admin/").status_code == 302

    def test_log_in_in_use_goes_on(self, client, enter):
        enter()
        assert [client.get("/admin/").status_code for _ in range(2)] == [200, 200]

    def test_each_request_begins_the_idle_time_anew(self, client, enter):
        begun = timezone.now()
        with time_machine.travel(begun, tick=False) as clock:
            enter()
            for _hour in range(3):
                clock.shift(timedelta(minutes=90))
                assert client.get("/admin/").status_code == 200
            clock.shift(timedelta(minutes=121))
            assert client.get("/admin/").status_code == 302

    @pytest.mark.parametrize("setting", ["LOGIN_IDLE_SECONDS", "LOGIN_SECONDS"])
    @pytest.mark.parametrize(("seconds", "status"), [(1800, 200), (1801, 302)])
    def test_log_in_lasts_as_long_as_it_may_and_no_longer(self, client, enter, settings, setting, seconds, status):
        setattr(settings, setting, 1800)
        with time_machine.travel(timezone.now(), tick=False) as clock:
            enter()
            client.get("/admin/")
            clock.shift(timedelta(seconds=seconds))
            assert client.get("/admin/").status_code == status

    def test_form_that_is_left_open_is_nobody_at_work(self, client, enter, settings):
        settings.LOGIN_IDLE_SECONDS = 1800
        with time_machine.travel(timezone.now(), tick=False) as clock:
            enter()
            client.get("/admin/")
            for _half in range(3):
                clock.shift(timedelta(minutes=12))
                client.post("/admin/partnerships/state/1/opened/")
            assert client.get("/admin/").status_code == 302


@pytest.mark.once
class TestNoted:
    """Of a log-in when it began, and to the minute when somebody was last at work."""

    @pytest.mark.parametrize(
        ("path", "seconds", "seen"),
        [("/admin/", 59, 0), ("/admin/", 60, 60), ("/admin/partnerships/state/1/opened/", 60, 0)],
    )
    def test_is_what_was_done_and_no_form_that_says_it_is_open(self, rf, path, seconds, seen):
        request, session = rf.get(path), {}
        request.session = session
        with time_machine.travel(timezone.now(), tick=False) as clock:
            begun = int(timezone.now().timestamp())
            assert not has_ended(request)
            clock.shift(timedelta(seconds=seconds))
            assert not has_ended(request)
        assert session == {SINCE: begun, SEEN: begun + seen}

    @pytest.mark.parametrize(
        ("method", "path", "headers", "sent"),
        [
            ("post", "/admin/partnerships/state/add/", {}, True),
            ("post", "/admin/partnerships/state/add/", {"sec-fetch-dest": "document"}, True),
            ("post", "/admin/partnerships/state/add/", {"sec-fetch-dest": "empty"}, False),
            ("get", "/admin/partnerships/state/add/", {}, False),
            ("post", "/admin/login/", {}, False),
            ("post", "/admin/account/2fa/", {}, False),
        ],
    )
    def test_form_is_one_that_somebody_sent_to_be_kept(self, rf, method, path, headers, sent):
        assert is_sent_form(getattr(rf, method)(path, headers=headers)) is sent

    @pytest.mark.parametrize(
        ("required", "path", "asked"),
        [(True, "/admin/", True), (True, "/admin/account/2fa/", False), (False, "/admin/", False)],
    )
    def test_second_factor_is_asked_for_where_it_is_required_but_not_where_it_is_set_up(
        self, rf, editor, settings, required, path, asked
    ):
        settings.REQUIRE_2FA = required
        request = rf.get(path)
        request.user = editor
        assert needs_second_factor(request) is asked
        TOTP.activate(editor, SECRET)
        assert not needs_second_factor(request)


@pytest.mark.once
class TestSite:
    def test_what_is_sent_meanwhile_leads_to_where_the_request_came(self, rf, settings):
        settings.SITE_URL, settings.ALLOWED_HOSTS = "", ["register.test"]
        found = []

        def answer(request):
            found.append(own_site())
            return HttpResponse()

        for path in ("/admin/", "/en/"):
            request = rf.get(path, headers={"host": "register.test"})
            request.user = AnonymousUser()
            BackOfficeMiddleware(answer)(request)
        assert found == ["http://register.test", settings.LISTENS_AT]


@pytest.mark.once
class TestRequired:
    @pytest.fixture(autouse=True)
    def _one_moment(self, time_machine):
        """A code is that of its half minute; half a minute later it is no code, and none can be said to be spent."""
        time_machine.move_to("2026-12-01T12:00Z", tick=False)

    def test_account_without_second_factor_is_led_to_it(self, client, enter, settings):
        settings.REQUIRE_2FA = True
        enter()
        assert client.get("/admin/")["Location"] == reverse("mfa_index")
        assert client.post(reverse("admin:partnerships_state_add"))["Location"] == reverse("mfa_index")
        assert client.get(reverse("mfa_index")).status_code == 200

    def test_account_with_one_enters_with_the_code_alone(self, client, enter, editor, settings):
        settings.REQUIRE_2FA = True
        TOTP.activate(editor, SECRET)
        answer = enter()
        assert answer["Location"].startswith(reverse("mfa_authenticate"))
        assert client.get("/admin/").status_code == 302
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
        assert client.get("/admin/").status_code == 302
        client.post(reverse("mfa_authenticate"), {"code": code()})
        assert client.get("/admin/").status_code == 200

    def test_code_by_which_an_app_was_set_up_is_spent(self, client, enter, editor, rf, settings):
        settings.REQUIRE_2FA = True
        app, spent = TOTP.activate(editor, SECRET).instance, code()
        authenticator_added.send(Authenticator, request=rf.post("/", {"code": spent}), user=editor, authenticator=app)
        assert enter()["Location"].startswith(reverse("mfa_authenticate"))
        client.post(reverse("mfa_authenticate"), {"code": spent})
        assert client.get("/admin/").status_code == 302

    def test_is_not_asked_for_where_the_site_does_not(self, client, enter):
        enter()
        assert client.get("/admin/").status_code == 200
