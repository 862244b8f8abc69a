"""The addresses that machines ask for."""

from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from partnerships.health import bad_request, read_only, service_unavailable

PLAIN = ["/healthz", "/readyz", "/robots.txt", "/.well-known/security.txt"]


@pytest.mark.django_db
class TestEvery:
    @pytest.mark.parametrize("path", PLAIN)
    def test_is_plain_text_without_a_cookie(self, client, path):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert not response.cookies

    @pytest.mark.parametrize("path", PLAIN)
    def test_is_only_read(self, client, path):
        assert client.post(path).status_code == 405
        head, get = client.head(path), client.get(path)
        assert head.content == b""
        assert head["Content-Length"] == str(len(get.content))


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "language", "twin"),
    [
        ("/en/partners/nobody/?on=2018-09-01", "fr", "/fr/partenaires/nobody/?on=2018-09-01"),
        ("/fr/partenaires/nobody/", "en", "/en/partners/nobody/"),
        ("/en/none-such/", "fr", "/fr/"),
        ("/none-such/", "en", "/en/"),
    ],
)
def test_error_page_leads_to_itself_in_the_other_language(client, asked, language, twin):
    found = client.get(asked)
    assert found.status_code == 404
    name = {"fr": "Français", "en": "English"}[language]
    assert f'<a href="{twin}" lang="{language}" hreflang="{language}">{name}</a>' in found.text


@pytest.mark.once
@pytest.mark.parametrize(
    ("unavailable", "english", "french"),
    [
        (read_only, "The register is read-only for the time being", "Le registre est pour l’instant en lecture seule"),
        (service_unavailable, "The register is unavailable for a moment", "Le registre est momentanément indisponible"),
    ],
)
def test_page_says_why_nothing_can_be_written_or_read(rf, unavailable, english, french):
    for address, words in (("/en/", english), ("/fr/", french)):
        said = unavailable(rf.get(address))
        assert (said.status_code, said["Retry-After"] != "") == (503, True)
        assert f"<title>{words}</title>" in said.text
        assert f"<h1>{words}</h1>" in said.text


@pytest.mark.once
def test_what_django_says_of_a_request_is_for_the_log_alone(rf):
    said = bad_request(rf.get("/en/"), SuspiciousOperation("The name of a field")).text
    assert "The name of a field" not in said
    assert "One day is expected" in bad_request(rf.get("/en/"), BadRequest("One day is expected")).text


class TestHealthz:
    def test_asks_no_database(self, client):
        # Without the database mark a query would fail.
        assert client.get("/healthz").content == b"alive\n"


@pytest.mark.django_db
class TestReadyz:
    def test_is_ready_with_all_migrations(self, client):
        assert client.get("/readyz").content == b"ready\n"

    def test_is_not_ready_while_a_migration_is_missing(self, client):
        # Of the register's own, the one that stands for all says still that nothing is missing.
        MigrationRecorder(connection).migration_qs.filter(app="auth").latest("id").delete()
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response["Retry-After"]
        assert b"migrations" in response.content

    def test_is_not_ready_without_a_database(self, client):
        with mock.patch.object(MigrationRecorder, "applied_migrations", side_effect=OperationalError("refused")):
            response = client.get("/readyz")
        assert response.status_code == 503
        assert b"refused" not in response.content


class TestRobots:
    def test_closes_the_back_office_alone(self, client):
        lines = client.get("/robots.txt").text.splitlines()
        assert [line for line in lines if line.startswith("Disallow")] == ["Disallow: /admin/"]
        assert "Sitemap: http://testserver/sitemap.xml" in lines

    def test_names_the_address_of_the_site(self, client, settings):
        settings.SITE_URL = "https://register.example.org"
        assert "Sitemap: https://register.example.org/sitemap.xml" in client.get("/robots.txt").text


class TestSecurityText:
    def fields(self, client):
        return dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())

    def test_says_whom_to_warn(self, client, settings):
        settings.SITE_URL = "https://register.example.org"
        fields = self.fields(client)
        assert fields["Contact"] == "mailto:security@register.example.org"
        assert fields["Canonical"] == "https://register.example.org/.well-known/security.txt"
        assert fields["Preferred-Languages"] == "fr, en"

    def test_keeps_the_contact_of_the_operator(self, client, settings):
        settings.SECURITY_CONTACT = "https://example.org/report"
        assert self.fields(client)["Contact"] == "https://example.org/report"

    def test_expires_within_a_year(self, client):
        expires = datetime.fromisoformat(self.fields(client)["Expires"])
        assert timedelta(0) < expires - datetime.now(UTC) < timedelta(days=365)


@pytest.mark.django_db
class TestForPrograms:
    """Whoever asks the interface for programs is told in JSON what went wrong, whoever answers."""

    @pytest.mark.parametrize(
        ("path", "status", "said"),
        [
            ("/api/v1/states?body=%00", 400, "This request cannot be understood"),
            ("/api/v1/states?body=%FF", 400, "This request cannot be understood"),
            ("/api/v1/a/b/c/d", 404, "Page not found"),
        ],
    )
    def test_error_is_a_sentence_in_json(self, client, path, status, said):
        answer = client.get(path, headers={"accept-language": "en"})
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
        assert answer.json() == {"error": said}
        assert answer["Cache-Control"] == "no-store"

    def test_it_is_in_the_language_of_the_reader(self, client):
        answer = client.post("/api/v1/states", headers={"accept-language": "fr"})
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert answer.json() == {"error": "Cette adresse ne s’utilise pas ainsi"}
        assert "<h1>" in client.get("/en/none/").text
