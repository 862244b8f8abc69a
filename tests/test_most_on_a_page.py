"""How much a page shows at once, and where the rest is found."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.addresses import address
from partnerships.kept_in_process import nothing_kept
from partnerships.most_on_a_page import MOST_ON_A_PAGE
from tests.factories import PUBLISHED, OfficeFactory, TenureFactory
from tests.pages.reading import ids


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
