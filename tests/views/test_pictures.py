"""The file of a picture: who is given it, and how."""

from io import BytesIO

import pytest
from PIL import Image

from partnerships import pictures
from partnerships.records.visibility import public_pictures
from tests.factories import PersonFactory, PictureFactory


@pytest.fixture
def shown(db):
    """A picture of a public person, with its file."""
    written = BytesIO()
    Image.new("RGB", (900, 300), "navy").save(written, "PNG")
    kept = pictures.keep(BytesIO(written.getvalue()), len(written.getvalue()))
    file = dict(zip(("file", "width", "height"), kept, strict=True))
    return PictureFactory(person=PersonFactory(publication="published"), **file)


def address(picture, width=400):
    return f"/pictures/{picture.file}-{width}.jpg"


class TestPicture:
    def test_is_a_file_in_which_nothing_runs(self, client, shown):
        answer = client.get(address(shown))
        assert answer.status_code == 200
        assert Image.open(BytesIO(answer.content)).size == (400, 133)
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
        assert answer["Content-Disposition"] == f'inline; filename="{shown.file}-400.jpg"'
        assert answer["Cache-Control"] == "public, max-age=60"
        assert client.get(address(shown), headers={"if-none-match": answer["ETag"]}).status_code == 304
        assert client.get(address(shown, 401)).status_code == 404
        assert client.head(address(shown)).content == b""

    @pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
    def test_of_what_is_not_public_is_for_staff(self, client, shown, django_user_model, state):
        assert client.get(address(shown)).status_code == 200
        fields = {"withdrawal_reason_en": "Wrong"} if state == "withdrawn" else {}
        type(shown.person).objects.filter(pk=shown.person.pk).update(publication=state, **fields)
        assert client.get(address(shown)).status_code == 404
        client.force_login(django_user_model.objects.create_user("somebody"))
        assert client.get(address(shown)).status_code == 404
        client.force_login(django_user_model.objects.create_user("without a role", is_staff=True))
        assert client.get(address(shown)).status_code == 404
        client.force_login(django_user_model.objects.create_superuser("staff"))
        answer = client.get(address(shown))
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")

    def test_without_its_words_is_not_public(self, client, shown):
        shown.alternative_fr = ""
        shown.save()
        assert not public_pictures().exists()
        assert client.get(address(shown)).status_code == 404
