"""The stock back-office under our policy, in a real browser."""

import pytest
from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def test_back_office_works_under_the_policy(page, live_server, complaints):
    user = User.objects.create_superuser("administrator", password="a long enough password")
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_login", "administrator")
    page.fill("#id_password", "a long enough password")
    page.press("#id_password", "Enter")
    page.wait_for_selector("#user-tools")
    # Before rights are granted, the password once more.
    page.goto(f"{live_server.url}/admin/auth/group/add/")
    page.fill("#id_password", "a long enough password")
    page.press("#id_password", "Enter")
    page.wait_for_selector("#id_name")
    for path in ("", "auth/group/", "auth/group/add/", f"auth/user/{user.pk}/change/"):
        page.goto(f"{live_server.url}/admin/{path}")
        page.wait_for_load_state("networkidle")
    # The script of the two lists ran: the policy let it.
    page.goto(f"{live_server.url}/admin/auth/group/add/")
    page.wait_for_selector(".selector-chosen")
    assert complaints == []


def test_error_page_works_under_the_policy(page, live_server, complaints):
    page.goto(f"{live_server.url}/en/?q=%00")
    assert page.inner_text("h1") == "This request cannot be understood"
    # That the answer was 400 is the only thing the browser remarks on.
    assert [text for text in complaints if "400" not in text] == []
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") == "992px"
