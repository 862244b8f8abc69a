import pytest

from partnerships.gleaning.known_sources import plain_address, source_at_address, usual_of_site
from tests import factories

KNOWN = "https://www.nato.int/cps/en/natohq/news_148103.htm"


class TestPlainAddress:
    @pytest.mark.parametrize(
        "address",
        [
            "http://nato.int/cps/en/natohq/news_148103.htm?utm=1#x",
            "https://www.nato.int/cps/en/natohq/news_148103.htm?utm_source=mail&fbclid=3",
            "https://NATO.int/cps/en/natohq/news_148103.htm/",
            " https://www.nato.int/cps/en/natohq/news_148103.htm#top ",
        ],
    )
    def test_is_that_of_one_document(self, address):
        assert plain_address(address) == plain_address(KNOWN) == "nato.int/cps/en/natohq/news_148103.htm"

    def test_keeps_what_tells_documents_apart(self):
        one, other = "https://example.org/doc?id=1&page=2", "https://example.org/doc?page=2&id=1"
        assert plain_address(one) == plain_address(other) != plain_address("https://example.org/doc?id=2&page=2")
        assert plain_address("https://example.org/A") != plain_address("https://example.org/a")

    def test_of_what_is_no_address_is_itself(self):
        assert plain_address("http://[x") == "http://[x"


@pytest.mark.django_db
class TestSourceAtAddress:
    def test_is_found_however_it_is_written(self):
        source = factories.SourceFactory(url=KNOWN)
        assert source_at_address("http://nato.int/cps/en/natohq/news_148103.htm?utm=1#x") == source
        assert source_at_address("https://nato.int/cps/en/natohq/news_148104.htm") is None
        assert source_at_address("https://example.org/cps/en/natohq/news_148103.htm") is None

    def test_is_found_where_it_is_kept(self):
        source = factories.SourceFactory(url="", archive_url="https://example.org/kept/")
        assert source_at_address("http://www.example.org/kept") == source

    def test_is_rather_the_one_written_just_so(self):
        factories.SourceFactory(url="http://example.org/a")
        source = factories.SourceFactory(url="https://www.example.org/a")
        assert source_at_address("https://www.example.org/a") == source


@pytest.mark.django_db
class TestUsualOfSite:
    def test_is_what_most_of_its_sources_say(self):
        for number, publisher in enumerate(["NATO", "NATO", "Other", "", "", ""]):
            factories.SourceFactory(
                url=f"https://www.nato.int/{number}", publisher_fr=publisher and "OTAN", publisher_en=publisher
            )
        factories.SourceFactory(url="https://nato.int.example.org/1", publisher_en="Somebody", publisher_fr="Quelqu’un")
        usual = usual_of_site("http://nato.int/x")
        assert (usual["publisher_fr"], usual["publisher_en"]) == ("OTAN", "NATO")

    def test_is_nothing_where_the_site_is_unknown(self):
        assert usual_of_site("https://example.org/") == usual_of_site("") == usual_of_site("http://[x") == {}
        assert source_at_address("http://[x") is None
