"""What the pages of one’s own account say and lead to, where only their templates decide it."""

import re

import pytest
from django.core import mail
from django.urls import reverse

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
        assert "Too many failed attempts. Try again later." in enter(headers=ENGLISH).text

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


class TestReset:
    def test_says_what_whoever_has_no_address_can_do(self, client):
        page = words(content(client.get(reverse("account_reset_password"), headers=ENGLISH)))
        assert "a link is sent there, with which you choose a new password." in page
        assert "An account without an address gets its new password from an administrator." in page

    def test_once_sent_it_leads_back_to_the_log_in(self, client):
        page = content(client.get(reverse("account_reset_password_done"), headers=ENGLISH))
        assert links(page) == {"Log in": reverse("account_login")}

    def test_mail_says_what_whoever_has_not_asked_for_it_has_to_do(self, client, editor):
        client.post(reverse("account_reset_password"), {"email": editor.email}, headers=ENGLISH)
        (message,) = mail.outbox
        assert "If you have not asked for it, nothing is to be done" in message.body

    def test_link_of_no_use_leads_to_another_one(self, client):
        dead = reverse("account_reset_password_from_key", args=["1", "dead-link"])
        page = content(client.get(dead, headers=ENGLISH, follow=True))
        assert links(page) == {"Ask for another link": reverse("account_reset_password")}

    def test_new_password_leads_to_the_log_in(self, client):
        page = content(client.get(reverse("account_reset_password_from_key_done"), headers=ENGLISH))
        assert links(page) == {"Log in with it": reverse("account_login")}
