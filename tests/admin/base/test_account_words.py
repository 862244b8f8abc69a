"""Django’s own words for accounts are nowhere to be read."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils.translation import override

from partnerships.admin.base.account_words import PasswordHidden

STOCK = re.compile(r"Users?\b|Groups?\b|Authentication|superuser|Staff|Utilisateurs?\b|Groupes?\b|équipe|pbkdf2")


@pytest.fixture
def client(as_role):
    return as_role("administrator")


def page(client, name, *arguments, language="en"):
    answer = client.get(reverse(f"admin:{name}", args=arguments), headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.text[answer.text.index("<body") :]


@pytest.mark.django_db
class TestWords:
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_of_the_register_stand_in_every_list_and_form(self, client, language):
        somebody = User.objects.order_by("pk").first()
        for name, *arguments in (
            ("app_list", "auth"),
            ("auth_user_changelist",),
            ("auth_user_add",),
            ("auth_user_change", somebody.pk),
            ("auth_group_changelist",),
        ):
            text = re.sub(
                r"<[^>]*>|Username|username|Nom d’utilisateur", " ", page(client, name, *arguments, language=language)
            )
            assert not STOCK.search(text), (name, STOCK.search(text))

    def test_say_of_a_password_whether_there_is_one(self, client):
        somebody = User.objects.create_user("somebody", password=None)
        assert "There is none." in page(client, "auth_user_change", somebody.pk)
        somebody.set_password("a long one 7391")
        somebody.save()
        assert "It is set; nobody can read it." in page(client, "auth_user_change", somebody.pk)


@pytest.mark.parametrize("stored", [None, "", "!x"])
def test_account_without_a_password_says_so(stored):
    with override("en"):
        assert "There is none." in PasswordHidden().render("password", stored)


@pytest.mark.django_db
class TestFilters:
    def test_find_accounts_by_role_and_by_whether_they_may_log_in(self, client):
        role = Group.objects.get(name="editor")
        left = User.objects.create_user("left", is_active=False)
        for query, found in (
            (f"groups__id__exact={role.pk}", {"editor"}),
            ("groups__id__exact=none", {"left"}),
            ("is_active__exact=0", {left.username}),
        ):
            answer = client.get(f"{reverse('admin:auth_user_changelist')}?{query}")
            names = {each.username for each in answer.context["cl"].result_list}
            assert names == found


@pytest.mark.django_db
def test_account_is_made_with_its_role_in_one_form(client):
    role = Group.objects.get(name="editor")
    words = "a long one 7391"
    sent = {"username": "new", "password1": words, "password2": words, "is_staff": "on", "groups": [role.pk]}
    assert client.post(reverse("admin:auth_user_add"), sent).status_code == 302
    new = User.objects.get(username="new")
    assert (new.is_staff, [each.name for each in new.groups.all()], new.check_password(words)) == (
        True,
        ["editor"],
        True,
    )
