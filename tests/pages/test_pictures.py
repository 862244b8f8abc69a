"""The pictures of a record on its page."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import PersonFactory, PictureFactory, past_the_fence


@pytest.fixture
def shown(db):
    """A picture with its file, on the page of a public person."""
    person = PersonFactory(publication="published", slug_en="somebody")
    picture = PictureFactory(person=person, credit="NATO", licence="CC BY 4.0", origin="javascript:alert(1)")
    default_storage.save(f"pictures/{picture.file[:2]}/{picture.file}-800.jpg", ContentFile(b"points"))
    picture.people.add(PersonFactory(publication="published", name="Ada Lovelace"))
    return picture


class TestPictures:
    def test_stand_on_the_page_with_their_words_and_their_room(self, client, shown):
        page = client.get("/en/people/somebody/").content.decode()
        tag = page.partition("<img ")[2].partition(">")[0]
        assert all(said in tag for said in ('width="800"', 'height="600"', 'loading="lazy"'))
        assert 'alt="Two people shake hands."' in tag
        assert f'srcset="/pictures/{shown.file}-400.jpg 400w, /pictures/{shown.file}-800.jpg 800w"' in tag
        caption = page.partition("<figcaption>")[2].partition("</figcaption>")[0]
        assert all(said in caption for said in ("Handshake", "To be seen:", "Ada Lovelace", "NATO, CC BY 4.0"))
        assert "javascript" not in page

    @past_the_fence()
    def test_name_nobody_who_is_not_public(self, client, shown):
        shown.people.set([PersonFactory(name="Somebody Hidden")])
        caption = client.get("/en/people/somebody/").text.partition("<figcaption>")[2].partition("</figcaption>")[0]
        assert "To be seen:" not in caption
        assert "Handshake" in caption

    def test_without_their_words_or_their_file_stand_nowhere(self, client, shown):
        shown.alternative_en = ""
        shown.save()
        assert "<img" not in client.get("/en/people/somebody/").content.decode()
        shown.alternative_en, shown.file = "Somebody", "a" * 64
        shown.save()
        assert "<img" not in client.get("/en/people/somebody/").content.decode()
