"""A picture in the form of its record."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from partnerships.models import PendingChange, Picture
from partnerships.records.snapshot.taking import snapshot
from tests.factories import PersonFactory, PictureFactory

from ..browsing import address, parts, press, submitted

WORDS = {"alternative_fr": "Une salle", "alternative_en": "A room", "caption_en": "The room"}


def file(form="PNG", name="x.svg"):
    written = BytesIO()
    Image.new("RGB", (900, 300), "navy").save(written, form)
    return SimpleUploadedFile(name, written.getvalue(), content_type="text/html")


class TestPicture:
    def test_is_kept_with_a_draft(self, as_role):
        person, other = PersonFactory(), PersonFactory()
        row = parts("pictures", {"upload": file(), "people": [other.pk], **WORDS})
        assert press(as_role("editor"), person, **row).status_code == 302
        picture = Picture.objects.get()
        assert (picture.person, picture.width, picture.height, picture.key) == (person, 900, 300, "the-room")
        assert [*picture.people.all()] == [other]

    def test_of_what_the_public_reads_waits(self, as_role):
        person = PersonFactory(publication="published")
        assert press(as_role("editor"), person, **parts("pictures", {"upload": file(), **WORDS})).status_code == 302
        assert not Picture.objects.exists()
        assert "alternative_fr" in str(PendingChange.objects.get().after)

    def test_without_its_words_is_not_proposed_either(self, as_role):
        person, words = PersonFactory(publication="published"), {**WORDS, "alternative_en": ""}
        answer = press(as_role("editor"), person, **parts("pictures", {"upload": file(), **words}))
        assert answer.status_code == 200
        assert not PendingChange.objects.exists()
        assert [problem.anchor for problem in answer.context["problems"]] == ["pictures-group"]

    def test_without_its_words_does_not_reach_the_public(self, as_role):
        person = PersonFactory()
        PictureFactory(person=person, alternative_en="")
        client = as_role("administrator")
        answer = press(client, person, _publish="1")
        person.refresh_from_db()
        assert person.publication == "draft"
        assert "texte de remplacement" in answer.content.decode()

    def test_stays_though_the_form_is_refused(self, as_role):
        person, client = PersonFactory(), as_role("editor")
        answer = press(client, person, name="", **parts("pictures", {"upload": file(), **WORDS}))
        assert answer.status_code == 200
        sent = submitted(answer)
        assert sent["pictures-0-upload-waiting"]
        page = address("person", "change", person.pk)
        assert client.post(page, {**sent, "name": "Somebody"}).status_code == 302
        assert Picture.objects.get().width == 900

    def test_stays_though_the_step_is_refused(self, as_role):
        person = PersonFactory()
        answer = press(as_role("reviewer"), person, _schedule="1", **parts("pictures", {"upload": file(), **WORDS}))
        assert answer.status_code == 200
        assert submitted(answer)["pictures-0-upload-waiting"]

    def test_stays_in_the_preview_in_the_other_language(self, as_role):
        person, client = PersonFactory(publication="published"), as_role("editor")
        row = parts("pictures", {"upload": file(), **WORDS})
        seen = press(client, person, **row, _preview="en").text
        kept = re.search(r'name="pictures-0-upload-waiting" value="([^"]+)"', seen)[1]
        sent = {**row, "pictures-0-upload": "", "pictures-0-upload-waiting": kept}
        assert "pictures/" in press(client, person, **sent, _preview="fr").text

    def test_that_goes_is_previewed_whatever_was_chosen_in_its_place(self, as_role):
        picture = PictureFactory(person=PersonFactory())
        sent = {"pictures-0-DELETE": "on", "pictures-0-upload": SimpleUploadedFile("x.jpg", b"<script>")}
        assert press(as_role("editor"), picture.person, **sent, _preview="en").status_code == 200

    def test_is_refused_where_it_is_none_and_where_its_name_was_made_up(self, as_role):
        person, client = PersonFactory(), as_role("editor")
        for row in (
            {"upload": SimpleUploadedFile("x.jpg", b"<script>"), **WORDS},
            {"upload-waiting": "made:up", **WORDS},
            {**WORDS},
        ):
            assert press(client, person, **parts("pictures", row)).status_code == 200
        assert not Picture.objects.exists()

    def test_stays_as_it_is_where_only_its_words_change(self, as_role):
        picture = PictureFactory(person=PersonFactory())
        before, client = snapshot(picture.person), as_role("editor")
        assert press(client, picture.person).status_code == 302
        assert snapshot(picture.person) == before
        assert press(client, picture.person, **{"pictures-0-credit": "NATO"}).status_code == 302
        picture.refresh_from_db()
        assert picture.credit == "NATO"
