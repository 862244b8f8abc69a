"""The rules of `partnerships/misspelt_addresses.py`; which address leads where stands in test_cases.py."""

import pytest

from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db


class TestOtherSpellings:
    def test_what_is_found_is_left_alone(self, client):
        PartnerFactory(key="jp", publication="published")
        assert client.get("/en/partners/jp/").status_code == 200

    def test_only_reading_is_led_elsewhere(self, client):
        assert client.post("/Admin/").status_code == 405
        assert client.head("/EN/").status_code == 301
        assert client.head("/Timeline/").status_code == 302

    @pytest.mark.once
    @pytest.mark.parametrize("asked", ["/timeline/", "/EN/timeline/", "/en/Timeline/", "/en/timeline"])
    def test_what_is_asked_goes_along(self, client, asked):
        answer = client.get(f"{asked}?kind=visit", headers={"accept-language": "en"})
        assert answer["Location"] == "/en/timeline/?kind=visit"

    @pytest.mark.parametrize(
        ("asked", "meant"),
        [
            ("/en//timeline/", "/en/timeline/"),
            ("/en/timeline//", "/en/timeline/"),
            ("/en/timeline.csv/", "/en/timeline.csv"),
            ("/api/v1/partners/jp/", "/api/v1/partners/jp"),
            ("/id//partner/JP/", "/id/partner/jp"),
            ("/robots.txt/", "/robots.txt"),
        ],
    )
    def test_a_stroke_too_many_is_none(self, client, asked, meant):
        PartnerFactory(key="jp", publication="published")
        answer = client.get(asked)
        assert (answer.status_code, answer["Location"]) == (301, meant)

    @pytest.mark.once
    def test_what_is_asked_goes_along_where_there_is_no_language(self, client):
        assert client.get("/API/v1/visits?on=2018-09-01")["Location"] == "/api/v1/visits?on=2018-09-01"

    @pytest.mark.once
    def test_error_is_kept_by_nobody(self, client):
        assert "no-store" in client.get("/en/none-such/")["Cache-Control"]

    def test_no_address_leads_to_itself(self, client):
        for asked in ("/en/partners/nobody/", "/id/partner/nobody", "/api/v1/offices/nobody/holders?on=2018-01-01"):
            assert client.get(asked).status_code == 404

    @pytest.mark.parametrize("key", ["%C3%A9", "a%2C", "%20", "%27", "%C3%9F", "%E2%85%B7", "%23", "a%0A", "%5C"])
    @pytest.mark.parametrize("where", ["/api/v1/areas/", "/id/person/", "/en/people/"])
    def test_no_address_with_other_signs_leads_to_itself(self, client, where, key):
        assert client.get(f"{where}{key}").status_code == 404

    def test_capital_beyond_ascii_leads_to_its_small_letter_and_no_further(self, client):
        answer = client.get("/api/v1/areas/%E2%85%A7")
        assert (answer.status_code, answer["Location"]) == (301, "/api/v1/areas/%E2%85%B7")
        assert client.get(answer["Location"]).status_code == 404

    def test_no_host_is_named_but_ours(self, client):
        for asked in ("//Example.org/", "/En//example.org/", "/\\Example.org/"):
            answer = client.get(asked)
            assert not answer.get("Location", "/").startswith(("//", "/\\", "http"))


class TestForms:
    def test_say_no_empty_address(self, client):
        PartnerFactory(key="jp", publication="published")
        for page in ("/en/", "/fr/", "/en/partners/jp/", "/en/timeline/", "/en/partners/"):
            assert 'action=""' not in client.get(page).text

    def test_refused_next_leads_to_the_back_office(self, client, django_user_model):
        django_user_model.objects.create_superuser("anybody", password="a long enough password")
        for refused in ("https://example.org/", "//example.org", "javascript:alert(1)"):
            data = {"login": "anybody", "password": "a long enough password", "next": refused}
            answer = client.post(f"/admin/login/?next={refused}", data)
            assert (answer.status_code, answer["Location"]) == (302, "/admin/")


def test_gunicorn_takes_no_path_from_a_header():
    from config import gunicorn

    assert gunicorn.forwarder_headers == ""
