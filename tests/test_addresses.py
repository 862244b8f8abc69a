"""Where records are found, and that nothing leads elsewhere than an address may."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.addresses import MOST_ON_A_PAGE, address, owners_of
from partnerships.kept_in_process import nothing_kept
from partnerships.models import Source
from partnerships.models.base.texts import is_tidied
from tests.factories import FACTORIES, PUBLISHED, OfficeFactory, SourceFactory, TenureFactory, past_the_fence
from tests.pages.reading import ids
from tests.records.test_web_addresses import FIT, UNFIT


@pytest.mark.once
@pytest.mark.django_db
@past_the_fence()
def test_nothing_stands_on_the_page_of_what_is_not_public():
    tenure = TenureFactory(person__publication="draft", **PUBLISHED)
    assert [owner for _path, owner in owners_of(tenure)] == [tenure.office]
    tenure = TenureFactory(office__publication="draft", **PUBLISHED)
    assert [owner for _path, owner in owners_of(tenure)] == [tenure.person]


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


@pytest.mark.django_db
class TestCrowdedPages:
    """A page shows so many records of a kind: links lead to where a record stands, not where it would."""

    def test_record_of_a_crowded_page_is_found_on_another_one(self, client):
        office = OfficeFactory(key="o", **PUBLISHED)
        tenures = [
            TenureFactory(key=f"t{number}", office=office, period=f"{1800 + number}", **PUBLISHED)
            for number in range(MOST_ON_A_PAGE)
        ]
        assert address(tenures[-1], "en") == f"/en/offices/o/#record-tenure-t{MOST_ON_A_PAGE - 1}"
        # Where nothing is kept, of the one page is asked, not of all in the register.
        with nothing_kept(), CaptureQueriesContext(connection) as asked:
            assert address(tenures[-1], "en") == f"/en/offices/o/#record-tenure-t{MOST_ON_A_PAGE - 1}"
        assert not [each for each in asked if "GROUP BY" in each["sql"]]
        tenures.append(TenureFactory(key="last", office=office, period="1990", **PUBLISHED))
        for tenure in (tenures[0], tenures[-1]):
            path, _hash, fragment = address(tenure, "en").partition("#")
            with nothing_kept():
                assert address(tenure, "en") == f"{path}#{fragment}"
            assert path == f"/en/people/{tenure.person.key}/"
            assert fragment in ids(client, path)

    def test_permanent_address_of_a_record_without_a_date_leads_there_too(self, client):
        office = OfficeFactory(key="o", **PUBLISHED)
        for number in range(MOST_ON_A_PAGE):
            TenureFactory(key=f"t{number}", office=office, period=f"{1800 + number}", **PUBLISHED)
        TenureFactory(key="undated", office=office, period="", **PUBLISHED)
        target = client.get("/id/tenure/undated", headers={"accept-language": "en"})["Location"]
        path, _hash, fragment = target.partition("#")
        assert fragment in ids(client, path)

    def test_what_is_not_public_crowds_nothing(self):
        office = OfficeFactory(key="o", **PUBLISHED)
        for number in range(MOST_ON_A_PAGE):
            TenureFactory(key=f"t{number}", office=office, period="2001")
        tenure = TenureFactory(key="t", office=office, **PUBLISHED)
        assert address(tenure, "en") == "/en/offices/o/#record-tenure-t"
