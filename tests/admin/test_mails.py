"""Each member of staff chooses their own mails."""

import pytest
from django.urls import reverse

from partnerships.models import MailChoice


@pytest.mark.once
def test_is_chosen_by_each(as_role, staff):
    page = reverse("admin:partnerships_mails")
    client = as_role("administrator")
    assert page in client.get(reverse("admin:index")).text
    assert client.get(page).context["form"]["review"].value() is True
    assert client.post(page, {"language": "en", "published": "on"}).status_code == 302
    found = MailChoice.objects.get()
    assert found.user == staff["administrator"]
    assert (found.language, found.review, found.returned, found.published, found.digest) == (
        "en",
        False,
        False,
        True,
        False,
    )
    assert as_role("editor").get(page).context["form"]["review"].value() is True
    assert client.post(page, {"language": "xx"}).status_code == 200


def test_page_says_where_mails_go_or_that_they_go_nowhere(as_role, staff):
    page, client = reverse("admin:partnerships_mails"), as_role("editor")
    type(staff["editor"]).objects.filter(username="editor").update(email="ed@example.org")
    html = client.get(page, headers={"accept-language": "en"}).text
    assert "E-mails go to ed@example.org." in html
    assert "has no e-mail address" not in html
    type(staff["editor"]).objects.filter(username="editor").update(email="")
    html = client.get(page, headers={"accept-language": "en"}).text
    assert "Your account has no e-mail address: an administrator can add one." in html
    assert "E-mails go to" not in html


def test_nobody_else_gets_there(client, db):
    assert client.get(reverse("admin:partnerships_mails")).status_code == 302
