"""Where records are found, and that nothing leads elsewhere than an address may."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command

from partnerships.addresses import first_moment, owners_of
from partnerships.models import Source
from partnerships.models.base.texts import is_tidied
from tests.factories import FACTORIES, PUBLISHED, SourceFactory, TenureFactory, past_the_fence
from tests.records.test_web_addresses import FIT, UNFIT


@pytest.mark.once
@pytest.mark.django_db
@past_the_fence()
def test_nothing_stands_on_the_page_of_what_is_not_public():
    tenure = TenureFactory(person__publication="draft", **PUBLISHED)
    assert [owner for _path, owner in owners_of(tenure)] == [tenure.office]
    tenure = TenureFactory(office__publication="draft", **PUBLISHED)
    assert [owner for _path, owner in owners_of(tenure)] == [tenure.person]


@pytest.mark.parametrize(
    ("period", "moment"),
    [("2011/2018", "start"), ("2011/..", "start"), ("../2018", "end"), ("/2018", "end"), ("2011", "on"), ("", "on")],
)
def test_first_line_on_the_timeline_is_that_of_the_first_end_that_is_known(period, moment):
    assert first_moment(TenureFactory.build(period=period)) == moment


@pytest.mark.django_db
class TestWhateverIsStored:
    """Every text of every kind, written by a script past the rules."""

    @pytest.mark.parametrize("kind", FACTORIES)
    def test_becomes_no_link(self, client, kind):
        record = FACTORIES[kind](publication="published")
        columns = [each for each in record._meta.concrete_fields if is_tidied(each)]
        type(record).objects.update(**{each.attname: "javascript:alert(1)"[: each.max_length] for each in columns})
        place = client.get(f"/id/{kind}/{record.key}", headers={"accept-language": "en"})["Location"].partition("#")[0]
        said = client.get(place).text
        # What describes the page to others (og:title) is a text, and leads nowhere.
        assert not re.search(r"""(href|src|action)=["']?\s*javascript:|http-equiv[^>]*javascript:""", said)

    def test_is_no_address_in_the_public_file(self):
        SourceFactory(publication="published")
        Source.objects.update(url="javascript:alert(1)", archive_url="https://example.org/")
        file = StringIO()
        call_command("export_register", published=True, stdout=file)
        (line,) = json.loads(file.getvalue())
        assert "url" not in line["fields"]
        assert line["fields"]["archive_url"] == "https://example.org/"


@pytest.mark.django_db
class TestPageOfASource:
    @pytest.mark.parametrize("url", UNFIT)
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_links_to_no_such_address(self, client, url, language):
        SourceFactory(key="s", publication="published")
        Source.objects.update(url=url, archive_url=url)
        page = client.get(f"/{language}/sources/s/").text
        assert not [href for href in re.findall(r'href="([^"]*)"', page) if href.startswith("//")]
        assert not re.search(r'rel="external', page)

    @pytest.mark.parametrize("url", FIT)
    def test_links_to_the_document(self, client, url):
        SourceFactory(key="s", publication="published", url=url, archive_url=url)
        assert client.get("/en/sources/s/").text.count(f'<a href="{url}" rel="external noreferrer">') == 2
