"""A publisher that the register knows in both languages."""

from partnerships.models import Source
from tests.factories import SourceFactory

from ..browsing import address, submitted


class TestPublisher:
    def test_given_in_one_language_is_called_in_the_other_as_elsewhere(self, as_role):
        SourceFactory(publisher_fr="OTAN (ancien nom)", publisher_en="NATO")
        SourceFactory(publisher_fr="OTAN", publisher_en="NATO")
        SourceFactory(publisher_fr=None, publisher_en="NATO")
        client, page = as_role("editor"), address("source", "add")
        for name, expected in (("NATO", "OTAN"), ("NATO Review", None)):
            client.post(page, submitted(client.get(page)) | {"title_en": f"By {name}", "publisher_en": name})
            assert Source.objects.get(title_en=f"By {name}").publisher_fr == expected

    def test_is_left_as_it_is_once_the_source_is_stored(self, as_role):
        SourceFactory(publisher_fr="OTAN", publisher_en="NATO")
        source = SourceFactory(publisher_fr=None, publisher_en="NATO")
        client, page = as_role("editor"), address("source", "change", source.pk)
        client.post(page, submitted(client.get(page)) | {"note": "Typed"})
        source.refresh_from_db()
        assert (source.note, source.publisher_fr) == ("Typed", None)
