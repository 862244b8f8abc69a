"""What public addresses do with methods, cookies and queries."""

import pytest
from django.conf import settings

from tests.factories import DecisionFactory, MeetingFactory, PartnerFactory, StopFactory, VisitFactory

pytestmark = pytest.mark.django_db
PUBLIC = {"publication": "published"}


class TestOptions:
    @pytest.mark.parametrize("path", ["/", "/en/", "/fr/decisions/", "/id/decision/d", "/sitemap.xml", "/en/nothing/"])
    def test_are_named_without_a_page(self, client, path):
        response = client.options(path)
        assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")

    def test_of_the_back_office_name_its_forms(self, client):
        assert client.options("/admin/login/")["Allow"] == "GET, HEAD, OPTIONS, POST"


class TestCookies:
    @pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing/", "/en/timeline/?on=2018"])
    def test_are_neither_set_nor_taken_away(self, client, path):
        client.cookies[settings.SESSION_COOKIE_NAME] = "abc"
        assert "Set-Cookie" not in client.get(path).headers
        assert not client.get(path).cookies

    def test_are_the_back_office_s(self, client):
        assert client.get("/admin/login/").cookies


class TestIcon:
    def test_is_found_where_browsers_look_for_it(self, client):
        response = client.get("/favicon.ico")
        assert response.status_code == 302
        assert response["Location"].startswith("/static/partnerships/favicon")
        assert "max-age=604800" in response["Cache-Control"]


class TestQueries:
    def test_are_kept_by_the_root(self, client):
        response = client.get("/?x=y&x=z", headers={"accept-language": "en"})
        assert response["Location"] == "/en/?x=y&x=z"

    def test_are_kept_by_permanent_addresses(self, client):
        PartnerFactory(key="jp", slug_en="japan", **PUBLIC)
        response = client.get("/id/partner/jp?on=2018-09-01", headers={"accept-language": "en"})
        assert response["Location"] == "/en/partners/japan/?on=2018-09-01"

    def test_stand_before_the_place_on_the_page_and_once(self, client):
        visit = VisitFactory(key="v", **PUBLIC)
        MeetingFactory(key="talks", stop=StopFactory(visit=visit, position=1))
        MeetingFactory(key="alone", date="2017", **PUBLIC)
        asked = {"headers": {"accept-language": "en"}}
        assert client.get("/id/meeting/talks?on=2018-09-01", **asked)["Location"] == (
            "/en/visits/v/?on=2018-09-01#record-meeting-talks"
        )
        where = client.get("/id/meeting/alone?kind=visit&order=newest", **asked)["Location"]
        assert where == "/en/timeline/?kind=meeting&from=2017&to=2017&order=newest#meeting-alone-on"
        assert client.get(where.partition("#")[0]).status_code == 200

    def test_are_kept_by_the_twin_of_a_list(self, client):
        DecisionFactory(**PUBLIC)
        assert 'href="/fr/decisions/?from=2015&amp;to=2017"' in client.get("/en/decisions/?from=2015&to=2017").text
