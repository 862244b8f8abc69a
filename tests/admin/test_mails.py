"""Each member of staff chooses their own mails."""

from django.urls import reverse

from partnerships.models import MailChoice


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


def test_nobody_else_gets_there(client, db):
    assert client.get(reverse("admin:partnerships_mails")).status_code == 302
