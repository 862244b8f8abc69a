"""Accounts and roles have the stock pages, for those who may see them."""

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["user", "group"])
class TestPages:
    def test_are_shown_to_an_administrator(self, client, page):
        client.force_login(User.objects.create_superuser("anybody"))
        assert client.get(f"/admin/auth/{page}/").status_code == 200
        assert client.get(f"/admin/auth/{page}/add/").status_code == 200

    def test_are_closed_to_everybody_else(self, as_role, page):
        assert as_role("reviewer").get(f"/admin/auth/{page}/").status_code == 403
