"""The page of the comparison."""

import pytest

from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db


class TestCompare:
    def test_in_both_languages(self, client):
        for key in ("jp", "kr"):
            PartnerFactory(key=key, period="1990/..", publication="published")
        for address in ("/en/compare/?partner=jp&partner=kr", "/fr/comparer/?partner=jp&partner=kr"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert answer.content.decode().count("<svg") >= 1

    def test_is_described_by_what_is_compared(self, client):
        for key, name in (("jp", "Japan"), ("kr", "Korea")):
            PartnerFactory(key=key, state__name_en=name, period="1990/..", publication="published")
        said = "partnership, mission, head, visits, over the same years."
        told = f'<meta name="description" content="Japan, Korea side by side: {said}">'
        assert told in client.get("/en/compare/?partner=jp&partner=kr").text
        assert f'content="Partners side by side: {said}"' in client.get("/en/compare/").text

    def test_begins_with_the_question(self, client):
        text = client.get("/en/compare/").content.decode()
        assert text.count('<select id="partner-') == 4

    def test_says_so_where_nothing_public_is_found(self, client):
        PartnerFactory(key="jp", period="1990/..", publication="published")
        PartnerFactory(key="kr")
        sentence = "The register holds no public partner under some of what was asked for."
        assert sentence in client.get("/en/compare/?partner=jp&partner=kr").text
        assert sentence not in client.get("/en/compare/?partner=jp").text

    def test_too_many_are_refused(self, client):
        assert client.get("/en/compare/?" + "&".join(f"partner={n}" for n in range(5))).status_code == 400
