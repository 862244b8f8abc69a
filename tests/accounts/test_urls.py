import re
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core import mail
from django.urls import NoReverseMatch, reverse

from .conftest import PASSWORD


class TestLogIn:
    def test_is_asked_for_at_the_address_of_the_back_office(self, client, db):
        assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
        assert client.get("/admin/login/?next=/admin/").status_code == 200

    def test_right_password_enters(self, client, enter):
        assert enter()["Location"] == "/admin/"
        assert client.get("/admin/").status_code == 200

    def test_wrong_password_does_not(self, client, enter):
        assert enter("wrong").status_code == 200
        assert client.get("/admin/").status_code == 302

    def test_fifth_wrong_password_locks_the_account_for_a_while(self, client, enter):
        for _ in range(5):
            enter("wrong")
        assert enter().status_code == 200
        assert client.get("/admin/").status_code == 302

    def test_lock_is_for_the_account_from_wherever_somebody_tries(self, client, enter):
        for number in range(5):
            enter("wrong", REMOTE_ADDR=f"192.0.2.{number}")
        assert enter(REMOTE_ADDR="192.0.2.99").status_code == 200

    @pytest.mark.parametrize(
        ("asked", "led"),
        [
            ("/nonexistent/", "/admin/"),
            ("/admin/partnerships/visit/", "/admin/partnerships/visit/"),
            ("/fr/chronologie/?on=2018-09-01", "/fr/chronologie/?on=2018-09-01"),
            ("/en/timeline/", "/en/timeline/"),
        ],
    )
    def test_next_page_is_one_that_there_is(self, client, editor, asked, led):
        given = {"login": "editor", "password": "a long enough password", "next": asked}
        assert client.post("/admin/login/", given)["Location"] == led

    def test_next_page_of_another_site_is_not_followed(self, client, editor):
        answer = client.post(
            "/admin/login/?next=https://evil.example/", {"login": "editor", "password": "a long enough password"}
        )
        assert answer["Location"] == "/admin/"


class TestSignUp:
    @pytest.mark.parametrize("name", ["account_signup", "account_email", "account_signup_by_passkey"])
    def test_has_no_address(self, name):
        with pytest.raises(NoReverseMatch):
            reverse(name)


class TestReset:
    def test_is_mailed_to_the_account_and_says_the_same_of_an_unknown_one(self, client, editor):
        known = client.post(reverse("account_reset_password"), {"email": "editor@example.org"})
        assert [sent.to for sent in mail.outbox] == [["editor@example.org"]]
        unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
        assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            (
                "en",
                ("a new password", "asked for a new password", "The name of your account is editor.")
                + ("an e-mail is on its way", "Choose a new password", "Your password is changed", "no longer valid"),
            ),
            (
                "fr",
                ("un nouveau mot de passe", "avez demandé un nouveau", "Le nom de votre compte est editor.")
                + (
                    "un courriel y a été",
                    "Choisir un nouveau",
                    "Votre mot de passe est modifié",
                    "Ce lien n’est plus valable",
                ),
            ),
        ],
    )
    def test_speaks_the_words_of_the_register_from_the_mail_to_the_new_password(self, client, editor, language, words):
        headers = {"accept-language": language}
        subject, mailed, account, sent, choose, changed, used = words
        form = {"email": "editor@example.org"}
        assert sent in client.post(reverse("account_reset_password"), form, headers=headers, follow=True).text
        (message,) = mail.outbox
        assert message.subject.endswith(subject)
        assert mailed in message.body
        assert account in message.body
        assert "'" not in message.body
        link = re.search(r"http://testserver(/\S+)", message.body).group(1)
        page = client.get(link, headers=headers, follow=True)
        assert choose in page.text
        secret = {"password1": "another long secret", "password2": "another long secret"}
        done = client.post(page.redirect_chain[-1][0], secret, headers=headers, follow=True)
        assert changed in done.text
        assert used in client.get(link, headers=headers, follow=True).text
        assert client.post("/admin/login/", {"login": "editor", "password": "another long secret"}).status_code == 302

    def test_ends_the_lock_of_the_account_with_the_new_password(self, client, editor, enter):
        for _ in range(6):
            enter("wrong", REMOTE_ADDR="192.0.2.1")
        client.post(reverse("account_reset_password"), {"email": "editor@example.org"})
        link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1)
        form = client.get(link, follow=True).redirect_chain[-1][0]
        client.post(form, {"password1": "another long secret", "password2": "another long secret"})
        assert enter("another long secret")["Location"] == "/admin/"


class TestSecondFactor:
    def test_picture_is_allowed_on_the_one_page_that_shows_it(self, client, enter):
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        page = client.get(reverse("mfa_activate_totp"))
        assert "data:image/svg+xml" in page.text
        assert "img-src 'self' data:" in page["Content-Security-Policy"]
        everywhere = client.get(reverse("mfa_index"))["Content-Security-Policy"]
        assert "data:" not in everywhere
        assert page["Content-Security-Policy"].replace("img-src 'self' data:", "img-src 'self'") == everywhere

    def test_every_page_of_it_answers(self, client, enter, editor):
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        TOTP.activate(editor, generate_totp_secret())
        RecoveryCodes.activate(editor)
        codes = ("view_recovery_codes", "generate_recovery_codes")
        for name in ("index", "deactivate_totp", *codes, "list_webauthn", "add_webauthn"):
            assert client.get(reverse(f"mfa_{name}")).status_code == 200, name

    def test_can_be_set_up_though_somebody_has_asked_for_a_new_password(self, client, enter, editor):
        client.post(reverse("account_reset_password"), {"email": editor.email})
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert client.get(reverse("mfa_activate_totp")).status_code == 200

    def test_who_one_is_is_asked_by_what_has_an_address(self, client, enter, editor):
        EmailAddress.objects.create(user=editor, email=editor.email, verified=True)
        enter()
        assert client.get(reverse("account_reauthenticate")).status_code == 200


class TestPassword:
    @pytest.mark.parametrize("address", ["/admin/password_change/", "/admin/password_change/done/"])
    def test_is_changed_at_one_door(self, client, enter, address):
        enter()
        answer = client.post(address, {"old_password": PASSWORD, "new_password1": "x" * 20, "new_password2": "x" * 20})
        assert answer["Location"] == reverse("account_change_password")

    def test_once_changed_leads_to_what_else_one_has_to_log_in(self, client, enter):
        enter()
        given = {"oldpassword": PASSWORD, "password1": "another long secret", "password2": "another long secret"}
        assert client.post(reverse("account_change_password"), given)["Location"] == reverse("mfa_index")


class TestWords:
    """Whatever is said here is said by templates of this site."""

    #: Frames of allauth, in which no word stands.
    FRAMES = re.compile(
        r"allauth/layouts/|(account|mfa)/base_|mfa/webauthn/(base|snippets/login_script)\.html$|mfa/(totp|recovery_codes)/base"
    )

    @pytest.fixture
    def spoken(self, client, enter, editor, monkeypatch):
        """What templates of allauth, and not of this site, speak on a page."""
        enter()
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        TOTP.activate(editor, generate_totp_secret())
        RecoveryCodes.activate(editor)
        # What a browser made of it is nothing to the words.
        monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda _user: [])
        key = {"name": "Mine", "credential": {}}
        passkey = Authenticator.objects.create(user=editor, type="webauthn", data=key)

        def of(name):
            arguments = [passkey.pk] if name in ("mfa_edit_webauthn", "mfa_remove_webauthn") else []
            answer = client.get(reverse(name, args=arguments))
            assert answer.status_code == 200
            used = {Path(each.origin.name) for each in answer.templates if each.origin and each.name}
            foreign = {path for path in used if not path.is_relative_to(settings.BASE_DIR / "templates")}
            return [path for path in foreign if "allauth" in path.parts and not self.FRAMES.search(str(path))]

        return of

    @pytest.mark.parametrize(
        "name",
        [
            *(f"account_{each}" for each in ("change_password", "inactive", "logout", "reauthenticate")),
            *(f"mfa_{each}" for each in ("index", "deactivate_totp", "view_recovery_codes", "generate_recovery_codes")),
            *(f"mfa_{each}_webauthn" for each in ("list", "add", "edit", "remove", "reauthenticate")),
            *("mfa_download_recovery_codes", "mfa_reauthenticate"),
        ],
    )
    def test_page_speaks_those_of_this_site(self, spoken, name):
        assert spoken(name) == []

    def test_so_does_the_page_that_sets_an_app_up(self, client, spoken, editor):
        Authenticator.objects.all().delete()
        assert spoken("mfa_activate_totp") == []

    def test_too_many_attempts_are_told_in_them(self, client, enter):
        enter()
        for _ in range(11):
            answer = client.post(
                reverse("account_reauthenticate"), {"password": "wrong"}, headers={"accept-language": "fr"}
            )
        assert answer.status_code == 429
        assert "<h1>Trop de tentatives</h1>" in answer.text
