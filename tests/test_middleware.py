"""What every request goes through, and every answer carries."""

from unittest import mock

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client, RequestFactory

from partnerships.middleware import MethodMiddleware, ReadOnlyMiddleware
from partnerships.models import State
from partnerships.transactions import Busy

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: By hand: what no page of this site asks a browser for.
DENIED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation gyroscope "
    "hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial "
    "sync-xhr usb xr-spatial-tracking"
)
MULTIPART = "multipart/form-data; boundary=x"
FORM = "application/x-www-form-urlencoded"


def part(name, text, filename=None):
    described = f'name="{name}"' + (f'; filename="{filename}"' if filename else "")
    return f"--x\r\nContent-Disposition: form-data; {described}\r\n\r\n{text}\r\n--x--\r\n"


@pytest.fixture
def failing():
    """A client that gets the error page, as a visitor would."""
    return Client(raise_request_exception=False)


@pytest.mark.django_db
class TestHeaders:
    @pytest.mark.parametrize("path", ["/healthz", "/static/error.css", "/fr/%00", "/en/no-such-page", "/admin"])
    def test_are_on_every_answer(self, client, path):
        response = client.get(path)
        response.close()
        assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
        denied = {each.strip().removesuffix("=()") for each in response["Permissions-Policy"].split(",")}
        assert denied == set(DENIED.split())
        assert "default-src 'none'" in response["Content-Security-Policy"]

    def test_policy_allows_this_site_alone(self, client):
        policy = client.get("/healthz")["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "*" not in policy
        for directive in ("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
            assert directive in policy

    def test_are_on_the_way_to_https_too(self, settings):
        settings.SECURE_SSL_REDIRECT = True
        response = Client().get("/fr/")
        assert response.status_code == 301
        assert response["Location"] == "https://testserver/fr/"
        assert "default-src 'none'" in response["Content-Security-Policy"]

    def test_files_are_not_for_other_sites(self, client):
        response = client.get("/static/error.css")
        response.close()
        assert "Access-Control-Allow-Origin" not in response.headers

    def test_programs_may_read_the_interface_from_any_page_and_nothing_else(self, client):
        for _ in range(2):
            assert client.get("/api/v1/")["Access-Control-Allow-Origin"] == "*"
            assert client.get("/api/v1/states/none")["Cross-Origin-Resource-Policy"] == "cross-origin"
        for path in ("/en/", "/admin/login/", "/id/state/jp"):
            assert "Access-Control-Allow-Origin" not in client.get(path).headers


class TestMethods:
    @pytest.mark.parametrize("method", ["TRACE", "TRACK", "PUT", "PATCH", "DELETE", "PROPFIND"])
    def test_that_are_unknown_are_refused(self, client, method):
        response = client.generic(method, "/en/")
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert "This address cannot be used in that way" in response.text

    @pytest.mark.parametrize(
        ("path", "allowed"),
        [
            ("/en/", "GET, HEAD, OPTIONS"),
            ("/fr/signaler", "GET, HEAD, OPTIONS"),
            *((path, "GET, HEAD, OPTIONS, POST") for path in ("/admin/", "/i18n/setlang/", "/en/report/a/b/")),
        ],
    )
    def test_that_an_address_takes_are_told_whoever_asks(self, client, path, allowed):
        answer = client.options(path)
        assert (answer.status_code, answer["Allow"], answer.content) == (204, allowed, b"")

    def test_public_pages_take_no_form(self, client):
        assert client.post("/fr/").status_code == 405

    def test_the_back_office_takes_forms(self):
        assert "/admin/" in MethodMiddleware.FORMS_AT


@pytest.mark.django_db
class TestNonsense:
    @pytest.mark.parametrize("path", ["/en/%00", "/en/a%00b/", "/en/%ff/", "/en/%C3%28"])
    def test_in_the_address_is_refused(self, client, path):
        response = client.get(path)
        assert response.status_code == 400
        assert "This request cannot be understood" in response.text

    @pytest.mark.parametrize("query", ["q=%00", "%00=1", "q=a&q=b%00", "q=%ff", "q=%ed%a0%80", "q=\0"])
    def test_in_the_query_is_refused(self, client, query):
        response = client.get("/fr/", QUERY_STRING=query)
        assert response.status_code == 400
        assert "Cette demande n’est pas compréhensible" in response.text

    def test_in_what_is_only_read_is_not_looked_for(self, client):
        assert client.generic("GET", "/healthz", "a=%00", FORM).status_code == 200

    def test_in_a_cookie_is_refused(self, client):
        assert client.get("/healthz", headers={"cookie": 'sessionid="abcdefgh\\000"'}).status_code == 400

    @pytest.mark.parametrize(
        ("body", "content_type"),
        [
            ("a=%00", FORM),
            ("a%00=1", FORM),
            ("a=%ff", FORM),
            ("a=1", f"{FORM}; charset=utf-16"),
            ("&".join(["a=1"] * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)), FORM),
            (part("a", "b\0c"), MULTIPART),
            (part("a\0", "b"), MULTIPART),
            (part("a\0", "b", filename="x.bin"), MULTIPART),
            ('[{"a": "\\u0000"}]', "application/json"),
            ("not a part", "multipart/form-data"),
            ('{"a": ["\\u0000"]}', "application/json"),
            ('{"\\u0000": 1}', "application/json"),
            ('["\\ud800"]', "application/json"),
            (b'"\xff"', "application/json"),
            ("[" * 100_000, "application/json"),
        ],
    )
    def test_in_a_form_is_refused(self, client, body, content_type):
        # The page itself refuses what holds no account.
        strict = Client(enforce_csrf_checks=True)
        assert strict.generic("POST", "/admin/login/", body, content_type).status_code == 400

    @pytest.mark.parametrize(
        ("body", "content_type"),
        [
            ("q=%C3%A9t%C3%A9", FORM),
            (part("a", "été"), MULTIPART),
            (part("a", "\0", filename="x.bin"), MULTIPART),
            ('{"a": "\\\\u0000"}', "application/json"),
            ("{", "application/json"),
        ],
    )
    def test_is_not_found_in_what_is_sound(self, client, body, content_type):
        # The sign-in page refuses them for want of a token, not for what they say.
        strict = Client(enforce_csrf_checks=True)
        assert strict.generic("POST", "/admin/login/", body, content_type).status_code == 403

    def test_long_queries_are_no_nonsense(self, client):
        assert client.get("/healthz", {"q": "é" * 100_000}).status_code == 200


@pytest.mark.django_db
class TestErrorPages:
    @pytest.mark.parametrize(
        ("path", "accepted", "language"),
        [
            ("/en/no-such-page", "fr", "en"),
            ("/fr/no-such-page", "en", "fr"),
            ("/no-such-page", "en-GB,en;q=0.8", "en"),
            ("/no-such-page", "fr", "fr"),
            ("/no-such-page", "ja", "fr"),
        ],
    )
    def test_speak_the_language_of_the_address_else_of_the_reader(self, client, path, accepted, language):
        response = client.get(path, headers={"accept-language": accepted})
        assert response.status_code == 404
        assert f'<html lang="{language}">' in response.text
        assert response["Content-Language"] == language
        assert not response.cookies

    def test_lead_to_the_same_request_in_the_other_language(self, client):
        assert 'href="/en/timeline/?from=nonsense"' in client.get("/fr/chronologie/?from=nonsense").text
        assert 'href="/en/"' in client.get("/fr/nulle-part/").text

    def test_host_that_is_not_ours_gets_the_plain_refusal(self, client):
        response = client.get("/robots.txt", headers={"host": "evil.example"})
        assert response.status_code == 400
        assert "evil.example" not in response.text

    def test_stale_form_is_explained(self):
        response = Client(enforce_csrf_checks=True).post("/admin/login/", headers={"accept-language": "en"})
        assert response.status_code == 403
        assert "Nothing was saved" in response.text
        assert "open the form again" not in response.text

    def test_form_of_whom_the_browser_has_forgotten_leads_to_the_log_in_and_back(self):
        response = Client(enforce_csrf_checks=True).post("/admin/partnerships/area/add/?_popup=1", {"name_en": "Space"})
        assert (response.status_code, response["Location"]) == (
            302,
            "/admin/login/?next=/admin/partnerships/area/add/%3F_popup%3D1",
        )

    def test_stale_form_of_whoever_is_logged_in_is_opened_again(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(User.objects.create_user("somebody", is_staff=True))
        response = client.post("/admin/partnerships/area/add/", headers={"accept-language": "en"})
        assert response.status_code == 403
        assert '<a href="/admin/partnerships/area/add/">open the form again</a>' in response.text
        assert "reload the page" not in response.text
        for desk, mark in (("from-document/", "?again=1"), ("findings/?kind=no-source", "&amp;again=1")):
            response = client.post(f"/admin/partnerships/{desk}", headers={"accept-language": "en"})
            assert f'<a href="/admin/partnerships/{desk}{mark}">open the page again</a>' in response.text
            assert "open the form again" not in response.text
            assert "reload the page" not in response.text
        for nothing_typed in ("area/", "area/filters/", "area/import/", "area/1/preview/", "area/1/delete/"):
            response = client.post(f"/admin/partnerships/{nothing_typed}", headers={"accept-language": "en"})
            assert "again</a>" not in response.text
            assert "reload the page" in response.text

    @pytest.mark.parametrize(("path", "said"), [("/en/", "our side"), ("/fr/", "notre côté")])
    def test_error_of_ours_shows_no_trace(self, failing, path, said):
        with mock.patch("django.contrib.sessions.middleware.SessionMiddleware.process_request", side_effect=ValueError):
            response = failing.get(path)
        assert response.status_code == 500
        assert said in response.text
        assert "Traceback" not in response.text


class TestDatabaseUnavailable:
    @pytest.mark.parametrize(
        "failing_call",
        ["partnerships.readiness.plain_text", "django.middleware.common.CommonMiddleware.process_request"],
    )
    def test_is_a_page_wherever_it_is_noticed(self, failing, failing_call):
        with mock.patch(failing_call, side_effect=OperationalError("connection refused")):
            response = failing.get("/healthz", headers={"accept-language": "en"})
        assert response.status_code == 503
        assert response["Retry-After"] == "30"
        assert "unavailable for a moment" in response.text
        assert "refused" not in response.text

    def test_is_not_what_is_said_where_others_write(self, failing):
        with mock.patch("partnerships.readiness.plain_text", side_effect=Busy("locked")):
            response = failing.get("/healthz", headers={"accept-language": "en"})
        assert response.status_code == 503
        assert response["Retry-After"] == "30"
        assert "Others are saving to the register just now" in response.text
        assert "does not answer" not in response.text


@pytest.mark.django_db
class TestReadOnly:
    @pytest.fixture(autouse=True)
    def _read_only(self, settings):
        settings.READ_ONLY = True

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "The register is read-only for the time being"),
            ("fr", "Le registre est pour l’instant en lecture seule"),
        ],
    )
    def test_what_would_write_is_refused_in_the_readers_language(self, client, language, said):
        response = client.post(
            "/admin/login/", {"username": "a", "password": "b"}, headers={"accept-language": language}
        )
        assert response.status_code == 503
        assert said in response.text
        assert response["Retry-After"]

    def test_staff_change_nothing(self, admin_client):
        response = admin_client.post("/admin/partnerships/state/add/", {"key": "atlantis"})
        assert response.status_code == 503
        assert not State.objects.filter(key="atlantis").exists()

    @pytest.mark.parametrize("path", ["/en/", "/fr/chronologie/", "/admin/login/", "/healthz"])
    def test_the_site_is_read(self, client, path):
        assert client.get(path).status_code == 200

    def test_readers_choose_their_language_all_the_same(self, client):
        answer = client.post("/i18n/setlang/", {"language": "en", "next": "/en/"})
        assert (answer.status_code, answer["Location"]) == (302, "/en/")

    def test_what_writes_without_being_sent_is_refused_too(self, settings):
        middleware = ReadOnlyMiddleware(lambda request: None)
        request = RequestFactory().get("/en/")
        assert middleware.process_exception(request, OperationalError("readonly database")).status_code == 503
        settings.READ_ONLY = False
        assert middleware.process_exception(request, OperationalError("locked")) is None
