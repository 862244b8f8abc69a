"""Pictures and their words: nothing that writes lets one reach the public without them."""

import json

import pytest
from django.core.management import CommandError, call_command

from partnerships.exchange import importing
from partnerships.exchange.reading import read_files
from partnerships.models import Picture
from partnerships.models.pictures import unsaid
from tests.factories import PersonFactory, PictureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """A fixture with a public person, and a picture of them that says nothing in French."""
    person = {"key": "ada", "name": "Ada", "publication": "published", "published_at": "2026-01-01T00:00:00Z"}
    picture = {"key": "p", "person": ["ada"], "file": "a" * 64, "alternative_en": "Somebody"}
    lines = [("person", person), ("picture", picture)]
    path = tmp_path / "pictures.json"
    path.write_text(json.dumps([{"model": f"partnerships.{name}", "fields": fields} for name, fields in lines]))
    return path


@pytest.mark.once
@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ({"caption_fr": "Une", "caption_en": "One", "alternative_fr": "Deux"}, "Une"),
        ({"caption_en": "One", "alternative_fr": "Deux"}, "One"),
        ({"alternative_fr": "Deux", "alternative_en": "Two"}, "Deux"),
        ({"alternative_en": "Two"}, "Two"),
        ({}, "p"),
    ],
)
def test_picture_is_called_by_its_caption_or_what_it_shows(fields, called):
    assert str(Picture(key="p", **fields)) == called


class TestUnsaid:
    @pytest.mark.parametrize("empty", ["", None])
    def test_asks_the_database_what_the_picture_says_of_itself(self, empty):
        said, *others = (
            PictureFactory(person=PersonFactory(), **{name: empty} if name else {})
            for name in ("", "alternative_fr", "alternative_en")
        )
        assert {*Picture.objects.filter(unsaid())} == {*others}
        assert said.is_said
        assert not any(other.is_said for other in others)


class TestFiles:
    def test_an_import_is_refused(self, file):
        found = importing.run(read_files([("p", file.read_bytes())]), apply=False).findings
        assert [each for each in found if "person/ada" in each.message]

    def test_a_load_is_refused(self, file):
        with pytest.raises(CommandError, match="person/ada"):
            call_command("loaddata", str(file), verbosity=0)
