"""The addresses of lists in other forms."""

import pytest

pytestmark = pytest.mark.django_db


class TestAddresses:
    @pytest.mark.parametrize("form", ["atom", "ics", "csv", "json"])
    def test_page_leads_to_every_form_with_what_is_asked(self, client, form):
        page = client.get("/fr/chronologie/?partner=jp&kind=decision").content.decode()
        assert page.count(f"/fr/chronologie.{form}?partner=jp&amp;kind=decision") == 2

    @pytest.mark.parametrize("address", ["/en/timeline.pdf", "/en/chronologie.csv.csv"])
    def test_other_endings_are_nothing(self, client, address):
        assert client.get(address).status_code == 404

    def test_nonsense_is_refused(self, client):
        assert client.get("/en/timeline.csv?on=2018").status_code == 400
